package dev.valuecompass.site.board;

import dev.valuecompass.scores.Interval;
import dev.valuecompass.site.edition.Edition;
import dev.valuecompass.site.edition.Measure;
import dev.valuecompass.site.edition.Ranked;
import dev.valuecompass.site.edition.Standings;
import dev.valuecompass.site.text.Figures;
import dev.valuecompass.site.text.HostileText;
import dev.valuecompass.snapshot.SystemResult;
import dev.valuecompass.value.Dimension;
import dev.valuecompass.value.Elicitation;
import dev.valuecompass.value.Reading;
import dev.valuecompass.value.ValueSystem;
import java.util.Comparator;
import java.util.List;

/** Sentences about a board, computed from its figures: they never say more than the figures do. */
public final class BoardTexts {
    static final String CAUTION = "More is not better here. These scores describe an orientation: values on opposite"
            + " sides pull in opposite directions, and a high mean only says that a model voices many values at once.";

    private BoardTexts() {}

    /** What was done, and how to read a score. */
    static String lead(Edition edition, SystemResult result) {
        ValueSystem system = result.system();
        String models = Figures.count(edition.snapshot().models().size(), "model", "models");
        String asked = result.items() > 0
                ? models + " " + verb(system.elicitation(), result.items()) + "."
                : models + ", as published by the source.";
        return asked + " " + scale(edition, system);
    }

    private static String verb(Elicitation elicitation, int items) {
        return switch (elicitation) {
            case OPINION ->
                "gave their opinion on " + Figures.count(items, "controversial question", "controversial questions");
            case COMPLETION -> "continued " + Figures.count(items, "text", "texts");
            case REPLY -> "replied to " + Figures.count(items, "message", "messages");
        };
    }

    private static String scale(Edition edition, ValueSystem system) {
        if (edition.imported()) {
            return "Scores run from 0 to 100, on the scale of the source.";
        }
        return system.reading() == Reading.DESCRIPTIVE
                ? "A score is the share of answers that express the value: 0 is never, 100 is always."
                : "A score is the share of answers that conform with the value: 0 is never, 100 is always.";
    }

    /** What came out. */
    public static String verdict(Edition edition, ValueSystem system) {
        List<Ranked> ranked = edition.standings(Measure.CONFORMITY).board(system.id()).stream()
                .filter(one -> one.mean() != null)
                .toList();
        if (ranked.isEmpty()) {
            return "No model has a score on every value, so none is ranked.";
        }
        if (system.reading() == Reading.DESCRIPTIVE) {
            return orientation(edition, system);
        }
        return (first(edition, system, ranked) + " "
                        + edition.intervals(system.id()).verdict())
                .trim();
    }

    private static String orientation(Edition edition, ValueSystem system) {
        Standings standings = edition.standings(Measure.CONFORMITY);
        List<Dimension> known = system.dimensions().stream()
                .filter(dimension -> standings.mean(system.id(), dimension.id()) != null)
                .sorted(Comparator.comparing(dimension -> standings.mean(system.id(), dimension.id())))
                .toList();
        Dimension most = known.get(known.size() - 1);
        Dimension least = known.get(0);
        return "Taken together, the models show " + most.name() + " most ("
                + Figures.one(standings.mean(system.id(), most.id())) + ") and " + least.name() + " least ("
                + Figures.one(standings.mean(system.id(), least.id())) + ").";
    }

    private static String first(Edition edition, ValueSystem system, List<Ranked> ranked) {
        List<String> leaders = ranked.stream()
                .filter(one -> one.rank().equals(ranked.get(0).rank()))
                .map(one -> HostileText.line(one.model().name()))
                .toList();
        String score = Figures.one(ranked.get(0).mean());
        String head = leaders.size() == 1
                ? leaders.get(0) + " has the highest mean, " + score
                : Figures.count(leaders.size(), "model shares", "models share") + " the highest mean, " + score;
        Interval best = edition.intervals(system.id()).of(ranked.get(0).model().id());
        if (best == null) {
            return head + "; how certain that is, the figures do not say.";
        }
        long overlapping = ranked.stream()
                .skip(leaders.size())
                .map(one -> edition.intervals(system.id()).of(one.model().id()))
                .filter(interval -> interval != null && interval.high() >= best.low())
                .count();
        return head
                + (overlapping == 0
                        ? "; no other interval reaches its own."
                        : "; the intervals of " + Figures.count(overlapping, "other", "others")
                                + " overlap with its own.");
    }
}
