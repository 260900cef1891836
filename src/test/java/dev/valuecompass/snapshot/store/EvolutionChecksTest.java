package dev.valuecompass.snapshot.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.valuecompass.io.Defect;
import dev.valuecompass.snapshot.ArmRecord;
import dev.valuecompass.snapshot.EvolutionRecord;
import dev.valuecompass.snapshot.EvolutionRecordFields;
import dev.valuecompass.snapshot.EvolvedPeriod;
import dev.valuecompass.snapshot.RewardCheck;
import dev.valuecompass.snapshot.RewardCheckFields;
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

    /** .6 over the root of .64 is .75. */
    @Test
    void aCorrectedCorrelationFollowsFromWhatIsPublished() {
        assertThat(corrected(0.6, 0.64, 0.75)).isEmpty();
        assertThat(corrected(0.9, 0.64, 1.0))
                .as("no correlation is more than 1")
                .isEmpty();
        assertThat(corrected(0.6, 0.64, 0.76))
                .singleElement()
                .asString()
                .contains("is 0.76, which does not follow from correlation and reliability");
        assertThat(corrected(0.6, null, 0.75)).hasSize(1);
    }

    private static List<String> corrected(Double correlation, Double reliability, Double corrected) {
        RewardCheck check = RewardCheckFields.builder()
                .models(List.of("a", "b"))
                .items(60)
                .correlation(correlation)
                .low(0.3)
                .high(0.9)
                .reliability(reliability)
                .corrected(corrected)
                .correctedLow(0.3)
                .correctedHigh(1.0)
                .build();
        return SnapshotCheck.check(EvolvedPeriod.with(EvolutionRecordFields.copy(EvolvedPeriod.evolution())
                        .check(check)
                        .build()))
                .stream()
                .map(Defect::what)
                .toList();
    }
}
