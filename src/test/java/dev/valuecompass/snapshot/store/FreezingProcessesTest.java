package dev.valuecompass.snapshot.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.valuecompass.io.DataException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Several processes, and several threads, freeze in one folder; some are killed in the middle. */
@Tag("slow")
class FreezingProcessesTest {
    private static final int PAIRS = 12;
    private static final int KILLS = 3;

    @TempDir
    Path folder;

    @Test
    void ofTwoProcessesThatFreezeOnePeriodOneDoesAndTheOtherIsRefused() throws IOException {
        try (FreezingProcess one = new FreezingProcess();
                FreezingProcess two = new FreezingProcess()) {
            for (int pair = 0; pair < PAIRS; pair++) {
                Path data = folder.resolve("pair-" + pair);
                one.order("write", "One", data);
                two.order("write", "Two", data);
                List<String> said =
                        List.of(one.answer().orElseThrow(), two.answer().orElseThrow());
                assertThat(said).filteredOn("CREATED"::equals).hasSize(1);
                assertThat(said)
                        .filteredOn(answer -> !answer.equals("CREATED"))
                        .singleElement()
                        .asString()
                        .contains("would change: notEvaluated");
                String title = said.get(0).equals("CREATED") ? "One" : "Two";
                assertThat(new PeriodStore(data).read("2025-03").snapshot().title())
                        .isEqualTo(title);
                assertThat(names(data)).containsExactly("2025-03");
            }
            one.order("write", "Same", folder.resolve("same"));
            two.order("write", "Same", folder.resolve("same"));
            assertThat(List.of(one.answer().orElseThrow(), two.answer().orElseThrow()))
                    .containsExactlyInAnyOrder("CREATED", "UNCHANGED");
        }
    }

    @Test
    void afterAKillAnywhereThePeriodIsWholeAndTheNextWriteCleansUp() throws IOException, InterruptedException {
        Random chance = new Random(5);
        for (int kill = 0; kill < KILLS; kill++) {
            Path data = folder.resolve("kill-" + kill);
            try (FreezingProcess process = new FreezingProcess()) {
                process.order("revise", "Killed", data);
                assertThat(process.answer()).contains("CREATED");
                Thread.sleep(chance.nextInt(60));
                process.kill();
            }
            PeriodStore store = new PeriodStore(data);
            assertThat(store.periods()).containsExactly("2025-03");
            assertThat(store.check("2025-03")).isEmpty();
            store.revise(FreezingProcess.period("Mended"), "after a crash");
            assertThat(store.read("2025-03").snapshot().title()).isEqualTo("Mended");
            assertThat(names(data)).containsExactly("2025-03");
        }
    }

    @Test
    void whatCrashesLeftIsRemovedAndWhatOthersKeepThereIsNot() throws IOException {
        PeriodStore store = new PeriodStore(folder);
        store.write(FreezingProcess.period("One"));
        for (String left : List.of(".2025-03.part/cases", ".2025-04.7-ab.part/labels", ".2025-03.replaced/cases")) {
            Files.createDirectories(folder.resolve("periods").resolve(left));
        }
        Files.createDirectories(folder.resolve("periods/.git"));
        Files.createDirectories(folder.resolve("periods/.replaced"));
        store.write(FreezingProcess.period("One"));
        assertThat(names(folder)).containsExactly(".git", ".replaced", "2025-03");
    }

    @Test
    void whoWaitsTooLongIsToldForWhom() throws IOException {
        Path periods = Files.createDirectories(folder.resolve("periods"));
        try (PeriodLock held = PeriodLock.take(periods)) {
            CompletableFuture<Void> second = CompletableFuture.runAsync(
                    () -> PeriodLock.take(periods, Duration.ofMillis(50)).close());
            assertThatThrownBy(second::join)
                    .hasCauseInstanceOf(DataException.class)
                    .hasMessageContaining("a period is being frozen here")
                    .hasMessageContaining("run the same command again");
            PeriodLock.take(periods, Duration.ZERO).close();
        }
        PeriodLock.take(periods, Duration.ZERO).close();
    }

    /** Whoever waits for it would wait for nobody. */
    @Test
    void aLockThatCannotBeWrittenOnAFullDiskIsLetGo() throws IOException {
        Path full = Path.of("/dev/full");
        assumeTrue(Files.isWritable(full), "this system has no " + full);
        Path periods = Files.createDirectories(folder.resolve("periods"));
        Path lock = Files.createSymbolicLink(folder.resolve(".periods.lock"), full);
        for (int i = 0; i < 2; i++) {
            assertThatThrownBy(() -> PeriodLock.take(periods, Duration.ofMillis(50)))
                    .isInstanceOf(DataException.class)
                    .hasMessageContaining("cannot be written");
        }
        Files.delete(lock);
    }

    private static List<String> names(Path data) throws IOException {
        try (Stream<Path> all = Files.list(data.resolve("periods"))) {
            return all.map(path -> path.getFileName().toString()).sorted().toList();
        }
    }
}
