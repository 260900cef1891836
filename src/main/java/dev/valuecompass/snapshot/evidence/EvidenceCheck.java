package dev.valuecompass.snapshot.evidence;

import dev.valuecompass.io.DataException;
import dev.valuecompass.io.Defect;
import dev.valuecompass.io.Json;
import dev.valuecompass.io.TextFile;
import dev.valuecompass.scores.validity.SecondInstruments;
import dev.valuecompass.snapshot.Snapshot;
import dev.valuecompass.snapshot.store.PeriodStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * Whether what lies beside a frozen period is of that period and says what follows from its own answers. That models gave these
 * answers, nothing shows.
 */
public final class EvidenceCheck {
    private final List<String> held = new ArrayList<>();
    private final List<Defect> defects = new ArrayList<>();
    private final Path data;
    private final Snapshot snapshot;
    private final String digest;

    private EvidenceCheck(Path data, String period) {
        PeriodStore store = new PeriodStore(data);
        this.data = data;
        this.snapshot = store.snapshot(period);
        this.digest = store.digest(period);
    }

    /** @param held names of files that hold, with what was not checked @param defects all that does not */
    public record Told(List<String> held, List<Defect> defects) {}

    /** What every file says of which period. */
    private record Claim(String period, int revision, String frozen, boolean synthetic) {}

    /** @param data the leaderboard's own @param period that is frozen and sound */
    public static Told of(Path data, String period) {
        EvidenceCheck check = new EvidenceCheck(data, period);
        check.file(
                InstrumentsFile.path(data, period),
                InstrumentsFile::parsed,
                one -> new Claim(one.period(), one.revision(), one.frozen(), one.synthetic()),
                check::instruments);
        check.file(
                PrimesFile.path(data, period),
                PrimesFile::parsed,
                one -> new Claim(one.period(), one.revision(), one.frozen(), one.synthetic()),
                PrimesFile::anew);
        check.file(
                ConditionsFile.path(data, period),
                ConditionsFile::parsed,
                one -> new Claim(one.period(), one.revision(), one.frozen(), one.synthetic()),
                ConditionsFile::anew);
        check.file(
                ReferencesFile.path(data, period),
                ReferencesFile::parsed,
                one -> new Claim(one.period(), one.revision(), one.frozen(), one.synthetic()),
                check::references);
        return new Told(List.copyOf(check.held), List.copyOf(check.defects));
    }

    /** @param anew what it ought to be; null where it contradicts itself */
    private <T> void file(Path file, Function<Path, T> parsed, Function<T, Claim> claim, Function<T, T> anew) {
        if (!Files.isRegularFile(file)) {
            return;
        }
        try {
            T told = parsed.apply(file);
            Claim of = claim.apply(told);
            if (!of.period().equals(snapshot.period())) {
                wrong(file, "is of period " + of.period());
            } else if (of.revision() < snapshot.revision()) {
                held.add(file.getFileName() + ": of revision " + of.revision() + ", which was replaced; not shown");
            } else if (of.revision() > snapshot.revision() || !digest.equals(of.frozen())) {
                wrong(file, "belongs to other frozen files than those of the period");
            } else if (of.synthetic() != snapshot.synthetic()) {
                wrong(file, "does not say, as the period does, whether models are simulated");
            } else {
                T expected = anew.apply(told);
                if (expected == null || !Json.pretty(expected).equals(TextFile.read(file))) {
                    wrong(file, "is not what follows from its own answers");
                } else {
                    held.add(file.getFileName().toString());
                }
            }
        } catch (DataException e) {
            defects.addAll(e.defects());
        }
    }

    private ReferenceSets references(ReferenceSets told) {
        List<String> gone = ReferencesFile.gone(told, data);
        if (!gone.isEmpty()) {
            held.add(ReferencesFile.NAME + ": not recomputed, since the pool is not at hand as it was: "
                    + String.join(", ", gone));
        }
        return ReferencesFile.anew(told, data, snapshot);
    }

    private void wrong(Path file, String what) {
        defects.add(new Defect(file.toString(), 0, what, "move it away, or take it from where it was published"));
    }

    private SecondInstruments instruments(SecondInstruments told) {
        return InstrumentsFile.read(data, snapshot).orElse(null);
    }
}
