package dev.valuecompass.items.adaem;

import dev.valuecompass.items.Item;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/** A topic with the questions that were found for it. Used by one thread at a time. */
final class Arm {
    private final Item topic;
    private final List<Shot> carried;
    private final List<ScoredQuestion> questions = new ArrayList<>();
    private final List<String> texts = new ArrayList<>();
    private final List<float[]> vectors = new ArrayList<>();
    private int pulls;

    /** @param carried its best questions of an earlier period: examples, and nothing else */
    Arm(Item topic, List<Shot> carried) {
        this.topic = topic;
        this.carried = carried;
    }

    Item topic() {
        return topic;
    }

    List<Shot> carried() {
        return carried;
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
    List<Shot> shots(int wanted, Random random) {
        Stream<Shot> own = questions.stream()
                .map(question -> new Shot(question.text(), question.worth().reward()));
        List<Shot> best = new ArrayList<>(Stream.concat(carried.stream(), own)
                .sorted(Shot.BEST_FIRST)
                .limit(2L * wanted)
                .toList());
        Collections.shuffle(best, random);
        return best.stream().limit(wanted).sorted(Shot.BEST_FIRST).toList();
    }
}
