package dev.valuecompass.llm.store;

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
 * Looks into a run store without writing, also while a run has it open, for those who only reckon: what cannot be read is
 * taken for not there. For one thread.
 */
public final class StoreView implements AutoCloseable {
    private static final int NANO_PLACES = 9;

    private final Connection connection;
    private final KnownCalls known;
    private final PreparedStatement find;

    private StoreView(Connection connection, KnownCalls known, PreparedStatement find) {
        this.connection = connection;
        this.known = known;
        this.find = find;
    }

    /** Empty when there is no store in that place. */
    public static Optional<StoreView> open(Path file) {
        if (!Files.isRegularFile(file)) {
            return Optional.empty();
        }
        try {
            Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file.toAbsolutePath());
            try (Statement statement = connection.createStatement()) {
                statement.execute("pragma query_only = on");
                PreparedStatement find = connection.prepareStatement("select 1 from call where digest = ?");
                return Optional.of(new StoreView(connection, KnownCalls.of(connection), find));
            } catch (SQLException e) {
                connection.close();
                throw e;
            }
        } catch (SQLException e) {
            return Optional.empty();
        }
    }

    /** Whether the end of this call is kept. */
    public boolean holds(CallKey key) {
        String digest = key.digest();
        if (!known.mayHold(digest)) {
            return false;
        }
        try {
            find.setString(1, digest);
            try (ResultSet row = find.executeQuery()) {
                return row.next();
            }
        } catch (SQLException e) {
            return false;
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
            return 0;
        }
    }

    /** Dollars booked so far. */
    public BigDecimal spent() {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select coalesce(sum(nanodollars), 0) from spending")) {
            return BigDecimal.valueOf(row.next() ? row.getLong(1) : 0, NANO_PLACES);
        } catch (SQLException e) {
            return BigDecimal.ZERO;
        }
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException e) {
            throw new IllegalStateException("cannot close the run store", e);
        }
    }
}
