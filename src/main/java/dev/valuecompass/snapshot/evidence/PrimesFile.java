package dev.valuecompass.snapshot.evidence;

import dev.valuecompass.io.AtomicFiles;
import dev.valuecompass.io.DataException;
import dev.valuecompass.io.Json;
import dev.valuecompass.scores.validity.Priming;
import dev.valuecompass.snapshot.Rounding;
import dev.valuecompass.snapshot.Snapshot;
import dev.valuecompass.snapshot.store.PeriodStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** What telling models to hold a value did to their scores, {@code evidence/<period>/primes.json}. */
public final class PrimesFile {
    /** Its name. */
    public static final String NAME = "primes.json";

    private PrimesFile() {}

    /** Where it lies. @param data the leaderboard's own */
    public static Path path(Path data, String period) {
        return InstrumentsFile.folder(data, period).resolve(NAME);
    }

    /**
     * Writes what came of it. Figures of simulated models give way to later ones.
     *
     * @param dollars that the answers cost; null when unknown
     * @throws DataException when others are there
     */
    public static Priming write(Path data, String period, List<Priming.OfSystem> systems, Double dollars) {
        PeriodStore store = new PeriodStore(data);
        Snapshot snapshot = store.snapshot(period);
        Priming told = Rounding.frozen(new Priming(
                Priming.VERSION,
                period,
                snapshot.revision(),
                store.digest(period),
                snapshot.synthetic(),
                dollars,
                systems));
        Path file = path(data, period);
        if (Files.isRegularFile(file)) {
            Priming before = parsed(file);
            if (!before.synthetic() && !before.equals(told)) {
                throw new DataException(
                        file.toString(), 0, "there are other figures already", "move the file away, then ask again");
            }
        }
        AtomicFiles.replace(file, Json.pretty(told));
        return told;
    }

    /**
     * Empty where nothing was asked, or the period was revised since.
     *
     * @throws DataException when the file is not what this program writes
     */
    public static Optional<Priming> read(Path data, Snapshot snapshot) {
        Path file = path(data, snapshot.period());
        return Files.isRegularFile(file)
                ? Optional.of(parsed(file))
                        .filter(told ->
                                told.period().equals(snapshot.period()) && told.revision() == snapshot.revision())
                : Optional.empty();
    }

    static Priming parsed(Path file) {
        Priming told = Json.read(file, Priming.class);
        boolean sound = told != null
                && told.version() == Priming.VERSION
                && told.period() != null
                && told.systems() != null
                && told.systems().stream()
                        .allMatch(system -> system != null
                                && system.system() != null
                                && system.models() != null
                                && system.values() != null
                                && system.values().stream()
                                        .allMatch(one -> one != null && one.value() != null && one.rise() != null));
        if (!sound) {
            throw new DataException(
                    file.toString(), 0, "is not what this program writes", "move it away, then ask again");
        }
        return told;
    }
}
