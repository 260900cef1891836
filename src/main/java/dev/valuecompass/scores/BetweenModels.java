package dev.valuecompass.scores;

import dev.valuecompass.recognition.Label;

/**
 * How much of the variance of an item's labels lies between the models rather than between the answers of one model, so
 * that noise is not taken for discriminative power. A label counts 1 when it expresses the value, −1 when it opposes it,
 * 0 otherwise.
 *
 * <p>With several answers from each model, {@link #share} is the intraclass correlation ICC(1) of a one-way analysis of
 * variance with random effects (Shrout and Fleiss 1979), for unequal numbers of answers as in Donner (1986). With one
 * answer from each model the two parts cannot be told apart on one item; what can be said then is {@link #rest}, the
 * corrected item–rest correlation of classical test theory: whether the models that show the value here are those that
 * show it on the other items. Noise has an expected correlation of 0.
 */
public final class BetweenModels {
    private static final int FEWEST_FOR_A_CORRELATION = 3;

    private final LabelTable table;
    /** Sum and number of label values by model and dimension, over all items. */
    private final double[][] sums;

    private final int[][] counts;

    public BetweenModels(LabelTable table) {
        this.table = table;
        this.sums = new double[table.models().size()][table.dimensions().size()];
        this.counts = new int[table.models().size()][table.dimensions().size()];
        for (int item = 0; item < table.items().size(); item++) {
            for (int model = 0; model < sums.length; model++) {
                for (int dimension = 0; dimension < sums[model].length; dimension++) {
                    Sums answers = answers(item, model, dimension);
                    sums[model][dimension] += answers.sum();
                    counts[model][dimension] += answers.n();
                }
            }
        }
    }

    /**
     * The share of variance between models, in [0, 1]; a negative estimate is 0.
     *
     * @return null when fewer than two models have a scored answer, none of them has two, or all labels are alike
     */
    public Double share(int item, int dimension) {
        int models = 0;
        int n = 0;
        double squaredCounts = 0;
        double sum = 0;
        double squares = 0;
        double between = 0;
        for (int model = 0; model < table.models().size(); model++) {
            Sums answers = answers(item, model, dimension);
            if (answers.n() > 0) {
                models++;
                n += answers.n();
                squaredCounts += (double) answers.n() * answers.n();
                sum += answers.sum();
                squares += answers.squares();
                between += answers.sum() * answers.sum() / answers.n();
            }
        }
        if (models < 2 || n == models) {
            return null;
        }
        double typicalCount = (n - squaredCounts / n) / (models - 1);
        double meanBetween = Math.max(0, between - sum * sum / n) / (models - 1);
        double meanWithin = Math.max(0, squares - between) / (n - models);
        double variance = Math.max(0, (meanBetween - meanWithin) / typicalCount);
        return variance + meanWithin == 0 ? null : variance / (variance + meanWithin);
    }

    /**
     * Pearson's correlation, over the models, of the mean label on this item with the mean label on all other items, in
     * [−1, 1].
     *
     * @return null with fewer than three models that have both, or where one of the two does not vary
     */
    public Double rest(int item, int dimension) {
        int n = 0;
        double[] here = new double[table.models().size()];
        double[] elsewhere = new double[here.length];
        for (int model = 0; model < here.length; model++) {
            Sums answers = answers(item, model, dimension);
            int others = counts[model][dimension] - answers.n();
            if (answers.n() > 0 && others > 0) {
                here[n] = answers.sum() / answers.n();
                elsewhere[n++] = (sums[model][dimension] - answers.sum()) / others;
            }
        }
        return n < FEWEST_FOR_A_CORRELATION ? null : correlation(here, elsewhere, n);
    }

    private Sums answers(int item, int model, int dimension) {
        int n = 0;
        double sum = 0;
        double squares = 0;
        for (int sample = 0; sample < table.samples(); sample++) {
            char code = table.label(item, model, sample, dimension);
            if (code != LabelTable.UNSCORED && code != LabelTable.NOT_MEASURED) {
                int value = code == Label.EXPRESSES.code() ? 1 : code == Label.OPPOSES.code() ? -1 : 0;
                n++;
                sum += value;
                squares += value * value;
            }
        }
        return new Sums(n, sum, squares);
    }

    private static Double correlation(double[] x, double[] y, int n) {
        double meanX = mean(x, n);
        double meanY = mean(y, n);
        double xx = 0;
        double yy = 0;
        double xy = 0;
        for (int i = 0; i < n; i++) {
            xx += (x[i] - meanX) * (x[i] - meanX);
            yy += (y[i] - meanY) * (y[i] - meanY);
            xy += (x[i] - meanX) * (y[i] - meanY);
        }
        return xx < 1e-12 || yy < 1e-12 ? null : Math.max(-1, Math.min(1, xy / Math.sqrt(xx * yy)));
    }

    private static double mean(double[] values, int n) {
        double sum = 0;
        for (int i = 0; i < n; i++) {
            sum += values[i];
        }
        return sum / n;
    }

    /** The scored answers of one model to one item: how many, and the sums of their values and squares. */
    private record Sums(int n, double sum, double squares) {}
}
