package dev.valuecompass.scores.profile;

import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * All weights that come from given ones by moving at most some share of the total from some values to others, which is
 * the total variation distance. A weighted sum has its extremes there in closed form: weight is taken from the values
 * where a difference is least and put where it is greatest.
 */
final class NearbyWeights {
    private final double[] weights;
    private final double moved;

    /**
     * @param weights each 0 or more, some above 0; only their ratios count
     * @param moved share of the total weight that may move, in [0, 1]
     */
    NearbyWeights(double[] weights, double moved) {
        double total = 0;
        for (double weight : weights) {
            total += weight;
        }
        this.weights = new double[weights.length];
        for (int d = 0; d < weights.length; d++) {
            this.weights[d] = weights[d] / total;
        }
        this.moved = moved;
    }

    /** The greatest {@code Σ wᵢxᵢ} over the nearby weights, whose sum is 1. */
    double greatest(double[] x) {
        int[] ascending = IntStream.range(0, x.length)
                .boxed()
                .sorted(Comparator.comparingDouble(d -> x[d]))
                .mapToInt(d -> d)
                .toArray();
        double top = x[ascending[ascending.length - 1]];
        double sum = 0;
        for (int d = 0; d < x.length; d++) {
            sum += weights[d] * x[d];
        }
        double left = moved;
        for (int d : ascending) {
            double taken = Math.min(weights[d], left);
            sum += taken * (top - x[d]);
            left -= taken;
        }
        return sum;
    }

    /** The least. */
    double least(double[] x) {
        double[] negative = new double[x.length];
        for (int d = 0; d < x.length; d++) {
            negative[d] = -x[d];
        }
        return -greatest(negative);
    }
}
