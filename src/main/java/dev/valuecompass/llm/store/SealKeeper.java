package dev.valuecompass.llm.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;

/** Keeps a store's {@link Seal} true. For the thread that writes. */
final class SealKeeper {
    private final StoreLock lock;
    private Seal seal;
    private long added;

    SealKeeper(StoreLock lock, Seal seal) {
        this.lock = lock;
        this.seal = seal;
    }

    /** A row was put in that was not there before. */
    void added() {
        added++;
    }

    /** To be called before a transaction is committed. */
    void write(Connection connection) throws SQLException {
        if (added > 0) {
            write(connection, seal.with(seal.calls() + added, true));
        }
    }

    void committed() {
        if (added > 0) {
            seal = seal.with(seal.calls() + added, true);
            added = 0;
            lock.report(seal);
        }
    }

    void rolledBack() {
        added = 0;
    }

    /** Notes that nothing is under way any more. */
    void close(Connection connection) throws SQLException {
        write(connection, seal.with(seal.calls(), false));
    }

    static void write(Connection connection, Seal seal) throws SQLException {
        try (PreparedStatement put = connection.prepareStatement("insert or replace into seal values (1, ?)")) {
            put.setString(1, seal.line());
            put.executeUpdate();
        }
    }
}
