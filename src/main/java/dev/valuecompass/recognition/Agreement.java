package dev.valuecompass.recognition;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * How far predictions agree with labels about one question, "is the value shown?".
 *
 * @param truePositives shown, and seen
 * @param falsePositives not shown, but seen
 * @param falseNegatives shown, but not seen
 * @param trueNegatives not shown, and not seen
 */
public record Agreement(int truePositives, int falsePositives, int falseNegatives, int trueNegatives) {

    /**
     * One prediction beside its label.
     *
     * @param group predictions of one group are not independent: the prompt
     * @param shown the label
     * @param seen the prediction
     * @param score the higher, the more the recogniser leans to "shown"
     */
    public record Pair(String group, boolean shown, boolean seen, double score) {}

    /** @param pairs one for each labelled (answer, dimension) */
    static Agreement of(List<Pair> pairs) {
        int[] cells = new int[4];
        for (Pair pair : pairs) {
            cells[(pair.shown() ? 0 : 1) + (pair.seen() ? 0 : 2)]++;
        }
        return new Agreement(cells[0], cells[1], cells[2], cells[3]);
    }

    /** Labelled (answer, dimension) pairs. */
    public int n() {
        return truePositives + falsePositives + falseNegatives + trueNegatives;
    }

    /** @return in [0, 1]; NaN without pairs */
    public double accuracy() {
        return (double) (truePositives + trueNegatives) / n();
    }

    /** The mean of the F1 of "shown" and the F1 of "not shown"; a class that nobody names counts 0. */
    public double macroF1() {
        return (f1(truePositives, falsePositives, falseNegatives) + f1(trueNegatives, falseNegatives, falsePositives))
                / 2;
    }

    /** Cohen's κ (1960); null when chance alone would agree always, that is, when both sides are constant. */
    public Double kappa() {
        double n = n();
        double shown = truePositives + falseNegatives;
        double seen = truePositives + falsePositives;
        double chance = (shown * seen + (n - shown) * (n - seen)) / (n * n);
        return n == 0 || chance >= 1 ? null : (accuracy() - chance) / (1 - chance);
    }

    /** Of the answers that show the value, the share that was seen; null when there is none. */
    Double sensitivity() {
        int shown = truePositives + falseNegatives;
        return shown == 0 ? null : (double) truePositives / shown;
    }

    /** Of the answers that do not show the value, the share that was not seen; null when there is none. */
    Double specificity() {
        int notShown = trueNegatives + falsePositives;
        return notShown == 0 ? null : (double) trueNegatives / notShown;
    }

    /**
     * The area under the ROC curve, the probability that a shown pair scores above one that is not (ties count half; Mann
     * and Whitney 1947); null when either side is missing.
     */
    public static Double auc(List<Pair> pairs) {
        List<Pair> sorted = new ArrayList<>(pairs);
        sorted.sort(Comparator.comparingDouble(Pair::score));
        double rankSum = 0;
        long shown = 0;
        for (int i = 0; i < sorted.size(); ) {
            int end = i;
            int shownHere = 0;
            while (end < sorted.size()
                    && sorted.get(end).score() == sorted.get(i).score()) {
                shownHere += sorted.get(end).shown() ? 1 : 0;
                end++;
            }
            rankSum += shownHere * (i + 1 + end) / 2.0;
            shown += shownHere;
            i = end;
        }
        long rest = sorted.size() - shown;
        return shown == 0 || rest == 0 ? null : (rankSum - shown * (shown + 1) / 2.0) / ((double) shown * rest);
    }

    private static double f1(int hits, int tooMany, int missed) {
        int sum = 2 * hits + tooMany + missed;
        return sum == 0 ? 0 : 2.0 * hits / sum;
    }
}
