package dev.valuecompass.recognition.embedded;

import de.bwaldvogel.liblinear.Feature;
import de.bwaldvogel.liblinear.FeatureNode;
import de.bwaldvogel.liblinear.Linear;
import de.bwaldvogel.liblinear.Model;
import de.bwaldvogel.liblinear.Parameter;
import de.bwaldvogel.liblinear.Problem;
import de.bwaldvogel.liblinear.SolverType;
import dev.valuecompass.value.ReaderSettings;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Lays readings out as logistic regressions and takes the fitted weights apart again. */
final class RegressionProblem {
    /** Inverse strength of the penalty for systems without examples; chosen by leaving out whole value systems. */
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

    /**
     * Weights for values and domains that the readings have, without {@link #general} and calibration.
     *
     * @param settings of all these readings
     */
    Head fit(List<TrainingExample> readings, boolean[] answers, ReaderSettings settings) {
        int request = readings.stream()
                .mapToInt(reading -> reading.features().request().length)
                .max()
                .orElse(0);
        int all = Features.SIMILARITIES + 2 * width + request + 1;
        BlockRegression regression = new BlockRegression(settings.c(), all);
        boolean[] shared = seen(all, Features.SIMILARITIES, Features.SIMILARITIES + width);
        boolean[] everything = seen(all, Features.SIMILARITIES, all);
        for (int i = 0; i < Features.SIMILARITIES; i++) {
            shared[i] = Features.counts(i, settings.wording());
            everything[i] = shared[i];
        }
        regression.block(SHARED, shared);
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
            domains.computeIfAbsent(domain, key -> part(sum(weights.get(key), weights.get(SHARED)), 0, all));
            String value = Head.value(reading.system(), reading.dimension(), reading.form());
            values.computeIfAbsent(value, key -> ofValue(weights.get(key)));
        }
        return new Head(new float[0], domains, values, Map.of());
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

    /**
     * A logistic curve through (score, answer): slope and offset (Platt 1999).
     *
     * @param balanced whether yes and no weigh alike in all, however often each occurs
     */
    static double[] calibrate(double[] scores, boolean[] answers, boolean balanced) {
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
        Parameter parameter = new Parameter(SolverType.L2R_LR, C, SOLVER_STEPS, TOLERANCE);
        if (balanced) {
            double yes = Arrays.stream(problem.y).filter(y -> y > 0).count();
            parameter.setWeights(
                    new double[] {scores.length / (2 * yes), scores.length / (2 * (scores.length - yes))},
                    new int[] {1, -1});
        }
        Model model = Linear.train(problem, parameter);
        double sign = model.getLabels()[0] == 1 ? 1 : -1;
        return Arrays.stream(model.getFeatureWeights()).map(w -> sign * w).toArray();
    }

    /** Similarities, direction, opening and request, as far as there is room before the intercept. */
    private static float[] row(Features features, int length) {
        float[] row = new float[length];
        int from = 0;
        for (float[] part :
                List.of(features.similarities(), features.direction(), features.opening(), features.request())) {
            int room = Math.min(part.length, length - 1 - from);
            System.arraycopy(part, 0, row, from, room);
            from += room;
        }
        row[length - 1] = 1;
        return row;
    }

    private static double[] sum(double[] a, double[] b) {
        double[] sum = new double[a.length];
        for (int i = 0; i < sum.length; i++) {
            sum[i] = a[i] + b[i];
        }
        return sum;
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
