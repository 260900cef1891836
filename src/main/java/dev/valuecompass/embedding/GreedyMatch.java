package dev.valuecompass.embedding;

import java.util.Arrays;

/**
 * How far two texts say the same, token by token: each token is matched with the most similar one of the other text
 * (BERTScore, Zhang et al. 2020, arXiv 1904.09675, without inverse document frequencies and without rescaling).
 *
 * @param precision mean over the tokens of the first text of the highest cosine with one of the second
 * @param recall the same with the texts exchanged
 */
public record GreedyMatch(double precision, double recall) {
    /** @param one vectors of length 1 @param other of the same dimension; a text without tokens matches nothing */
    public static GreedyMatch of(float[][] one, float[][] other) {
        if (one.length == 0 || other.length == 0) {
            return new GreedyMatch(0, 0);
        }
        double[] bestOfOther = new double[other.length];
        Arrays.fill(bestOfOther, -1);
        double precision = 0;
        for (float[] token : one) {
            precision += match(token, other, bestOfOther);
        }
        double recall = 0;
        for (double best : bestOfOther) {
            recall += best;
        }
        return new GreedyMatch(precision / one.length, recall / other.length);
    }

    /** The harmonic mean; 0 when either is 0 or below. */
    public double f1() {
        return precision <= 0 || recall <= 0 ? 0 : 2 * precision * recall / (precision + recall);
    }

    /** The best cosine of a token, which is also held against the best of each of the others. */
    private static double match(float[] token, float[][] other, double[] bestOfOther) {
        float[] two = new float[2];
        double best = -1;
        for (int j = 0; j < other.length; j += 2) {
            boolean both = j + 1 < other.length;
            dots(token, other[j], other[both ? j + 1 : j], two);
            best = Math.max(best, Math.max(two[0], two[1]));
            bestOfOther[j] = Math.max(bestOfOther[j], two[0]);
            if (both) {
                bestOfOther[j + 1] = Math.max(bestOfOther[j + 1], two[1]);
            }
        }
        return best;
    }

    /**
     * The cosines with two tokens, so that the first is read once for both; each as four sums side by side in single
     * precision, because an addition need not wait for the other. Off by less than 1e-6.
     */
    private static void dots(float[] a, float[] b, float[] c, float[] into) {
        float b0 = 0;
        float b1 = 0;
        float b2 = 0;
        float b3 = 0;
        float c0 = 0;
        float c1 = 0;
        float c2 = 0;
        float c3 = 0;
        int i = 0;
        for (; i + 3 < a.length; i += 4) {
            b0 += a[i] * b[i];
            c0 += a[i] * c[i];
            b1 += a[i + 1] * b[i + 1];
            c1 += a[i + 1] * c[i + 1];
            b2 += a[i + 2] * b[i + 2];
            c2 += a[i + 2] * c[i + 2];
            b3 += a[i + 3] * b[i + 3];
            c3 += a[i + 3] * c[i + 3];
        }
        for (; i < a.length; i++) {
            b0 += a[i] * b[i];
            c0 += a[i] * c[i];
        }
        into[0] = b0 + b1 + (b2 + b3);
        into[1] = c0 + c1 + (c2 + c3);
    }
}
