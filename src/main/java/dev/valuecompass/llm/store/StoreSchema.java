package dev.valuecompass.llm.store;

import dev.valuecompass.io.DataException;
import dev.valuecompass.io.Digest;
import dev.valuecompass.llm.CallKey;
import dev.valuecompass.llm.ChatResult;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.zip.CRC32C;
import org.sqlite.SQLiteConfig;

/** How a run store lies on the disk. */
final class StoreSchema {
    private static final List<String> TABLES = List.of(
            // Rows follow each other as they come, and only their digests are sorted: kept in the order of the digests,
            // as older stores have it, each row wrote two pages of its own.
            "create table if not exists call (digest text primary key, key text not null, outcome text not null,"
                    + " result text not null, proof text not null)",
            "create table if not exists attempt (id integer primary key, digest text not null, model text not null,"
                    + " number integer not null, error text not null)",
            "create table if not exists failure (digest text primary key, outcome text not null, result text not null)"
                    + " without rowid",
            "create table if not exists experiment (name text primary key, value text not null) without rowid",
            "create table if not exists seal (id integer primary key, line text not null)");

    /** Of the stores that this program writes; it reads the one before too, which had no seal and no number. */
    static final int FORMAT = 2;

    /** Every store has these, whatever its format. */
    static final Set<String> TABLES_OF_ALL =
            Set.of("call", "attempt", "failure", "experiment", "quota", "rest", "spending");

    /** Far above what any answer makes; a longer text is damage and is never brought into memory. */
    private static final int LONGEST = 64 << 20;

    /** Of a call, as {@link StoredCall#read} takes them. */
    static final String COLUMNS =
            "digest, " + bounded("key") + ", outcome, " + bounded("result") + ", " + bounded("proof");

    /** Reads the rows themselves, in the order in which they came, and not the index. */
    static final String ALL_CALLS = "select " + COLUMNS + " from call not indexed";

    private StoreSchema() {}

    static String bounded(String column) {
        return "case when octet_length(" + column + ") <= " + LONGEST + " then " + column + " end";
    }

    /**
     * The finished end of a call.
     *
     * @param digest of {@code key}
     * @param key in canonical form
     * @param result JSON of a {@link ChatResult}
     * @param proof ties result and key together, so that a row that was damaged or edited is not taken for an answer
     */
    record StoredCall(String digest, String key, String outcome, String result, String proof) {
        static StoredCall of(CallKey.Identity key, ChatResult result, String json) {
            String proof = proof(key.digest(), json);
            return new StoredCall(
                    key.digest(), key.canonical(), result.outcome().name(), json, proof);
        }

        /** Columns that are not there are taken for damage. */
        static StoredCall read(ResultSet row) throws SQLException {
            return new StoredCall(text(row, 1), text(row, 2), text(row, 3), text(row, 4), text(row, 5));
        }

        private static String text(ResultSet row, int column) throws SQLException {
            String text = row.getString(column);
            return text == null ? "" : text;
        }

        /** Whether digest and result are undamaged. The digest stands for the key: one that is damaged costs nothing. */
        boolean sound() {
            return proof(digest, result).equals(proof) || formerProof().equals(proof) && named();
        }

        /** Whether it can serve as the end of its call: undamaged on the disk, and not cut short by an earlier version. */
        boolean usable() {
            return sound() && !FormerSplit.damaged(result);
        }

        /** Whether it says rightly what was asked, which matters to who has to judge whether it belongs here. */
        boolean named() {
            return Digest.sha256(key).equals(digest);
        }

        /** @throws DataException when the text is none that this version understands, damaged or not */
        ChatResult end() {
            return ChatResult.read(result);
        }

        /** Against damage, not against forgers. The digest stands for the key, so the key need not be read again. */
        static String proof(String digest, String json) {
            byte[] bytes = digest.concat(json).getBytes(StandardCharsets.UTF_8);
            CRC32C sum = new CRC32C();
            sum.update(bytes, 0, bytes.length);
            return Long.toHexString(sum.getValue()) + "-" + bytes.length;
        }

        /** As older stores have it. */
        private String formerProof() {
            return Digest.sha256(key.length() + ":" + key + result);
        }

        void insert(PreparedStatement insert) throws SQLException {
            insert.setString(1, digest);
            insert.setString(2, key);
            insert.setString(3, outcome);
            insert.setString(4, result);
            insert.setString(5, proof);
            insert.executeUpdate();
        }
    }

    /** A connection that writes durably, to a file whatever it holds. */
    static Connection connect(Path file) throws SQLException {
        SQLiteConfig config = new SQLiteConfig();
        // Otherwise every insert is followed by a query for the key that it made, which nobody asks for.
        config.setGetGeneratedKeys(false);
        Connection connection =
                DriverManager.getConnection("jdbc:sqlite:" + file.toAbsolutePath(), config.toProperties());
        try (Statement statement = connection.createStatement()) {
            statement.execute("pragma busy_timeout = 30000");
            statement.execute("pragma journal_mode = wal");
            statement.execute("pragma synchronous = full");
            // GroupCommit says when.
            statement.execute("pragma wal_autocheckpoint = 0");
            statement.execute("pragma cache_size = -16000");
            return connection;
        } catch (SQLException e) {
            connection.close();
            throw e;
        }
    }

    /** Makes what tables are not there, and says by which program's rules the store is kept. */
    static void prepare(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            for (String table : TABLES) {
                statement.execute(table);
            }
            Ledger.create(statement);
            BatchBook.create(statement);
            statement.execute("pragma user_version = " + FORMAT);
        }
    }

    /** The format that a store says it has; 0 in those from before there were any. */
    static int format(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet version = statement.executeQuery("pragma user_version")) {
            return version.next() ? version.getInt(1) : 0;
        }
    }

    /** The first view or trigger that a store has: one from anywhere would run what somebody else wrote. */
    static Optional<String> program(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(
                        "select type, name from sqlite_master where type in ('view', 'trigger')")) {
            return row.next() ? Optional.of(row.getString(1) + " '" + row.getString(2) + "'") : Optional.empty();
        }
    }

    /** The names of the tables that a store has. */
    static Set<String> tables(Connection connection) throws SQLException {
        Set<String> names = new TreeSet<>();
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select name from sqlite_master where type = 'table'")) {
            while (row.next()) {
                names.add(row.getString(1));
            }
        }
        return names;
    }

    /** Empty when the store has none, or one that is damaged. */
    static Optional<Seal> seal(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select line from seal where id = 1")) {
            return row.next() ? Seal.read(String.valueOf(row.getString(1))) : Optional.empty();
        } catch (SQLException e) {
            if (StoreFault.damage(e)) {
                return Optional.empty();
            }
            throw e;
        }
    }

    static PreparedStatement insert(Connection connection) throws SQLException {
        return connection.prepareStatement("insert or replace into call values (?, ?, ?, ?, ?)");
    }

    static PreparedStatement find(Connection connection) throws SQLException {
        return connection.prepareStatement("select digest, key, outcome, result, proof from call where digest = ?");
    }

    /** Whether there is a row of that digest, sound or not. */
    static boolean holds(Connection connection, String digest) throws SQLException {
        try (PreparedStatement find = connection.prepareStatement("select 1 from call where digest = ?")) {
            find.setString(1, digest);
            try (ResultSet row = find.executeQuery()) {
                return row.next();
            }
        }
    }

    /** The row of that digest if there is one, sound or not. */
    static Optional<StoredCall> find(PreparedStatement find, String digest) throws SQLException {
        find.setString(1, digest);
        try (ResultSet row = find.executeQuery()) {
            return row.next() ? Optional.of(StoredCall.read(row)) : Optional.empty();
        }
    }

    /** Whether the digests can be listed without reading the rows, and are not more than so many. */
    static boolean cheapToList(Statement statement, long most) throws SQLException {
        try (ResultSet table = statement.executeQuery("select sql from sqlite_master where name = 'call'")) {
            if (!table.next() || table.getString(1).contains("without rowid")) {
                return false;
            }
        }
        try (ResultSet last = statement.executeQuery("select coalesce(max(rowid), 0) from call")) {
            return last.next() && last.getLong(1) <= most;
        }
    }
}
