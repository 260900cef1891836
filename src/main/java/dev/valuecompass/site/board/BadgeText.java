package dev.valuecompass.site.board;

import dev.valuecompass.scores.statistics.Separation;
import dev.valuecompass.site.edition.Edition;
import dev.valuecompass.site.edition.Measure;
import dev.valuecompass.site.edition.RankedModel;
import dev.valuecompass.site.text.Figures;
import dev.valuecompass.site.text.HostileText;
import dev.valuecompass.value.Dimension;
import dev.valuecompass.value.ScoreMeaning;
import dev.valuecompass.value.ValueSystem;
import java.util.Comparator;
import java.util.Objects;
import java.util.Optional;

/**
 * Where a model stands on a value system, in a few words that claim no more than the figures do: a rank only where
 * more is better, with those that share it and the places it may have by chance; otherwise the value shown most.
 *
 * @param value the figure behind the words, in [0, 100]; null when there is none
 */
public record BadgeText(String text, Double value) {
    private static final BadgeText NONE = new BadgeText("no score", null);

    public static BadgeText of(Edition edition, ValueSystem system, String model) {
        return system.reading() == ScoreMeaning.NORMATIVE ? rank(edition, system, model) : most(edition, system, model);
    }

    private static BadgeText rank(Edition edition, ValueSystem system, String model) {
        RankedModel ranked = edition.standings(Measure.CONFORMITY).place(system.id(), model);
        if (ranked.place() == null) {
            return edition.covers(system.id(), model) ? new BadgeText("not ranked, values missing", null) : NONE;
        }
        var all = edition.standings(Measure.CONFORMITY).board(system.id());
        long field =
                all.stream().map(RankedModel::place).filter(Objects::nonNull).count();
        long sharing =
                all.stream().filter(one -> ranked.place().equals(one.place())).count();
        Optional<Separation.RankInterval> chance = Optional.ofNullable(
                        edition.intervals(system.id()).range(model))
                .filter(place -> place.low() != place.high());
        return new BadgeText(
                (sharing > 1 ? "joint rank " : "rank ") + ranked.place() + " of " + field
                        + chance.map(place -> " (" + place.low() + "\u2013" + place.high() + ")")
                                .orElse(""),
                ranked.mean());
    }

    private static BadgeText most(Edition edition, ValueSystem system, String model) {
        return system.dimensions().stream()
                .filter(dimension -> figure(edition, system, model, dimension) != null)
                .max(Comparator.comparing((Dimension dimension) -> figure(edition, system, model, dimension)))
                .map(dimension -> new BadgeText(
                        "most: " + HostileText.line(dimension.name()) + " "
                                + Figures.one(figure(edition, system, model, dimension)),
                        figure(edition, system, model, dimension)))
                .orElse(NONE);
    }

    private static Double figure(Edition edition, ValueSystem system, String model, Dimension dimension) {
        return edition.figure(Measure.CONFORMITY, system.id(), model, dimension.id());
    }
}
