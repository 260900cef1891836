package dev.valuecompass.items.adaem;

import java.util.ArrayList;
import java.util.List;

/**
 * UCB1 (Auer et al. 2002): arms that were never played first, in order; then the one with the highest
 * {@code Q + sqrt(2 ln t / C)}, where C counts its pulls, Q is the mean of what they gave and t counts all pulls. Of equal
 * arms the first.
 */
public final class Bandit implements ArmChoice {
    private final int[] counts;
    private final double[] means;
    private int total;

    /** @param arms 1 or more */
    public Bandit(int arms) {
        if (arms < 1) {
            throw new IllegalArgumentException("a bandit has at least one arm, not " + arms);
        }
        counts = new int[arms];
        means = new double[arms];
    }

    /** All arms that were never played: what one of them gives decides nothing about the others. Then one at a time. */
    @Override
    public List<Integer> next() {
        List<Integer> unplayed = new ArrayList<>();
        int best = 0;
        for (int arm = 0; arm < counts.length; arm++) {
            if (counts[arm] == 0) {
                unplayed.add(arm);
            } else if (counts[best] == 0 || bound(arm) > bound(best)) {
                best = arm;
            }
        }
        return unplayed.isEmpty() ? List.of(best) : unplayed;
    }

    @Override
    public void update(int arm, double reward) {
        total++;
        counts[arm]++;
        means[arm] += (reward - means[arm]) / counts[arm];
    }

    /** Infinite for an arm that was never played. */
    double bound(int arm) {
        return counts[arm] == 0
                ? Double.POSITIVE_INFINITY
                : means[arm] + Math.sqrt(2 * StrictMath.log(total) / counts[arm]);
    }

    /** How often an arm was pulled. */
    public int count(int arm) {
        return counts[arm];
    }

    /** 0 for an arm that was never played. */
    public double mean(int arm) {
        return means[arm];
    }
}
