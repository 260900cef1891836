package dev.valuecompass.llm.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.valuecompass.io.DataException;
import dev.valuecompass.io.EndsTheRun;
import dev.valuecompass.io.Mishap;
import dev.valuecompass.llm.ChatResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is not opened as a store, or not as it stands. */
class StoreRefusalsTest {
    @TempDir
    Path folder;

    private Path file() {
        return folder.resolve("runs/run.db");
    }

    private void damage(String statement) throws SQLException {
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + file())) {
            assertThat(connection.createStatement().executeUpdate(statement)).isEqualTo(1);
        }
    }

    @Test
    void anEmptiedFileIsNotANewStore() throws IOException {
        try (RunStore store = RunStore.open(file())) {
            store.save(RunStoreTest.key(1), ChatResult.answered("answer 1"));
        }
        Files.write(file(), new byte[0]);
        assertThatThrownBy(() -> RunStore.open(file())).hasMessageContaining("the file is empty, and 1 answers");
        Files.delete(file());
        RunStore.open(file()).close();
    }

    @Test
    void aStoreOfANewerVersionIsRefusedByName() throws SQLException {
        RunStore.open(file()).close();
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + file())) {
            connection.createStatement().execute("pragma user_version = 3");
        }
        assertThatThrownBy(() -> RunStore.open(file(), new Overrides(true, true)))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("has the store format 3; this version of the program knows formats up to 2");
    }

    @Test
    void anotherProgramsDatabaseIsRefusedAndUntouched() throws Exception {
        Files.createDirectories(file().getParent());
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + file())) {
            connection.createStatement().execute("create table letters (text text)");
        }
        assertThatThrownBy(() -> RunStore.open(file(), new Overrides(true, true)))
                .hasMessageContaining("not a run store: it is a database with other tables, such as letters");
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + file())) {
            assertThat(StoreSchema.tables(connection)).containsExactly("letters");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "insert into rest values ('web one', '9999-01-01T00:00:00Z', 'x')",
                "insert into rest values ('web one', 'soon', 'x')",
                "insert into quota values ('web one', '9999-01-01', 3)",
                "insert into quota values ('web one', 'today', 3)",
                "insert into quota values ('web one', '2026-11-01', -3)",
                "insert into quota values ('web one', '2026-11-01', 'many')"
            })
    void r36LimitsThatCannotBeRightAreRefusedUntilTheyAreForgotten(String row) throws SQLException {
        RunStore.open(file()).close();
        damage(row);
        assertThatThrownBy(() -> RunStore.open(file()))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("web one")
                .hasMessageContaining("--forget-limits");
        try (RunStore store = RunStore.open(file(), new Overrides(false, true))) {
            assertThat(store.ledger().rest("web one")).isEmpty();
        }
        RunStore.open(file()).close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1", "'much'", "1.5"})
    void r53AmountsThatAreNoneAreRefused(String amount) throws SQLException {
        RunStore.open(file()).close();
        damage("insert into spending values ('r-1', " + amount + ")");
        assertThatThrownBy(() -> RunStore.open(file()))
                .hasMessageContaining("table spending")
                .hasMessageContaining("--accept-losses");
        RunStore.open(file(), new Overrides(true, false)).close();
    }

    @Test
    void whatIsNoStoreIsRefusedAndUntouched() throws IOException {
        Files.createDirectories(file().getParent());
        Files.writeString(file(), "this is a letter, not a database ".repeat(100));
        assertThatThrownBy(() -> RunStore.open(file()))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("not a run store");
        assertThat(file()).content().startsWith("this is a letter");
    }

    /** Nobody who contains the failure of one answer may take this for one. */
    @Test
    void aStoreThatCannotBeWrittenEndsTheRunAndSaysSoInOneSentence() throws SQLException {
        RunStore store = RunStore.open(file());
        store.save(RunStoreTest.key(1), ChatResult.answered("kept"));
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + file())) {
            connection.createStatement().execute("alter table call rename to moved");
        }
        DataException failed = catchThrowableOfType(
                DataException.class, () -> store.save(RunStoreTest.key(2), ChatResult.answered("lost")));
        assertThat(failed.defects()).hasSize(1);
        assertThat(failed).hasMessageStartingWith(file() + ": ");
        assertThatThrownBy(() -> Mishap.of(new CompletionException(failed))).hasRootCauseInstanceOf(SQLException.class);
        assertThatThrownBy(() -> store.find(RunStoreTest.key(3)))
                .as("before anything more is asked")
                .isInstanceOf(EndsTheRun.class);
        assertThatThrownBy(store::close).isInstanceOf(EndsTheRun.class);
    }
}
