package dev.valuecompass.embedding;

import java.util.List;

/** Arithmetic on embeddings. */
public final class Vectors {
    private Vectors() {}

    /** The cosine of two vectors of length 1. */
    public static double dot(float[] a, float[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += (double) a[i] * b[i];
        }
        return sum;
    }

    /** Scales {@code vector} to length 1 in place; the zero vector stays as it is. */
    public static float[] unit(float[] vector) {
        double norm = Math.sqrt(dot(vector, vector));
        for (int i = 0; norm > 0 && i < vector.length; i++) {
            vector[i] = (float) (vector[i] / norm);
        }
        return vector;
    }

    /** The mean direction, of length 1. */
    public static float[] mean(List<float[]> vectors) {
        float[] sum = new float[vectors.get(0).length];
        for (float[] vector : vectors) {
            for (int i = 0; i < sum.length; i++) {
                sum[i] += vector[i];
            }
        }
        return unit(sum);
    }
}
