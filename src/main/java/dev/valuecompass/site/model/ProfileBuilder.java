package dev.valuecompass.site.model;

import dev.valuecompass.language.PageTexts;
import dev.valuecompass.responses.OutcomeCounts;
import dev.valuecompass.scores.Interval;
import dev.valuecompass.site.board.BoardBuilder;
import dev.valuecompass.site.board.BoardPageBuilder;
import dev.valuecompass.site.board.CoverageTexts;
import dev.valuecompass.site.board.RoseBuilder;
import dev.valuecompass.site.edition.Edition;
import dev.valuecompass.site.edition.Measure;
import dev.valuecompass.site.edition.ModelRanking;
import dev.valuecompass.site.edition.RankedModel;
import dev.valuecompass.site.model.ModelPage.SimilarModel;
import dev.valuecompass.site.model.ModelPage.SystemProfile;
import dev.valuecompass.site.model.ModelPage.ValueScore;
import dev.valuecompass.site.text.Address;
import dev.valuecompass.site.text.Cell;
import dev.valuecompass.site.text.Figures;
import dev.valuecompass.site.text.HostileText;
import dev.valuecompass.site.text.Link;
import dev.valuecompass.site.text.Slugs;
import dev.valuecompass.snapshot.ModelEntry;
import dev.valuecompass.snapshot.ScoreCell;
import dev.valuecompass.snapshot.SystemResult;
import dev.valuecompass.value.Dimension;
import dev.valuecompass.value.ScoreMeaning;
import dev.valuecompass.value.ValueSystem;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Shows one model on each value system, beside the field of all models. */
final class ProfileBuilder {
    private static final int NAMED = 2;
    /** In points; what is less apart from the mean of all models is no trait of a model. */
    private static final double WORTH_NAMING = 1;

    private final Edition edition;
    private final Address from;
    private final ModelRanking standings;
    private final Neighbours neighbours;

    ProfileBuilder(Edition edition, Neighbours neighbours, Address from) {
        this.neighbours = neighbours;
        this.edition = edition;
        this.from = from;
        this.standings = edition.standings(Measure.CONFORMITY);
    }

    /** One for each system on which the model has any figure. */
    List<SystemProfile> profiles(ModelEntry model) {
        return edition.snapshot().systems().stream()
                .filter(result -> edition.covers(result.system().id(), model.id()))
                .map(result -> profile(result, model))
                .toList();
    }

    /** Where the model differs most from the others, one sentence a system. */
    List<String> portrait(ModelEntry model) {
        List<String> sentences = new ArrayList<>();
        for (ValueSystem system : edition.valueSystems()) {
            difference(system, model).ifPresent(sentences::add);
        }
        return sentences;
    }

    private SystemProfile profile(SystemResult result, ModelEntry model) {
        ValueSystem system = result.system();
        Map<String, Double> figures = new HashMap<>();
        for (Dimension dimension : system.dimensions()) {
            ScoreCell cell = edition.cell(system.id(), model.id(), dimension.id());
            if (cell != null && cell.headline() != null) {
                figures.put(dimension.id(), cell.headline());
            }
        }
        return new SystemProfile(
                Slugs.of(system.id()),
                system.name(),
                new Link(
                        from.to(edition.places().board(system.id())),
                        edition.words().get("value.board", "system", system.name())),
                summary(system, model),
                nearest(system, model),
                figures.isEmpty()
                        ? null
                        : RoseBuilder.of(
                                system,
                                edition.words()
                                        .text("rose.model")
                                        .with("model", HostileText.line(model.name()))
                                        .with("system", system.name())
                                        .get(),
                                figures,
                                dimension -> cases(system, dimension, model),
                                edition.words()),
                system.dimensions().stream()
                        .map(dimension -> line(system, dimension, model.id()))
                        .toList(),
                BoardPageBuilder.hasWinRates(result));
    }

    /** The published answers of the model on a value, further down; null where there are none. */
    private String cases(ValueSystem system, Dimension dimension, ModelEntry model) {
        return edition.record().cases().getOrDefault(model.id(), List.of()).stream()
                        .anyMatch(one -> one.system().equals(system.id()))
                ? from.to(edition.places().modelPage(model.id())) + "?value=" + Address.query(dimension.id())
                        + "#cases-" + Slugs.of(system.id())
                : null;
    }

    private List<SimilarModel> nearest(ValueSystem system, ModelEntry model) {
        return neighbours.of(system.id(), model).stream()
                .map(one ->
                        new SimilarModel(edition.places().model(one.model().id(), from), Figures.one(one.distance())))
                .toList();
    }

    private String summary(ValueSystem system, ModelEntry model) {
        RankedModel own = standings.place(system.id(), model.id());
        if (own.mean() == null) {
            return edition.words().get("model.no-mean");
        }
        Interval interval = edition.intervals(system.id()).of(model.id());
        PageTexts words = edition.words();
        String certainty = interval == null
                ? words.get("model.uncertainty-unknown")
                : words.get("model.interval", "low", Figures.one(interval.low()), "high", Figures.one(interval.high()));
        String mean = Figures.one(own.mean());
        return system.reading() == ScoreMeaning.DESCRIPTIVE
                ? words.get("model.describes", "mean", mean, "certainty", certainty)
                : words.text("model.summary")
                        .with("mean", mean)
                        .with("certainty", certainty)
                        .with("rank", own.rank())
                        .with("all", standings.compared(system.id()))
                        .get();
    }

    private ValueScore line(ValueSystem system, Dimension dimension, String model) {
        ScoreCell cell = edition.cell(system.id(), model, dimension.id());
        Double value = cell == null ? null : cell.headline();
        ModelRanking.RankedField field = standings.field(system.id(), dimension.id());
        Interval interval = cell == null ? null : cell.headlineInterval();
        OutcomeCounts counts = cell == null ? null : cell.counts();
        return ModelPageValueScoreFields.builder()
                .name(dimension.name())
                .definition(dimension.definition())
                .score(new Cell(
                        "dim:" + dimension.id(),
                        Figures.full(value),
                        Figures.one(value),
                        interval == null ? null : range(interval),
                        value == null ? null : BoardBuilder.heat(value)))
                .dot(value == null ? null : DotBuilder.of(value, interval, field.sorted()))
                .rank(
                        value == null
                                ? Figures.MISSING
                                : edition.words()
                                        .text("model.of")
                                        .with("rank", field.ranks().get(model))
                                        .with("all", field.sorted().size())
                                        .get())
                .winRate(Figures.one(cell == null ? null : cell.winRate()))
                .asked(asked(counts, edition, system))
                .beside(beside(cell))
                .corrected(cell != null && cell.corrected() != null)
                .designEffect(Figures.one(cell == null ? null : cell.designEffect()))
                .build();
    }

    /** Of a corrected score what was read, else the interval without the recogniser's error where the other has it. */
    private static String beside(ScoreCell cell) {
        if (cell == null || cell.corrected() == null) {
            return range(cell == null || cell.intervalWithRecognizerError() == null ? null : cell.interval());
        }
        return Figures.one(cell.conformity()) + (cell.interval() == null ? "" : " (" + range(cell.interval()) + ")");
    }

    private static String range(Interval interval) {
        return interval == null
                ? Figures.MISSING
                : Figures.one(interval.low()) + "\u2013" + Figures.one(interval.high());
    }

    /** What became of the questions behind a figure. */
    static Cell asked(OutcomeCounts counts, Edition edition, ValueSystem system) {
        return counts == null
                ? new Cell("asked", null, Figures.MISSING, null, null)
                : new Cell(
                        "asked",
                        null,
                        Figures.whole(CoverageTexts.scored(
                                        counts, system, edition.snapshot().run()))
                                + "/"
                                + Figures.whole(counts.asked()),
                        CoverageTexts.text(counts, edition.words()),
                        null);
    }

    private Optional<String> difference(ValueSystem system, ModelEntry model) {
        Map<Dimension, Double> differences = new HashMap<>();
        for (Dimension dimension : system.dimensions()) {
            ScoreCell cell = edition.cell(system.id(), model.id(), dimension.id());
            Double panel = standings.mean(system.id(), dimension.id());
            if (cell != null && cell.headline() != null && panel != null) {
                differences.put(dimension, cell.headline() - panel);
            }
        }
        String more = named(system, differences, 1);
        String less = named(system, differences, -1);
        if (more.isEmpty() && less.isEmpty()) {
            return Optional.empty();
        }
        String key = more.isEmpty() ? "model.below" : less.isEmpty() ? "model.above" : "model.above-and-below";
        PageTexts words = edition.words();
        return Optional.of(
                more.isEmpty()
                        ? words.get(key, "system", system.name(), "less", less)
                        : less.isEmpty()
                                ? words.get(key, "system", system.name(), "more", more)
                                : words.get(key, "system", system.name(), "more", more, "less", less));
    }

    private String named(ValueSystem system, Map<Dimension, Double> differences, int sign) {
        return system.dimensions().stream()
                .filter(dimension ->
                        differences.containsKey(dimension) && sign * differences.get(dimension) >= WORTH_NAMING)
                .sorted(Comparator.comparing(dimension -> -sign * differences.get(dimension)))
                .limit(NAMED)
                .map(dimension -> edition.words()
                        .text("model.difference")
                        .with("value", dimension.name())
                        .with("points", (sign > 0 ? "+" : "\u2212") + Figures.one(Math.abs(differences.get(dimension))))
                        .get())
                .reduce((all, next) -> edition.words().get("and", "all", all, "next", next))
                .orElse("");
    }
}
