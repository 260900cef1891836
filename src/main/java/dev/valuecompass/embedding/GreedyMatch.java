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
    /** Tokens that are compared with one at a time. */
    private static final int WIDTH = 4;

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
        float[] four = new float[WIDTH];
        double best = -1;
        for (int from = 0; from < other.length; from += WIDTH) {
            int n = Math.min(WIDTH, other.length - from);
            if (n == WIDTH) {
                dots(token, other[from], other[from + 1], other[from + 2], other[from + 3], four);
            } else {
                float[] last = other[other.length - 1];
                dots(token, other[from], n > 1 ? other[from + 1] : last, n > 2 ? other[from + 2] : last, last, four);
            }
            for (int j = 0; j < n; j++) {
                best = Math.max(best, four[j]);
                bestOfOther[from + j] = Math.max(bestOfOther[from + j], four[j]);
            }
        }
        return best;
    }

    /** Four cosines at a time in single precision, so that a token is read once for all of them; off by less than 1e-5. */
    private static void dots(float[] a, float[] b0, float[] b1, float[] b2, float[] b3, float[] into) {
        float s0 = 0;
        float s1 = 0;
        float s2 = 0;
        float s3 = 0;
        for (int i = 0; i < a.length; i++) {
            float x = a[i];
            s0 += x * b0[i];
            s1 += x * b1[i];
            s2 += x * b2[i];
            s3 += x * b3[i];
        }
        into[0] = s0;
        into[1] = s1;
        into[2] = s2;
        into[3] = s3;
    }
}
