package dev.valuecompass.llm.store;

import dev.valuecompass.io.DataException;
import dev.valuecompass.io.Defect;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Puts what several stores hold into one, in one transaction: all of it or nothing. Calls meet by key; two different
 * answers to one call are a mistake unless it was said whose stands, so the union is the same in whatever order stores are
 * added and however often. What is held in memory does not grow with the stores.
 */
final class StoreUnion implements GroupCommit.Write {
    private static final int SHOWN = 20;

    private final Path target;
    private final List<Contribution> contributions;
    private final Optional<Path> winner;
    private final SealKeeper tally;
    private final Overrides overrides;
    private final List<Contribution.Added> added = new ArrayList<>();
    private final List<Defect> defects = new ArrayList<>();
    private long unshown;

    /** @param winner the store whose answers stand, the target or one of the others; empty when none may differ */
    StoreUnion(
            Path target,
            List<Contribution> contributions,
            Optional<Path> winner,
            SealKeeper tally,
            Overrides overrides) {
        this.target = target;
        this.contributions = contributions;
        this.winner = winner;
        this.tally = tally;
        this.overrides = overrides;
    }

    /** What each contribution brought, in their order. */
    List<Contribution.Added> added() {
        return added;
    }

    /** @throws DataException naming each row that does not belong and each call with two answers; nothing is written then */
    @Override
    public void into(Connection connection) throws SQLException {
        // It is done again when another write of its transaction refused.
        added.clear();
        defects.clear();
        unshown = 0;
        StoreRows.index(connection);
        try (OtherAnswers others = new OtherAnswers()) {
            for (Contribution contribution : contributions) {
                try (RunStore store = RunStore.openContribution(contribution.file(), overrides)) {
                    added.add(store.read(from -> new Merge(contribution, others, from, connection).join(store.lost())));
                }
            }
        }
        if (unshown > 0) {
            defects.add(new Defect(target, "and " + unshown + " more that cannot be taken in", "mend these first"));
        }
        DataException.refuse(defects);
    }

    private void report(Path file, String what, String fix) {
        if (defects.size() < SHOWN) {
            defects.add(new Defect(file, what, fix));
        } else {
            unshown++;
        }
    }

    /** One contribution on its way in. */
    private final class Merge {
        private final Contribution contribution;
        private final OtherAnswers others;
        private final StoreRows rows;
        private long added;
        private long known;
        private long damaged;
        private long leftOut;
        private long settled;

        Merge(Contribution contribution, OtherAnswers others, Connection from, Connection into) {
            this.contribution = contribution;
            this.others = others;
            this.rows = new StoreRows(contribution.file(), from, into);
        }

        /** @param lost answers that were given up when the store was opened */
        Contribution.Added join(long lost) throws SQLException {
            damaged = lost;
            rows.calls(this::call);
            rows.failures((digest, key) -> key.isEmpty() ? admits(digest, key) : welcome(digest, key));
            rows.attempts(this::welcome);
            rows.spending();
            return new Contribution.Added(added, known, damaged, leftOut, settled);
        }

        private void call(StoreSchema.StoredCall row, PreparedStatement find, PreparedStatement insert)
                throws SQLException {
            if (!row.usable()) {
                damaged++;
            } else if (!row.named()) {
                refuse(row.digest(), "whose question cannot be read");
            } else if (!understood(row)) {
                refuse(row.digest(), "whose answer is none that this version of the program understands");
            } else if (admits(row.digest(), row.key())) {
                put(row, StoreSchema.find(find, row.digest()), insert);
            }
        }

        private static boolean understood(StoreSchema.StoredCall row) {
            try {
                row.end();
                return true;
            } catch (DataException e) {
                return false;
            }
        }

        /** A store may keep such a row, since the digest is enough to find it; nobody knows whether it may enter another. */
        private void refuse(String digest, String what) {
            damaged++;
            if (!overrides.acceptLosses()) {
                report(
                        contribution.file(),
                        "damaged: holds a row, of call " + digest + ", " + what,
                        "put an undamaged copy in its place, or leave the row out and pay for the answer again:"
                                + " --accept-losses");
            }
        }

        private void put(StoreSchema.StoredCall row, Optional<StoreSchema.StoredCall> there, PreparedStatement insert)
                throws SQLException {
            Optional<StoreSchema.StoredCall> here = there.filter(StoreSchema.StoredCall::usable);
            if (here.isPresent()) {
                known++;
                meet(row, here.get(), insert);
                return;
            }
            added++;
            if (there.isEmpty()) {
                tally.added();
            }
            row.insert(insert);
        }

        private boolean admits(String digest, String key) {
            Admission.Ruling ruling = contribution.admission().of(digest, key);
            if (ruling.verdict() == Admission.RowDecision.FOREIGN) {
                report(contribution.file(), ruling.what(), ruling.fix());
            }
            boolean welcome = ruling.verdict() == Admission.RowDecision.WELCOME;
            leftOut += welcome ? 0 : 1;
            return welcome;
        }

        /** Of what comes with a call: the call itself is where it is counted and reported. */
        private boolean welcome(String digest, String key) {
            return contribution.admission().of(digest, key).verdict() == Admission.RowDecision.WELCOME;
        }

        private void meet(StoreSchema.StoredCall row, StoreSchema.StoredCall here, PreparedStatement insert)
                throws SQLException {
            if (row.result().equals(here.result())) {
                return;
            }
            Optional<String> standing = winner.flatMap(file -> others.result(file, row.digest()));
            if (standing.isPresent()) {
                settled++;
                if (standing.get().equals(row.result())) {
                    row.insert(insert);
                }
                return;
            }
            report(
                    contribution.file(),
                    "answers a call differently than " + holder(row.digest(), here.result()) + ": "
                            + contribution.admission().name(row.digest(), row.key()),
                    "find out which of the two was tampered with or asked twice, then say whose answers stand:"
                            + " --prefer and the folder of its store");
        }

        /** Which of the stores says what stands here already. */
        private Path holder(String digest, String result) {
            return Stream.concat(Stream.of(target), contributions.stream().map(Contribution::file))
                    .filter(file ->
                            others.result(file, digest).filter(result::equals).isPresent())
                    .findFirst()
                    .orElse(target);
        }
    }
}
