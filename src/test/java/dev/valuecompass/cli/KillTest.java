package dev.valuecompass.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.valuecompass.bench.KilledRuns;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A real process is killed without a word, again and again; the full size is {@link KilledRuns#main}. */
@Tag("slow")
class KillTest {
    private static final int CALLS = 400;
    private static final int KILLS = 6;
    private static final int CONCURRENCY = 4;

    @TempDir
    Path folder;

    @Test
    void r12R16KilledRunsLoseNothingRepeatOnlyWhatWasUnderWayAndFreezeTheSameBytes()
            throws IOException, InterruptedException {
        try (KilledRuns runs = new KilledRuns(folder, new KilledRuns.Size(CALLS, KILLS, CONCURRENCY, 10, 20))) {
            KilledRuns.Outcome outcome = runs.killAndGoOn();
            assertThat(outcome.repeated())
                    .hasSize(KILLS)
                    .allSatisfy(repeated -> assertThat(repeated).isBetween(0, CONCURRENCY));
            assertThat(outcome.distinct()).isEqualTo(CALLS);
            assertThat(outcome.afterwards()).as("a finished run asks nothing").isZero();
            assertThat(outcome.same())
                    .as("the frozen period is that of an uninterrupted run")
                    .isTrue();
        }
    }
}
