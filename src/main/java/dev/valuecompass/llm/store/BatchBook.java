package dev.valuecompass.llm.store;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The batches that were given to providers. One stands here, with its calls and the most that they can cost, before
 * anything is sent, and its id before anybody asks after it, so that a process that dies submits nothing twice. Each
 * method returns when that is on the disk.
 */
public final class BatchBook {
    static final Set<String> TABLES = Set.of("batch", "batch_call");

    private final RunStore store;
    private final GroupCommit writes;

    BatchBook(RunStore store, GroupCommit writes) {
        this.store = store;
        this.writes = writes;
    }

    /**
     * A call of a batch.
     *
     * @param digest of its key
     * @param request JSON of a {@link dev.valuecompass.llm.ChatRequest}
     * @param most dollars that it can cost
     */
    public record BatchedCall(String digest, String request, BigDecimal most) {}

    /**
     * A batch that is not ended.
     *
     * @param marker made here, by which the provider can be asked whether it has the batch
     * @param id the provider's; empty while nobody knows whether there is one
     * @param made when it was written down
     */
    public record OpenBatch(
            String marker, String endpoint, String model, Optional<String> id, Instant made, List<BatchedCall> calls) {
        /** Dollars that all its calls can cost. */
        public BigDecimal most() {
            return calls.stream().map(BatchedCall::most).reduce(BigDecimal.ZERO, BigDecimal::add);
        }
    }

    static void create(Statement statement) throws SQLException {
        statement.execute("create table if not exists batch (marker text primary key, endpoint text not null,"
                + " model text not null, id text, made text not null, ended integer not null) without rowid");
        statement.execute("create table if not exists batch_call (marker text not null, digest text not null,"
                + " request text not null, most text not null, primary key (marker, digest)) without rowid");
    }

    /** In the order in which they were written down. */
    public List<OpenBatch> open() {
        return read(connection -> {
            List<OpenBatch> open = new ArrayList<>();
            try (Statement statement = connection.createStatement();
                    ResultSet row = statement.executeQuery("select marker, endpoint, model, id, made from batch"
                            + " where ended = 0 order by made, marker")) {
                while (row.next()) {
                    open.add(new OpenBatch(
                            row.getString(1),
                            row.getString(2),
                            row.getString(3),
                            Optional.ofNullable(row.getString(4)),
                            Instant.parse(row.getString(5)),
                            calls(connection, row.getString(1))));
                }
            }
            return open;
        });
    }

    private static List<BatchedCall> calls(Connection connection, String marker) throws SQLException {
        List<BatchedCall> calls = new ArrayList<>();
        try (PreparedStatement select = connection.prepareStatement(
                "select digest, request, most from batch_call where marker = ? order by digest")) {
            select.setString(1, marker);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    calls.add(new BatchedCall(row.getString(1), row.getString(2), new BigDecimal(row.getString(3))));
                }
            }
        }
        return calls;
    }

    /** All ids that providers gave to batches of this store, ended ones too. */
    public Set<String> ids() {
        return read(connection -> {
            Set<String> ids = new HashSet<>();
            try (Statement statement = connection.createStatement();
                    ResultSet row = statement.executeQuery("select id from batch where id is not null")) {
                while (row.next()) {
                    ids.add(row.getString(1));
                }
            }
            return ids;
        });
    }

    private <T> T read(RunStore.Query<T> query) {
        try {
            return store.read(query);
        } catch (SQLException e) {
            throw StoreFault.of(store.file(), e);
        }
    }

    /** Writes a batch down before anything of it is sent, and books the most that it can cost. */
    public void intend(OpenBatch batch) {
        writes.commit(connection -> {
            try (PreparedStatement insert =
                    connection.prepareStatement("insert into batch values (?, ?, ?, null, ?, 0)")) {
                insert.setString(1, batch.marker());
                insert.setString(2, batch.endpoint());
                insert.setString(3, batch.model());
                insert.setString(4, batch.made().toString());
                insert.executeUpdate();
            }
            try (PreparedStatement insert = connection.prepareStatement("insert into batch_call values (?, ?, ?, ?)")) {
                for (BatchedCall call : batch.calls()) {
                    insert.setString(1, batch.marker());
                    insert.setString(2, call.digest());
                    insert.setString(3, call.request());
                    insert.setString(4, call.most().toPlainString());
                    insert.executeUpdate();
                }
            }
            Ledger.book(connection, spending(batch.marker()), batch.most());
        });
    }

    /** Keeps the provider's id; empty when it turns out that the id was another batch's. */
    public void submitted(String marker, Optional<String> id) {
        writes.commit(connection -> {
            try (PreparedStatement update = connection.prepareStatement("update batch set id = ? where marker = ?")) {
                update.setString(1, id.orElse(null));
                update.setString(2, marker);
                update.executeUpdate();
            }
        });
    }

    /**
     * Ends a batch whose answers were saved, or that nobody has; what it did cost takes the place of the most. Answers that
     * were saved before are on the disk by then too.
     */
    public void end(String marker, BigDecimal dollars) {
        writes.commit(connection -> {
            try (PreparedStatement update = connection.prepareStatement("update batch set ended = 1 where marker = ?");
                    PreparedStatement delete = connection.prepareStatement("delete from batch_call where marker = ?")) {
                update.setString(1, marker);
                update.executeUpdate();
                delete.setString(1, marker);
                delete.executeUpdate();
            }
            Ledger.book(connection, spending(marker), dollars);
        });
    }

    private static String spending(String marker) {
        return "batch-" + marker;
    }
}
