package dev.valuecompass.scores.validity;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Answers of every model to every item under every condition, repeated, and what their variance comes from. The model is that
 * of a fully crossed design with random effects (Brennan 2001, chapter 3): each answer is the mean plus an effect of the model,
 * the item, the condition, of each two of them, of all three, and of the repetition.
 *
 * <p>Components are estimated by symmetric sums (Koch 1967): the mean product of two answers that share exactly their model,
 * say, is the squared mean plus the component of the model. Where nothing is missing these are the estimates of the analysis
 * of variance, the method of moments; where answers are missing, pairs that are there count.
 */
public final class CrossedDesign {
    /** Where variance comes from. */
    public enum Source {
        MODEL,
        ITEM,
        CONDITION,
        MODEL_ITEM,
        MODEL_CONDITION,
        ITEM_CONDITION,
        /** Null where no answer was repeated: then it is part of {@link #REPETITION}. */
        MODEL_ITEM_CONDITION,
        REPETITION
    }

    /** Cells by what is shared besides the item: nothing, the model, the condition, both. */
    private static final int SHARED = 4;

    private final int items;
    /** By what is shared, cell and item: the sum of the answers, and how many. */
    private final double[][][] sums = new double[SHARED][][];

    private final double[][][] counts = new double[SHARED][][];
    /** By item, the sum of squares. */
    private final double[] squares;

    /** @param answers by model, item, condition and repetition; NaN where one is missing */
    public CrossedDesign(double[][][][] answers) {
        int models = answers.length;
        this.items = answers[0].length;
        int conditions = answers[0][0].length;
        int[] cells = {1, models, conditions, models * conditions};
        for (int s = 0; s < SHARED; s++) {
            sums[s] = new double[cells[s]][items];
            counts[s] = new double[cells[s]][items];
        }
        squares = new double[items];
        double mean = Arrays.stream(answers)
                .flatMap(Arrays::stream)
                .flatMap(Arrays::stream)
                .flatMapToDouble(Arrays::stream)
                .filter(x -> !Double.isNaN(x))
                .average()
                .orElse(0);
        for (int m = 0; m < models; m++) {
            for (int i = 0; i < items; i++) {
                for (int c = 0; c < conditions; c++) {
                    int[] cell = {0, m, c, m * conditions + c};
                    for (double answer : answers[m][i][c]) {
                        if (!Double.isNaN(answer)) {
                            note(cell, i, answer - mean);
                        }
                    }
                }
            }
        }
    }

    private void note(int[] cell, int item, double answer) {
        for (int s = 0; s < SHARED; s++) {
            sums[s][cell[s]][item] += answer;
            counts[s][cell[s]][item]++;
        }
        squares[item] += answer * answer;
    }

    /** By the order of {@link Source}: the components of variance, which may be below 0 by chance; NaN where one is not told. */
    public double[] components() {
        return components(IntStream.range(0, items).map(i -> 1).toArray());
    }

    /**
     * The same of a resample: each item counts as often as its weight says, and no item meets its own copy as if it were
     * another.
     */
    double[] components(int[] weights) {
        double[] other = new double[SHARED];
        double[] same = new double[SHARED];
        double[] otherPairs = new double[SHARED];
        double[] samePairs = new double[SHARED];
        for (int s = 0; s < SHARED; s++) {
            for (int cell = 0; cell < sums[s].length; cell++) {
                same[s] += within(sums[s][cell], weights);
                other[s] += between(sums[s][cell], weights);
                samePairs[s] += within(counts[s][cell], weights);
                otherPairs[s] += between(counts[s][cell], weights);
            }
        }
        double alone = 0;
        double answers = 0;
        for (int i = 0; i < items; i++) {
            alone += weights[i] * squares[i];
            answers += weights[i] * counts[0][0][i];
        }
        double[] different = exactly(other, otherPairs, 0, 0);
        double[] alike = exactly(same, samePairs, alone, answers);
        double[] told = new double[Source.values().length];
        double model = different[1] - different[0];
        double condition = different[2] - different[0];
        double item = alike[0] - different[0];
        double modelCondition = different[3] - different[1] - different[2] + different[0];
        double modelItem = alike[1] - different[1] - alike[0] + different[0];
        double itemCondition = alike[2] - different[2] - alike[0] + different[0];
        double all = different[0] + model + condition + item + modelCondition + modelItem + itemCondition;
        told[Source.MODEL.ordinal()] = model;
        told[Source.ITEM.ordinal()] = item;
        told[Source.CONDITION.ordinal()] = condition;
        told[Source.MODEL_ITEM.ordinal()] = modelItem;
        told[Source.MODEL_CONDITION.ordinal()] = modelCondition;
        told[Source.ITEM_CONDITION.ordinal()] = itemCondition;
        told[Source.MODEL_ITEM_CONDITION.ordinal()] = alike[3] - all;
        told[Source.REPETITION.ordinal()] = alone / answers - (Double.isNaN(alike[3]) ? all : alike[3]);
        return told;
    }

    /** Products of answers to one item. */
    private static double within(double[] byItem, int[] weights) {
        double sum = 0;
        for (int i = 0; i < byItem.length; i++) {
            sum += weights[i] * byItem[i] * byItem[i];
        }
        return sum;
    }

    /** Products of answers to two items. */
    private static double between(double[] byItem, int[] weights) {
        double sum = 0;
        double squared = 0;
        for (int i = 0; i < byItem.length; i++) {
            sum += weights[i] * byItem[i];
            squared += weights[i] * byItem[i] * weights[i] * byItem[i];
        }
        return sum * sum - squared;
    }

    /**
     * Mean products of pairs that share nothing more than is said, from those that share at least that; NaN where there is no
     * pair.
     *
     * @param alone products of answers with themselves, which are no pairs
     */
    private static double[] exactly(double[] products, double[] pairs, double alone, double answers) {
        double[] sum = {
            products[0] - products[1] - products[2] + products[3],
            products[1] - products[3],
            products[2] - products[3],
            products[3] - alone
        };
        double[] n = {
            pairs[0] - pairs[1] - pairs[2] + pairs[3], pairs[1] - pairs[3], pairs[2] - pairs[3], pairs[3] - answers
        };
        double[] means = new double[SHARED];
        for (int s = 0; s < SHARED; s++) {
            means[s] = n[s] > 0 ? sum[s] / n[s] : Double.NaN;
        }
        return means;
    }
}
