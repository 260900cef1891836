package dev.valuecompass.scores.validity;

import dev.valuecompass.scores.Interval;
import java.util.List;
import org.apache.commons.math3.distribution.NormalDistribution;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.ArrayRealVector;
import org.apache.commons.math3.linear.LUDecomposition;
import org.apache.commons.math3.linear.MatrixUtils;
import org.apache.commons.math3.linear.RealMatrix;
import org.apache.commons.math3.linear.RealVector;

/**
 * Strengths from paired comparisons (Bradley and Terry 1952, Biometrika 39): shown i first and j second, i is chosen with
 * chance {@code logistic(λᵢ − λⱼ + δ)}, δ being the habit of taking what is shown first (Davidson and Beaver 1977,
 * Biometrics 33). The strengths add up to 0. A normal prior keeps them finite where one side always wins; Newton's method
 * finds the mode.
 *
 * @param strengths λ in logits
 * @param errors of the strengths: the larger one of what the curvature tells and what the scatter over pairs of statements
 *     tells (Huber–White, both orders of a pair as one cluster)
 * @param first δ in logits, above 0 where the first is taken more often
 * @param firstError of δ
 */
public record BradleyTerry(double[] strengths, double[] errors, double first, double firstError) {
    /** Standard deviation of the prior in logits. */
    static final double PRIOR = 3;

    private static final int STEPS = 100;
    private static final double DONE = 1e-10;

    /**
     * One comparison.
     *
     * @param first place of what was shown first
     * @param chosen whether that was chosen
     * @param cluster comparisons of one cluster are not independent
     */
    public record Comparison(int first, int second, boolean chosen, int cluster) {}

    /** @param prior standard deviation of the prior in logits */
    static BradleyTerry fit(List<Comparison> comparisons, int values, double prior) {
        RealVector at = new ArrayRealVector(values + 1);
        RealMatrix curvature = null;
        for (int step = 0; step < STEPS; step++) {
            double[] gradient = at.mapMultiply(-1 / (prior * prior)).toArray();
            curvature = MatrixUtils.createRealIdentityMatrix(values + 1).scalarMultiply(1 / (prior * prior));
            for (Comparison one : comparisons) {
                double p = chance(at, one);
                add(gradient, one, (one.chosen() ? 1 : 0) - p);
                addSquare(curvature, one, p * (1 - p));
            }
            RealVector move = inverse(curvature).operate(new ArrayRealVector(gradient));
            // Far from the mode a whole step may overshoot.
            double size = move.getLInfNorm();
            at = at.add(size > 1 ? move.mapDivide(size) : move);
            if (size < DONE) {
                break;
            }
        }
        return of(at, curvature, comparisons, values);
    }

    private static BradleyTerry of(RealVector at, RealMatrix curvature, List<Comparison> comparisons, int values) {
        RealMatrix inverse = inverse(curvature);
        int clusters =
                1 + comparisons.stream().mapToInt(Comparison::cluster).max().orElse(0);
        double[][] scores = new double[clusters][values + 1];
        comparisons.forEach(one -> add(scores[one.cluster()], one, (one.chosen() ? 1 : 0) - chance(at, one)));
        RealMatrix scatter = new Array2DRowRealMatrix(values + 1, values + 1);
        for (double[] score : scores) {
            RealVector vector = new ArrayRealVector(score);
            scatter = scatter.add(vector.outerProduct(vector));
        }
        RealMatrix robust =
                inverse.multiply(scatter).multiply(inverse).scalarMultiply(clusters / Math.max(1.0, clusters - 1.0));
        double[] errors = new double[values + 1];
        for (int i = 0; i <= values; i++) {
            errors[i] = Math.sqrt(Math.max(variance(inverse, i, values), variance(robust, i, values)));
        }
        double[] strengths = at.getSubVector(0, values).toArray();
        return new BradleyTerry(
                strengths, java.util.Arrays.copyOf(errors, values), at.getEntry(values), errors[values]);
    }

    /** Of a strength less the mean of all, or of the habit. */
    private static double variance(RealMatrix covariance, int i, int values) {
        double[] weights = new double[values + 1];
        if (i < values) {
            java.util.Arrays.fill(weights, 0, values, -1.0 / values);
        }
        weights[i] += 1;
        RealVector vector = new ArrayRealVector(weights);
        return vector.dotProduct(covariance.operate(vector));
    }

    private static double chance(RealVector at, Comparison one) {
        double difference = at.getEntry(one.first()) - at.getEntry(one.second()) + at.getEntry(at.getDimension() - 1);
        return 1 / (1 + StrictMath.exp(-difference));
    }

    private static void add(double[] gradient, Comparison one, double residual) {
        gradient[one.first()] += residual;
        gradient[one.second()] -= residual;
        gradient[gradient.length - 1] += residual;
    }

    private static void addSquare(RealMatrix curvature, Comparison one, double weight) {
        int[] places = {one.first(), one.second(), curvature.getRowDimension() - 1};
        int[] signs = {1, -1, 1};
        for (int a = 0; a < places.length; a++) {
            for (int b = 0; b < places.length; b++) {
                curvature.addToEntry(places[a], places[b], weight * signs[a] * signs[b]);
            }
        }
    }

    private static RealMatrix inverse(RealMatrix matrix) {
        return new LUDecomposition(matrix).getSolver().getInverse();
    }

    static Interval around(double estimate, double error, double level) {
        double half = error * new NormalDistribution(null, 0, 1).inverseCumulativeProbability((1 + level) / 2);
        return new Interval(estimate - half, estimate + half, level);
    }
}
