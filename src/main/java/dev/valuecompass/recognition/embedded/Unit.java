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
 * @param joined of the item's last words and the sentences as one text; null where the sentences are read alone
 * @param request of the item; without numbers where it is not read
 */
public record Unit(List<Sentence> sentences, List<float[]> vectors, float[] joined, float[] request) {
    /** In place of a request that is not read. */
    static final float[] UNREAD = {};

    private static final int OPENING = 2;

    /** What its sentences say; what was left out between them does not count, not even as a keyword. */
    public String text() {
        return sentences.stream().map(Sentence::text).collect(Collectors.joining(" "));
    }

    /** What it is scored by: its sentences, or the one text that it and the item's last words are. */
    List<float[]> read() {
        return joined == null ? vectors : List.of(joined);
    }

    float[] direction() {
        return Vectors.mean(read());
    }

    /** The direction of the first two sentences, where refusals and stances stand. */
    float[] opening() {
        return Vectors.mean(read().subList(0, Math.min(OPENING, read().size())));
    }

    /** The same without the item's last words. */
    Unit alone() {
        return part(0, sentences.size());
    }

    /** Itself, and where the item's last words belong to it, also what it is without them. */
    Stream<Unit> withAndWithoutPrompt() {
        return joined == null ? Stream.of(this) : Stream.of(this, alone());
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
                Stream.concat(vectors.stream(), next.vectors.stream()).toList(),
                joined == null ? null : Vectors.mean(List.of(joined, next.joined)),
                request);
    }

    private Unit part(int from, int to) {
        return new Unit(sentences.subList(from, to), vectors.subList(from, to), null, request);
    }
}
