package dev.valuecompass.llm.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.function.Predicate;

/** Carries the rows of one store's tables to another's, one after the other. */
final class StoreRows {
    /** Far above what any answer makes; a longer text is damage and is never brought into memory. */
    private static final int LONGEST = 64 << 20;

    private final Connection from;
    private final Connection into;

    StoreRows(Connection from, Connection into) {
        this.from = from;
        this.into = into;
    }

    /** Takes the row of a call in or not. */
    interface Calls {
        void take(StoreSchema.Row row, PreparedStatement find, PreparedStatement insert) throws SQLException;
    }

    /** What is done with each row of a query. */
    private interface Each {
        void take(ResultSet row) throws SQLException;
    }

    /** Without an index each look-up would read the whole table; runs that only append do not pay for it. */
    static void index(Connection into) throws SQLException {
        try (Statement statement = into.createStatement()) {
            statement.execute("create index if not exists attempt_digest on attempt (digest)");
        }
    }

    private static String bounded(String column) {
        return "case when octet_length(" + column + ") <= " + LONGEST + " then " + column + " end";
    }

    private void each(String query, Each each) throws SQLException {
        try (Statement statement = from.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            while (row.next()) {
                each.take(row);
            }
        }
    }

    void calls(Calls calls) throws SQLException {
        try (PreparedStatement find = StoreSchema.find(into);
                PreparedStatement insert = StoreSchema.insert(into)) {
            each(
                    "select digest, " + bounded("key") + ", outcome, " + bounded("result")
                            + ", proof from call order by digest",
                    row -> calls.take(StoreSchema.Row.read(row), find, insert));
        }
    }

    /** An answer in either store comes before a failure. @param admitted whether a failure of this digest may come */
    void failures(Predicate<String> admitted) throws SQLException {
        try (PreparedStatement insert = into.prepareStatement("insert into failure values (?, ?, ?)"
                + " on conflict (digest) do update set outcome = excluded.outcome, result = excluded.result"
                + " where excluded.result < result")) {
            each("select digest, outcome, result from failure order by digest", row -> {
                if (admitted.test(row.getString(1))) {
                    insert.setString(1, row.getString(1));
                    insert.setString(2, row.getString(2));
                    insert.setString(3, row.getString(3));
                    insert.executeUpdate();
                }
            });
        }
    }

    /** An attempt that is on record as often in the other store is the same one. */
    void attempts() throws SQLException {
        try (PreparedStatement count = into.prepareStatement(
                        "select count(*) from attempt where digest = ? and model = ? and number = ? and error = ?");
                PreparedStatement insert = into.prepareStatement(
                        "insert into attempt (digest, model, number, error) values (?, ?, ?, ?)")) {
            each(
                    "select digest, model, number, error, count(*) from attempt group by 1, 2, 3, 4 order by min(id)",
                    row -> {
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
