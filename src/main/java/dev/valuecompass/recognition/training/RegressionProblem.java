package dev.valuecompass.recognition.training;

import de.bwaldvogel.liblinear.Feature;
import de.bwaldvogel.liblinear.FeatureNode;
import de.bwaldvogel.liblinear.Linear;
import de.bwaldvogel.liblinear.Model;
import de.bwaldvogel.liblinear.Parameter;
import de.bwaldvogel.liblinear.Problem;
import de.bwaldvogel.liblinear.SolverType;
import dev.valuecompass.recognition.embedded.Features;
import dev.valuecompass.recognition.embedded.Head;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Lays readings out as logistic regressions and takes the fitted weights apart again. */
final class RegressionProblem {
    /** Inverse strength of the penalty; chosen by leaving out whole value systems. */
    private static final double C = 1;
    /** The same for sentences that ask for a label, of which there are few, each of them counted as so many. */
    private static final double ASKING_C = 10;

    private static final double ASKING_WEIGHT = 5;
    private static final double TOLERANCE = 0.01;
    private static final int SOLVER_STEPS = 1_000;
    private static final String SHARED = "shared";

    private final int width;

    /** @param width dimensions of a sentence vector */
    RegressionProblem(int width) {
        this.width = width;
    }

    /** Weights for values and domains that the readings have, without {@link #general} and calibration. */
    Head fit(List<TrainingExample> readings, boolean[] answers) {
        int all = Features.SIMILARITIES + 2 * width + 1;
        BlockRegression regression = new BlockRegression(C, all);
        regression.block(SHARED, seen(all, 0, Features.SIMILARITIES + width));
        boolean[] everything = seen(all, 0, all);
        boolean[] direction = seen(all, Features.SIMILARITIES, Features.SIMILARITIES + width);
        direction[all - 1] = true;
        for (int i = 0; i < answers.length; i++) {
            TrainingExample reading = readings.get(i);
            String domain = Head.domain(reading.system(), reading.form());
            String value = Head.value(reading.system(), reading.dimension(), reading.form());
            regression.block(domain, everything);
            regression.block(value, direction);
            regression.row(List.of(SHARED, domain, value), row(reading.features(), all), answers[i], 1);
        }
        Map<String, double[]> weights = regression.fit();
        Map<String, float[]> domains = new LinkedHashMap<>();
        Map<String, float[]> values = new LinkedHashMap<>();
        for (TrainingExample reading : readings) {
            String domain = Head.domain(reading.system(), reading.form());
            domains.computeIfAbsent(domain, key -> part(weights.get(key), 0, all));
            String value = Head.value(reading.system(), reading.dimension(), reading.form());
            values.computeIfAbsent(value, key -> ofValue(weights.get(key)));
        }
        float[] common = part(weights.get(SHARED), 0, Features.SIMILARITIES + width);
        return new Head(new float[0], common, domains, values, Map.of());
    }

    /** What serves systems without examples, fitted on its own: similarities, direction and intercept. */
    float[] general(List<TrainingExample> readings, boolean[] answers) {
        int all = Features.SIMILARITIES + width + 1;
        BlockRegression regression = new BlockRegression(C, all);
        regression.block(SHARED, seen(all, 0, all));
        for (int i = 0; i < answers.length; i++) {
            regression.row(List.of(SHARED), row(readings.get(i).features(), all), answers[i], 1);
        }
        return part(regression.fit().get(SHARED), 0, all);
    }

    /** What tells sentences that ask for a label: direction and intercept. */
    float[] asking(List<float[]> asking, List<float[]> honest) {
        BlockRegression regression = new BlockRegression(ASKING_C, width + 1);
        regression.block(SHARED, seen(width + 1, 0, width + 1));
        asking.forEach(vector -> regression.row(List.of(SHARED), withIntercept(vector), true, ASKING_WEIGHT));
        honest.forEach(vector -> regression.row(List.of(SHARED), withIntercept(vector), false, 1));
        return part(regression.fit().get(SHARED), 0, width + 1);
    }

    /** A logistic curve through (score, answer): slope and offset (Platt 1999). */
    static double[] calibrate(double[] scores, boolean[] answers) {
        Problem problem = new Problem();
        problem.l = scores.length;
        problem.n = 2;
        problem.x = new Feature[scores.length][];
        problem.y = new double[scores.length];
        for (int i = 0; i < scores.length; i++) {
            problem.x[i] = new Feature[] {new FeatureNode(1, scores[i]), new FeatureNode(2, 1)};
            problem.y[i] = answers[i] ? 1 : -1;
        }
        // The library reports its steps on standard output, which belongs to results.
        Linear.disableDebugOutput();
        Model model = Linear.train(problem, new Parameter(SolverType.L2R_LR, C, SOLVER_STEPS, TOLERANCE));
        double sign = model.getLabels()[0] == 1 ? 1 : -1;
        return Arrays.stream(model.getFeatureWeights()).map(w -> sign * w).toArray();
    }

    /** Similarities, direction, then as much of the opening as there is room for before the intercept. */
    private float[] row(Features features, int length) {
        float[] row = new float[length];
        System.arraycopy(features.similarities(), 0, row, 0, Features.SIMILARITIES);
        System.arraycopy(features.direction(), 0, row, Features.SIMILARITIES, width);
        int opening = Features.SIMILARITIES + width;
        System.arraycopy(features.opening(), 0, row, opening, length - 1 - opening);
        row[length - 1] = 1;
        return row;
    }

    private static float[] withIntercept(float[] vector) {
        float[] row = Arrays.copyOf(vector, vector.length + 1);
        row[vector.length] = 1;
        return row;
    }

    private static boolean[] seen(int columns, int from, int to) {
        boolean[] seen = new boolean[columns];
        Arrays.fill(seen, from, to, true);
        return seen;
    }

    private float[] ofValue(double[] weights) {
        float[] own = Arrays.copyOf(part(weights, Features.SIMILARITIES, width), width + 1);
        own[width] = SignificantDigits.of(weights[weights.length - 1]);
        return own;
    }

    private static float[] part(double[] weights, int from, int length) {
        float[] part = new float[length];
        for (int i = 0; i < length; i++) {
            part[i] = SignificantDigits.of(weights[from + i]);
        }
        return part;
    }
}
