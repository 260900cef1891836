package dev.valuecompass.scores.validity;

import dev.valuecompass.recognition.Label;
import dev.valuecompass.scores.LabelTable;
import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * The Rasch model of the answers on one value: whether a model shows it depends on what the model tends to and on how much
 * the item draws, {@code P = 1/(1 + exp(d − θ))}. Joint maximum likelihood (Wright & Panchapakesan 1969) on the first scored
 * answer of each model to each item. What everybody or nobody shows says nothing and is left out, item or model, until
 * nothing of the kind is left.
 */
final class RaschModel {
    private static final int MOST_ROUNDS = 60;
    private static final double SETTLED = 1e-3;
    private static final double LARGEST_STEP = 1;
    /** More models make an item's fit no clearer and the work much more. */
    private static final int MOST_MODELS = 100;

    private static final byte NONE = -1;

    /** 0, 1 or {@link #NONE}, by item and model. */
    private final byte[][] shown;

    private final boolean[] itemIn;
    private final boolean[] modelIn;
    private final double[] pull;
    private final double[] tendency;

    private RaschModel(byte[][] shown, int models) {
        this.shown = shown;
        this.itemIn = new boolean[shown.length];
        this.modelIn = new boolean[models];
        this.pull = new double[shown.length];
        this.tendency = new double[models];
        Arrays.fill(itemIn, true);
        Arrays.fill(modelIn, true);
    }

    static RaschModel of(LabelTable table, int dimension) {
        int all = table.models().size();
        int[] models = IntStream.range(0, Math.min(all, MOST_MODELS))
                .map(i -> (int) ((long) i * all / Math.min(all, MOST_MODELS)))
                .toArray();
        byte[][] shown = new byte[table.items().size()][models.length];
        for (int item = 0; item < shown.length; item++) {
            for (int m = 0; m < models.length; m++) {
                shown[item][m] = first(table, item, models[m], dimension);
            }
        }
        RaschModel model = new RaschModel(shown, models.length);
        model.leaveOutExtremes();
        model.fit();
        return model;
    }

    private static byte first(LabelTable table, int item, int model, int dimension) {
        for (int sample = 0; sample < table.samples(); sample++) {
            char label = table.label(item, model, sample, dimension);
            if (Label.isCode(label)) {
                return (byte) (label == Label.EXPRESSES.code() ? 1 : 0);
            }
        }
        return NONE;
    }

    /**
     * Infit mean squares of the items that are left: what answers depart from the model over what chance makes them depart,
     * {@code Σ(x − P)² / ΣP(1 − P)} (Wright & Masters 1982). 1 is expected; above, an item follows something else than the
     * value; far below, it repeats what others say. NaN for an item that was left out.
     */
    double[] infit() {
        double[] infit = new double[shown.length];
        Arrays.fill(infit, Double.NaN);
        for (int item = 0; item < infit.length; item++) {
            double squares = 0;
            double expected = 0;
            for (int m = 0; itemIn[item] && m < tendency.length; m++) {
                if (counts(item, m)) {
                    double p = chance(item, m);
                    squares += (shown[item][m] - p) * (shown[item][m] - p);
                    expected += p * (1 - p);
                }
            }
            infit[item] = expected > 0 ? squares / expected : Double.NaN;
        }
        return infit;
    }

    /** How much each item draws against the mean of those that are left, in logits; 0 for one that was left out. */
    double[] difficulties() {
        return Arrays.stream(pull).map(d -> 0 - d).toArray();
    }

    private boolean counts(int item, int model) {
        return itemIn[item] && modelIn[model] && shown[item][model] != NONE;
    }

    private double chance(int item, int model) {
        return 1 / (1 + StrictMath.exp(-tendency[model] - pull[item]));
    }

    private void leaveOutExtremes() {
        boolean left;
        do {
            left = false;
            for (int item = 0; item < shown.length; item++) {
                int at = item;
                if (itemIn[item]
                        && extreme(IntStream.range(0, tendency.length)
                                .filter(m -> counts(at, m))
                                .map(m -> shown[at][m]))) {
                    itemIn[item] = false;
                    left = true;
                }
            }
            for (int m = 0; m < tendency.length; m++) {
                int at = m;
                if (modelIn[m]
                        && extreme(IntStream.range(0, shown.length)
                                .filter(i -> counts(i, at))
                                .map(i -> shown[i][at]))) {
                    modelIn[m] = false;
                    left = true;
                }
            }
        } while (left);
    }

    private static boolean extreme(IntStream answers) {
        var summary = answers.summaryStatistics();
        return summary.getCount() == 0 || summary.getMin() == summary.getMax();
    }

    /** Newton's steps, models and items in turn. */
    private void fit() {
        double largest = Double.MAX_VALUE;
        for (int round = 0; round < MOST_ROUNDS && largest > SETTLED; round++) {
            largest = Math.max(step(tendency, modelIn, false), step(pull, itemIn, true));
            centre();
        }
    }

    private double step(double[] parameters, boolean[] in, boolean ofItems) {
        double[] rest = new double[parameters.length];
        double[] information = new double[parameters.length];
        for (int item = 0; item < shown.length; item++) {
            for (int m = 0; itemIn[item] && m < tendency.length; m++) {
                if (counts(item, m)) {
                    double p = chance(item, m);
                    int at = ofItems ? item : m;
                    rest[at] += shown[item][m] - p;
                    information[at] += p * (1 - p);
                }
            }
        }
        double largest = 0;
        for (int i = 0; i < parameters.length; i++) {
            if (in[i] && information[i] > 0) {
                double step = Math.max(-LARGEST_STEP, Math.min(LARGEST_STEP, rest[i] / information[i]));
                parameters[i] += step;
                largest = Math.max(largest, Math.abs(step));
            }
        }
        return largest;
    }

    private void centre() {
        double mean = IntStream.range(0, pull.length)
                .filter(i -> itemIn[i])
                .mapToDouble(i -> pull[i])
                .average()
                .orElse(0);
        for (int i = 0; i < pull.length; i++) {
            pull[i] -= itemIn[i] ? mean : 0;
        }
        for (int m = 0; m < tendency.length; m++) {
            tendency[m] += modelIn[m] ? mean : 0;
        }
    }
}
