package dev.valuecompass.items.adaem;

import dev.valuecompass.items.Item;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;

/** A topic with the questions that were found for it. Used by one thread at a time. */
final class Arm {
    private static final Comparator<ScoredQuestion> BEST_FIRST = Comparator.comparingDouble(
                    (ScoredQuestion question) -> question.worth().reward())
            .reversed()
            .thenComparing(ScoredQuestion::text);

    private final Item topic;
    private final List<ScoredQuestion> questions = new ArrayList<>();
    private final List<String> texts = new ArrayList<>();
    private final List<float[]> vectors = new ArrayList<>();
    private int pulls;

    Arm(Item topic) {
        this.topic = topic;
    }

    Item topic() {
        return topic;
    }

    /** Counts a pull and returns how many there were before. */
    int pulled() {
        return pulls++;
    }

    /** A text that later ones must not be near to, whatever becomes of it. */
    void remember(String text, float[] vector) {
        texts.add(text);
        vectors.add(vector);
    }

    boolean knows(String text) {
        return texts.contains(text);
    }

    List<float[]> vectors() {
        return vectors;
    }

    void add(ScoredQuestion question) {
        questions.add(question);
    }

    List<ScoredQuestion> questions() {
        return questions;
    }

    /** So many, drawn from twice as many of the best, best first. */
    List<ScoredQuestion> shots(int wanted, Random random) {
        List<ScoredQuestion> best = new ArrayList<>(
                questions.stream().sorted(BEST_FIRST).limit(2L * wanted).toList());
        Collections.shuffle(best, random);
        return best.stream().limit(wanted).sorted(BEST_FIRST).toList();
    }
}
