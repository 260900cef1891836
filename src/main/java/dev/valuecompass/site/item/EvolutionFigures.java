package dev.valuecompass.site.item;

import dev.valuecompass.site.text.Figures;
import dev.valuecompass.site.text.HostileText;
import dev.valuecompass.site.view.EvolutionFigure;
import dev.valuecompass.snapshot.EvolutionRecord;
import dev.valuecompass.snapshot.ModelEntry;
import dev.valuecompass.snapshot.Snapshot;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Draws how the items of a system evolved in a period, from the frozen record alone. */
public final class EvolutionFigures {
    private static final double LEFT = 56;
    private static final double RIGHT = 624;
    private static final int ROWS = 10;

    private final Snapshot snapshot;
    private final EvolutionRecord way;
    private final Words words;

    private EvolutionFigures(Snapshot snapshot, EvolutionRecord way) {
        this.snapshot = snapshot;
        this.way = way;
        this.words = way.method().equals("denevil") ? Words.STORIES : Words.QUESTIONS;
    }

    /** @param made of new items @param start of starting items @param starts several of them @param worth their figure */
    private record Words(String made, String start, String starts, String worth) {
        private static final Words QUESTIONS = new Words("questions", "topic", "topics", "informativeness");
        private static final Words STORIES = new Words("openings", "start", "starts", "violation");
    }

    /** Empty where the items of the system did not evolve, or the period does not say how. */
    public static Optional<EvolutionFigure> of(Snapshot snapshot, String system) {
        return snapshot.systems().stream()
                .filter(result -> result.system().id().equals(system))
                .map(result -> result.evolution())
                .filter(Objects::nonNull)
                .filter(way -> !way.rewards().isEmpty())
                .findFirst()
                .map(way -> new EvolutionFigures(snapshot, way).figure());
    }

    private EvolutionFigure figure() {
        int pulls = way.rewards().size();
        Scale across = new Scale(0, pulls, LEFT, RIGHT);
        double highest = IntStream.range(0, pulls)
                .mapToDouble(
                        i -> Math.max(way.rewards().get(i), orZero(way.best().get(i))))
                .max()
                .orElse(0);
        Scale upper = new Scale(0, Math.max(highest, orZero(way.initial())), 196, 32);
        Scale lower = new Scale(0, way.topics().stream().mapToInt(n -> n).max().orElse(0), 296, 236);
        return new EvolutionFigure(
                "How the new items grew with the budget",
                summary(),
                method(),
                new EvolutionFigure.Lines(
                        marks(across, upper),
                        way.initial() == null
                                ? ""
                                : "M" + point(LEFT) + " " + upper.at(way.initial()) + "H" + point(RIGHT),
                        line(across, upper, way.best()),
                        line(
                                across,
                                lower,
                                way.topics().stream().map(Integer::doubleValue).toList())),
                table(),
                upper.axis("Mean " + words.worth() + " of the best " + way.top()),
                lower.axis(capital(words.starts()) + " they are about"),
                across.axis("Pulls"));
    }

    private String summary() {
        int pulls = way.rewards().size();
        Double best = way.best().get(pulls - 1);
        String after = "After " + Figures.count(pulls, "pull", "pulls");
        if (best == null) {
            return after + " there were no new " + words.made() + ".";
        }
        String gain = way.initial() == null || way.initial() == 0
                ? ""
                : ", against " + Figures.two(way.initial()) + " of the starting ones ("
                        + String.format(Locale.ROOT, "%+.0f", 100 * (best / way.initial() - 1))
                                .replace('-', '−') + " %)";
        return after + " the best new " + words.made() + ", " + way.top() + " at most, had a mean " + words.worth()
                + " of " + Figures.two(best) + gain + ", and were about "
                + Figures.count(way.topics().get(pulls - 1), words.start(), words.starts()) + ".";
    }

    private String method() {
        return (way.method().equals("denevil")
                        ? "Openings were changed by DENEVIL as long as they led models to more violation."
                        : "Questions were changed by AdAEM as long as models' answers differed more; informativeness adds up"
                                + " how far values and words differ.")
                + " Proposed by " + names(way.explorers()) + "; judged by the answers of " + names(way.scorers()) + ".";
    }

    private String names(List<String> ids) {
        return HostileText.line(ids.stream()
                .map(id -> snapshot.models().stream()
                        .filter(model -> model.id().equals(id))
                        .map(ModelEntry::name)
                        .findFirst()
                        .orElse(id))
                .collect(Collectors.joining(", ")));
    }

    private EvolutionFigure.Table table() {
        int pulls = way.rewards().size();
        List<List<String>> rows = new ArrayList<>();
        int step = Math.max(1, (int) Math.ceil(pulls / (double) ROWS));
        for (int from = 0; from < pulls; from += step) {
            int to = Math.min(pulls, from + step);
            Double mean = way.rewards().subList(from, to).stream()
                    .mapToDouble(reward -> reward)
                    .average()
                    .orElseThrow();
            rows.add(List.of(
                    step == 1 ? Figures.whole(to) : Figures.whole(from + 1) + "–" + Figures.whole(to),
                    Figures.two(mean),
                    Figures.two(way.best().get(to - 1)),
                    Figures.whole(way.topics().get(to - 1))));
        }
        return new EvolutionFigure.Table(
                "Growth with the budget",
                List.of(
                        "Pulls",
                        "Mean reward of these pulls",
                        "Best " + way.top() + " by then, mean " + words.worth(),
                        capital(words.starts()) + " they are about"),
                rows);
    }

    /** A short stroke for each pull, which a round line end makes a dot. */
    private String marks(Scale across, Scale upper) {
        StringBuilder path = new StringBuilder();
        for (int i = 0; i < way.rewards().size(); i++) {
            path.append('M')
                    .append(across.at(i + 1))
                    .append(' ')
                    .append(upper.at(way.rewards().get(i)))
                    .append("h0");
        }
        return path.toString();
    }

    private static String line(Scale across, Scale up, List<Double> values) {
        StringBuilder path = new StringBuilder();
        for (int i = 0; i < values.size(); i++) {
            if (values.get(i) != null) {
                path.append(path.length() == 0 ? 'M' : 'L')
                        .append(across.at(i + 1))
                        .append(' ')
                        .append(up.at(values.get(i)));
            }
        }
        return path.toString();
    }

    /** From figures to places in the drawing; the upper end is a round figure above the highest. */
    private static final class Scale {
        private final double step;
        private final double most;
        private final double start;
        private final double end;

        Scale(double low, double high, double start, double end) {
            double rough = Math.max(high - low, 1e-9) / 4;
            double power = Math.pow(10, Math.floor(Math.log10(rough)));
            double digit = rough / power;
            this.step = power * (digit <= 1 ? 1 : digit <= 2 ? 2 : digit <= 5 ? 5 : 10);
            this.most = Math.ceil(high / step - 1e-9) * step;
            this.start = start;
            this.end = end;
        }

        String at(double value) {
            return point(start + (end - start) * (most == 0 ? 0 : value / most));
        }

        EvolutionFigure.Axis axis(String label) {
            List<EvolutionFigure.Tick> ticks = new ArrayList<>();
            int decimals = step >= 1 ? 0 : step >= 0.1 ? 1 : 2;
            for (int i = 0; i * step <= most + step / 2; i++) {
                ticks.add(new EvolutionFigure.Tick(at(i * step), Figures.rounded(i * step, decimals)));
            }
            return new EvolutionFigure.Axis(label, ticks);
        }
    }

    private static double orZero(Double value) {
        return value == null ? 0 : value;
    }

    private static String capital(String word) {
        return word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
    }

    private static String point(double value) {
        return Figures.rounded(value, 1);
    }
}
