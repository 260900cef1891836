package dev.valuecompass.site.badge;

import dev.valuecompass.scores.interval.Separation;
import dev.valuecompass.site.edition.Edition;
import dev.valuecompass.site.edition.Measure;
import dev.valuecompass.site.edition.Ranked;
import dev.valuecompass.site.text.Figures;
import dev.valuecompass.site.text.HostileText;
import dev.valuecompass.value.Dimension;
import dev.valuecompass.value.Reading;
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
public record Standing(String text, Double value) {
    private static final Standing NONE = new Standing("no score", null);

    public static Standing of(Edition edition, ValueSystem system, String model) {
        return system.reading() == Reading.NORMATIVE ? rank(edition, system, model) : most(edition, system, model);
    }

    private static Standing rank(Edition edition, ValueSystem system, String model) {
        Ranked ranked = edition.standings(Measure.CONFORMITY).place(system.id(), model);
        if (ranked.place() == null) {
            return edition.covers(system.id(), model) ? new Standing("not ranked, values missing", null) : NONE;
        }
        var all = edition.standings(Measure.CONFORMITY).board(system.id());
        long field = all.stream().map(Ranked::place).filter(Objects::nonNull).count();
        long sharing =
                all.stream().filter(one -> ranked.place().equals(one.place())).count();
        Optional<Separation.Place> chance =
                edition.intervals(system.id()).place(model).filter(place -> place.low() != place.high());
        return new Standing(
                (sharing > 1 ? "joint rank " : "rank ") + ranked.place() + " of " + field
                        + chance.map(place -> " (" + place.low() + "\u2013" + place.high() + ")")
                                .orElse(""),
                ranked.mean());
    }

    private static Standing most(Edition edition, ValueSystem system, String model) {
        return system.dimensions().stream()
                .filter(dimension -> figure(edition, system, model, dimension) != null)
                .max(Comparator.comparing((Dimension dimension) -> figure(edition, system, model, dimension)))
                .map(dimension -> new Standing(
                        "most: " + HostileText.line(dimension.name()) + " "
                                + Figures.one(figure(edition, system, model, dimension)),
                        figure(edition, system, model, dimension)))
                .orElse(NONE);
    }

    private static Double figure(Edition edition, ValueSystem system, String model, Dimension dimension) {
        return edition.figure(Measure.CONFORMITY, system.id(), model, dimension.id());
    }
}
