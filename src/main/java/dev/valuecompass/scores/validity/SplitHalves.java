package dev.valuecompass.scores.validity;

import dev.valuecompass.scores.Seeds;
import java.util.Arrays;
import org.apache.commons.math3.random.RandomGenerator;
import org.apache.commons.math3.stat.correlation.PearsonsCorrelation;
import org.apache.commons.math3.stat.correlation.SpearmansCorrelation;

/**
 * Whether two halves of the topics, which share none, tell the same of the models on one value. Means over random splits.
 *
 * @param splits that both halves could score in
 * @param correlation Pearson's, of the scores on the halves
 * @param reliability of all topics together, by Spearman (1910) and Brown (1910): {@code 2r/(1 + r)}; 0 where r is not above 0
 * @param rankCorrelation Spearman's, of the ranks by the halves
 */
public record SplitHalves(int splits, double correlation, double reliability, double rankCorrelation) {
    private static final int MOST_SPLITS = 100;
    private static final int FEWEST_SPLITS = 10;
    private static final int FEWEST_MODELS = 3;
    /** Cells looked at; a thousand models would otherwise take minutes. */
    private static final long WORK = 200_000_000;

    /** Null with fewer than three models or two topics, or where models do not differ on a half. */
    static SplitHalves of(TopicShares shares, long seed, String... purpose) {
        int topics = shares.topics();
        if (shares.models() < FEWEST_MODELS || topics < 2) {
            return null;
        }
        RandomGenerator random = Seeds.stream(seed, purpose);
        long cells = (long) shares.models() * topics;
        int wanted = (int) Math.max(FEWEST_SPLITS, Math.min(MOST_SPLITS, WORK / cells));
        double linear = 0;
        double ranks = 0;
        int splits = 0;
        for (int s = 0; s < wanted; s++) {
            boolean[] half = new boolean[topics];
            int[] order = Seeds.permutation(topics, random);
            for (int i = 0; i < topics / 2; i++) {
                half[order[i]] = true;
            }
            double[][] scores = scores(shares, half);
            double r = scores[0].length < FEWEST_MODELS
                    ? Double.NaN
                    : new PearsonsCorrelation().correlation(scores[0], scores[1]);
            if (!Double.isNaN(r)) {
                linear += r;
                ranks += new SpearmansCorrelation().correlation(scores[0], scores[1]);
                splits++;
            }
        }
        if (splits == 0) {
            return null;
        }
        double r = linear / splits;
        return new SplitHalves(splits, r, r <= 0 ? 0 : Reliability.lengthened(r, 2), ranks / splits);
    }

    /** Of the models with a scored answer on both sides. */
    private static double[][] scores(TopicShares shares, boolean[] half) {
        double[] one = new double[shares.models()];
        double[] other = new double[one.length];
        int n = 0;
        for (int model = 0; model < one.length; model++) {
            one[n] = shares.share(model, half, true);
            other[n] = shares.share(model, half, false);
            n += Double.isNaN(one[n]) || Double.isNaN(other[n]) ? 0 : 1;
        }
        return new double[][] {Arrays.copyOf(one, n), Arrays.copyOf(other, n)};
    }
}
