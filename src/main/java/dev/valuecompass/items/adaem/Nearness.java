package dev.valuecompass.items.adaem;

import dev.valuecompass.embedding.SentenceEncoder;
import dev.valuecompass.embedding.Vectors;
import java.util.List;
import java.util.stream.DoubleStream;

/**
 * How alike questions are: the cosine of their vectors after the mean of all topics is taken away. Without that, this
 * encoder puts any two questions above 0.8 and the paper's bound would drop all of them.
 */
public final class Nearness {
    private final SentenceEncoder encoder;
    private final float[] centre;

    /** @param topics one or more; with fewer than ten nothing is taken away, since their mean would be one of them */
    public Nearness(SentenceEncoder encoder, List<String> topics) {
        this.encoder = encoder;
        this.centre = new float[encoder.dimensions()];
        for (String topic : topics.size() < 10 ? List.<String>of() : topics) {
            float[] vector = encoder.encode(topic);
            for (int i = 0; i < centre.length; i++) {
                centre[i] += vector[i] / topics.size();
            }
        }
    }

    /** Of length 1. */
    float[] vector(String question) {
        float[] vector = encoder.encode(question);
        for (int i = 0; i < vector.length; i++) {
            vector[i] -= centre[i];
        }
        return Vectors.unit(vector);
    }

    /** The mean cosine with the {@code k} nearest of the others, in [−1, 1]; −1 when there is none. */
    static double mean(float[] vector, List<float[]> others, int k) {
        double[] cosines = others.stream()
                .mapToDouble(other -> Vectors.dot(vector, other))
                .sorted()
                .toArray();
        return DoubleStream.of(cosines)
                .skip(Math.max(0, cosines.length - k))
                .average()
                .orElse(-1);
    }
}
