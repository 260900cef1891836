package dev.valuecompass.snapshot.evidence;

import dev.valuecompass.io.DataException;
import dev.valuecompass.io.Defect;
import dev.valuecompass.io.Json;
import dev.valuecompass.io.TextFile;
import dev.valuecompass.scores.validity.BesidePeriod;
import dev.valuecompass.snapshot.Snapshot;
import dev.valuecompass.snapshot.store.PeriodStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

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

    /** @param data the leaderboard's own @param period that is frozen and sound */
    public static Told of(Path data, String period) {
        EvidenceCheck check = new EvidenceCheck(data, period);
        check.file(InstrumentsFile.FILE, told -> InstrumentsFile.anew(told, check.snapshot));
        check.file(PrimesFile.FILE, PrimesFile::anew);
        check.file(ConditionsFile.FILE, ConditionsFile::anew);
        check.file(ReferencesFile.FILE, check::references);
        return new Told(List.copyOf(check.held), List.copyOf(check.defects));
    }

    /** @param anew what it ought to be */
    private <T extends BesidePeriod> void file(EvidenceFile<T> kind, UnaryOperator<T> anew) {
        Path file = kind.path(data, snapshot.period());
        if (!Files.isRegularFile(file)) {
            return;
        }
        try {
            T told = kind.parsed(file);
            if (!told.period().equals(snapshot.period())) {
                wrong(file, "is of period " + told.period());
            } else if (told.revision() < snapshot.revision()) {
                held.add(file.getFileName() + ": of revision " + told.revision() + ", which was replaced; not shown");
            } else if (told.revision() > snapshot.revision() || !digest.equals(told.frozen())) {
                wrong(file, "belongs to other frozen files than those of the period");
            } else if (told.synthetic() != snapshot.synthetic()) {
                wrong(file, "does not say, as the period does, whether models are simulated");
            } else {
                if (!Json.pretty(anew.apply(told)).equals(TextFile.read(file))) {
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
            held.add(ReferencesFile.FILE.name() + ": not recomputed, since the pool is not at hand as it was: "
                    + String.join(", ", gone));
        }
        return ReferencesFile.anew(told, data, snapshot);
    }

    private void wrong(Path file, String what) {
        defects.add(new Defect(file, what, "move it away, or take it from where it was published"));
    }
}
