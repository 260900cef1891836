package dev.valuecompass.items.adaem;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.IntStream;

/**
 * UCB1 (Auer et al. 2002): arms that were never played first, in order; then the one with the highest
 * {@code Q + s sqrt(2 ln t / C)}, where C counts its pulls, Q is the mean of what they gave, t counts all pulls and s is
 * the standard deviation of what they gave: the bonus is made for rewards that fill the range from 0 to 1, and divergences
 * do not. Of equal arms the first. What was learnt in earlier rounds counts like pulls of this one.
 */
public final class Bandit implements ArmChoice {
    private final int[] counts;
    private final double[] means;
    private int total;
    private double mean;
    private double squares;

    /** Of arms that were never played. @param arms 1 or more */
    public Bandit(int arms) {
        if (arms < 1) {
            throw new IllegalArgumentException("a bandit has at least one arm, not " + arms);
        }
        counts = new int[arms];
        means = new double[arms];
    }

    /**
     * Of arms some of which were played before.
     *
     * @param topics their ids, 1 or more
     * @param played those that were, by their ids; others are left alone
     */
    public Bandit(List<String> topics, Collection<PlayedArm> played) {
        this(topics.size());
        for (PlayedArm arm : played) {
            int place = topics.indexOf(arm.topic());
            if (place >= 0) {
                counts[place] = arm.pulls();
                means[place] = arm.mean();
                note(arm.mean(), arm.pulls());
            }
        }
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
        note(reward, 1);
        counts[arm]++;
        means[arm] += (reward - means[arm]) / counts[arm];
    }

    /** Sums of Welford (1962), of so many equal rewards at once. */
    private void note(double reward, int pulls) {
        total += pulls;
        double away = reward - mean;
        mean += away * pulls / total;
        squares += pulls * away * (reward - mean);
    }

    /** 1 as long as all pulls gave the same: nothing is known of their scale. */
    private double spread() {
        return squares > 0 ? Math.sqrt(squares / total) : 1;
    }

    /** Infinite for an arm that was never played. */
    public double bound(int arm) {
        return counts[arm] == 0
                ? Double.POSITIVE_INFINITY
                : means[arm] + spread() * Math.sqrt(2 * StrictMath.log(total) / counts[arm]);
    }

    /**
     * The arms that were played, in all rounds.
     *
     * @param topics their ids
     */
    public List<PlayedArm> played(List<String> topics) {
        return IntStream.range(0, counts.length)
                .filter(arm -> counts[arm] > 0)
                .mapToObj(arm -> new PlayedArm(topics.get(arm), counts[arm], means[arm]))
                .toList();
    }

    /** How often an arm was pulled. */
    int count(int arm) {
        return counts[arm];
    }

    /** 0 for an arm that was never played. */
    double mean(int arm) {
        return means[arm];
    }
}
