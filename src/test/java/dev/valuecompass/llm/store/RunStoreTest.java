package dev.valuecompass.llm.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.valuecompass.io.DataException;
import dev.valuecompass.llm.CallKey;
import dev.valuecompass.llm.ChatResult;
import dev.valuecompass.llm.Message;
import dev.valuecompass.llm.Outcome;
import dev.valuecompass.llm.Usage;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("slow")
class RunStoreTest {
    @TempDir
    Path folder;

    static CallKey key(int number) {
        return new CallKey(1, "openai", "http://x/v1", "m", List.of(Message.user("question " + number)), Map.of(), 0);
    }

    private Path file() {
        return folder.resolve("runs/run.db");
    }

    @Test
    void r12WhatWasSavedIsThereAfterwardsToTheLastCharacter() {
        ChatResult result = new ChatResult(
                Outcome.ANSWERED,
                "tab\t, nul\u0000, emoji \uD83D\uDE00, \u202Ebidi, \"quote\"\n",
                "thoughts",
                "m-2026",
                new Usage(10, null, 20, 5),
                List.of("HTTP 500"),
                "",
                false);
        try (RunStore store = RunStore.open(file())) {
            store.save(key(1), result);
        }
        try (RunStore store = RunStore.open(file())) {
            ChatResult found = store.find(key(1)).orElseThrow();
            assertThat(found.replayed()).isTrue();
            assertThat(found)
                    .usingRecursiveComparison()
                    .ignoringFields("replayed")
                    .isEqualTo(result);
            assertThat(store.find(key(2))).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource(Outcome.class)
    void r56OnlyEndsOfACallAreKept(Outcome outcome) {
        try (RunStore store = RunStore.open(file())) {
            store.save(key(1), ChatResult.failed(outcome, "why").after(List.of("HTTP 503")));
            boolean kept = EnumSet.of(
                            Outcome.ANSWERED,
                            Outcome.REFUSED,
                            Outcome.FILTERED,
                            Outcome.TRUNCATED,
                            Outcome.EMPTY,
                            Outcome.CONTEXT_OVERFLOW)
                    .contains(outcome);
            assertThat(store.find(key(1)).isPresent()).isEqualTo(kept);
            assertThat(store.size()).isEqualTo(kept ? 1 : 0);
        }
    }

    @Test
    void failedAttemptsAreOnRecordWithoutBeingAnswers() throws SQLException {
        try (RunStore store = RunStore.open(file())) {
            store.save(
                    key(1), ChatResult.failed(Outcome.PROVIDER_ERROR, "x").after(List.of("HTTP 500 a", "HTTP 500 b")));
        }
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + file());
                Statement statement = connection.createStatement();
                var rows = statement.executeQuery(
                        "select number, error from attempt where digest = '" + key(1).digest() + "' order by id")) {
            rows.next();
            assertThat(rows.getString(2)).isEqualTo("HTTP 500 a");
            rows.next();
            assertThat(rows.getInt(1)).isEqualTo(2);
            assertThat(rows.next()).isFalse();
        }
    }

    private void damage(String statement) throws SQLException {
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + file());
                Statement once = connection.createStatement()) {
            assertThat(once.executeUpdate(statement)).isEqualTo(1);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update call set result = replace(result, 'answer 1', 'another')",
                "update call set result = substr(result, 1, 20)",
                "update call set result = ''",
                "update call set proof = 'x'",
                "update call set result = x'ff00ff'",
                "update call set digest = 'x'",
                "delete from call"
            })
    void r13ADamagedRowIsRefusedUntilItIsGivenUpAndThenReplaced(String damage) throws SQLException {
        try (RunStore store = RunStore.open(file())) {
            store.save(key(1), ChatResult.answered("answer 1"));
        }
        damage(damage);
        assertThatThrownBy(() -> RunStore.open(file()))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("1 of 1 stored answers cannot be read, which were paid for")
                .hasMessageContaining("--accept-losses");
        try (RunStore store = RunStore.open(file(), new Overrides(true, false))) {
            assertThat(store.find(key(1))).isEmpty();
            store.save(key(1), ChatResult.answered("answer 1 again"));
            assertThat(store.find(key(1)).orElseThrow().text()).isEqualTo("answer 1 again");
        }
        RunStore.open(file()).close();
    }

    /** What is found by is the digest; the key stands beside it for people. */
    @Test
    void r13ADamagedKeyCostsNothing() throws SQLException {
        try (RunStore store = RunStore.open(file())) {
            store.save(key(1), ChatResult.answered("answer 1"));
        }
        damage("update call set key = 'x'");
        try (RunStore store = RunStore.open(file())) {
            assertThat(store.find(key(1)).orElseThrow().text()).isEqualTo("answer 1");
        }
    }

    /** Whoever copies a store that nobody has open needs no other file; while it is written, the log goes with it. */
    @Test
    void r12TheFileAloneHoldsAllThatWasStored() throws Exception {
        Path copy = folder.resolve("alone.db");
        try (RunStore store = RunStore.open(file())) {
            for (int i = 0; i < 50; i++) {
                store.save(key(i), ChatResult.answered("answer " + i));
            }
            // The log is written over when nothing has come for a moment.
            for (int i = 0; i < 3_000 && rows(copy) < 50; i++) {
                Thread.sleep(20);
                Files.copy(file(), copy, StandardCopyOption.REPLACE_EXISTING);
            }
        }
        assertThatThrownBy(() -> RunStore.open(copy)).hasMessageContaining("without its log alone.db-wal");
        try (RunStore store = RunStore.open(copy, new Overrides(true, false))) {
            assertThat(store.size()).isEqualTo(50);
        }
        Path after = Files.copy(file(), folder.resolve("after.db"));
        try (RunStore store = RunStore.open(after)) {
            assertThat(store.size()).isEqualTo(50);
        }
    }

    /** As far as the file alone shows them. */
    private static long rows(Path file) {
        try (var connection = DriverManager.getConnection("jdbc:sqlite:file:" + file + "?immutable=1");
                var count = connection.createStatement().executeQuery("select count(*) from call")) {
            return count.next() ? count.getLong(1) : 0;
        } catch (SQLException notYet) {
            return 0;
        }
    }

    @Test
    void r20ASecondWriterIsRefusedUntilTheFirstIsGone() {
        try (RunStore first = RunStore.open(file())) {
            assertThat(first.size()).isZero();
            assertThatThrownBy(() -> RunStore.open(file()))
                    .isInstanceOf(DataException.class)
                    .hasMessageContaining("another run is writing this store")
                    .hasMessageContaining("process " + ProcessHandle.current().pid());
        }
        RunStore.open(file()).close();
    }

    @Test
    void manyThreadsWriteAtOnce() throws InterruptedException {
        try (RunStore store = RunStore.open(file())) {
            List<Thread> threads = new ArrayList<>();
            for (int t = 0; t < 16; t++) {
                int first = t * 50;
                Thread thread = new Thread(() -> {
                    for (int i = first; i < first + 50; i++) {
                        store.save(key(i), ChatResult.answered("answer " + i));
                        assertThat(store.find(key(i))).isPresent();
                    }
                });
                thread.start();
                threads.add(thread);
            }
            for (Thread thread : threads) {
                thread.join();
            }
            assertThat(store.size()).isEqualTo(800);
        }
    }

    /**
     * A child process saves and then says so, and is killed without warning: whatever it had said is in the store, and the
     * store opens without a cleaning-up. While the child lives, the store is its own.
     */
    @Test
    void r12R20AKilledProcessLosesNothingItHadReported() throws Exception {
        int known = 0;
        for (int round = 0; round < 3; round++) {
            Process child = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-cp",
                            System.getProperty("java.class.path"),
                            Saver.class.getName(),
                            file().toString(),
                            Integer.toString(known))
                    .redirectErrorStream(true)
                    .start();
            try (BufferedReader reported = new BufferedReader(new InputStreamReader(child.getInputStream()))) {
                for (int i = 0; i < 20 + 7 * round; i++) {
                    assertThat(reported.readLine()).isEqualTo("saved " + known);
                    known++;
                }
                assertThatThrownBy(() -> RunStore.open(file())).hasMessageContaining("process " + child.pid());
                child.toHandle().destroyForcibly();
                for (String line = reported.readLine(); line != null; line = reported.readLine()) {
                    known += line.equals("saved " + known) ? 1 : 0;
                }
            }
            assertThat(child.waitFor(60, TimeUnit.SECONDS)).isTrue();
            try (RunStore store = RunStore.open(file())) {
                for (int i = 0; i < known; i++) {
                    assertThat(store.find(key(i)).orElseThrow().text()).isEqualTo("answer " + i);
                }
                assertThat(store.size()).isBetween((long) known, known + 1L);
            }
        }
    }

    /** The child of the test above. */
    static final class Saver {
        private Saver() {}

        public static void main(String[] arguments) {
            try (RunStore store = RunStore.open(Path.of(arguments[0]))) {
                for (int i = Integer.parseInt(arguments[1]); i < 100_000; i++) {
                    store.save(key(i), ChatResult.answered("answer " + i));
                    System.out.println("saved " + i);
                }
            }
        }
    }

    /** The log of the last writes, cut at every 64th byte: the store opens, and every row is either whole or a miss. */
    @Test
    void r13ATornLogCostsOnlyWhatWasTorn() throws Exception {
        Path copy = folder.resolve("copy.db");
        try (RunStore store = RunStore.open(file())) {
            for (int i = 0; i < 5; i++) {
                store.save(key(i), ChatResult.answered("answer " + i));
            }
            Files.copy(file(), copy);
            Files.copy(file().resolveSibling("run.db-wal"), folder.resolve("log"));
        }
        byte[] log = Files.readAllBytes(folder.resolve("log"));
        int most = 0;
        for (int length = 0; length <= log.length; length += 511) {
            Path torn = folder.resolve("torn" + length + ".db");
            Files.copy(copy, torn);
            Files.write(folder.resolve("torn" + length + ".db-wal"), java.util.Arrays.copyOf(log, length));
            try (RunStore store = RunStore.open(torn)) {
                int found = 0;
                for (int i = 0; i < 5; i++) {
                    String expected = "answer " + i;
                    store.find(key(i)).ifPresent(r -> assertThat(r.text()).isEqualTo(expected));
                    found += store.find(key(i)).isPresent() ? 1 : 0;
                }
                assertThat(found).isGreaterThanOrEqualTo(most);
                most = found;
                store.save(key(9), ChatResult.answered("new"));
            }
        }
        assertThat(most).isGreaterThanOrEqualTo(4);
    }
}
