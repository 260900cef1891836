package dev.valuecompass.items;

import dev.valuecompass.embedding.SentenceEncoder;
import dev.valuecompass.embedding.VectorTable;
import dev.valuecompass.embedding.Vectors;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Keeps new items away from what has been published: models may have been trained on it. The earlier texts are embedded
 * once; a new text is compared with all of them in one pass over a flat array.
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

    /** @param close cosine from which a text is too close, in (0, 1] */
    public ContaminationGuard(SentenceEncoder encoder, List<Item> published, double close) {
        this.encoder = encoder;
        this.published = List.copyOf(published);
        this.vectors =
                VectorTable.of(encoder, published.stream().map(Item::text).toList());
        this.close = close;
    }

    /**
     * Why a text is not new.
     *
     * @param text the new one
     * @param item the published one it is too close to
     * @param cosine of the two
     */
    public record Echo(String text, Item item, double cosine) {}

    /** Empty when the text is far enough from everything that was published. */
    public Optional<Echo> echo(String text) {
        return echoes(List.of(text)).get(0);
    }

    /** The same for many texts, in their order. */
    public List<Optional<Echo>> echoes(List<String> texts) {
        VectorTable.NearestRow[] nearest = vectors.nearest(VectorTable.of(encoder, texts));
        List<Optional<Echo>> echoes = new ArrayList<>();
        for (int i = 0; i < nearest.length; i++) {
            echoes.add(
                    nearest[i].row() < 0 || nearest[i].cosine() < close
                            ? Optional.empty()
                            : Optional.of(
                                    new Echo(texts.get(i), published.get(nearest[i].row()), nearest[i].cosine())));
        }
        return echoes;
    }

    /** Whether a text is too close to one of these items, which nobody has published yet. */
    public boolean among(String text, List<Item> items) {
        float[] vector = encoder.encode(text);
        return items.stream().anyMatch(item -> Vectors.dot(vector, encoder.encode(item.text())) >= close);
    }

    /** The items that are far enough from everything that was published, in their order. */
    public List<Item> fresh(List<Item> items) {
        List<Optional<Echo>> echoes = echoes(items.stream().map(Item::text).toList());
        List<Item> fresh = new ArrayList<>();
        for (int i = 0; i < items.size(); i++) {
            if (echoes.get(i).isEmpty()) {
                fresh.add(items.get(i));
            }
        }
        return fresh;
    }
}
