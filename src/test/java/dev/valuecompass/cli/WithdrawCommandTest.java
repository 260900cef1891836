package dev.valuecompass.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.valuecompass.io.Json;
import dev.valuecompass.snapshot.SamplePeriod;
import dev.valuecompass.snapshot.store.PeriodStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SortedMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A published period that is taken back keeps every byte, and so its proof. */
class WithdrawCommandTest {
    @TempDir
    Path home;

    private Path periods;
    private Path mark;

    @BeforeEach
    void freeze() {
        new PeriodStore(home.resolve("data")).write(SamplePeriod.proven());
        periods = home.resolve("data/periods");
        mark = periods.resolve("2025-03.withdrawn.json");
    }

    private CommandLineRun withdraw(String... args) {
        String[] words = new String[args.length + 1];
        words[0] = "withdraw";
        System.arraycopy(args, 0, words, 1, args.length);
        return CommandLineRun.alone(home, words);
    }

    @Test
    void thePeriodIsMarkedProvesItselfAndCanStandAgain() throws IOException {
        SortedMap<String, String> frozen = FileTree.digests(periods);
        CommandLineRun done = withdraw("2025-03", "--reason", "a prompt was \u202ecut");
        assertThat(done.exit()).as(done.err()).isZero();
        assertThat(done.out()).contains("period 2025-03 is withdrawn", "compass site");
        assertThat(Json.tree(Files.readString(mark), "mark").path("date").asString())
                .isEqualTo("2026-11-21");

        CommandLineRun verify = CommandLineRun.alone(home, "verify", "2025-03");
        assertThat(verify.exit()).as(verify.err()).isZero();
        assertThat(verify.out())
                .contains("checksums hold", "withdrawn on 2026-11-21: a prompt was ")
                .doesNotContain("\u202e");

        assertThat(withdraw("2025-03", "--undo").out()).contains("period 2025-03 stands again");
        assertThat(FileTree.digests(periods)).isEqualTo(frozen);
        assertThat(CommandLineRun.alone(home, "verify").out()).doesNotContain("withdrawn on");
    }

    @Test
    void whatCannotBeWithdrawnIsSaid() {
        assertThat(withdraw("2025-04", "--reason", "why").err())
                .contains("'2025-04' is not a frozen period", "2025-03");
        assertThat(withdraw("../2025-03", "--reason", "why").exit()).isEqualTo(2);
        assertThat(withdraw("2025-03").err()).contains("give --reason TEXT, or --undo");
        assertThat(withdraw("2025-03", "--undo", "--reason", "why").exit()).isEqualTo(2);
        assertThat(withdraw("2025-03", "--reason", " ").err()).contains("--reason says nothing");
        assertThat(withdraw("2025-03", "--undo").err()).contains("period 2025-03 is not withdrawn");
        assertThat(mark).doesNotExist();
    }

    @Test
    void aMarkIsCheckedWithPlaceAndFix() throws IOException {
        Files.writeString(mark, "{\n  \"date\": \"soon\",\n  \"reasn\": \"typo\"\n}\n");
        Files.writeString(periods.resolve("2025-05.withdrawn.json"), "{\"date\":\"2026-11-21\",\"reason\":\"none\"}");
        for (String command : new String[] {"check", "verify"}) {
            CommandLineRun run = CommandLineRun.alone(home, command);
            assertThat(run.exit()).as(command).isNotZero();
            assertThat(run.err())
                    .as(command)
                    .contains(
                            mark + ":2: 'soon' is not a date such as 2026-11-30",
                            mark + ":3: unknown key 'reasn'",
                            "no reason is given",
                            "compass withdraw PERIOD --reason TEXT");
        }
        assertThat(CommandLineRun.alone(home, "check").err()).contains("there is no period '2025-05' to withdraw");
    }
}
