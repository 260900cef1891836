package dev.valuecompass.llm.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Puts what one store holds into another. Calls meet by key; where both stores have an answer to the same call, the one
 * with the smaller proof is kept, so the union is the same in whatever order stores are added and however often. What is
 * held in memory does not grow with the stores.
 */
final class StoreUnion {
    private static final int BATCH = 1_000;

    private static final Comparator<StoreSchema.Row> BY_PROOF =
            Comparator.comparing(StoreSchema.Row::proof).thenComparing(StoreSchema.Row::result);

    private final Connection from;
    private final GroupCommit into;
    private final AtomicLong added = new AtomicLong();
    private final AtomicLong known = new AtomicLong();
    private long damaged;

    StoreUnion(Connection from, GroupCommit into) {
        this.from = from;
        this.into = into;
    }

    /** Reads the rows of a table; a row is what {@code read} makes of it. */
    private interface Rows<T> {
        T read(ResultSet row) throws SQLException;
    }

    /** Puts rows into the other store. */
    private interface Sink<T> {
        void put(Connection connection, List<T> rows) throws SQLException;
    }

    private record Failed(String digest, String outcome, String result) {}

    private record Attempts(String digest, String model, int number, String error, long times) {}

    RunStore.Added add() throws SQLException {
        each(
                "select digest, key, outcome, result, proof from call order by digest",
                StoreSchema.Row::read,
                this::calls);
        each(
                "select digest, outcome, result from failure order by digest",
                row -> new Failed(row.getString(1), row.getString(2), row.getString(3)),
                StoreUnion::failures);
        each(
                "select digest, model, number, error, count(*) from attempt group by 1, 2, 3, 4 order by min(id)",
                row -> new Attempts(
                        row.getString(1), row.getString(2), row.getInt(3), row.getString(4), row.getLong(5)),
                StoreUnion::attempts);
        Ledger.addSpending(from, into);
        return new RunStore.Added(added.get(), known.get(), damaged);
    }

    private <T> void each(String query, Rows<T> rows, Sink<T> sink) throws SQLException {
        try (Statement statement = from.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            List<T> batch = new ArrayList<>(BATCH);
            while (row.next()) {
                batch.add(rows.read(row));
                if (batch.size() == BATCH) {
                    into.commit(put(sink, batch));
                    batch.clear();
                }
            }
            into.commit(put(sink, batch));
        }
    }

    private static <T> GroupCommit.Write put(Sink<T> sink, List<T> batch) {
        List<T> rows = List.copyOf(batch);
        return connection -> sink.put(connection, rows);
    }

    private void calls(Connection connection, List<StoreSchema.Row> rows) throws SQLException {
        try (PreparedStatement find = StoreSchema.find(connection);
                PreparedStatement insert = StoreSchema.insert(connection)) {
            for (StoreSchema.Row row : rows) {
                if (!row.sound()) {
                    damaged++;
                    continue;
                }
                Optional<StoreSchema.Row> here =
                        StoreSchema.find(find, row.digest()).filter(StoreSchema.Row::sound);
                (here.isPresent() ? known : added).incrementAndGet();
                if (here.isEmpty() || BY_PROOF.compare(row, here.get()) < 0) {
                    row.insert(insert);
                }
            }
        }
    }

    private static void failures(Connection connection, List<Failed> rows) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement("insert into failure values (?, ?, ?)"
                + " on conflict (digest) do update set outcome = excluded.outcome, result = excluded.result"
                + " where excluded.result < result")) {
            for (Failed row : rows) {
                insert.setString(1, row.digest());
                insert.setString(2, row.outcome());
                insert.setString(3, row.result());
                insert.executeUpdate();
            }
        }
    }

    /** An attempt that is on record as often in the other store is the same one. */
    private static void attempts(Connection connection, List<Attempts> rows) throws SQLException {
        // Without an index each look-up would read the whole table; runs that only append do not pay for it.
        try (Statement statement = connection.createStatement()) {
            statement.execute("create index if not exists attempt_digest on attempt (digest)");
        }
        try (PreparedStatement count = connection.prepareStatement(
                        "select count(*) from attempt where digest = ? and model = ? and number = ? and error = ?");
                PreparedStatement insert = connection.prepareStatement(
                        "insert into attempt (digest, model, number, error) values (?, ?, ?, ?)")) {
            for (Attempts row : rows) {
                fill(count, row);
                long here;
                try (ResultSet counted = count.executeQuery()) {
                    here = counted.next() ? counted.getLong(1) : 0;
                }
                for (; here < row.times(); here++) {
                    fill(insert, row);
                    insert.executeUpdate();
                }
            }
        }
    }

    private static void fill(PreparedStatement statement, Attempts row) throws SQLException {
        statement.setString(1, row.digest());
        statement.setString(2, row.model());
        statement.setInt(3, row.number());
        statement.setString(4, row.error());
    }
}
