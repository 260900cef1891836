package dev.valuecompass.items.adaem;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class AdaemResultTest {
    private static ScoredQuestion question(String topic, String text, int pull, double reward) {
        return new ScoredQuestion(topic, text, "m", pull, List.of(), null, new Informativeness(reward, 0, 1));
    }

    private final AdaemResult round = new AdaemResult(
            List.of(),
            List.of(
                    question("t1", "a", 1, 5),
                    question("t1", "b", 1, 9),
                    question("t2", "c", 2, 7),
                    question("t2", "b", 2, 8),
                    question("t1", "d", 3, 6)),
            List.of(
                    new AdaemResult.Pull("t1", 2, 7),
                    new AdaemResult.Pull("t2", 2, 7.5),
                    new AdaemResult.Pull("t1", 1, 6)),
            new TreeMap<>());

    @Test
    void theBestComeFirstAndATextOnce() {
        assertThat(round.ranked()).extracting(ScoredQuestion::text).containsExactly("b", "c", "d", "a");
    }

    /** A question on which nobody differs is made and never kept. */
    @Test
    void whatTellsNobodyApartIsNotKept() {
        AdaemResult flat = new AdaemResult(
                List.of(),
                List.of(question("t1", "a", 1, 0), question("t1", "b", 1, 0.1)),
                List.of(new AdaemResult.Pull("t1", 2, 0.05)),
                new TreeMap<>());
        assertThat(flat.best(0, 9)).extracting(ScoredQuestion::text).containsExactly("b");
        assertThat(flat.finished(2, 9, List.of("One of the pool.", "Another thing."))
                        .kept())
                .extracting(ScoredQuestion::text)
                .containsExactly("b");
        assertThat(flat.byReward()).extracting(ScoredQuestion::text).containsExactly("b", "a");
    }

    @Test
    void noTopicFillsTheSet() {
        assertThat(round.best(3, 1)).extracting(ScoredQuestion::text).containsExactly("b", "c");
        assertThat(round.best(2, 9)).extracting(ScoredQuestion::text).containsExactly("b", "c");
        assertThat(round.best(0, 9)).hasSize(4);
    }

    /** Best two: after pull 1 b, a: 7 of t1; after pull 2 b, c: 8 of both; pull 3 adds nothing better. The second b is worth less. */
    @Test
    void theCurveTellsWhatEachPullBrought() {
        assertThat(round.curve(2))
                .containsExactly(
                        new AdaemResult.CurvePoint(1, 7, 7.0, 1),
                        new AdaemResult.CurvePoint(2, 7.5, 8.0, 2),
                        new AdaemResult.CurvePoint(3, 6, 8.0, 2));
    }
}
