package dev.valuecompass.snapshot;

import dev.valuecompass.io.Defect;
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

    private SnapshotCheck() {}

    /** Every mistake in a period that has no files yet; empty when it may be frozen. */
    public static List<Defect> check(PeriodRecord record) {
        PlacedDefects defects = new PlacedDefects("", Places.NOWHERE);
        check(record, defects);
        return defects.list();
    }

    static void check(PeriodRecord record, PlacedDefects defects) {
        Snapshot snapshot = record.snapshot();
        head(snapshot, defects);
        new ModelChecks(snapshot, defects).run();
        new ScoreChecks(snapshot, defects).run();
        new ItemChecks(record, defects).run();
        new LabelChecks(record, defects).run();
        new CaseChecks(record, defects).run();
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
        if (snapshot.revision() < 1) {
            defects.add(
                    PeriodFiles.SNAPSHOT,
                    "/revision",
                    "revision " + snapshot.revision() + " is below 1",
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

    private static boolean isMonth(String period) {
        try {
            return PeriodFiles.isPeriod(period) && YearMonth.parse(period) != null;
        } catch (DateTimeParseException e) {
            return false;
        }
    }
}
