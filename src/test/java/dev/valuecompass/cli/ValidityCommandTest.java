package dev.valuecompass.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.valuecompass.io.Json;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code compass validity} on a frozen period. */
class ValidityCommandTest {
    private static final String FROZEN = "src/test/resources/golden/version-3-validity";

    @TempDir
    Path home;

    @Test
    void tellsOfEachValueForPeople() {
        CommandLineRun run = CommandLineRun.of(home, "validity", "--data", FROZEN);
        assertThat(run.exit()).as(run.err()).isZero();
        assertThat(run.out())
                .contains("Validity of period 2025-03, revision 1 (simulated models: synthetic)")
                .containsPattern("\\n  caution +pass +reliability +1\\.00 +0\\.0 +6 +0 +-\\n")
                .contains("values together: cannot be told")
                .contains("the period does not hold: models, lengths, reader");
    }

    @Test
    void printsWhatWasFrozenAsJson() throws Exception {
        CommandLineRun run = CommandLineRun.of(home, "validity", "2025-03", "--json", "--data", FROZEN);
        assertThat(run.exit()).as(run.err()).isZero();
        assertThat(Json.tree(run.out(), "out"))
                .isEqualTo(
                        Json.tree(Files.readString(Path.of(FROZEN, "periods/2025-03/validity.json")), "validity.json"));
    }

    @Test
    void periodThatIsNotFrozenIsRefusedWithThoseThatAre() {
        CommandLineRun run = CommandLineRun.of(home, "validity", "2025-04", "--data", FROZEN);
        assertThat(run.exit()).isEqualTo(2);
        assertThat(run.err()).contains("'2025-04' is not a frozen period; frozen: 2025-03");
        CommandLineRun none = CommandLineRun.of(home, "validity");
        assertThat(none.exit()).isEqualTo(2);
        assertThat(none.err()).contains("no period is frozen yet", "run or import one first");
    }
}
