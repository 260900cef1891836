package dev.valuecompass.llm.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.valuecompass.io.DataException;
import dev.valuecompass.llm.CallKey;
import dev.valuecompass.llm.ChatResult;
import dev.valuecompass.llm.Outcome;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("slow")
class StoreUnionTest {
    private static final Overrides LOSSES = new Overrides(true, false);

    @TempDir
    Path folder;

    /** A store of the answers to the calls 1, 2, ... */
    private Path store(String name, String... answers) {
        Path file = folder.resolve(name + ".sqlite");
        try (RunStore store = RunStore.open(file)) {
            for (int i = 0; i < answers.length; i++) {
                if (!answers[i].isEmpty()) {
                    store.save(RunStoreTest.key(i + 1), ChatResult.answered(answers[i]));
                }
            }
        }
        return file;
    }

    private static List<Contribution> free(Path... files) {
        return List.of(files).stream()
                .map(file -> new Contribution(file, Admission.FREE))
                .toList();
    }

    private static String answer(RunStore store, int call) {
        return store.find(RunStoreTest.key(call)).map(ChatResult::text).orElse("");
    }

    @Test
    void twoAnswersToOneCallAreReportedAndNothingOfAnyStoreIsTaken() {
        Path target = store("target", "a");
        Path one = store("one", "", "b");
        Path two = store("two", "", "c", "d");
        try (RunStore store = RunStore.open(target)) {
            assertThatThrownBy(() -> store.addAll(free(one, two), Optional.empty()))
                    .isInstanceOf(DataException.class)
                    .hasMessageContaining(two + ": answers a call differently than " + one)
                    .hasMessageContaining("--prefer");
            assertThat(store.size()).isOne();
            assertThatThrownBy(() -> store.addAll(free(store("three", "x")), Optional.empty()))
                    .hasMessageContaining("three.sqlite: answers a call differently than " + target);
            assertThat(answer(store, 1)).isEqualTo("a");
            store.save(RunStoreTest.key(9), ChatResult.answered("after"));
            assertThat(answer(store, 9)).isEqualTo("after");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"target", "one", "two"})
    void theStoreThatWasNamedStandsInWhateverOrderTheyCome(String winner) {
        for (boolean reversed : new boolean[] {false, true}) {
            Path target = store("target" + reversed, winner.equals("target") ? "target" : "");
            Path one = store("one" + reversed, "one", "same");
            Path two = store("two" + reversed, "two", "same", "more");
            Path file = folder.resolve(winner + reversed + ".sqlite");
            try (RunStore store = RunStore.open(target)) {
                var added = store.addAll(reversed ? free(two, one) : free(one, two), Optional.of(file));
                assertThat(answer(store, 1)).isEqualTo(winner);
                assertThat(answer(store, 2)).isEqualTo("same");
                assertThat(answer(store, 3)).isEqualTo("more");
                assertThat(added).extracting(Contribution.Added::settled).contains(1L);
            }
        }
    }

    @Test
    void theWinnerSettlesOnlyWhatItAnswersItself() {
        Path one = store("one", "", "b");
        Path two = store("two", "", "c");
        Path winner = store("winner", "a");
        try (RunStore store = RunStore.open(folder.resolve("target.sqlite"))) {
            assertThatThrownBy(() -> store.addAll(free(winner, one, two), Optional.of(winner)))
                    .hasMessageContaining("answers a call differently");
            assertThat(store.size()).isZero();
        }
    }

    @Test
    void manyMistakesAreCountedAndTheFirstAreShown() {
        String[] here = new String[50];
        String[] there = new String[50];
        for (int i = 0; i < here.length; i++) {
            here[i] = "here " + i;
            there[i] = "there " + i;
        }
        try (RunStore store = RunStore.open(store("target", here))) {
            assertThatThrownBy(() -> store.addAll(free(store("other", there)), Optional.empty()))
                    .isInstanceOfSatisfying(DataException.class, refused -> {
                        assertThat(refused.defects()).hasSize(21);
                        assertThat(refused.defects().get(20).what()).contains("and 30 more");
                    });
        }
    }

    @Test
    void aRowThatIsNotAdmittedStaysOutsideWithItsFailuresAndAttempts() throws SQLException {
        CallKey failed = RunStoreTest.key(7);
        Path other = store("other", "a", "b");
        try (RunStore store = RunStore.open(other)) {
            store.save(failed, ChatResult.failed(Outcome.PROVIDER_ERROR, "no").after(List.of("HTTP 500")));
            for (int call = 1; call <= 2; call++) {
                store.save(
                        RunStoreTest.key(call),
                        ChatResult.answered(call == 1 ? "a" : "b").after(List.of("HTTP 50" + call)));
            }
        }
        Admission none = new Admission() {
            @Override
            public Ruling of(String digest, String key) {
                // As with calls that nobody expects, only the key tells what the second one is.
                return key.isEmpty() && !digest.equals(failed.digest()) || key.contains("question 1")
                        ? Ruling.WELCOME
                        : Ruling.LEFT_OVER;
            }

            @Override
            public String name(String digest, String key) {
                return digest;
            }
        };
        try (RunStore store = RunStore.open(folder.resolve("target.sqlite"))) {
            var added = store.addAll(List.of(new Contribution(other, none)), Optional.empty());
            assertThat(added).containsExactly(new Contribution.Added(1, 0, 0, 2, 0));
            assertThat(store.failure(failed)).isEmpty();
            assertThat(answer(store, 2)).isEmpty();
        }
        assertThat(column(folder.resolve("target.sqlite"), "select error from attempt"))
                .containsExactly("HTTP 501");
    }

    private static List<String> column(Path file, String query) throws SQLException {
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                var row = connection.createStatement().executeQuery(query)) {
            List<String> values = new ArrayList<>();
            while (row.next()) {
                values.add(row.getString(1));
            }
            return values;
        }
    }

    /** They hold where the store was written, and whoever forgets them here did not speak of the others. */
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void theLimitsOfAContributionStayAsTheyAre(boolean forget) throws SQLException {
        Path other = store("other", "a");
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + other);
                Statement statement = connection.createStatement()) {
            statement.execute("insert into rest values ('web one', '+12026-01-01T00:00:00Z', 'x')");
            statement.execute("insert into quota values ('web one', '2026-11-01', 3)");
        }
        try (RunStore store = RunStore.open(folder.resolve("target.sqlite"), new Overrides(false, forget))) {
            assertThat(store.addAll(free(other), Optional.empty()))
                    .containsExactly(new Contribution.Added(1, 0, 0, 0, 0));
            assertThat(store.ledger().rest("web one")).isEmpty();
        }
        assertThat(column(other, "select until from rest")).containsExactly("+12026-01-01T00:00:00Z");
        assertThat(column(other, "select requests from quota")).containsExactly("3");
    }

    @Test
    void theAmountsOfAContributionAreLookedAt() throws SQLException {
        Path other = store("other", "a");
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + other);
                Statement statement = connection.createStatement()) {
            statement.execute("insert into spending values ('r-1', -5)");
        }
        try (RunStore store = RunStore.open(folder.resolve("target.sqlite"))) {
            assertThatThrownBy(() -> store.addAll(free(other), Optional.empty()))
                    .hasMessageContaining(other + ": books '-5'");
        }
    }

    @Test
    void aStoreThatWouldRunSomebodysProgramIsNoStore() throws SQLException {
        Path other = store("other", "a");
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + other);
                Statement statement = connection.createStatement()) {
            statement.execute("drop table failure");
            statement.execute("create view failure as with recursive n(i) as (select 1 union all select i + 1 from n)"
                    + " select i as digest, '' as outcome, '' as result from n");
        }
        try (RunStore store = RunStore.open(folder.resolve("target.sqlite"))) {
            assertThatThrownBy(() -> store.addAll(free(other), Optional.empty()))
                    .isInstanceOf(DataException.class)
                    .hasMessageContaining("not a run store")
                    .hasMessageContaining("the view 'failure'");
        }
    }

    @Test
    void aTextThatNoAnswerHasIsCountedAsDamageAndNeverRead() throws SQLException {
        Path other = store("other", "a", "b");
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + other);
                var update = connection.prepareStatement(
                        "update call set result = cast(zeroblob(100000000) as text) where digest = ?")) {
            update.setString(1, RunStoreTest.key(1).digest());
            update.executeUpdate();
        }
        Path target = folder.resolve("target.sqlite");
        try (RunStore store = RunStore.open(target)) {
            assertThatThrownBy(() -> store.addAll(free(other), Optional.empty()))
                    .hasMessageContaining(other + ": damaged: 1 of 2 stored answers")
                    .hasMessageContaining("--accept-losses");
            assertThat(store.size()).isZero();
        }
        try (RunStore store = RunStore.open(target, LOSSES)) {
            assertThat(store.addAll(free(other), Optional.empty()))
                    .containsExactly(new Contribution.Added(1, 0, 1, 0, 0));
        }
        // What came in is counted in the target's own seal.
        assertThat(StoreLock.reported(target).orElseThrow().calls()).isOne();
        RunStore.open(target).close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"key = 'x'", "result = '{}', proof = 'zero'"})
    void aRowThatNobodyCanPlaceOrUnderstandIsRefusedOrCounted(String change) throws SQLException {
        Path other = store("other", "a", "b");
        String digest = RunStoreTest.key(1).digest();
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + other);
                Statement statement = connection.createStatement()) {
            String proven = change.replace("zero", StoreSchema.StoredCall.proof(digest, "{}"));
            statement.executeUpdate("update call set " + proven + " where digest = '" + digest + "'");
        }
        Path target = folder.resolve("target.sqlite");
        try (RunStore store = RunStore.open(target)) {
            assertThatThrownBy(() -> store.addAll(free(other), Optional.empty()))
                    .hasMessageContaining(other + ": damaged: holds a row, of call " + digest)
                    .hasMessageContaining("--accept-losses");
            assertThat(store.size()).isZero();
        }
        try (RunStore store = RunStore.open(target, LOSSES)) {
            assertThat(store.addAll(free(other), Optional.empty()))
                    .containsExactly(new Contribution.Added(1, 0, 1, 0, 0));
        }
    }
}
