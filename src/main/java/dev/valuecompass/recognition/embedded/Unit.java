package dev.valuecompass.recognition.embedded;

import dev.valuecompass.embedding.Sentence;
import dev.valuecompass.embedding.Vectors;
import java.util.List;

/**
 * A part of an answer that is read on its own.
 *
 * @param text as it stands in the answer
 * @param sentences at least one
 * @param vectors of the sentences, centred and of length 1
 */
record Unit(String text, List<Sentence> sentences, List<float[]> vectors) {
    private static final int OPENING = 2;

    float[] mean() {
        return Vectors.mean(vectors);
    }

    /** The direction of the first two sentences, where refusals and stances stand. */
    float[] opening() {
        return Vectors.mean(vectors.subList(0, Math.min(OPENING, vectors.size())));
    }

    Unit only(int sentence) {
        Sentence one = sentences.get(sentence);
        return new Unit(one.text(), List.of(one), List.of(vectors.get(sentence)));
    }
}
