package dev.valuecompass.site.item;

import dev.valuecompass.language.PageTexts;
import dev.valuecompass.site.text.Figures;
import dev.valuecompass.site.text.HostileText;
import dev.valuecompass.snapshot.EvolutionRecord;
import dev.valuecompass.snapshot.MixtureRecord;
import dev.valuecompass.snapshot.ModelEntry;
import dev.valuecompass.snapshot.RewardCheck;
import dev.valuecompass.snapshot.Snapshot;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Draws how the items of a system evolved in a period, from the frozen record alone. */
final class EvolutionFigureBuilder {
    private static final double LEFT = 56;
    private static final double RIGHT = 624;
    private static final int ROWS = 10;
    private static final double TELLING = 10;

    private final Snapshot snapshot;
    private final EvolutionRecord way;
    private final PageTexts words;
    /** Of the texts about this kind of item. */
    private final String kind;

    private EvolutionFigureBuilder(Snapshot snapshot, EvolutionRecord way, PageTexts words) {
        this.snapshot = snapshot;
        this.way = way;
        this.words = words;
        this.kind = kind(way);
    }

    /** Stories of earlier periods were judged by how much they led to violations. */
    private static String kind(EvolutionRecord way) {
        if (!way.method().equals("denevil")) {
            return "growth.questions.";
        }
        return way.worth().startsWith("violation") ? "growth.stories." : "growth.items.";
    }

    /** Empty where the items of the system did not evolve, or the period does not say how. */
    static Optional<EvolutionFigure> of(Snapshot snapshot, String system, PageTexts words) {
        return snapshot.systems().stream()
                .filter(result -> result.system().id().equals(system))
                .map(result -> result.evolution())
                .filter(Objects::nonNull)
                .filter(way -> !way.rewards().isEmpty())
                .findFirst()
                .map(way -> new EvolutionFigureBuilder(snapshot, way, words).figure());
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
                words.get("growth.title"),
                summary(),
                words.sentences(mixture(), method()),
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
                upper.axis(words.get(kind + "axis", "n", way.top())),
                lower.axis(words.get(kind + "starts")),
                across.axis(words.get("growth.pulls")));
    }

    private String summary() {
        int pulls = way.rewards().size();
        Double best = way.best().get(pulls - 1);
        String after = words.get("growth.after", "n", pulls);
        if (best == null) {
            return words.get(kind + "none", "after", after);
        }
        String gain = gain(best);
        return words.text(kind + "summary")
                .with("after", after)
                .with("top", way.top())
                .with("gain", gain)
                .with("starts", words.get(kind + "count", "n", way.topics().get(pulls - 1)))
                .get();
    }

    /** Beside a start near 0 a ratio says nothing: it is left out when the best are worth more than ten times as much. */
    private String gain(double best) {
        if (way.initial() == null) {
            return Figures.two(best);
        }
        String start = Figures.two(way.initial());
        if (best > TELLING * way.initial()) {
            return words.get("growth.against", "best", Figures.two(best), "start", start);
        }
        String percent = String.format(Locale.ROOT, "%+.0f", 100 * (best / way.initial() - 1));
        return words.text("growth.gain")
                .with("best", Figures.two(best))
                .with("start", start)
                .with("percent", percent.replace('-', '−'))
                .get();
    }

    private String method() {
        return words.sentences(
                words.get(kind + (way.worth().equals("stand-ins") ? "summed" : "method")),
                words.get("growth.models", "explorers", names(way.explorers()), "scorers", names(way.scorers())),
                check(way.check()));
    }

    /** Empty in periods that do not say, and where it cannot be told. */
    private String check(RewardCheck check) {
        if (check == null || check.correlation() == null || check.low() == null) {
            return "";
        }
        return words.text("growth.check")
                .with("n", check.items())
                .with("models", check.models().size())
                .with("rho", Figures.two(check.correlation()))
                .with("low", Figures.two(check.low()))
                .with("high", Figures.two(check.high()))
                .get();
    }

    /** Empty in periods that do not say. */
    private String mixture() {
        MixtureRecord mixture = way.mixture();
        if (mixture == null) {
            return "";
        }
        String wanted = mixture.wanted() == 0 ? "" : words.get("growth.wanted", "n", mixture.wanted());
        String why = mixture.rejected().entrySet().stream()
                .map(one -> one.getValue() + " " + reason(one.getKey()))
                .collect(Collectors.joining(", "));
        return words.sentences(
                wanted,
                words.get("growth.echoes", "n", mixture.echoes()),
                why.isEmpty() ? "" : words.get("growth.rejected", "why", HostileText.line(why)));
    }

    /** A later program may know reasons that this one does not. */
    private String reason(String key) {
        return words.has("growth.reason." + key) ? words.get("growth.reason." + key) : key;
    }

    private String names(List<String> ids) {
        return HostileText.line(words.list(ids.stream()
                .map(id -> snapshot.models().stream()
                        .filter(model -> model.id().equals(id))
                        .map(ModelEntry::name)
                        .findFirst()
                        .orElse(id))
                .toList()));
    }

    private EvolutionFigure.FigureTable table() {
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
        return new EvolutionFigure.FigureTable(
                words.get("growth.table"),
                List.of(
                        words.get("growth.pulls"),
                        words.get("growth.reward"),
                        words.get(kind + "best", "n", way.top()),
                        words.get(kind + "starts")),
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
            double power = StrictMath.pow(10, Math.floor(StrictMath.log10(rough)));
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

    private static String point(double value) {
        return Figures.place(value);
    }
}
