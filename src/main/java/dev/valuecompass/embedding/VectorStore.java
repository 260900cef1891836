package dev.valuecompass.embedding;

import dev.valuecompass.io.Digest;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import java.util.Set;
import java.util.zip.CRC32;
import org.sqlite.SQLiteErrorCode;

/**
 * Vectors on the disk, by a digest of the model and the text. Several processes may use one file at a time (SQLite in
 * WAL mode). It is a cache: whatever is wrong with it, a file of another kind, a damaged page, a full disk, costs time and
 * never changes a vector, because each row carries a checksum of its key and numbers.
 */
final class VectorStore implements AutoCloseable {
    /** Rows kept when a store is opened, the newest; about 500 MB. */
    static final long MOST_ROWS = 300_000;

    private static final int BUSY_MILLIS = 2_000;
    private static final Set<Integer> BUSY =
            Set.of(SQLiteErrorCode.SQLITE_BUSY.code, SQLiteErrorCode.SQLITE_LOCKED.code);
    /** A damaged page, a file of another kind, a table of another shape. */
    private static final Set<Integer> UNUSABLE = Set.of(
            SQLiteErrorCode.SQLITE_CORRUPT.code, SQLiteErrorCode.SQLITE_NOTADB.code, SQLiteErrorCode.SQLITE_ERROR.code);

    private final Path file;
    private final String model;
    private final int dimensions;
    private Connection connection;
    private PreparedStatement find;
    private PreparedStatement keep;

    private VectorStore(Path file, String model, int dimensions) {
        this.file = file;
        this.model = model;
        this.dimensions = dimensions;
    }

    /**
     * A file that is no store is thrown away; where none can be made, the store finds and keeps nothing.
     *
     * @param model the encoder's id: vectors of another one are never found
     * @param mostRows beyond which the oldest rows go, 1 or more
     */
    static VectorStore open(Path file, String model, int dimensions, long mostRows) {
        VectorStore store = new VectorStore(file, model, dimensions);
        if (store.connect(mostRows).filter(VectorStore::unusable).isPresent()) {
            store.discard();
            store.connect(mostRows);
        }
        return store;
    }

    synchronized Optional<float[]> find(String text) {
        if (connection == null) {
            return Optional.empty();
        }
        String key = key(text);
        try {
            find.setString(1, key);
            try (ResultSet row = find.executeQuery()) {
                return row.next() ? Optional.ofNullable(vector(key, row.getBytes(1))) : Optional.empty();
            }
        } catch (SQLException e) {
            giveUp(e);
            return Optional.empty();
        }
    }

    synchronized void keep(String text, float[] vector) {
        if (connection == null) {
            return;
        }
        String key = key(text);
        try {
            keep.setString(1, key);
            keep.setBytes(2, row(key, vector));
            keep.executeUpdate();
        } catch (SQLException e) {
            giveUp(e);
        }
    }

    @Override
    public synchronized void close() {
        try {
            if (connection != null) {
                connection.close();
            }
        } catch (SQLException e) {
            // What was kept is in the file or its log already; there is nothing else to lose.
        } finally {
            connection = null;
        }
    }

    /** What went wrong, if anything did; then there is no connection. */
    private Optional<SQLException> connect(long mostRows) {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            connection = DriverManager.getConnection("jdbc:sqlite:" + file.toAbsolutePath());
            try (Statement statement = connection.createStatement()) {
                statement.execute("pragma busy_timeout = " + BUSY_MILLIS);
                statement.execute("pragma journal_mode = wal");
                // A crash of the machine may lose the last rows, which is all that a sync could save here.
                statement.execute("pragma synchronous = off");
                statement.execute("create table if not exists vector"
                        + " (id integer primary key, key text not null unique, numbers blob not null)");
                statement.executeUpdate(
                        "delete from vector where id <= (select coalesce(max(id), 0) from vector) - " + mostRows);
            }
            find = connection.prepareStatement("select numbers from vector where key = ?");
            keep = connection.prepareStatement("insert or replace into vector (key, numbers) values (?, ?)");
            return Optional.empty();
        } catch (SQLException e) {
            close();
            return Optional.of(e);
        } catch (IOException e) {
            return Optional.of(new SQLException(e));
        }
    }

    /** A busy file is tried again with the next text; any other trouble ends the use of the store. */
    private void giveUp(SQLException e) {
        if (BUSY.contains(primary(e))) {
            return;
        }
        close();
        if (unusable(e)) {
            discard();
        }
    }

    /** Whether the file itself is at fault, and not who may use it when. */
    private static boolean unusable(SQLException e) {
        return UNUSABLE.contains(primary(e));
    }

    private static int primary(SQLException e) {
        return e.getErrorCode() & 0xff;
    }

    private void discard() {
        for (String part : new String[] {"", "-wal", "-shm"}) {
            try {
                Path path = file.resolveSibling(file.getFileName() + part);
                if (Files.isRegularFile(path)) {
                    Files.delete(path);
                }
            } catch (IOException e) {
                // Then the store stays unusable, and texts are encoded anew.
            }
        }
    }

    private String key(String text) {
        return Digest.sha256(model + "\n" + text);
    }

    private static byte[] row(String key, float[] vector) {
        ByteBuffer row = ByteBuffer.allocate(vector.length * Float.BYTES + Integer.BYTES);
        row.asFloatBuffer().put(vector);
        row.position(vector.length * Float.BYTES);
        row.putInt(checksum(key, row.array()));
        return row.array();
    }

    /** Null when the row is not what was put in. */
    private float[] vector(String key, byte[] row) {
        int length = dimensions * Float.BYTES;
        if (row == null || row.length != length + Integer.BYTES) {
            return null;
        }
        ByteBuffer numbers = ByteBuffer.wrap(row);
        if (numbers.getInt(length) != checksum(key, row)) {
            return null;
        }
        float[] vector = new float[dimensions];
        numbers.asFloatBuffer().get(vector);
        return vector;
    }

    private static int checksum(String key, byte[] row) {
        CRC32 sum = new CRC32();
        sum.update(key.getBytes(StandardCharsets.US_ASCII));
        sum.update(row, 0, row.length - Integer.BYTES);
        return (int) sum.getValue();
    }
}
