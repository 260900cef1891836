package dev.valuecompass.snapshot.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.valuecompass.io.Defect;
import dev.valuecompass.snapshot.ArmRecord;
import dev.valuecompass.snapshot.EvolutionRecord;
import dev.valuecompass.snapshot.EvolutionRecordFields;
import dev.valuecompass.snapshot.EvolvedPeriod;
import dev.valuecompass.snapshot.check.SnapshotCheck;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a snapshot says of the way in which items evolved has to be possible. */
class EvolutionChecksTest {
    private static List<String> wrong(List<Double> rewards, List<Double> best, List<Integer> topics) {
        EvolutionRecord way = EvolvedPeriod.evolution();
        return SnapshotCheck.check(EvolvedPeriod.with(EvolutionRecordFields.copy(way)
                        .rewards(rewards)
                        .best(best)
                        .topics(topics)
                        .review(null)
                        .build()))
                .stream()
                .map(Defect::what)
                .toList();
    }

    @Test
    void aPlaceForEachPullInEachList() {
        assertThat(wrong(List.of(1.0, 2.0), List.of(1.0, 2.0), List.of(1, 2))).isEmpty();
        assertThat(wrong(List.of(1.0, 2.0), List.of(1.0), List.of(1, 2)))
                .singleElement()
                .asString()
                .contains("tells 2 rewards, 1 means of the best and 2 numbers of topics");
        assertThat(wrong(null, List.of(1.0), List.of(1)))
                .singleElement()
                .asString()
                .contains("not complete");
    }

    @Test
    void anArmStandsOnceAndWasPulled() {
        List<ArmRecord> arms = List.of(new ArmRecord("a", 2, 1.5), new ArmRecord("a", 1, 0), new ArmRecord("b", 0, 1));
        assertThat(SnapshotCheck.check(EvolvedPeriod.with(EvolutionRecordFields.copy(EvolvedPeriod.evolution())
                        .arms(arms)
                        .build())))
                .extracting(Defect::what)
                .containsExactly("two arms of toy for a", "an impossible arm of toy, b");
    }

    /** Two questions are not about three topics, and nothing is worth less than nothing. */
    @Test
    void possibleFigures() {
        assertThat(wrong(List.of(-1.0), List.of(1.0), List.of(1)))
                .singleElement()
                .asString()
                .contains("reward below 0");
        assertThat(wrong(List.of(1.0), List.of(1.0), List.of(3)))
                .singleElement()
                .asString()
                .contains("the best 2 cannot be about");
    }
}
