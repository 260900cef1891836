package dev.valuecompass.llm.store;

import dev.valuecompass.io.DataException;
import dev.valuecompass.io.Defect;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;

/** Refuses limits and amounts that cannot be right: one damaged date would keep a model from being asked for ever. */
final class LedgerCheck {
    private static final Duration SLACK = Duration.ofDays(1);
    /** Some zone's day begins before that of the universal time. */
    private static final int DAYS_AHEAD = 2;

    /** Of the rows of the table spending, those that book no amount. */
    static final String NOT_AMOUNTS = "typeof(nanodollars) <> 'integer' or nanodollars < 0";

    private static final String FORGET =
            "see whether this machine's clock was wrong, and forget all such limits:" + " --forget-limits";

    private final String store;
    private final Instant now;
    private final List<Defect> defects = new ArrayList<>();

    private LedgerCheck(Path store, Instant now) {
        this.store = store.toString();
        this.now = now;
    }

    /**
     * Looks at the limits and the amounts.
     *
     * @param connection that commits each statement
     * @throws DataException with each such row, unless they may be given up
     */
    static void refuse(Path store, Connection connection, Overrides overrides, Instant now) throws SQLException {
        LedgerCheck check = new LedgerCheck(store, now);
        try (Statement statement = connection.createStatement()) {
            if (overrides.forgetLimits()) {
                statement.execute("delete from rest");
                statement.execute("delete from quota");
            }
            check.rests(statement);
            check.quotas(statement);
            check.amounts(statement, overrides);
        }
        check.refuse();
    }

    /** The same for the amounts alone: the limits of a store that is added to another one count nowhere. */
    static void refuseAmounts(Path store, Connection connection, Overrides overrides) throws SQLException {
        LedgerCheck check = new LedgerCheck(store, Instant.EPOCH);
        try (Statement statement = connection.createStatement()) {
            check.amounts(statement, overrides);
        }
        check.refuse();
    }

    private void refuse() {
        DataException.refuse(defects);
    }

    private void rests(Statement statement) throws SQLException {
        try (ResultSet row = statement.executeQuery("select lane, until from rest")) {
            while (row.next()) {
                String until = String.valueOf(row.getString(2));
                Instant latest = now.plus(Ledger.LONGEST_REST).plus(SLACK);
                if (!before(until, latest)) {
                    defects.add(new Defect(
                            store,
                            "leaves " + row.getString(1) + " alone until '" + until + "' (table rest), which is no time"
                                    + " within " + Ledger.LONGEST_REST.toDays() + " days from now",
                            FORGET));
                }
            }
        }
    }

    private static boolean before(String until, Instant latest) {
        try {
            return !Instant.parse(until).isAfter(latest);
        } catch (DateTimeParseException e) {
            return false;
        }
    }

    private void quotas(Statement statement) throws SQLException {
        LocalDate latest = now.atZone(ZoneOffset.UTC).toLocalDate().plusDays(DAYS_AHEAD);
        try (ResultSet row = statement.executeQuery("select lane, day, requests, typeof(requests) from quota")) {
            while (row.next()) {
                String day = String.valueOf(row.getString(2));
                if (!before(day, latest) || row.getLong(3) < 0 || !"integer".equals(row.getString(4))) {
                    defects.add(new Defect(
                            store,
                            "counts '" + row.getString(3) + "' requests of " + row.getString(1) + " on '" + day
                                    + "' (table quota), which cannot be right",
                            FORGET));
                }
            }
        }
    }

    private static boolean before(String day, LocalDate latest) {
        try {
            return !LocalDate.parse(day).isAfter(latest);
        } catch (DateTimeParseException e) {
            return false;
        }
    }

    private void amounts(Statement statement, Overrides overrides) throws SQLException {
        if (overrides.acceptLosses()) {
            statement.execute("delete from spending where " + NOT_AMOUNTS);
        }
        try (ResultSet row = statement.executeQuery("select id, nanodollars from spending where " + NOT_AMOUNTS)) {
            while (row.next()) {
                defects.add(new Defect(
                        store,
                        "books '" + row.getString(2) + "' billionths of a dollar for request " + row.getString(1)
                                + " (table spending), which is no amount",
                        "put an undamaged copy in its place, or go on and count it as nothing: --accept-losses"));
            }
        }
    }
}
