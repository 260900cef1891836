package dev.valuecompass.llm.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.valuecompass.io.Digest;
import dev.valuecompass.llm.CallKey;
import dev.valuecompass.llm.ChatResult;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KnownCallsTest {
    @TempDir
    Path folder;

    @Test
    void aNoIsCertain() {
        KnownCalls known = new KnownCalls();
        for (int i = 0; i < 20_000; i++) {
            known.add(Digest.sha256("call " + i));
        }
        for (int i = 0; i < 20_000; i++) {
            assertThat(known.mayHold(Digest.sha256("call " + i))).isTrue();
        }
        assertThat(known.mayHold(Digest.sha256("another"))).isFalse();
        assertThat(KnownCalls.any().mayHold(Digest.sha256("another"))).isTrue();
    }

    /** The table of older stores had no row numbers, and another proof; what was paid for then is found all the same. */
    @Test
    void r12AnOlderStoreIsReadAndWritten() throws SQLException {
        Path file = folder.resolve("run.db");
        CallKey key = RunStoreTest.key(1);
        String result = ChatResult.answered("then").json();
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement statement = connection.createStatement()) {
            statement.execute("create table call (digest text primary key, key text not null, outcome text not null,"
                    + " result text not null, proof text not null) without rowid");
            String canonical = key.canonical();
            try (var insert = connection.prepareStatement("insert into call values (?, ?, 'ANSWERED', ?, ?)")) {
                insert.setString(1, key.digest());
                insert.setString(2, canonical);
                insert.setString(3, result);
                insert.setString(4, Digest.sha256(canonical.length() + ":" + canonical + result));
                insert.executeUpdate();
            }
        }
        try (RunStore store = RunStore.open(file)) {
            assertThat(store.find(key).orElseThrow().text()).isEqualTo("then");
            store.save(RunStoreTest.key(2), ChatResult.answered("now"));
            assertThat(store.find(RunStoreTest.key(2)).orElseThrow().text()).isEqualTo("now");
            assertThat(store.find(RunStoreTest.key(3))).isEmpty();
        }
    }

    @Test
    void whatAnotherStoreBroughtIsFoundAtOnce() {
        Path other = folder.resolve("two.db");
        try (RunStore two = RunStore.open(other)) {
            two.save(RunStoreTest.key(1), ChatResult.answered("elsewhere"));
        }
        try (RunStore one = RunStore.open(folder.resolve("one.db"))) {
            assertThat(one.find(RunStoreTest.key(1))).isEmpty();
            one.addAll(List.of(new Contribution(other, Admission.FREE)), Optional.empty());
            assertThat(one.find(RunStoreTest.key(1)).orElseThrow().text()).isEqualTo("elsewhere");
        }
    }
}
