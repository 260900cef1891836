package dev.valuecompass.llm.store;

import dev.valuecompass.io.DataException;
import dev.valuecompass.io.Json;
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
    private final Overrides overrides;
    private final Connection connection;
    private final KnownCalls known;

    private StoreView(Path store, Overrides overrides, Connection connection, KnownCalls known) {
        this.store = store;
        this.overrides = overrides;
        this.connection = connection;
        this.known = known;
    }

    /**
     * Empty when there is nothing in that place, or when nothing in it can be read and losses are accepted, as a run would
     * begin anew.
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
                Optional<StoreView> view = of(file, connection, overrides);
                if (view.isEmpty()) {
                    connection.close();
                }
                return view;
            } catch (SQLException | RuntimeException e) {
                connection.close();
                throw e;
            }
        } catch (SQLException e) {
            throw StoreFault.of(file, e);
        }
    }

    private static Optional<StoreView> of(Path file, Connection connection, Overrides overrides) throws SQLException {
        try {
            if (!StoreSchema.tables(connection).contains("call")) {
                return Optional.empty();
            }
            return Optional.of(new StoreView(file, overrides, connection, known(connection, overrides)));
        } catch (SQLException e) {
            if (givenUp(e, overrides)) {
                return Optional.empty();
            }
            throw e;
        }
    }

    private static KnownCalls known(Connection connection, Overrides overrides) throws SQLException {
        try {
            return KnownCalls.of(connection);
        } catch (SQLException e) {
            if (givenUp(e, overrides)) {
                return KnownCalls.any();
            }
            throw e;
        }
    }

    /** Opened all the same, a damaged store has places that cannot be read. */
    private static boolean givenUp(SQLException e, Overrides overrides) {
        return overrides.acceptLosses() && StoreFault.damage(e);
    }

    private interface Query<T> {
        T from(Connection connection) throws SQLException;
    }

    /** @param lost what stands for something that cannot be read and is given up */
    private <T> T read(T lost, Query<T> look) {
        try {
            return look.from(connection);
        } catch (SQLException e) {
            if (givenUp(e, overrides)) {
                return lost;
            }
            throw StoreFault.of(store, e);
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
        return known.mayHold(digest)
                && read(false, from -> {
                    // Made each time, since damage that a statement meets closes it.
                    try (PreparedStatement find = StoreSchema.find(from)) {
                        return StoreSchema.find(find, digest)
                                .filter(StoreSchema.StoredCall::usable)
                                .isPresent();
                    }
                });
    }

    /** How many calls of a model are kept, whatever they were made for. Reads the whole store. */
    public long calls(CallKey like) {
        return read(0L, from -> {
            // A key that is damaged costs nothing when the call is looked up, and must not end the count either.
            try (PreparedStatement select = from.prepareStatement(StoreSchema.ALL_CALLS
                    + " where case when json_valid(key) then json_extract(key, '$.source') = ?"
                    + " and json_extract(key, '$.model') = ? end")) {
                select.setString(1, like.source());
                select.setString(2, like.model());
                return usable(select);
            }
        });
    }

    /**
     * What a model thought in the answers that are kept.
     *
     * @param answers whose thoughts the provider counted
     * @param tokens in all of them
     */
    public record Thoughts(long answers, long tokens) {}

    /** Thoughts of a model that was asked as here, whatever it was asked. Reads the whole store. */
    public Thoughts thoughts(CallKey like) {
        return read(new Thoughts(0, 0), from -> {
            try (PreparedStatement select =
                    from.prepareStatement("select count(reasoning), coalesce(sum(reasoning), 0) from (select"
                            + " case when json_valid(result) then json_extract(result, '$.usage.reasoning') end as reasoning"
                            + " from call where case when json_valid(key) then json_extract(key, '$.source') = ?"
                            + " and json_extract(key, '$.model') = ? and json_extract(key, '$.parameters') = ? end)")) {
                select.setString(1, like.source());
                select.setString(2, like.model());
                select.setString(3, Json.line(like.parameters()));
                try (ResultSet row = select.executeQuery()) {
                    return row.next() ? new Thoughts(row.getLong(1), row.getLong(2)) : new Thoughts(0, 0);
                }
            }
        });
    }

    private static long usable(PreparedStatement select) throws SQLException {
        long usable = 0;
        try (ResultSet row = select.executeQuery()) {
            while (row.next()) {
                usable += StoreSchema.StoredCall.read(row).usable() ? 1 : 0;
            }
        }
        return usable;
    }

    /** Dollars booked so far. */
    public BigDecimal spent() {
        return read(BigDecimal.ZERO, from -> {
            try (Statement statement = from.createStatement();
                    ResultSet row = statement.executeQuery("select coalesce(sum(nanodollars), 0) from spending"
                            + " where not (" + LedgerCheck.NOT_AMOUNTS + ")")) {
                return BigDecimal.valueOf(row.next() ? row.getLong(1) : 0, NANO_PLACES);
            }
        });
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
