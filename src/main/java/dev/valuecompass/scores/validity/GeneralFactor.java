package dev.valuecompass.scores.validity;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.apache.commons.math3.linear.EigenDecomposition;
import org.apache.commons.math3.linear.RealMatrix;
import org.apache.commons.math3.stat.StatUtils;
import org.apache.commons.math3.stat.correlation.PearsonsCorrelation;

/**
 * How much the values of a system rise and fall together over models: a system of opposites in which all rise together
 * measures one thing, such as how much a model says.
 *
 * @param models with a score on every value
 * @param values on which they differ
 * @param meanCorrelation Pearson's, over all pairs of values
 * @param negativePairs share of the pairs with a correlation below 0
 * @param firstComponent share of the variance on the first principal component of the correlation matrix, from
 *     {@code 1/values} to 1
 * @param rest by value: correlation with the mean of the other values; without those whose others are of one mean
 */
public record GeneralFactor(
        int models,
        int values,
        double meanCorrelation,
        double negativePairs,
        double firstComponent,
        SortedMap<String, Double> rest) {
    private static final int FEWEST_MODELS = 4;
    private static final double STRONG = 0.5;
    private static final double SOME = 0.3;
    /** Far below the variance of figures with six decimals, and far above what adding them up makes. */
    private static final double NO_DIFFERENCES = 1e-18;
    /** Half of the variance is that of the other values. */
    private static final double NOT_DISTINCT = Math.sqrt(0.5);

    /**
     * @param scores of each model by value; incomplete ones are left out
     * @return null with fewer than four models, or fewer than three values on which they differ
     */
    public static GeneralFactor of(List<String> values, List<Map<String, Double>> scores) {
        List<Map<String, Double>> complete = scores.stream()
                .filter(one -> values.stream().allMatch(value -> one.get(value) != null))
                .toList();
        List<String> varying = values.stream()
                .filter(value ->
                        complete.stream().map(one -> one.get(value)).distinct().count() > 1)
                .toList();
        if (complete.size() < FEWEST_MODELS || varying.size() < 3) {
            return null;
        }
        double[][] rows = complete.stream()
                .map(one -> varying.stream().mapToDouble(one::get).toArray())
                .toArray(double[][]::new);
        RealMatrix correlations = new PearsonsCorrelation(rows).getCorrelationMatrix();
        int n = varying.size();
        double[] pairs = IntStream.range(0, n)
                .boxed()
                .flatMapToDouble(i -> IntStream.range(0, i).mapToDouble(j -> correlations.getEntry(i, j)))
                .toArray();
        SortedMap<String, Double> rest = new TreeMap<>();
        for (int v = 0; v < n; v++) {
            Double r = rest(rows, v);
            if (r != null) {
                rest.put(varying.get(v), r);
            }
        }
        return new GeneralFactor(
                complete.size(),
                n,
                Arrays.stream(pairs).average().orElseThrow(),
                Arrays.stream(pairs).filter(pair -> pair < 0).count() / (double) pairs.length,
                Arrays.stream(new EigenDecomposition(correlations).getRealEigenvalues())
                                .max()
                                .orElseThrow()
                        / n,
                rest);
    }

    private static Double rest(double[][] rows, int value) {
        double[] here = Arrays.stream(rows).mapToDouble(row -> row[value]).toArray();
        double[] others = Arrays.stream(rows)
                .mapToDouble(row -> Arrays.stream(row).sum() - row[value])
                .toArray();
        return StatUtils.variance(others) < NO_DIFFERENCES
                ? null
                : Double.valueOf(new PearsonsCorrelation().correlation(here, others));
    }

    /** Of a system whose values should not all rise together. */
    Grade grade() {
        return Grade.atLeast(-meanCorrelation, -SOME, -STRONG);
    }

    /** Whether a value tells something that the others do not; unknown where models do not differ on it or on these. */
    Grade distinctness(String value) {
        Double r = rest.get(value);
        return r == null ? Grade.UNKNOWN : Grade.atLeast(-r, -STRONG, -NOT_DISTINCT);
    }
}
