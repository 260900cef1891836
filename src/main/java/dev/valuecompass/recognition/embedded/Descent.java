package dev.valuecompass.recognition.embedded;

import java.util.ArrayDeque;
import java.util.Deque;

/**
 * The minimum of a smooth convex function by limited-memory BFGS (Nocedal 1980, Math. Comp. 35, 773–782) with steps halved
 * until they descend enough (Armijo 1966). The same function gives the same bits.
 */
final class Descent {
    private static final int MEMORY = 8;
    private static final int MOST_STEPS = 200;
    private static final int MOST_HALVINGS = 30;
    private static final double ENOUGH = 1e-4;
    /** A curvature below this is rounding, and would spoil the memory. */
    private static final double FLAT = 1e-12;

    private Descent() {}

    /** A function and its slope. */
    interface Objective {
        /** The value at {@code point}; the gradient there goes into {@code gradient}. */
        double at(double[] point, double[] gradient);
    }

    private record CurvaturePair(double[] step, double[] change, double curvature) {}

    /**
     * @param columns of the point; the search begins at zero
     * @param tolerance the gradient's length, as a share of that at the beginning, with which the search ends
     */
    static double[] minimum(Objective objective, int columns, double tolerance) {
        double[] point = new double[columns];
        double[] gradient = new double[columns];
        double value = objective.at(point, gradient);
        double goal = tolerance * Math.sqrt(dot(gradient, gradient));
        Deque<CurvaturePair> memory = new ArrayDeque<>();
        for (int i = 0; i < MOST_STEPS && Math.sqrt(dot(gradient, gradient)) > goal; i++) {
            double[] direction = direction(gradient, memory);
            double slope = dot(gradient, direction);
            double[] next = new double[columns];
            double[] slopes = new double[columns];
            double reached = value;
            double length = 1;
            for (int half = 0; half < MOST_HALVINGS; half++, length /= 2) {
                for (int c = 0; c < columns; c++) {
                    next[c] = point[c] - length * direction[c];
                }
                reached = objective.at(next, slopes);
                if (reached <= value - ENOUGH * length * slope) {
                    break;
                }
            }
            if (!(reached < value)) {
                return point;
            }
            remember(memory, difference(next, point), difference(slopes, gradient));
            point = next;
            gradient = slopes;
            value = reached;
        }
        return point;
    }

    /** The two-loop recursion; without memory the gradient, at most of length 1. */
    private static double[] direction(double[] gradient, Deque<CurvaturePair> memory) {
        double[] direction = gradient.clone();
        if (memory.isEmpty()) {
            scale(direction, 1 / Math.max(1, Math.sqrt(dot(gradient, gradient))));
            return direction;
        }
        Deque<Double> shares = new ArrayDeque<>();
        memory.descendingIterator().forEachRemaining(move -> {
            double share = dot(move.step(), direction) / move.curvature();
            shares.addLast(share);
            add(direction, -share, move.change());
        });
        CurvaturePair last = memory.getLast();
        scale(direction, last.curvature() / dot(last.change(), last.change()));
        for (CurvaturePair move : memory) {
            add(direction, shares.removeLast() - dot(move.change(), direction) / move.curvature(), move.step());
        }
        return direction;
    }

    private static void remember(Deque<CurvaturePair> memory, double[] step, double[] change) {
        double curvature = dot(step, change);
        if (curvature > FLAT) {
            memory.addLast(new CurvaturePair(step, change, curvature));
            if (memory.size() > MEMORY) {
                memory.removeFirst();
            }
        }
    }

    private static double[] difference(double[] a, double[] b) {
        double[] difference = a.clone();
        add(difference, -1, b);
        return difference;
    }

    private static void add(double[] to, double times, double[] vector) {
        for (int i = 0; i < to.length; i++) {
            to[i] += times * vector[i];
        }
    }

    private static void scale(double[] vector, double by) {
        for (int i = 0; i < vector.length; i++) {
            vector[i] *= by;
        }
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }
}
