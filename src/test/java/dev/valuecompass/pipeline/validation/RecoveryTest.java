package dev.valuecompass.pipeline.validation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.valuecompass.io.DataFolder;
import dev.valuecompass.responses.OutcomeCountsFields;
import dev.valuecompass.snapshot.ScoreCell;
import dev.valuecompass.snapshot.SystemResult;
import dev.valuecompass.value.Theory;
import dev.valuecompass.value.ValueSystem;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RecoveryTest {
    private static final ValueSystem MFT =
            Theory.load(DataFolder.over(Path.of("data"))).system("mft");
    private static final String FIRST = MFT.dimensionIds().get(0);
    private static final Map<String, Double> TRUTH = Map.of("a", 0.1, "b", 0.2, "c", 0.3, "d", 0.4);

    /** Ranks 1, 2, 4, 3 against 1, 2, 3, 4: 1 − 6 · (0 + 0 + 1 + 1) / (4 · 15) = 0.8; e is not simulated. */
    @Test
    void correlatesScoresWithTheTruthByRank() {
        Recovery.DimensionRecovery fit =
                fit(cell("a", 5.0), cell("b", 6.0), cell("c", 90.0), cell("d", 7.0), cell("e", 1.0));
        assertThat(fit.models()).isEqualTo(4);
        assertThat(fit.answers()).isEqualTo(12);
        assertThat(fit.spearman()).isCloseTo(0.8, within(1e-12));
    }

    @Test
    void saysNothingWhereNothingCanBeTold() {
        assertThat(fit(cell("a", 5.0), cell("b", 6.0), cell("c", null)).spearman())
                .isNull();
        assertThat(fit(cell("a", 5.0), cell("b", 5.0), cell("c", 5.0)).spearman())
                .as("all alike")
                .isNull();
    }

    private static Recovery.DimensionRecovery fit(ScoreCell... cells) {
        return Recovery.fit(
                new SystemResult(MFT, 12, List.of(cells)), FIRST, model -> Optional.ofNullable(TRUTH.get(model)));
    }

    private static ScoreCell cell(String model, Double score) {
        return new ScoreCell(
                model,
                FIRST,
                score,
                null,
                null,
                null,
                OutcomeCountsFields.builder()
                        .asked(12)
                        .answered(12)
                        .refused(0)
                        .filtered(0)
                        .truncated(0)
                        .empty(0)
                        .unparsed(0)
                        .unscored(0)
                        .failed(0)
                        .skipped(0)
                        .build());
    }
}
