package dev.valuecompass.llm.store;

import dev.valuecompass.io.DataException;
import dev.valuecompass.llm.CallKey;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;

/**
 * Looks into a run store without writing, also while a run has it open, for those who only reckon. For one thread.
 */
public final class StoreView implements AutoCloseable {
    private static final int NANO_PLACES = 9;

    private final Path store;
    private final Connection connection;
    private final KnownCalls known;
    private final PreparedStatement find;

    private StoreView(Path store, Connection connection, KnownCalls known, PreparedStatement find) {
        this.store = store;
        this.connection = connection;
        this.known = known;
        this.find = find;
    }

    /**
     * Empty when there is nothing in that place.
     *
     * @throws DataException when what is there cannot be read or is no store, or is damaged and losses are not accepted
     */
    public static Optional<StoreView> open(Path file, Overrides overrides) {
        if (Files.notExists(file)) {
            return Optional.empty();
        }
        StoreOpening.refuseFolder(file);
        // Read first, since a run may write on.
        Optional<Seal> reported = StoreLock.reported(file);
        try {
            Connection connection = DriverManager.getConnection(address(file));
            try {
                StoreOpening.look(file, connection, overrides, reported);
                PreparedStatement find = connection.prepareStatement("select result from call where digest = ?");
                return Optional.of(new StoreView(file, connection, KnownCalls.of(connection), find));
            } catch (SQLException | RuntimeException e) {
                connection.close();
                throw e;
            }
        } catch (SQLException e) {
            throw StoreFault.of(file, e);
        }
    }

    /** A store that nobody writes can be read wherever it lies; one with a log needs its log, and leaves it as it is. */
    private static String address(Path file) {
        String how = Files.exists(StoreLog.file(file)) ? "mode=ro" : "immutable=1";
        return "jdbc:sqlite:file:" + file.toAbsolutePath().toUri().getRawPath() + "?" + how;
    }

    /** Whether the end of this call is kept, and will not be asked again. */
    public boolean holds(CallKey key) {
        String digest = key.digest();
        if (!known.mayHold(digest)) {
            return false;
        }
        try {
            find.setString(1, digest);
            try (ResultSet row = find.executeQuery()) {
                return row.next() && !FormerSplit.damaged(row.getString(1));
            }
        } catch (SQLException e) {
            throw StoreFault.of(store, e);
        }
    }

    /** How many calls of a model are kept, whatever they were made for. Reads the whole store. */
    public long calls(CallKey like) {
        try (PreparedStatement count = connection.prepareStatement("select count(*) from call"
                + " where json_extract(key, '$.source') = ? and json_extract(key, '$.model') = ?")) {
            count.setString(1, like.source());
            count.setString(2, like.model());
            try (ResultSet row = count.executeQuery()) {
                return row.next() ? row.getLong(1) : 0;
            }
        } catch (SQLException e) {
            throw StoreFault.of(store, e);
        }
    }

    /** Dollars booked so far. */
    public BigDecimal spent() {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select coalesce(sum(nanodollars), 0) from spending")) {
            return BigDecimal.valueOf(row.next() ? row.getLong(1) : 0, NANO_PLACES);
        } catch (SQLException e) {
            throw StoreFault.of(store, e);
        }
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException e) {
            throw StoreFault.of(store, e);
        }
    }
}
