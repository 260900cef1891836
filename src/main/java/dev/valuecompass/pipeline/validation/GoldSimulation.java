package dev.valuecompass.pipeline.validation;

import dev.valuecompass.recognition.Label;
import dev.valuecompass.scores.LabelTable;
import dev.valuecompass.scores.Seeds;
import dev.valuecompass.scores.statistics.GoldCorrection;
import dev.valuecompass.scores.statistics.GoldCorrection.GoldCell;
import dev.valuecompass.scores.statistics.GoldCorrection.GoldLabel;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.math3.random.RandomGenerator;

/**
 * Scores corrected by labels of people, where the labels are the truth: as many for each model, in proportion of answers in which
 * the value was seen and was not.
 */
final class GoldSimulation {
    /** Labels a value for which it is tried. */
    static final List<Integer> LABELS = List.of(50, 100, 200, 400);

    /** Of labels, each from the start: one alone can lie a point and a half from the mean of many. */
    static final int DRAWS = 30;

    private GoldSimulation() {}

    /**
     * @param read labels of the recogniser, of the models alone
     * @param truth the labels as they are, of the same items and models
     * @param labels by people for each value, in all models together
     * @param drawn number of the draw
     * @return by dimension, then model; empty where there are too few labels
     */
    static List<List<GoldCorrection.Level>> levels(
            LabelTable read, LabelTable truth, int labels, int drawn, long seed) {
        List<List<GoldCell>> system = new ArrayList<>();
        for (int d = 0; d < read.dimensions().size(); d++) {
            List<GoldCell> cells = new ArrayList<>();
            for (int m = 0; m < read.models().size(); m++) {
                RandomGenerator random = Seeds.stream(
                        seed,
                        "gold",
                        Integer.toString(labels),
                        Integer.toString(drawn),
                        read.models().get(m),
                        read.dimensions().get(d));
                cells.add(cell(read, truth, m, d, labels / read.models().size(), random));
            }
            system.add(cells);
        }
        return GoldCorrection.of(system);
    }

    private static GoldCell cell(LabelTable read, LabelTable truth, int m, int d, int labels, RandomGenerator random) {
        List<Integer> seen = new ArrayList<>();
        List<Integer> unseen = new ArrayList<>();
        for (int i = 0; i < read.items().size(); i++) {
            char code = read.label(i, m, 0, d);
            if (Label.isCode(code)) {
                (code == Label.EXPRESSES.code() ? seen : unseen).add(i);
            }
        }
        int all = seen.size() + unseen.size();
        int[] scored = new int[all];
        int[] expressed = new int[all];
        for (int i = 0; i < all; i++) {
            scored[i] = 1;
            expressed[i] = i < seen.size() ? 1 : 0;
        }
        int ofSeen = all == 0 ? 0 : (int) Math.round((double) labels * seen.size() / all);
        int wanted = seen.isEmpty() ? 0 : Math.max(1, Math.min(labels - (unseen.isEmpty() ? 0 : 1), ofSeen));
        List<GoldLabel> gold = new ArrayList<>();
        draw(seen, wanted, true, truth, m, d, random, gold);
        draw(unseen, labels - wanted, false, truth, m, d, random, gold);
        return new GoldCell(scored, expressed, 0, gold);
    }

    private static void draw(
            List<Integer> answers,
            int wanted,
            boolean seen,
            LabelTable truth,
            int m,
            int d,
            RandomGenerator random,
            List<GoldLabel> gold) {
        int n = Math.min(wanted, answers.size());
        int[] order = Seeds.permutation(answers.size(), random);
        for (int k = 0; k < n; k++) {
            boolean shown = truth.label(answers.get(order[k]), m, 0, d) == Label.EXPRESSES.code();
            gold.add(new GoldLabel((double) answers.size() / n, shown, seen));
        }
    }
}
