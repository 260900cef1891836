package dev.valuecompass.pipeline.setup;

import static org.assertj.core.api.Assertions.assertThat;

import dev.valuecompass.recognition.RecognizerCard;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class JudgeFloorTest {
    private static RecognizerCard.Quality kappa(double kappa) {
        return new RecognizerCard.Quality(200, "labels of two people", 0.9, 0.9, 0.9, kappa);
    }

    @Test
    void aJudgeIsHeldAgainstPeopleAlone() {
        RecognizerCard card = new RecognizerCard(
                        "direct", "v", "judges", List.of(), Map.of("mft", kappa(0.9)), List.of())
                .with(Map.of("schwartz", kappa(0.39), "safety", kappa(0.4)));
        assertThat(JudgeFloor.warnings(card, List.of("schwartz", "mft", "safety")))
                .satisfiesExactly(
                        below -> assertThat(below)
                                .isEqualTo("schwartz: 'direct' agrees with people at κ = 0.39, below 0.40;"
                                        + " try another judge or another prompt"),
                        unmeasured -> assertThat(unmeasured)
                                .startsWith("mft: how far 'direct' agrees with people has not been measured")
                                .contains("--recognizer direct --data FILE --people --keep WHAT"));
    }
}
