package dev.valuecompass.site.card;

import dev.valuecompass.site.board.BadgeText;
import dev.valuecompass.site.edition.Edition;
import dev.valuecompass.site.edition.Measure;
import dev.valuecompass.site.edition.RankedModel;
import dev.valuecompass.site.text.Figures;
import dev.valuecompass.site.text.HostileText;
import dev.valuecompass.snapshot.ModelEntry;
import dev.valuecompass.value.Dimension;
import dev.valuecompass.value.ScoreMeaning;
import dev.valuecompass.value.ValueSystem;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** What the cards of one period say. */
final class CardTexts {
    private static final int BARS = 5;

    private final Edition edition;
    private final String site;
    private final Predicate<String> readable;

    /** @param readable whether the fonts of the cards have every letter of a text */
    CardTexts(Edition edition, String site, Predicate<String> readable) {
        this.edition = edition;
        this.readable = readable;
        this.site = readable.test(site) ? site : "Value Compass";
    }

    /** A leaderboard: its best models where more is better, otherwise the values that all models together show most. */
    Card board(ValueSystem system) {
        boolean norms = system.reading() == ScoreMeaning.NORMATIVE;
        int models = edition.snapshot().models().size();
        return new Card(
                site,
                corner(),
                readable(system.name(), system.id()),
                Figures.count(models, "model", "models")
                        + (norms ? ", those with the highest means" : ", the values that they show most together"),
                (norms ? leaders(system) : strongest(system)).limit(BARS).toList(),
                footer());
    }

    Card model(ModelEntry model) {
        List<Card.Bar> bars = edition.valueSystems().stream()
                .limit(BARS)
                .map(system -> bar(system, model))
                .toList();
        return new Card(
                site,
                corner(),
                readable(model.name(), edition.places().slug(model.id())),
                facts(model),
                bars,
                footer());
    }

    private Stream<Card.Bar> leaders(ValueSystem system) {
        return edition.standings(Measure.CONFORMITY).board(system.id()).stream()
                .filter(one -> one.mean() != null)
                .map(one -> leader(system, one));
    }

    private Card.Bar leader(ValueSystem system, RankedModel one) {
        String name =
                readable(one.model().name(), edition.places().slug(one.model().id()));
        return bar(name, BadgeText.of(edition, system, one.model().id()));
    }

    private Stream<Card.Bar> strongest(ValueSystem system) {
        return system.dimensions().stream()
                .filter(dimension -> mean(system, dimension) != null)
                .sorted(Comparator.comparing((Dimension dimension) -> mean(system, dimension))
                        .reversed())
                .map(dimension -> new Card.Bar(
                        readable(dimension.name(), dimension.id()),
                        mean(system, dimension),
                        Figures.one(mean(system, dimension))));
    }

    private Double mean(ValueSystem system, Dimension dimension) {
        return edition.standings(Measure.CONFORMITY).mean(system.id(), dimension.id());
    }

    private Card.Bar bar(ValueSystem system, ModelEntry model) {
        BadgeText standing = BadgeText.of(edition, system, model.id());
        String label = readable(system.name(), system.id());
        return system.reading() == ScoreMeaning.NORMATIVE
                ? bar(label, standing)
                : new Card.Bar(label, standing.value(), readable(standing.text(), Figures.one(standing.value())));
    }

    private static Card.Bar bar(String label, BadgeText standing) {
        String text = standing.value() == null
                ? standing.text()
                : Figures.one(standing.value()) + " \u00b7 " + standing.text();
        return new Card.Bar(label, standing.value(), text);
    }

    private String facts(ModelEntry model) {
        String maker = HostileText.line(model.developer());
        return Stream.of(
                        maker,
                        edition.words().country(model.country()),
                        model.open() == null ? "" : model.open() ? "open weights" : "proprietary",
                        model.reasoning() == null ? "" : model.reasoning() ? "reasoning" : "chat")
                .filter(fact -> !fact.isEmpty() && readable.test(fact))
                .reduce((one, next) -> one + " \u00b7 " + next)
                .orElse("");
    }

    private String corner() {
        return edition.month() + (edition.withdrawal().isPresent() ? ", withdrawn" : "");
    }

    private String footer() {
        if (edition.withdrawal().isPresent()) {
            return "Withdrawn on " + edition.withdrawal().get().date() + ": these figures are not to be used."
                    + (edition.snapshot().synthetic() ? " Simulated models." : "");
        }
        if (edition.snapshot().synthetic()) {
            return "Simulated models, synthetic figures: they say nothing about any real model.";
        }
        if (edition.imported()) {
            String source = HostileText.line(edition.snapshot().origin().source());
            return "Imported figures, not measured here. Published by " + readable(source, "another platform") + ".";
        }
        String licence = HostileText.line(edition.snapshot().origin().licence());
        return "Period " + edition.period() + ", revision " + edition.snapshot().revision()
                + (licence.isEmpty() || !readable.test(licence) ? "" : " \u00b7 " + licence);
    }

    /** A name in a script that the fonts do not have is replaced by its id. */
    private String readable(String text, String otherwise) {
        String line = HostileText.line(text);
        return readable.test(line) ? line : otherwise;
    }
}
