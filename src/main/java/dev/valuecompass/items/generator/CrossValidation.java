package dev.valuecompass.items.generator;

import dev.valuecompass.io.Digest;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.commons.math3.stat.correlation.SpearmansCorrelation;

/**
 * How wrong a ridge regression is on rows that it was not fitted on. Rows of one family are never parted, the strength of
 * the ridge is chosen within the rows that are fitted on (nested cross-validation, Varma and Simon 2006), and the error
 * is held against that of always guessing the mean.
 *
 * @param n rows
 * @param rmse root mean squared error
 * @param meanRmse the same of guessing the mean of the fitted rows
 * @param explained 1 − rmse²/meanRmse²; below 0 when guessing the mean is better
 * @param reach what a quarter of the rows is expected to have or more: the upper quartile of the predictions
 * @param spearman rank correlation of predicted and true, in [−1, 1]; null where either does not vary
 */
public record CrossValidation(int n, double rmse, double meanRmse, double explained, double reach, Double spearman) {
    private static final int FOLDS = 5;
    private static final double[] LAMBDAS = {0.01, 0.03, 0.1, 0.3, 1, 3, 10};

    static CrossValidation of(double[][] x, double[] y, List<String> families) {
        int[] folds = folds(families);
        double[] predicted = new double[y.length];
        double squares = 0;
        double meanSquares = 0;
        for (int fold : Arrays.stream(folds).distinct().sorted().toArray()) {
            int[] outside = rows(folds, fold, false);
            if (outside.length == 0) {
                continue;
            }
            double[][] fittedX = select(x, outside);
            double[] fittedY = select(y, outside);
            double lambda = lambda(
                    fittedX,
                    fittedY,
                    Arrays.stream(outside).mapToObj(families::get).toList());
            Ridge ridge = Ridge.fit(fittedX, fittedY, lambda);
            double mean = Arrays.stream(fittedY).average().orElse(0);
            for (int row : rows(folds, fold, true)) {
                predicted[row] = ridge.predict(x[row]);
                squares += (predicted[row] - y[row]) * (predicted[row] - y[row]);
                meanSquares += (mean - y[row]) * (mean - y[row]);
            }
        }
        double rho = y.length < 3 ? Double.NaN : new SpearmansCorrelation().correlation(predicted, y);
        return new CrossValidation(
                y.length,
                Math.sqrt(squares / y.length),
                Math.sqrt(meanSquares / y.length),
                meanSquares == 0 ? 0 : 1 - squares / meanSquares,
                upperQuartile(predicted),
                Double.isNaN(rho) ? null : rho);
    }

    private static double upperQuartile(double[] predicted) {
        double[] sorted = predicted.clone();
        Arrays.sort(sorted);
        return sorted[(int) Math.floor(0.75 * sorted.length)];
    }

    /** The λ with the smallest squared error over the folds; of equal ones the largest. */
    static double lambda(double[][] x, double[] y, List<String> families) {
        int[] folds = folds(families);
        double[] squares = new double[LAMBDAS.length];
        for (int fold : Arrays.stream(folds).distinct().sorted().toArray()) {
            int[] outside = rows(folds, fold, false);
            if (outside.length > 0) {
                Ridge.Design design = new Ridge.Design(select(x, outside));
                double[] fitted = select(y, outside);
                int[] inside = rows(folds, fold, true);
                for (int l = 0; l < LAMBDAS.length; l++) {
                    Ridge ridge = design.fit(fitted, LAMBDAS[l]);
                    for (int row : inside) {
                        squares[l] += StrictMath.pow(ridge.predict(x[row]) - y[row], 2);
                    }
                }
            }
        }
        int best = LAMBDAS.length - 1;
        for (int l = best; l >= 0; l--) {
            best = squares[l] < squares[best] - 1e-12 ? l : best;
        }
        return LAMBDAS[best];
    }

    /** A family's fold hangs on its name alone, so a new item moves no old one. */
    private static int[] folds(List<String> families) {
        return families.stream()
                .mapToInt(family ->
                        Integer.parseInt(Digest.sha256("fold " + family).substring(0, 6), 16) % FOLDS)
                .toArray();
    }

    private static int[] rows(int[] folds, int fold, boolean inside) {
        return IntStream.range(0, folds.length)
                .filter(row -> (folds[row] == fold) == inside)
                .toArray();
    }

    private static double[][] select(double[][] rows, int[] chosen) {
        return Arrays.stream(chosen).mapToObj(row -> rows[row]).toArray(double[][]::new);
    }

    private static double[] select(double[] values, int[] chosen) {
        return Arrays.stream(chosen).mapToDouble(row -> values[row]).toArray();
    }
}
