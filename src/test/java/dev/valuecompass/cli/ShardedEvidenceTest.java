package dev.valuecompass.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is asked beside the questions of a period is asked in parts too, and is the same as of one run. */
@Tag("slow")
class ShardedEvidenceTest {
    @TempDir
    Path folder;

    @Test
    void partsAskSecondInstrumentsAndConditionsAndTheUnionKeepsThem() throws IOException {
        Path whole = home("whole");
        CommandLineRun run = CommandLineRun.of(whole, "run");
        assertThat(run.exit()).as(run.err()).isZero();

        Path parts = home("parts");
        for (int number : new int[] {2, 1}) {
            CommandLineRun shard =
                    CommandLineRun.of(parts, "evaluate", "--shard", number + "/2", "--runs", parts + "/s" + number);
            assertThat(shard.exit()).as(shard.err()).isZero();
        }
        CommandLineRun merge = CommandLineRun.of(parts, "merge", parts + "/s1", parts + "/s2");
        assertThat(merge.exit()).as(merge.err()).isZero();

        for (String file : new String[] {"instruments.json", "conditions.json"}) {
            assertThat(parts.resolve("data/evidence/2026-11/" + file))
                    .hasSameTextualContentAs(whole.resolve("data/evidence/2026-11/" + file));
        }
    }

    private Path home(String name) throws IOException {
        Path home = folder.resolve(name);
        new SmallPanel()
                .system("schwartz", "items: 6, instruments: [schwartz-choice]")
                .write(home);
        Path file = home.resolve("data/leaderboard.yml");
        Files.writeString(
                file,
                Files.readString(file)
                        + "conditions: {items: 3, wordings: 1, personas: [{id: nurse, system-prompt: You are a nurse.}]}\n");
        return home;
    }
}
