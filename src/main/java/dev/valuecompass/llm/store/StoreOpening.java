package dev.valuecompass.llm.store;

import dev.valuecompass.io.DataException;
import dev.valuecompass.io.FileFault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.sqlite.SQLiteErrorCode;

/**
 * What is done before a store is used: it is looked at as a whole, what is damaged without loss is mended, and what is lost is
 * said, since asking again costs money. Nothing is given up unless the {@link Overrides} say so.
 */
final class StoreOpening {
    private static final String FIX = "put an undamaged copy in its place, or go on with what can be read and pay for"
            + " the rest again: --accept-losses";

    private final Path store;
    private final Overrides overrides;
    private final Optional<Seal> reported;
    private final boolean logged;
    private final boolean logBroken;
    private long lost;

    private StoreOpening(Path store, Overrides overrides, Optional<Seal> reported) {
        this.store = store;
        this.overrides = overrides;
        this.reported = reported;
        logged = Files.exists(StoreLog.file(store));
        logBroken = StoreLog.broken(store);
    }

    /**
     * Leaves a store with all its tables that can be read to its end.
     *
     * @throws DataException when something is lost that nobody gave up, or another program's file lies there
     */
    static OpenedStore ready(StoreLock lock, Overrides overrides) throws SQLException {
        // Whoever removes the file begins anew.
        Optional<Seal> reported = Files.exists(lock.store()) ? lock.reported() : Optional.empty();
        StoreOpening opening = new StoreOpening(lock.store(), overrides, reported);
        Seal seal = opening.ready();
        lock.report(seal);
        return new OpenedStore(seal, opening.lost);
    }

    /**
     * The same look without changing anything, for who only reads.
     *
     * @param reported what stood beside the store before it was opened
     */
    static void look(Path store, Connection connection, Overrides overrides, Optional<Seal> reported)
            throws SQLException {
        StoreOpening opening = new StoreOpening(store, overrides, reported);
        try {
            opening.refuseForeign(connection);
            FoundStore state = opening.examine(connection);
            if (!state.whole()) {
                opening.give(state.words(state.missing(), List.of()));
            }
        } catch (SQLException e) {
            opening.refuseUnlessBroken(e);
            opening.give(opening.nothing(e));
        }
    }

    /** @param lost answers that were given up, as far as they can be counted */
    record OpenedStore(Seal seal, long lost) {}

    /**
     * How a store was found.
     *
     * @param inside what it says of itself
     * @param expected calls that it was said to hold
     * @param doubt why there may have been more than anybody can tell
     */
    private record FoundStore(
            StoreCheck.RowCounts found, Optional<Seal> inside, long expected, Optional<String> doubt) {
        boolean whole() {
            return found.faults().isEmpty() && missing() == 0 && doubt.isEmpty();
        }

        long missing() {
            return Math.max(all() - found.readable(), 0);
        }

        /** Calls that there ought to be. A damaged page may show a row that never was. */
        long all() {
            return expected > 0 ? Math.max(expected, found.readable()) : found.rows();
        }

        String words(long lost, List<String> more) {
            List<String> places = new ArrayList<>(found.faults());
            places.addAll(more);
            doubt.ifPresent(places::add);
            String where = places.isEmpty() ? "the rows are not there" : String.join("; ", places);
            String what = lost > 0
                    ? "damaged: " + lost + " of " + all() + " stored answers cannot be read, which were paid for"
                    : "damaged: some of what was stored may be lost";
            return what + " (" + where + ")";
        }
    }

    private Seal ready() throws SQLException {
        refuseEmptied();
        if (logBroken) {
            StoreMending.keepLog(store);
        }
        if (reported.isPresent()) {
            StoreHeader.mend(store, logged);
        }
        boolean replace;
        try (Connection connection = StoreSchema.connect(store)) {
            refuseForeign(connection);
            FoundStore state = examine(connection);
            if (state.found().faults().isEmpty()) {
                return accept(connection, state);
            }
            mend(connection, state);
            replace = true;
        } catch (SQLException e) {
            refuseUnlessBroken(e);
            give(nothing(e));
            lost = reported.map(Seal::calls).orElse(0L);
            replace = false;
        }
        return replaced(replace);
    }

    private Seal accept(Connection connection, FoundStore state) throws SQLException {
        if (!state.whole()) {
            give(state.words(state.missing(), List.of()));
            lost = state.missing();
        }
        StoreSchema.prepare(connection);
        Seal seal = state.inside()
                .or(() -> reported)
                .orElseGet(() -> Seal.fresh(0))
                .with(state.found().readable(), true);
        SealKeeper.write(connection, seal);
        return seal;
    }

    /** SQLite would speak of the disk. */
    static void refuseFolder(Path store) {
        if (Files.isDirectory(store)) {
            throw new DataException(
                    store, "a folder lies where the run store is meant", "move it away, or use another --runs folder");
        }
    }

    /** SQLite takes an empty file for a new store. */
    private void refuseEmptied() {
        long most = reported.map(Seal::calls).orElse(0L);
        try {
            if (most > 0 && Files.exists(store) && Files.size(store) == 0 && !logged) {
                give("the file is empty, and " + most + " answers were stored in it, which were paid for");
            }
        } catch (IOException e) {
            throw FileFault.reading(store, e);
        }
    }

    private void refuseForeign(Connection connection) throws SQLException {
        int format = StoreSchema.format(connection);
        if (format < 0 || format > StoreSchema.FORMAT) {
            throw new DataException(
                    store,
                    "has the store format " + format + "; this version of the program knows formats up to "
                            + StoreSchema.FORMAT,
                    "use the version that wrote it, or another --runs folder");
        }
        Optional<String> program = StoreSchema.program(connection);
        if (program.isPresent()) {
            throw new DataException(
                    store,
                    "not a run store: it has the " + program.get() + ", which no run store has",
                    "move it away and run again");
        }
        Set<String> tables = StoreSchema.tables(connection);
        if (format == 0 && !tables.isEmpty() && !tables.contains("call")) {
            throw new DataException(
                    store,
                    "not a run store: it is a database with other tables, such as "
                            + tables.iterator().next(),
                    "move it away and run again");
        }
    }

    /** What is no database, and was never said to be a store, is somebody's file. */
    private void refuseUnlessBroken(SQLException e) throws SQLException {
        boolean foreign = StoreFault.code(e) == SQLiteErrorCode.SQLITE_NOTADB && reported.isEmpty();
        if (!StoreFault.damage(e) || foreign) {
            throw e;
        }
    }

    private String nothing(SQLException e) {
        String of =
                reported.map(seal -> " of " + seal.calls() + " stored answers").orElse(" of what is stored");
        return "damaged: none" + of + " can be read, which were paid for (" + e.getMessage() + ")";
    }

    private FoundStore examine(Connection connection) throws SQLException {
        boolean any = !StoreSchema.tables(connection).isEmpty();
        StoreCheck.RowCounts found = any ? StoreCheck.of(connection) : new StoreCheck.RowCounts(0, 0, List.of());
        Optional<Seal> inside = any ? StoreSchema.seal(connection) : Optional.empty();
        boolean ours = reported.isPresent()
                && inside.map(seal -> seal.id().equals(reported.get().id())).orElse(true);
        long expected = Math.max(
                inside.map(Seal::calls).orElse(0L), ours ? reported.get().calls() : 0);
        return new FoundStore(found, inside, expected, ours ? Optional.empty() : doubt(inside));
    }

    /** Where nothing stands beside the store, the log has to tell whether something is missing. */
    private Optional<String> doubt(Optional<Seal> inside) {
        String log = StoreLog.file(store).getFileName().toString();
        if (logBroken) {
            return Optional.of("its log " + log + " is damaged, and what follows in it is dropped");
        }
        return inside.filter(seal -> seal.open() && !logged)
                .map(seal -> "it was copied or moved without its log " + log + " while a run was writing it");
    }

    /** Writes a new store beside this one, with all that can be read. */
    private void mend(Connection connection, FoundStore state) throws SQLException {
        try (StoreMending mended = StoreMending.copy(store, connection)) {
            lost = Math.max(state.all() - mended.calls(), 0);
            boolean known = state.expected() > 0 && state.doubt().isEmpty();
            if (lost > 0 || !known || !mended.incomplete().isEmpty()) {
                if (!overrides.acceptLosses()) {
                    mended.discard();
                }
                give(state.words(lost, mended.incomplete()));
            }
        }
    }

    /** Refuses unless losses are accepted. */
    private void give(String what) {
        if (!overrides.acceptLosses()) {
            throw new DataException(store, what, FIX);
        }
    }

    /** @param mended whether a new store lies beside the damaged one; without it one is begun */
    private Seal replaced(boolean mended) throws SQLException {
        StoreMending.replace(store, mended);
        try (Connection connection = StoreSchema.connect(store)) {
            StoreSchema.prepare(connection);
            Seal seal = Seal.fresh(StoreCheck.of(connection).readable());
            SealKeeper.write(connection, seal);
            return seal;
        }
    }
}
