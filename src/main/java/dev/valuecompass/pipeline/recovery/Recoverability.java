package dev.valuecompass.pipeline.recovery;

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
 */
public record Recoverability(
        boolean synthetic,
        int models,
        int seeds,
        String recognizer,
        String recognizerVersion,
        String panel,
        long seed,
        List<Row> rows) {

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
     * @param twins pairs of identical models that were compared
     * @param toldApart share of them that the test of a board of two takes for different; null without pairs
     */
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
            int twins,
            Double toldApart) {}

    /** For people. */
    public String text() {
        String head = String.format(
                Locale.ROOT,
                "  %-10s %-10s %6s %9s %7s %9s %7s %11s",
                "system",
                "labels",
                "items",
                "Spearman",
                "error",
                "coverage",
                "asked",
                "twins apart");
        return "Recovery by number of items a value; fictional models, 90 % intervals\n" + head + "\n"
                + rows.stream().map(Recoverability::line).collect(Collectors.joining("\n"));
    }

    private static String line(Row row) {
        return String.format(
                Locale.ROOT,
                "  %-10s %-10s %6d %9s %7s %9s %7s %11s",
                row.system(),
                row.labels(),
                row.items(),
                number(row.spearman()),
                row.error() == null ? "–" : String.format(Locale.ROOT, "%.1f", row.error()),
                number(row.coverage()),
                number(row.coverageAsked()),
                number(row.toldApart()));
    }

    private static String number(Double figure) {
        return figure == null ? "–" : String.format(Locale.ROOT, "%.3f", figure);
    }
}
