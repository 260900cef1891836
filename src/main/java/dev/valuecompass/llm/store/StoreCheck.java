package dev.valuecompass.llm.store;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** Looks at every page and every row of a store when it is opened, before anything is asked on the strength of it. */
final class StoreCheck {
    private static final int SHOWN = 3;
    private static final int SHORT_DIGEST = 12;

    private final Connection connection;
    private final List<String> faults = new ArrayList<>();
    private long rows;
    private long readable;
    private long sumOfTable;

    /**
     * @param rows of calls that there are, damaged or not, as far as they could be counted
     * @param readable calls that can be read and prove themselves
     * @param faults where something is broken, the first few; none when all is well
     */
    record RowCounts(long rows, long readable, List<String> faults) {
        RowCounts {
            faults = List.copyOf(faults);
        }
    }

    private StoreCheck(Connection connection) {
        this.connection = connection;
    }

    /** Throws only what is not the file's fault. */
    static RowCounts of(Connection connection) throws SQLException {
        StoreCheck check = new StoreCheck(connection);
        check.tables();
        check.pages();
        boolean all = check.rows();
        check.index(all);
        return new RowCounts(
                check.rows, check.readable, check.faults.stream().limit(SHOWN).toList());
    }

    private interface Query {
        void at(Statement statement) throws SQLException;
    }

    /** False when the look ended in damage. */
    private boolean look(Query look) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            look.at(statement);
            return true;
        } catch (SQLException e) {
            if (!StoreFault.damage(e)) {
                throw e;
            }
            faults.add(e.getMessage());
            return false;
        }
    }

    private void tables() throws SQLException {
        look(statement -> {
            List<String> missing = new ArrayList<>(StoreSchema.TABLES_OF_ALL);
            missing.removeAll(StoreSchema.tables(connection));
            if (StoreSchema.format(connection) == StoreSchema.FORMAT && !missing.isEmpty()) {
                faults.add("table " + missing.get(0) + " is missing");
            }
        });
    }

    private void pages() throws SQLException {
        look(statement -> {
            try (ResultSet row = statement.executeQuery("pragma quick_check(" + SHOWN + ")")) {
                while (row.next()) {
                    if (!"ok".equals(row.getString(1))) {
                        faults.add(row.getString(1).replace("\n", ", "));
                    }
                }
            }
        });
    }

    private boolean rows() throws SQLException {
        return look(statement -> {
            try (ResultSet row = statement.executeQuery(StoreSchema.ALL_CALLS)) {
                while (row.next()) {
                    rows++;
                    StoreSchema.StoredCall call = StoreSchema.StoredCall.read(row);
                    if (call.sound()) {
                        readable++;
                        sumOfTable += sum(call.digest());
                    } else {
                        String digest = call.digest();
                        faults.add("the answer to call "
                                + digest.substring(0, Math.min(SHORT_DIGEST, digest.length())) + ", row " + rows
                                + ", is not the one that was written");
                    }
                }
            }
        });
    }

    /** Answers are found by the index of their digests alone. */
    private void index(boolean all) throws SQLException {
        look(statement -> {
            long sumOfIndex = 0;
            try (ResultSet row = statement.executeQuery("select digest from call order by digest")) {
                while (row.next()) {
                    sumOfIndex += sum(String.valueOf(row.getString(1)));
                }
            }
            if (all && faults.isEmpty() && sumOfIndex != sumOfTable) {
                faults.add("the index of the answers does not name them all");
            }
        });
    }

    /** Added up, it is the same for the same digests in whatever order. */
    private static long sum(String digest) {
        long sum = 1;
        for (int i = 0; i < digest.length(); i++) {
            sum = 31 * sum + digest.charAt(i);
        }
        return sum;
    }
}
