package dev.valuecompass.scores;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.commons.math3.optim.MaxIter;
import org.apache.commons.math3.optim.linear.LinearConstraint;
import org.apache.commons.math3.optim.linear.LinearConstraintSet;
import org.apache.commons.math3.optim.linear.LinearObjectiveFunction;
import org.apache.commons.math3.optim.linear.NonNegativeConstraint;
import org.apache.commons.math3.optim.linear.PivotSelectionRule;
import org.apache.commons.math3.optim.linear.Relationship;
import org.apache.commons.math3.optim.linear.SimplexSolver;
import org.apache.commons.math3.optim.nonlinear.scalar.GoalType;

/**
 * Which weights put a model ahead by as much as possible: {@code max t} with {@code Σ wᵢ(sᵢ − bᵢ) ≥ t} for every other
 * model b, {@code Σ wᵢ = 1}, {@code wᵢ ≥ 0}. That is a matrix game of the weights against the other models, solved as
 * the linear programme of Dantzig (1951): {@code min Σ xᵢ} with payoffs of at least 1, where {@code w = x/Σx}.
 *
 * @param lead the largest t, in points; below 0 no weights whatever put the model first
 * @param weights by dimension, with sum 1; other weights may give the same lead
 */
record FirstPlace(double lead, double[] weights) {
    private static final double PRECISION = 1e-9;
    private static final int ITERATIONS = 100_000;

    /** @param others scores of every other model, at least one */
    static FirstPlace of(double[] model, List<double[]> others) {
        double largest = 0;
        for (double[] other : others) {
            for (int d = 0; d < model.length; d++) {
                largest = Math.max(largest, Math.abs(model[d] - other[d]));
            }
        }
        // A payoff above 0 everywhere keeps the value of the game above 0, which its usual form as a programme needs.
        double shift = largest + 1;
        List<LinearConstraint> constraints = new ArrayList<>();
        for (double[] other : others) {
            double[] row = new double[model.length];
            for (int d = 0; d < row.length; d++) {
                row[d] = (model[d] - other[d] + shift) / shift;
            }
            constraints.add(new LinearConstraint(row, Relationship.GEQ, 1));
        }
        double[] sum = new double[model.length];
        Arrays.fill(sum, 1);
        double[] weights = normalised(new SimplexSolver(PRECISION)
                .optimize(
                        new MaxIter(ITERATIONS),
                        new LinearObjectiveFunction(sum, 0),
                        new LinearConstraintSet(constraints),
                        GoalType.MINIMIZE,
                        new NonNegativeConstraint(true),
                        PivotSelectionRule.BLAND)
                .getPoint());
        return new FirstPlace(lead(weights, model, others), weights);
    }

    /** The margin that the weights really give, free of what the solver's tolerance leaves. */
    private static double lead(double[] weights, double[] model, List<double[]> others) {
        double least = Double.POSITIVE_INFINITY;
        for (double[] other : others) {
            double margin = 0;
            for (int d = 0; d < weights.length; d++) {
                margin += weights[d] * (model[d] - other[d]);
            }
            least = Math.min(least, margin);
        }
        return least;
    }

    private static double[] normalised(double[] weights) {
        double total = 0;
        for (int d = 0; d < weights.length; d++) {
            weights[d] = Math.max(0, weights[d]);
            total += weights[d];
        }
        for (int d = 0; d < weights.length; d++) {
            weights[d] /= total;
        }
        return weights;
    }
}
