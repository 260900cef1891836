package dev.valuecompass.snapshot.check;

import dev.valuecompass.io.Defect;
import dev.valuecompass.snapshot.PeriodFiles;
import dev.valuecompass.snapshot.PeriodRecord;
import dev.valuecompass.snapshot.RunProvenance;
import dev.valuecompass.snapshot.Snapshot;
import java.time.YearMonth;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Set;

/**
 * Everything that can be wrong with the meaning of a period, found at once. The same rules hold for what is read, what
 * is imported and what is about to be frozen; nothing is repaired.
 */
public final class SnapshotCheck {
    private static final Set<String> KINDS = Set.of("evaluated", "imported");

    private static final int MOST_REVISIONS = 9999;

    private SnapshotCheck() {}

    /** Every mistake in a period that has no files yet; empty when it may be frozen. */
    public static List<Defect> check(PeriodRecord record) {
        PlacedDefects defects = new PlacedDefects("", RecordPlaces.NOWHERE);
        check(record, defects);
        return defects.list();
    }

    /** Adds every mistake in a period to those found so far, each with the place it has in the files. */
    public static void check(PeriodRecord record, PlacedDefects defects) {
        Snapshot snapshot = record.snapshot();
        head(snapshot, defects);
        run(snapshot.run(), defects);
        new ModelChecks(snapshot, defects).run();
        new SystemChecks(snapshot, defects).run();
        new ScoreChecks(snapshot, defects).run();
        new EvolutionChecks(snapshot, defects).run();
        new ItemChecks(record, defects).run();
        new LabelChecks(record, defects).run();
        new CaseChecks(record, defects).run();
        new GoldChecks(record, defects).run();
    }

    private static void head(Snapshot snapshot, PlacedDefects defects) {
        if (snapshot.schemaVersion() != Snapshot.SCHEMA_VERSION) {
            defects.add(
                    PeriodFiles.SNAPSHOT,
                    "/schemaVersion",
                    "schemaVersion " + snapshot.schemaVersion() + " cannot be frozen",
                    "write version " + Snapshot.SCHEMA_VERSION);
        }
        if (!isMonth(snapshot.period())) {
            defects.add(
                    PeriodFiles.SNAPSHOT,
                    "/period",
                    "'" + snapshot.period() + "' is not a period",
                    "write year and month, such as 2026-11");
        }
        if (snapshot.revision() < 1 || snapshot.revision() > MOST_REVISIONS) {
            defects.add(
                    PeriodFiles.SNAPSHOT,
                    "/revision",
                    "revision " + snapshot.revision() + " is " + (snapshot.revision() < 1 ? "below 1" : "not real"),
                    "count from 1");
        }
        if (snapshot.revision() > 1 && snapshot.errata().isEmpty()) {
            defects.add(
                    PeriodFiles.SNAPSHOT,
                    "/errata",
                    "revision " + snapshot.revision() + " without an erratum",
                    "say what was corrected and why");
        }
        if (!KINDS.contains(snapshot.origin().kind())) {
            defects.add(
                    PeriodFiles.SNAPSHOT,
                    "/origin/kind",
                    "unknown origin '" + snapshot.origin().kind() + "'",
                    "write evaluated or imported");
        }
    }

    /** Bounds keep a hostile file from asking for endless recomputation; real runs stay far below them. */
    private static void run(RunProvenance run, PlacedDefects defects) {
        if (run == null) {
            return;
        }
        within(run.samples(), 1, 1000, "samples", "/run/samples", defects);
        within(run.scoring().orders(), 1, 1000, "orders", "/run/scoring/orders", defects);
        within(run.scoring().resamples(), 0, 100_000, "resamples", "/run/scoring/resamples", defects);
        if (!(run.scoring().minimumCoverage() >= 0 && run.scoring().minimumCoverage() <= 1)) {
            defects.add(
                    PeriodFiles.SNAPSHOT,
                    "/run/scoring/minimumCoverage",
                    "coverage " + run.scoring().minimumCoverage() + " is not in 0 to 1",
                    "write it as a share, such as 0.9");
        }
        if (!(run.scoring().level() > 0 && run.scoring().level() < 1)) {
            defects.add(
                    PeriodFiles.SNAPSHOT,
                    "/run/scoring/level",
                    "level " + run.scoring().level() + " of intervals is not between 0 and 1",
                    "write it as a share, such as 0.9");
        }
    }

    private static void within(int value, int low, int high, String name, String pointer, PlacedDefects defects) {
        if (value < low || value > high) {
            defects.add(
                    PeriodFiles.SNAPSHOT,
                    pointer,
                    value + " " + name + " are not in " + low + " to " + high,
                    "mend the run's provenance");
        }
    }

    private static boolean isMonth(String period) {
        try {
            return PeriodFiles.isPeriod(period) && YearMonth.parse(period) != null;
        } catch (DateTimeParseException e) {
            return false;
        }
    }
}
