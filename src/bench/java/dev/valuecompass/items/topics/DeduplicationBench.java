package dev.valuecompass.items.topics;

import dev.valuecompass.embedding.VectorTable;
import dev.valuecompass.embedding.Vectors;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * Run by hand: {@code java -cp … dev.valuecompass.items.topics.DeduplicationBench [n]} with the launcher's flags. As many
 * texts and vectors as asked for (20,000), a tenth of them near copies; the figures stand in {@code docs/benchmarks.md}.
 */
final class DeduplicationBench {
    private static final int WIDTH = 384;

    private DeduplicationBench() {}

    public static void main(String[] args) {
        int n = args.length > 0 ? Integer.parseInt(args[0]) : 20_000;
        Random random = new Random(7);
        List<String> texts = new ArrayList<>();
        List<float[]> vectors = new ArrayList<>();
        float[] common = gaussian(random, 1);
        for (int i = 0; i < n; i++) {
            boolean copy = i % 10 == 9;
            int of = random.nextInt(Math.max(1, i));
            texts.add(copy ? texts.get(of) + " Really?" : words(random, 18));
            // Like sentence embeddings of one kind of text: a large part in common (mean cosine .8).
            vectors.add(copy ? mixed(random, vectors.get(of), 0.01f) : mixed(random, common, 0.025f));
        }
        long start = System.nanoTime();
        int kept = new NearDuplicates(0.7).kept(texts).length;
        long letters = System.nanoTime();
        VectorTable table = VectorTable.of(vectors, WIDTH);
        int meanings = new SameMeaning(0.94, 1).representatives(table).length;
        long done = System.nanoTime();
        System.out.printf(
                "%d texts: MinHash %.1f s (%d kept), k-means and DBSCAN %.1f s (%d kept of %d vectors)%n",
                n, (letters - start) / 1e9, kept, (done - letters) / 1e9, meanings, n);
    }

    private static float[] gaussian(Random random, float scale) {
        float[] vector = new float[WIDTH];
        for (int d = 0; d < WIDTH; d++) {
            vector[d] = (float) random.nextGaussian() * scale;
        }
        return Vectors.unit(vector);
    }

    private static float[] mixed(Random random, float[] base, float noise) {
        float[] vector = base.clone();
        for (int d = 0; d < WIDTH; d++) {
            vector[d] += (float) random.nextGaussian() * noise;
        }
        return Vectors.unit(vector);
    }

    private static String words(Random random, int count) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < count; i++) {
            for (int c = 0; c < 3 + random.nextInt(6); c++) {
                text.append((char) ('a' + random.nextInt(26)));
            }
            text.append(' ');
        }
        return text.toString().strip();
    }
}
