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
        tampered(whole);
    }

    /** What was changed in a file of evidence is found, and the file named. */
    private static void tampered(Path home) throws IOException {
        CommandLineRun sound = CommandLineRun.of(home, "verify");
        assertThat(sound.exit()).as(sound.err()).isZero();
        assertThat(sound.out()).contains("answers: instruments.json", "answers: conditions.json");
        Path evidence = home.resolve("data/evidence/2026-11");
        for (String[] change : new String[][] {
            {
                "instruments.json",
                "\"consistent\" : 0.",
                "\"consistent\" : 1.",
                "is not what follows from its own answers"
            },
            {"conditions.json", "\"pairs\" : ", "\"pairs\" : 1", "is not what follows from its own answers"},
            {"conditions.json", "\"frozen\" : \"", "\"frozen\" : \"0", "belongs to other frozen files"},
            {"conditions.json", "\"period\" : \"2026-11", "\"period\" : \"2026-10", "is of period 2026-10"},
            {"conditions.json", "\"repetitions\" : 2", "\"repetitions\" : 3", "is not what this program writes"}
        }) {
            Path file = evidence.resolve(change[0]);
            String before = Files.readString(file);
            assertThat(before).contains(change[1]);
            Files.writeString(file, before.replace(change[1], change[2]));
            CommandLineRun verify = CommandLineRun.of(home, "verify");
            assertThat(verify.exit()).as(change[3]).isEqualTo(1);
            assertThat(verify.err()).contains(change[0], change[3]);
            Files.writeString(file, before);
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
