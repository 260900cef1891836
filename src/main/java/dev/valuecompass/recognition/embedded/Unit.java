package dev.valuecompass.recognition.embedded;

import dev.valuecompass.embedding.Sentence;
import dev.valuecompass.embedding.Vectors;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A part of an answer that is read on its own.
 *
 * @param sentences at least one, in order
 * @param vectors of the sentences, centred and of length 1
 */
public record Unit(List<Sentence> sentences, List<float[]> vectors) {
    private static final int OPENING = 2;

    /** What its sentences say; what was left out between them does not count, not even as a keyword. */
    public String text() {
        return sentences.stream().map(Sentence::text).collect(Collectors.joining(" "));
    }

    float[] mean() {
        return Vectors.mean(vectors);
    }

    /** The direction of the first two sentences, where refusals and stances stand. */
    float[] opening() {
        return Vectors.mean(vectors.subList(0, Math.min(OPENING, vectors.size())));
    }

    /** One of its sentences, from 0. */
    Unit only(int sentence) {
        return part(sentence, sentence + 1);
    }

    /** Every run of so many sentences; the unit itself when it has no more. */
    List<Unit> runs(int length) {
        int last = Math.max(0, sentences.size() - length);
        return IntStream.rangeClosed(0, last)
                .mapToObj(from -> part(from, Math.min(from + length, sentences.size())))
                .toList();
    }

    /** One after the other. */
    public Unit with(Unit next) {
        return new Unit(
                Stream.concat(sentences.stream(), next.sentences.stream()).toList(),
                Stream.concat(vectors.stream(), next.vectors.stream()).toList());
    }

    private Unit part(int from, int to) {
        return new Unit(sentences.subList(from, to), vectors.subList(from, to));
    }
}
