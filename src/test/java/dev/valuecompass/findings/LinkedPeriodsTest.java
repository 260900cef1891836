package dev.valuecompass.findings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.valuecompass.scores.statistics.LinkedScores;
import dev.valuecompass.scores.statistics.LinkedScores.AskedQuestion;
import dev.valuecompass.scores.statistics.LinkedScores.ValueAnswers;
import dev.valuecompass.snapshot.Fingerprint;
import dev.valuecompass.snapshot.PeriodRecord;
import dev.valuecompass.snapshot.SamplePeriod;
import dev.valuecompass.snapshot.Snapshot;
import dev.valuecompass.snapshot.SnapshotFields;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Periods on one scale, and where the line breaks. */
class LinkedPeriodsTest {
    private static final List<String> MODELS = List.of("a", "b", "c");

    private static ValueAnswers answers(int anchors, boolean same) {
        Random random = new Random(3);
        List<AskedQuestion> questions = new ArrayList<>();
        for (int q = 0; q < anchors + 30; q++) {
            int[][] then = new int[3][];
            int[][] now = new int[3][];
            for (int m = 0; m < 3; m++) {
                then[m] = new int[] {1, random.nextInt(4) < 1 + m ? 1 : 0};
                now[m] = same ? then[m] : new int[] {1, m == 2 ? 1 : then[m][1]};
            }
            questions.add(new AskedQuestion("t" + q, then, q < anchors ? now : null));
            if (q >= anchors) {
                questions.add(new AskedQuestion("u" + q, null, now));
            }
        }
        return new ValueAnswers(questions);
    }

    @Test
    void sameAnswersAreNoChange() {
        LinkedScores linked = LinkedScores.of(MODELS, List.of(answers(30, true), answers(30, true)), 0.95);
        assertThat(linked.all().mean()).isCloseTo(0, within(0.3));
        assertThat(linked.all().interval().low()).isLessThanOrEqualTo(0);
        assertThat(linked.all().interval().high()).isGreaterThanOrEqualTo(0);
        assertThat(linked.byValue()).hasSize(2);
    }

    /** The third model shows the value in each answer now, which it did in three of four before; the others do as before. */
    @Test
    void modelThatMovesIsToldFromThoseThatDoNot() {
        LinkedScores linked = LinkedScores.of(MODELS, List.of(answers(60, false)), 0.95);
        assertThat(linked.after().get(2)).isCloseTo(100, within(1.0));
        assertThat(linked.changes().get(2).interval().low()).isGreaterThan(5);
        assertThat(linked.changes().get(0).interval().low()).isLessThan(0);
        assertThat(linked.changes().get(0).interval().high()).isGreaterThan(0);
    }

    @Test
    void fewQuestionsInCommonLinkNothing() {
        assertThat(answers(19, true).links()).isFalse();
        assertThat(answers(20, true).links()).isTrue();
        PeriodRecord period = SamplePeriod.proven();
        LinkedPeriods linked = LinkedPeriods.of(period, period, 0.95).get(0);
        assertThat(linked.scores()).isNull();
        assertThat(linked.whole()).isFalse();
        assertThat(linked.fewest()).isLessThan(LinkedScores.FEWEST_ANCHORS);
        assertThat(linked.broken())
                .isEqualTo(period.snapshot().systems().get(0).system().dimensionIds());
    }

    @Test
    void nothingIsLinkedWhereTheRecogniserChanged() {
        PeriodRecord period = SamplePeriod.proven();
        Snapshot s = period.snapshot();
        Fingerprint f = s.fingerprint();
        PeriodRecord other = SamplePeriod.withSnapshot(
                period,
                snapshot -> SnapshotFields.copy(snapshot)
                        .fingerprint(new Fingerprint(f.items(), "another", f.prompts(), f.sampling(), f.scale()))
                        .build());
        assertThat(LinkedPeriods.of(period, other, 0.95)).isEmpty();
    }
}
