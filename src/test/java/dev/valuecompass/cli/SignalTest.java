package dev.valuecompass.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.valuecompass.launcher.KnownVectors;
import dev.valuecompass.launcher.ProgramJar;
import dev.valuecompass.llm.store.RunStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A real process is stopped by a real signal in the middle of a run. */
@Tag("slow")
class SignalTest {
    private static final int ITEMS = 40;
    private static final int CONCURRENCY = 2;

    @TempDir
    Path home;

    @ParameterizedTest
    @CsvSource({"INT,130", "TERM,143"})
    void r19ASignalEndsARunSoonAndNothingThatWasAnsweredIsLost(String signal, int exit)
            throws IOException, InterruptedException {
        assumeTrue(Files.isExecutable(Path.of("/bin/kill")), "there is no /bin/kill to send signals with");
        try (ProviderRun provider = new ProviderRun(home, 250)) {
            provider.configure(List.of("one"), ITEMS, "");
            KnownVectors.lend(home, "run");
            java.lang.Process run = start();
            try {
                assertThat(asked(provider, 8)).as(log()).isTrue();
                new ProcessBuilder("/bin/kill", "-" + signal, Long.toString(run.pid()))
                        .start()
                        .waitFor();
                assertThat(run.waitFor(40, TimeUnit.SECONDS)).as(log()).isTrue();
            } finally {
                run.destroyForcibly();
            }
            assertThat(run.exitValue()).as(log()).isEqualTo(exit);
            assertThat(log()).contains("interrupted").contains("kept");

            long kept;
            try (RunStore store = RunStore.open(home.resolve("runs/2026-11.sqlite"))) {
                kept = store.size();
            }
            int before = provider.asked();
            assertThat(kept).isBetween((long) before - 2 * CONCURRENCY, (long) before);
            provider.run("run", "--period", "2026-11");
            assertThat(provider.asked() - before).isEqualTo((int) (ITEMS - kept));
        }
    }

    private java.lang.Process start() throws IOException {
        // A shell that was started in the background hands on an ignored SIGINT; env puts it back.
        List<String> command = new ArrayList<>(List.of("env", "--default-signal=INT"));
        command.addAll(ProgramJar.command(home, "run", "--period", "2026-11"));
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(home.resolve("log").toFile())
                .start();
    }

    private static boolean asked(ProviderRun provider, int requests) throws InterruptedException {
        long end = System.nanoTime() + Duration.ofSeconds(120).toNanos();
        while (provider.asked() < requests && System.nanoTime() < end) {
            Thread.sleep(20);
        }
        return provider.asked() >= requests;
    }

    private String log() throws IOException {
        return Files.readString(home.resolve("log"));
    }

    @AfterEach
    void takeBackVectors() {
        KnownVectors.takeBack(home);
    }
}
