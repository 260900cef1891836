package dev.valuecompass.recognition.embedded.features;

import dev.valuecompass.embedding.Sentence;
import dev.valuecompass.embedding.SentenceEncoder;
import dev.valuecompass.embedding.SentenceSplitter;
import dev.valuecompass.embedding.Vectors;
import dev.valuecompass.responses.Opinion;
import java.util.ArrayList;
import java.util.List;

/** Turns an answer into units of encoded sentences. */
public final class Reader {
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
    public Reader(SentenceEncoder encoder, float[] centre, Solicitation solicitation) {
        this.encoder = encoder;
        this.centre = centre;
        this.solicitation = solicitation;
    }

    /** One reading of one answer; without units when there is no word in it. */
    public record Answer(Form form, List<Unit> units) {}

    /** @param opinion null when the answer is not one */
    public Answer read(String text, Opinion opinion) {
        List<Sentence> sentences = splitter.split(text).stream()
                .limit(MOST_SENTENCES)
                .filter(sentence -> !solicitation.isOne(sentence.text()))
                .toList();
        List<Unit> units = new ArrayList<>();
        if (opinion != null) {
            for (Opinion.KeyPoint point : opinion.points()) {
                unit(sentences, point.start(), point.end(), units);
            }
        }
        Form form = units.isEmpty() ? Form.FREE : Form.OPINION;
        if (units.isEmpty()) {
            unit(sentences, 0, text.length(), units);
        }
        return new Answer(form, List.copyOf(units));
    }

    /** The direction of a text: centred and of length 1. */
    public float[] vector(String text) {
        float[] vector = encoder.encode(text);
        for (int i = 0; i < vector.length; i++) {
            vector[i] -= centre[i];
        }
        return Vectors.unit(vector);
    }

    private void unit(List<Sentence> all, int start, int end, List<Unit> units) {
        List<Sentence> sentences = all.stream()
                .filter(sentence -> sentence.end() > start && sentence.start() < end)
                .filter(sentence -> sentence.start() >= start || sentence.end() <= end)
                .toList();
        List<Sentence> said = new ArrayList<>();
        List<float[]> vectors = new ArrayList<>();
        for (Sentence sentence : sentences) {
            float[] vector = vector(sentence.text());
            if (!solicitation.isLikeOne(vector)) {
                said.add(sentence);
                vectors.add(vector);
            }
        }
        if (!said.isEmpty()) {
            units.add(new Unit(List.copyOf(said), List.copyOf(vectors)));
        }
    }
}
