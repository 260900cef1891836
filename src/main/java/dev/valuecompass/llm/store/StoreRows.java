package dev.valuecompass.llm.store;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.function.BiPredicate;

/** Carries the rows of one store's tables to another's, one after the other. */
final class StoreRows {
    /** The key of the call that a row of another table belongs to; empty where the store has no such call. */
    private static final String KEY_OF =
            "coalesce((select " + StoreSchema.bounded("key") + " from call where call.digest = %s.digest), '')";

    private final Path file;
    private final Connection from;
    private final Connection into;

    /** @param file what is read from, for what there is to say of it */
    StoreRows(Path file, Connection from, Connection into) {
        this.file = file;
        this.from = from;
        this.into = into;
    }

    /** Takes the row of a call in or not. */
    interface RowFilter {
        void take(StoreSchema.StoredCall row, PreparedStatement find, PreparedStatement insert) throws SQLException;
    }

    /** What is done with each row of a query. */
    private interface RowVisitor {
        void take(ResultSet row) throws SQLException;
    }

    /** Without an index each look-up would read the whole table; runs that only append do not pay for it. */
    static void index(Connection into) throws SQLException {
        try (Statement statement = into.createStatement()) {
            statement.execute("create index if not exists attempt_digest on attempt (digest)");
        }
    }

    private void each(String query, RowVisitor each) throws SQLException {
        try (Statement statement = from.createStatement();
                ResultSet row = query(statement, query)) {
            while (next(row)) {
                each.take(row);
            }
        }
    }

    /** What fails in reading is the fault of that store, and not of the one that is written. */
    private ResultSet query(Statement statement, String query) {
        try {
            return statement.executeQuery(query);
        } catch (SQLException e) {
            throw StoreFault.of(file, e);
        }
    }

    private boolean next(ResultSet row) {
        try {
            return row.next();
        } catch (SQLException e) {
            throw StoreFault.of(file, e);
        }
    }

    void calls(RowFilter calls) throws SQLException {
        try (PreparedStatement find = StoreSchema.find(into);
                PreparedStatement insert = StoreSchema.insert(into)) {
            each(
                    "select " + StoreSchema.COLUMNS + " from call order by digest",
                    row -> calls.take(StoreSchema.StoredCall.read(row), find, insert));
        }
    }

    /** An answer in either store comes before a failure. @param admitted whether it may come, by digest and key */
    void failures(BiPredicate<String, String> admitted) throws SQLException {
        try (PreparedStatement insert = into.prepareStatement("insert into failure values (?, ?, ?)"
                + " on conflict (digest) do update set outcome = excluded.outcome, result = excluded.result"
                + " where excluded.result < result")) {
            each(
                    "select digest, outcome, result, " + KEY_OF.formatted("failure") + " from failure order by digest",
                    row -> {
                        if (admitted.test(row.getString(1), row.getString(4))) {
                            insert.setString(1, row.getString(1));
                            insert.setString(2, row.getString(2));
                            insert.setString(3, row.getString(3));
                            insert.executeUpdate();
                        }
                    });
        }
    }

    /**
     * An attempt that is on record as often in the other store is the same one.
     *
     * @param admitted whether those of a call may come, by digest and key
     */
    void attempts(BiPredicate<String, String> admitted) throws SQLException {
        try (PreparedStatement count = into.prepareStatement(
                        "select count(*) from attempt where digest = ? and model = ? and number = ? and error = ?");
                PreparedStatement insert = into.prepareStatement(
                        "insert into attempt (digest, model, number, error) values (?, ?, ?, ?)")) {
            each(
                    "select digest, model, number, error, count(*), " + KEY_OF.formatted("attempt")
                            + " from attempt group by 1, 2, 3, 4 order by min(id)",
                    row -> {
                        if (!admitted.test(row.getString(1), row.getString(6))) {
                            return;
                        }
                        fill(count, row);
                        long here;
                        try (ResultSet counted = count.executeQuery()) {
                            here = counted.next() ? counted.getLong(1) : 0;
                        }
                        for (; here < row.getLong(5); here++) {
                            fill(insert, row);
                            insert.executeUpdate();
                        }
                    });
        }
    }

    private static void fill(PreparedStatement statement, ResultSet row) throws SQLException {
        statement.setString(1, row.getString(1));
        statement.setString(2, row.getString(2));
        statement.setInt(3, row.getInt(3));
        statement.setString(4, row.getString(4));
    }

    /** The same request is the same wherever it is booked, and counts with the most. */
    void spending() throws SQLException {
        try (PreparedStatement insert = into.prepareStatement("insert into spending values (?, ?)"
                + " on conflict (id) do update set nanodollars = max(nanodollars, excluded.nanodollars)")) {
            each("select id, nanodollars from spending", row -> {
                insert.setString(1, row.getString(1));
                insert.setLong(2, row.getLong(2));
                insert.executeUpdate();
            });
        }
    }
}
