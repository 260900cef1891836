package dev.valuecompass.llm.store;

import dev.valuecompass.io.FileFault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/**
 * Writes what a damaged store can still show into a new one. Tables are read from the first row on and, where a page breaks
 * off, from the last one back; of the calls between, the index tells the numbers, and each is tried alone.
 */
final class StoreMending implements AutoCloseable {
    private final Path fresh;
    private final Connection from;
    private final Connection into;
    private final List<String> incomplete = new ArrayList<>();
    private long calls;

    private StoreMending(Path fresh, Connection from, Connection into) {
        this.fresh = fresh;
        this.from = from;
        this.into = into;
    }

    /** Copies beside the store, which is not touched until {@link #replace}. */
    static StoreMending copy(Path store, Connection from) throws SQLException {
        Path fresh = beside(store, ".mending");
        try {
            Files.deleteIfExists(fresh);
        } catch (IOException e) {
            throw FileFault.writing(fresh, e);
        }
        Connection into = DriverManager.getConnection("jdbc:sqlite:" + fresh.toAbsolutePath());
        StoreMending mending = new StoreMending(fresh, from, into);
        try {
            StoreSchema.prepare(into);
            into.setAutoCommit(false);
            for (String table : StoreSchema.TABLES_OF_ALL) {
                mending.copy(table);
            }
            for (String table : BatchBook.TABLES) {
                if (StoreSchema.tables(from).contains(table)) {
                    mending.copy(table);
                }
            }
            into.commit();
            return mending;
        } catch (SQLException | RuntimeException e) {
            mending.close();
            throw e;
        }
    }

    /** Calls that could be read. */
    long calls() {
        return calls;
    }

    /** Other tables of which something could not be read. */
    List<String> incomplete() {
        return incomplete;
    }

    private void copy(String table) throws SQLException {
        String order = numbered(table) ? "rowid" : "1";
        String columns = table.equals("call") ? StoreSchema.COLUMNS : "*";
        String all = "select " + columns + " from " + table;
        if (read(table, all + " order by " + order)) {
            return;
        }
        if (!table.equals("call")) {
            incomplete.add(table);
        }
        read(table, all + " order by " + order + " desc");
        if (table.equals("call")) {
            readByNumber();
        }
    }

    private boolean numbered(String table) {
        try (Statement statement = from.createStatement()) {
            statement.executeQuery("select rowid from " + table + " limit 0").close();
            return true;
        } catch (SQLException e) {
            return false;
        }
    }

    private void readByNumber() throws SQLException {
        List<Long> numbers = new ArrayList<>();
        try (Statement statement = from.createStatement();
                ResultSet row = statement.executeQuery("select rowid from call order by digest")) {
            while (row.next()) {
                numbers.add(row.getLong(1));
            }
        } catch (SQLException e) {
            refuseUnlessDamage(e);
        }
        for (long number : numbers) {
            read("call", "select " + StoreSchema.COLUMNS + " from call where rowid = " + number);
        }
    }

    /** Whether it came to its end. */
    private boolean read(String table, String query) throws SQLException {
        try (Statement statement = from.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            int columns = row.getMetaData().getColumnCount();
            String places = "?" + ", ?".repeat(columns - 1);
            try (PreparedStatement insert =
                    into.prepareStatement("insert or ignore into " + table + " values (" + places + ")")) {
                while (row.next()) {
                    put(table, row, insert, columns);
                }
            }
            return true;
        } catch (SQLException e) {
            refuseUnlessDamage(e);
            return false;
        }
    }

    private void put(String table, ResultSet row, PreparedStatement insert, int columns) throws SQLException {
        boolean call = table.equals("call");
        if (call && !StoreSchema.StoredCall.read(row).sound()) {
            return;
        }
        for (int column = 1; column <= columns; column++) {
            insert.setObject(column, row.getObject(column));
        }
        calls += insert.executeUpdate() * (call ? 1 : 0);
    }

    private static void refuseUnlessDamage(SQLException e) throws SQLException {
        if (!StoreFault.damage(e) && StoreFault.code(e) != org.sqlite.SQLiteErrorCode.SQLITE_CONSTRAINT) {
            throw e;
        }
    }

    /**
     * Puts the new store, or none, into the place of the damaged one, which is kept beside it. Every connection to that one
     * must be closed.
     */
    static void replace(Path store, boolean mended) {
        try {
            keep(store);
            if (mended) {
                Files.move(
                        beside(store, ".mending"),
                        store,
                        StandardCopyOption.ATOMIC_MOVE,
                        StandardCopyOption.REPLACE_EXISTING);
            } else {
                Files.delete(store);
            }
        } catch (IOException e) {
            throw FileFault.writing(store, e);
        }
    }

    /** The damaged file stays in its place too until another one replaces it; its log must not be taken for the new one's. */
    private static void keep(Path store) throws IOException {
        Path kept = beside(store, ".damaged");
        for (int number = 2; Files.exists(kept); number++) {
            kept = beside(store, ".damaged-" + number);
        }
        Files.copy(store, kept);
        if (Files.exists(StoreLog.file(store))) {
            Files.move(StoreLog.file(store), beside(kept, "-wal"));
        }
        Files.deleteIfExists(beside(store, "-shm"));
    }

    /** SQLite is about to drop the rest of the log, of which somebody may still make something. */
    static void keepLog(Path store) {
        Path log = StoreLog.file(store);
        try {
            Files.copy(log, beside(log, ".damaged"), StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw FileFault.writing(beside(log, ".damaged"), e);
        }
    }

    private static Path beside(Path store, String ending) {
        return store.resolveSibling(store.getFileName() + ending);
    }

    @Override
    public void close() throws SQLException {
        into.close();
    }

    /** Removes the copy. */
    void discard() throws SQLException {
        into.close();
        try {
            Files.deleteIfExists(fresh);
        } catch (IOException e) {
            throw FileFault.writing(fresh, e);
        }
    }
}
