package dev.valuecompass.items;

import dev.valuecompass.embedding.SentenceEncoder;
import dev.valuecompass.embedding.VectorTable;
import dev.valuecompass.embedding.Vectors;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Keeps new items away from what has been published, since models may have been trained on it, and from each other. The
 * earlier texts are embedded once; a new text is compared with all of them in one pass over a flat array. Many threads may
 * ask at a time, as long as none adds.
 */
public final class ContaminationGuard {
    /**
     * Cosine of e5 embeddings from which two texts are one: copies and changes of a few words. Looser rewordings lie at .94
     * to .97, and so does a question put into other circumstances, which is what evolution makes of it; the embedding
     * cannot part the two, so both pass.
     */
    public static final double CLOSE = 0.97;

    private final SentenceEncoder encoder;
    private final List<Item> published;
    private final VectorTable vectors;
    private final double close;
    private final List<float[]> added = new ArrayList<>();

    /** @param close cosine from which a text is too close, in (0, 1] */
    public ContaminationGuard(SentenceEncoder encoder, List<Item> published, double close) {
        this.encoder = encoder;
        this.published = List.copyOf(published);
        this.vectors =
                VectorTable.of(encoder, published.stream().map(Item::text).toList());
        this.close = close;
    }

    /** Whether a text is too close to a published one, or to one that was added. */
    public boolean repeats(String text) {
        float[] vector = encoder.encode(text);
        return IntStream.range(0, vectors.size()).anyMatch(row -> vectors.cosine(row, vector) >= close)
                || added.stream().anyMatch(other -> Vectors.dot(vector, other) >= close);
    }

    /** Adds a text that later ones must not repeat, unless it repeats one itself. */
    public boolean add(String text) {
        boolean fresh = !repeats(text);
        if (fresh) {
            added.add(encoder.encode(text));
        }
        return fresh;
    }

    /** The published texts that are most like this one, nearest first. */
    public List<String> nearest(String text, int most) {
        float[] vector = encoder.encode(text);
        return IntStream.range(0, vectors.size())
                .boxed()
                .sorted(Comparator.comparingDouble(row -> -vectors.cosine(row, vector)))
                .limit(most)
                .map(row -> published.get(row).text())
                .toList();
    }

    /** The items that are far enough from everything that was published, in their order. */
    public List<Item> fresh(List<Item> items) {
        VectorTable.NearestRow[] nearest = vectors.nearest(
                VectorTable.of(encoder, items.stream().map(Item::text).toList()));
        return IntStream.range(0, items.size())
                .filter(i -> nearest[i].row() < 0 || nearest[i].cosine() < close)
                .mapToObj(items::get)
                .toList();
    }
}
