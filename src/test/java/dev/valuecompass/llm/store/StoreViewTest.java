package dev.valuecompass.llm.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.valuecompass.io.DataException;
import dev.valuecompass.llm.ChatResult;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whoever reckons from a store counts as kept what a run will find in it, and nothing else. */
class StoreViewTest {
    private static final int CALLS = 40;
    private static final Overrides LOSSES = new Overrides(true, false);

    @TempDir
    Path folder;

    private Path file;

    @BeforeEach
    void aStore() {
        file = folder.resolve("run.sqlite");
        try (RunStore store = RunStore.open(file)) {
            for (int i = 0; i < CALLS; i++) {
                store.saveSoon(RunStoreTest.key(i), ChatResult.answered("answer " + i));
            }
            store.ledger().reserve("r-1", BigDecimal.ONE);
        }
    }

    private void change(String statement) throws SQLException {
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement once = connection.createStatement()) {
            once.executeUpdate(statement);
        }
    }

    private long held(Overrides overrides) {
        try (StoreView view = StoreView.open(file, overrides).orElseThrow()) {
            return count(view);
        }
    }

    private static long count(StoreView view) {
        long held = 0;
        for (int i = 0; i < CALLS; i++) {
            held += view.holds(RunStoreTest.key(i)) ? 1 : 0;
        }
        return held;
    }

    private long found() {
        try (RunStore store = RunStore.open(file, LOSSES)) {
            long found = 0;
            for (int i = 0; i < CALLS; i++) {
                found += store.find(RunStoreTest.key(i)).isPresent() ? 1 : 0;
            }
            return found;
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update call set result = replace(result, 'answer', 'another') where rowid in (3, 5)",
                "update call set proof = 'x' where rowid in (3, 5)",
                "update call set digest = 'x' || rowid where rowid in (3, 5)",
                "delete from call where rowid in (3, 5)"
            })
    void anAnswerThatIsGivenUpIsNotKept(String damage) throws SQLException {
        change(damage);
        assertThatThrownBy(() -> StoreView.open(file, Overrides.NONE)).isInstanceOf(DataException.class);
        try (StoreView view = StoreView.open(file, LOSSES).orElseThrow()) {
            assertThat(count(view)).isEqualTo(CALLS - 2);
            assertThat(view.calls(RunStoreTest.key(0))).isEqualTo(CALLS - 2);
            assertThat(view.spent()).isEqualByComparingTo("1");
        }
        assertThat(found()).isEqualTo(CALLS - 2);
    }

    @Test
    void aDamagedKeyCostsNothingAndEndsNoCount() throws SQLException {
        change("update call set key = substr(key, 1, 9) where rowid = 3");
        try (StoreView view = StoreView.open(file, Overrides.NONE).orElseThrow()) {
            assertThat(count(view)).isEqualTo(CALLS);
            assertThat(view.calls(RunStoreTest.key(0))).isEqualTo(CALLS - 1);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"drop table call", "drop table spending"})
    void aTableThatIsMissingIsGivenUpAlone(String damage) throws SQLException {
        change(damage);
        long held = StoreView.open(file, LOSSES)
                .map(view -> {
                    try (view) {
                        view.spent();
                        return count(view);
                    }
                })
                .orElse(0L);
        assertThat(held).isEqualTo(found()).isEqualTo(damage.endsWith("call") ? 0 : CALLS);
    }

    @Test
    void whereNothingCanBeReadNothingIsKept() throws IOException {
        byte[] noise = new byte[(int) Files.size(file)];
        java.util.Arrays.fill(noise, (byte) 'x');
        Files.write(file, noise);
        assertThatThrownBy(() -> StoreView.open(file, Overrides.NONE)).hasMessageContaining("--accept-losses");
        assertThat(StoreView.open(file, LOSSES)).isEmpty();
        assertThat(found()).isZero();
    }

    @Test
    void anEmptiedFileKeepsNothing() throws IOException {
        Files.write(file, new byte[0]);
        assertThat(StoreView.open(file, LOSSES)).isEmpty();
        Files.delete(StoreLock.file(file));
        assertThat(StoreView.open(file, Overrides.NONE)).isEmpty();
        assertThat(found()).isZero();
    }

    /** Wherever the damage lies, no more is counted as kept than a run will find. */
    @Test
    void aBrokenPageNeverMakesAPlanTooCheap() throws IOException {
        byte[] whole = Files.readAllBytes(file);
        for (int page = 1; page < whole.length / 4096; page++) {
            byte[] broken = whole.clone();
            java.util.Arrays.fill(broken, page * 4096, (page + 1) * 4096, (byte) 0);
            file = folder.resolve("page-" + page + ".sqlite");
            Files.write(file, broken);
            long held = StoreView.open(file, LOSSES).isEmpty() ? 0 : held(LOSSES);
            assertThat(held).as("page " + page).isLessThanOrEqualTo(found());
        }
    }
}
