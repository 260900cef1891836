package dev.valuecompass.recognition.embedded;

import de.bwaldvogel.liblinear.Feature;
import de.bwaldvogel.liblinear.FeatureNode;
import de.bwaldvogel.liblinear.Linear;
import de.bwaldvogel.liblinear.Model;
import de.bwaldvogel.liblinear.Parameter;
import de.bwaldvogel.liblinear.Problem;
import de.bwaldvogel.liblinear.SolverType;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Lays readings out as one sparse logistic regression and takes the fitted weights apart again. Each block of weights is a
 * run of columns; a reading fills the blocks of its domain and value beside the shared one, so that what has few examples
 * borrows from what has many (Daumé III 2007, "Frustratingly easy domain adaptation").
 */
final class Problems {
    /** Inverse strength of the penalty; chosen by leaving out whole value systems. */
    private static final double C = 1;

    private static final double TOLERANCE = 0.01;
    private static final int SOLVER_STEPS = 1_000;

    private final int width;
    private final Map<String, Integer> starts = new LinkedHashMap<>();
    private int columns;

    /** @param width dimensions of a sentence vector */
    Problems(int width) {
        this.width = width;
    }

    /** Weights for values and domains that the readings have, without {@link #general} and calibration. */
    Head fit(List<Reading> readings, boolean[] answers) {
        int shared = block("shared", Features.SIMILARITIES + width);
        Feature[][] rows = readings.stream().map(this::row).toArray(Feature[][]::new);
        double[] weights = solve(rows, answers, columns);
        Map<String, float[]> domains = new LinkedHashMap<>();
        Map<String, float[]> values = new LinkedHashMap<>();
        for (Reading reading : readings) {
            String domain = Head.domain(reading.system(), reading.form());
            domains.computeIfAbsent(domain, key -> part(weights, starts.get(key), domainWidth()));
            String value = Head.value(reading.system(), reading.dimension(), reading.form());
            values.computeIfAbsent(value, key -> part(weights, starts.get(key), width + 1));
        }
        float[] common = part(weights, shared, Features.SIMILARITIES + width);
        return new Head(new float[0], common, domains, values, Map.of());
    }

    /** What serves systems without examples, fitted on its own: similarities and direction alone. */
    float[] general(List<Reading> readings, boolean[] answers) {
        int length = Features.SIMILARITIES + width + 1;
        Feature[][] rows = readings.stream()
                .map(reading -> {
                    List<Feature> row = new ArrayList<>();
                    add(row, 0, reading.features().similarities());
                    add(row, Features.SIMILARITIES, reading.features().direction());
                    row.add(new FeatureNode(length, 1));
                    return row.toArray(Feature[]::new);
                })
                .toArray(Feature[][]::new);
        return part(solve(rows, answers, length), 0, length);
    }

    /** A logistic curve through (score, answer): slope and offset (Platt 1999). */
    static double[] calibrate(double[] scores, boolean[] answers) {
        Feature[][] rows = new Feature[scores.length][];
        for (int i = 0; i < scores.length; i++) {
            rows[i] = new Feature[] {new FeatureNode(1, scores[i]), new FeatureNode(2, 1)};
        }
        return solve(rows, answers, 2);
    }

    private Feature[] row(Reading reading) {
        List<Feature> row = new ArrayList<>();
        Features features = reading.features();
        int domain = block(Head.domain(reading.system(), reading.form()), domainWidth());
        int value = block(Head.value(reading.system(), reading.dimension(), reading.form()), width + 1);
        add(row, 0, features.similarities());
        add(row, Features.SIMILARITIES, features.direction());
        List<Feature> own = new ArrayList<>();
        add(own, domain, features.similarities());
        add(own, domain + Features.SIMILARITIES, features.direction());
        add(own, domain + Features.SIMILARITIES + width, features.opening());
        own.add(new FeatureNode(domain + domainWidth(), 1));
        List<Feature> ofValue = new ArrayList<>();
        add(ofValue, value, features.direction());
        ofValue.add(new FeatureNode(value + width + 1, 1));
        row.addAll(domain < value ? own : ofValue);
        row.addAll(domain < value ? ofValue : own);
        return row.toArray(Feature[]::new);
    }

    private int domainWidth() {
        return Features.SIMILARITIES + 2 * width + 1;
    }

    private int block(String name, int length) {
        Integer start = starts.putIfAbsent(name, columns);
        if (start == null) {
            columns += length;
        }
        return starts.get(name);
    }

    private static void add(List<Feature> row, int from, float[] values) {
        for (int i = 0; i < values.length; i++) {
            row.add(new FeatureNode(from + i + 1, values[i]));
        }
    }

    private static float[] part(double[] weights, int from, int length) {
        float[] part = new float[length];
        for (int i = 0; i < length; i++) {
            part[i] = Rounded.of(weights[from + i]);
        }
        return part;
    }

    private static double[] solve(Feature[][] rows, boolean[] answers, int columns) {
        Problem problem = new Problem();
        problem.l = rows.length;
        problem.n = columns;
        problem.x = rows;
        problem.y = new double[rows.length];
        for (int i = 0; i < rows.length; i++) {
            problem.y[i] = answers[i] ? 1 : -1;
        }
        // The library reports its steps on standard output, which belongs to results.
        Linear.disableDebugOutput();
        Model model = Linear.train(problem, new Parameter(SolverType.L2R_LR, C, SOLVER_STEPS, TOLERANCE));
        double sign = model.getLabels()[0] == 1 ? 1 : -1;
        double[] weights = model.getFeatureWeights();
        for (int i = 0; i < weights.length; i++) {
            weights[i] *= sign;
        }
        return weights;
    }
}
