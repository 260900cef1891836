package dev.valuecompass.recognition.embedded;

import dev.valuecompass.embedding.Sentence;
import dev.valuecompass.embedding.SentenceEncoder;
import dev.valuecompass.embedding.SentenceSplitter;
import dev.valuecompass.embedding.Vectors;
import dev.valuecompass.responses.Opinion;
import dev.valuecompass.value.ReaderSettings;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/** Turns an answer into units of encoded sentences. */
public final class UnitReader {
    /** Of a longer answer only the first sentences are read, so that no answer can hold up a run. */
    static final int MOST_SENTENCES = 200;

    private final SentenceEncoder encoder;
    private final SentenceSplitter splitter = new SentenceSplitter();
    private final float[] centre;
    private final Solicitation solicitation;

    /**
     * @param centre what all sentences have in common, taken from every vector
     * @param solicitation what is not read
     */
    public UnitReader(SentenceEncoder encoder, float[] centre, Solicitation solicitation) {
        this.encoder = encoder;
        this.centre = centre;
        this.solicitation = solicitation;
    }

    /**
     * One reading of one answer; without units when there is no word in it.
     *
     * @param whole whether it is scored as it is, not in parts
     */
    public record AnswerUnits(AnswerForm form, boolean whole, List<Unit> units) {}

    /**
     * @param opinion null when the answer is not one
     * @param prompt the item that was answered
     */
    public AnswerUnits read(String text, Opinion opinion, String prompt, ReaderSettings settings) {
        List<Sentence> sentences = splitter.split(text).stream()
                .limit(MOST_SENTENCES)
                .filter(sentence -> !solicitation.isOne(sentence.text()) && !fence(text, sentence))
                .toList();
        List<List<Sentence>> points = opinion == null
                ? List.of()
                : opinion.points().stream()
                        .map(point -> within(sentences, point.start(), point.end()))
                        .toList();
        List<Unit> units = units(points);
        return units.isEmpty()
                ? new AnswerUnits(
                        AnswerForm.FREE,
                        settings.parts() == ReaderSettings.Parts.WHOLE,
                        units(List.of(sentences)).stream()
                                .map(unit -> beside(prompt, unit, settings))
                                .toList())
                : new AnswerUnits(AnswerForm.OPINION, false, units);
    }

    private Unit beside(String prompt, Unit unit, ReaderSettings settings) {
        return switch (settings.prompt()) {
            case UNSEEN -> unit;
            case APART -> new Unit(unit.sentences(), unit.vectors(), null, vector(prompt));
            case JOINED ->
                new Unit(
                        unit.sentences(),
                        unit.vectors(),
                        vector(lastWords(prompt, settings.promptWords()) + " " + unit.text()),
                        Unit.UNREAD);
        };
    }

    /** The language that a code block names says nothing, but would count as much as any other sentence. */
    private static boolean fence(String text, Sentence sentence) {
        return (text.startsWith("```", sentence.start() - 3) || text.startsWith("~~~", sentence.start() - 3))
                && sentence.text().indexOf(' ') < 0;
    }

    private static String lastWords(String text, int most) {
        List<String> words = List.of(text.strip().split("\s+"));
        return String.join(" ", words.subList(Math.max(0, words.size() - most), words.size()));
    }

    /** The direction of a text: centred and of length 1. */
    public float[] vector(String text) {
        return vectors(List.of(text)).get(0);
    }

    private List<float[]> vectors(List<String> texts) {
        List<float[]> vectors = encoder.encodeAll(texts);
        for (float[] vector : vectors) {
            for (int i = 0; i < vector.length; i++) {
                vector[i] -= centre[i];
            }
        }
        return vectors.stream().map(Vectors::unit).toList();
    }

    private static List<Sentence> within(List<Sentence> all, int start, int end) {
        return all.stream()
                .filter(sentence -> sentence.end() > start && sentence.start() < end)
                .filter(sentence -> sentence.start() >= start || sentence.end() <= end)
                .toList();
    }

    /** Of each part its unit, unless nothing is left of it that is said. */
    private List<Unit> units(List<List<Sentence>> parts) {
        Iterator<float[]> vectors = vectors(
                        parts.stream().flatMap(List::stream).map(Sentence::text).toList())
                .iterator();
        List<Unit> units = new ArrayList<>();
        for (List<Sentence> part : parts) {
            List<Sentence> said = new ArrayList<>();
            List<float[]> directions = new ArrayList<>();
            for (Sentence sentence : part) {
                float[] vector = vectors.next();
                if (!solicitation.isLikeOne(vector)) {
                    said.add(sentence);
                    directions.add(vector);
                }
            }
            if (!said.isEmpty()) {
                units.add(new Unit(List.copyOf(said), List.copyOf(directions), null, Unit.UNREAD));
            }
        }
        return List.copyOf(units);
    }
}
