package dev.valuecompass.llm.store;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What was used up of quotas and of money, kept across processes. Counts are on the disk before the request that they
 * stand for is sent, so that a process that dies has counted too much rather than too little. Safe for many threads.
 */
public final class Ledger {
    /** Decimal places of a dollar that are kept. */
    private static final int PLACES = 9;

    /** Nobody's quota lasts longer, and a mistaken one must not last for ever. */
    public static final Duration LONGEST_REST = Duration.ofDays(31);

    /**
     * A model that the provider does not take requests for.
     *
     * @param until when it takes them again
     * @param cause the provider's words
     */
    public record Pause(Instant until, String cause) {}

    private record QueueDay(String lane, LocalDate day) {}

    private final GroupCommit writes;
    private final Map<QueueDay, Integer> requests = new HashMap<>();
    private final Map<String, Pause> rests = new HashMap<>();
    private long spentBefore;

    private Ledger(GroupCommit writes) {
        this.writes = writes;
    }

    /** One process at a time has a store open, so what is read once stays true. */
    static Ledger open(Connection connection, GroupCommit writes) throws SQLException {
        Ledger ledger = new Ledger(writes);
        try (Statement statement = connection.createStatement()) {
            try (ResultSet row = statement.executeQuery("select lane, day, requests from quota")) {
                while (row.next()) {
                    ledger.requests.put(
                            new QueueDay(row.getString(1), LocalDate.parse(row.getString(2))), row.getInt(3));
                }
            }
            try (ResultSet row = statement.executeQuery("select lane, until, cause from rest")) {
                while (row.next()) {
                    ledger.rests.put(row.getString(1), new Pause(Instant.parse(row.getString(2)), row.getString(3)));
                }
            }
            try (ResultSet row = statement.executeQuery("select coalesce(sum(nanodollars), 0) from spending")) {
                ledger.spentBefore = row.next() ? row.getLong(1) : 0;
            }
        }
        return ledger;
    }

    /** That of a store that is added to another one, of which nobody asks what was used up. */
    static Ledger unread(GroupCommit writes) {
        return new Ledger(writes);
    }

    static void create(Statement statement) throws SQLException {
        statement.execute("create table if not exists quota (lane text not null, day text not null,"
                + " requests integer not null, primary key (lane, day)) without rowid");
        statement.execute("create table if not exists rest (lane text primary key, until text not null,"
                + " cause text not null) without rowid");
        statement.execute("create table if not exists spending (id text primary key, nanodollars integer not null)"
                + " without rowid");
    }

    /** Counts one request of a day, unless {@code most} have been counted. Returns when it is on the disk. */
    public boolean take(String lane, LocalDate day, int most) {
        synchronized (this) {
            int used = requests.getOrDefault(new QueueDay(lane, day), 0);
            if (used >= most) {
                return false;
            }
            requests.put(new QueueDay(lane, day), used + 1);
        }
        writes.commit(connection -> {
            try (PreparedStatement insert = connection.prepareStatement("insert into quota values (?, ?, 1)"
                    + " on conflict (lane, day) do update set requests = requests + 1")) {
                insert.setString(1, lane);
                insert.setString(2, day.toString());
                insert.executeUpdate();
            }
        });
        return true;
    }

    /** Why and how long a model is left alone; may be over. */
    public synchronized Optional<Pause> rest(String lane) {
        return Optional.ofNullable(rests.get(lane));
    }

    /** Notes on the disk until when a lane is left alone. */
    public void rest(String lane, Pause rest) {
        synchronized (this) {
            rests.put(lane, rest);
        }
        writes.commit(connection -> {
            try (PreparedStatement insert =
                    connection.prepareStatement("insert or replace into rest values (?, ?, ?)")) {
                insert.setString(1, lane);
                insert.setString(2, rest.until().toString());
                insert.setString(3, rest.cause());
                insert.executeUpdate();
            }
        });
    }

    /** Dollars that earlier processes spent or may have spent. */
    public BigDecimal spentBefore() {
        return BigDecimal.valueOf(spentBefore, PLACES);
    }

    /**
     * Books the most that a request can cost, before it is sent. Returns when it is on the disk.
     *
     * @param id of the request
     */
    public void reserve(String id, BigDecimal dollars) {
        writes.commit(connection -> book(connection, id, dollars));
    }

    /** Books what a request did cost in the place of what was reserved. Need not be waited for: what is lost is too high. */
    public void settle(String id, BigDecimal dollars) {
        writes.submit(connection -> book(connection, id, dollars));
    }

    static void book(Connection connection, String id, BigDecimal dollars) throws SQLException {
        long nanos = dollars.setScale(PLACES, java.math.RoundingMode.CEILING)
                .unscaledValue()
                .longValueExact();
        try (PreparedStatement insert = connection.prepareStatement("insert or replace into spending values (?, ?)")) {
            insert.setString(1, id);
            insert.setLong(2, nanos);
            insert.executeUpdate();
        }
    }
}
