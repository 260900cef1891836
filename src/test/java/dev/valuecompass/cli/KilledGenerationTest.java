package dev.valuecompass.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.valuecompass.launcher.KnownVectors;
import dev.valuecompass.launcher.ProgramJar;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The making of items in a real process, which is killed without a word and resumed; -Dkills=50 does it at full size. */
@Tag("slow")
class KilledGenerationTest {
    private static final int CONCURRENCY = 2;
    private static final int KILLS = Integer.getInteger("kills", 2);

    @TempDir
    private Path folder;

    /** What a dead process had under way is asked again: of each of the four models two requests at most. */
    @Test
    void aKilledGenerationGoesOnWhereItWas() throws IOException, InterruptedException {
        try (SimulatedProvider provider = new SimulatedProvider(folder.resolve("none"))) {
            Path whole = home("whole", provider);
            finish(whole);
            int needed = provider.requests();
            assertThat(needed).isGreaterThan(40);

            provider.forget();
            Path killed = home("killed", provider);
            for (int kill = 1; kill <= KILLS; kill++) {
                int goal = kill * needed / (KILLS + 1);
                java.lang.Process run = start(killed);
                while (run.isAlive() && provider.requests() < goal) {
                    Thread.sleep(1);
                }
                run.destroyForcibly().waitFor();
                assertThat(killed.resolve("data/rounds"))
                        .as("nothing half-made is kept")
                        .doesNotExist();
            }
            finish(killed);

            assertThat(provider.requests()).isBetween(needed, needed + KILLS * SmallPanel.MODELS.size() * CONCURRENCY);
            assertThat(FileTree.digests(killed.resolve("data/rounds")))
                    .isEqualTo(FileTree.digests(whole.resolve("data/rounds")))
                    .hasSize(2);
            provider.forget();
            finish(killed);
            assertThat(provider.requests()).as("there is nothing to do").isZero();
            FileTree.delete(killed.resolve("data/rounds"));
            finish(killed);
            assertThat(provider.requests()).as("made again it asks nothing").isZero();
            assertThat(FileTree.digests(killed.resolve("data/rounds")))
                    .isEqualTo(FileTree.digests(whole.resolve("data/rounds")));
        }
    }

    private Path home(String name, SimulatedProvider provider) throws IOException {
        Path home = folder.resolve(name);
        KnownVectors.lend(home, "items");
        new SmallPanel()
                .system("schwartz", "items: 8, evolve: {budget: " + 3 * KILLS + ", topics: 4, explore: 1, depth: 1}")
                .write(home);
        Path file = home.resolve("data/leaderboard.yml");
        Files.writeString(
                file,
                Files.readString(file)
                        .replace(
                                "kind: simulated, file: simulated/alike.yml",
                                "kind: openai, base-url: \"" + provider.address() + "\", concurrency: " + CONCURRENCY));
        return home;
    }

    private static void finish(Path home) throws IOException, InterruptedException {
        java.lang.Process run = start(home);
        assertThat(run.waitFor(5, TimeUnit.MINUTES)).isTrue();
        assertThat(run.exitValue()).as(Files.readString(home.resolve("log"))).isZero();
    }

    private static java.lang.Process start(Path home) throws IOException {
        return new ProcessBuilder(ProgramJar.command(home, "items", "generate", "--period", "2026-11"))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(new File(home.toFile(), "log")))
                .start();
    }

    @AfterEach
    void takeBackVectors() {
        KnownVectors.takeBack(folder);
    }
}
