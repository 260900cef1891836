package dev.valuecompass.pipeline.validation;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.valuecompass.io.ByName;
import dev.valuecompass.io.Decimals;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * How well the line gives back what fictional models hold, by number of items.
 *
 * @param synthetic always true: nothing here is about a real model
 * @param models of the panel, not counting twins
 * @param seeds over which twins were compared with true labels
 * @param panel SHA-256 of the panel's file
 * @param primed models that were told to hold a value, by system that forms a circle
 */
@ByName
public record Recoverability(
        boolean synthetic,
        int models,
        int seeds,
        String recognizer,
        String recognizerVersion,
        String panel,
        long seed,
        List<Row> rows,
        List<PrimedPanel> primed) {

    /**
     * One system, one source of labels, one number of items.
     *
     * @param labels {@code recognised}, or {@code true} where no recogniser could err
     * @param items a dimension
     * @param blocks disjoint sets of so many items; figures are means over them
     * @param spearman of scores with the models' propensities, the mean over dimensions; null when none can be told
     * @param byDimension the same for each; null for one that cannot be told
     * @param error mean absolute difference of a score from the expected rate over all questions there are, in points
     * @param intervals how many of 90 % were made
     * @param coverage share of them that hold the expected rate over all questions there are; null without intervals
     * @param coverageAsked the same for the expected rate over the very questions asked, whose differences an interval
     *     over items includes, so that it should be more than the level; null without intervals
     * @param sampling the intervals over items, beside those below; null without intervals
     * @param read the intervals that carry the recogniser's error as its card tells it, which are those of a leaderboard; null
     *     for true labels
     * @param gold the same with the error measured on {@value ErrorBars#GOLD_A_VALUE} labelled answers a value of the same
     *     models; null for true labels
     * @param corrected scores and intervals corrected by labels of people, by number of labels; empty for true labels
     * @param twins pairs of identical models that were compared
     * @param toldApart share of them that the test of a board of two takes for different; null without pairs
     */
    @ByName
    public record Row(
            String system,
            String labels,
            int items,
            int blocks,
            Double spearman,
            Map<String, Double> byDimension,
            Double error,
            int intervals,
            Double coverage,
            Double coverageAsked,
            Bars sampling,
            Bars read,
            Bars gold,
            @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Corrected> corrected,
            int twins,
            Double toldApart) {}

    /**
     * Intervals of one kind.
     *
     * @param coverage share of them that hold the expected rate over all questions there are
     * @param width mean, in points
     */
    public record Bars(double coverage, double width) {}

    /**
     * Scores corrected by labels of people, which are the truth here.
     *
     * @param labels a value, in all models together
     * @param spearman of levels with the propensities over models, mean over values and draws of labels; null when there is none
     * @param error mean absolute difference from the expected rate over all questions there are, in points
     * @param bars the intervals
     */
    public record Corrected(int labels, Double spearman, double error, Bars bars) {}

    /** For people. */
    public String text() {
        String head = String.format(
                Locale.ROOT,
                "  %-10s %-10s %6s %9s %7s %9s %7s %14s %14s %11s",
                "system",
                "labels",
                "items",
                "Spearman",
                "error",
                "coverage",
                "asked",
                "read (width)",
                "gold (width)",
                "twins apart");
        return "Recovery by number of items a value; fictional models, 90 % intervals over items, carrying the error of the"
                + " recogniser's card (read), or that on labelled answers of the same models (gold)\n" + head + "\n"
                + rows.stream().map(Recoverability::line).collect(Collectors.joining("\n"))
                + corrected()
                + primed.stream().map(one -> "\n\n" + one.text()).collect(Collectors.joining());
    }

    private String corrected() {
        StringBuilder text = new StringBuilder();
        for (Row row : rows) {
            if (!row.corrected().isEmpty()) {
                text.append(String.format(Locale.ROOT, "%n  %-10s %6d items, corrected:", row.system(), row.items()));
                row.corrected()
                        .forEach(one -> text.append(String.format(
                                Locale.ROOT,
                                " %d labels: Spearman %s, error %s, %s;",
                                one.labels(),
                                number(one.spearman()),
                                Decimals.of(one.error(), 1),
                                bars(one.bars()))));
            }
        }
        return text.length() == 0
                ? ""
                : "\nScores corrected by labels of people (here: the truth), by labels a value: coverage (width)"
                        + text;
    }

    private static String line(Row row) {
        return String.format(
                Locale.ROOT,
                "  %-10s %-10s %6d %9s %7s %9s %7s %14s %14s %11s",
                row.system(),
                row.labels(),
                row.items(),
                number(row.spearman()),
                row.error() == null ? "–" : Decimals.of(row.error(), 1),
                number(row.coverage()),
                number(row.coverageAsked()),
                bars(row.read()),
                bars(row.gold()),
                number(row.toldApart()));
    }

    private static String bars(Bars bars) {
        return bars == null ? "–" : Decimals.of(bars.coverage(), 3) + " (" + Decimals.of(bars.width(), 0) + ")";
    }

    private static String number(Double figure) {
        return figure == null ? "–" : Decimals.of(figure, 3);
    }
}
