package dev.valuecompass.snapshot.evidence;

import dev.valuecompass.io.DataException;
import dev.valuecompass.scores.validity.Priming;
import dev.valuecompass.scores.validity.Priming.Asked;
import dev.valuecompass.scores.validity.Priming.OfSystem;
import dev.valuecompass.snapshot.Rounding;
import dev.valuecompass.snapshot.Snapshot;
import dev.valuecompass.snapshot.store.PeriodStore;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What telling models to hold a value did to their scores, {@code evidence/<period>/primes.json}. */
public final class PrimesFile {
    static final EvidenceFile<Priming> FILE = new EvidenceFile<>(
            "primes.json",
            Priming.class,
            Priming.VERSION,
            told -> told.systems().stream().allMatch(PrimesFile::sound),
            "ask again");

    private PrimesFile() {}

    /**
     * Writes what came of it. Figures of simulated models give way to later ones.
     *
     * @param asked by system
     * @param dollars that the answers cost; null when unknown
     * @throws DataException when others are there
     */
    public static Priming write(Path data, String period, Map<String, Asked> asked, Double dollars) {
        PeriodStore store = new PeriodStore(data);
        Snapshot snapshot = store.snapshot(period);
        Priming told = Rounding.frozen(new Priming(
                Priming.VERSION,
                period,
                snapshot.revision(),
                store.digest(period),
                snapshot.synthetic(),
                dollars,
                snapshot.systems().stream()
                        .map(result -> result.system().id())
                        .filter(asked::containsKey)
                        .map(system -> OfSystem.of(system, asked.get(system)))
                        .toList()));
        FILE.write(data, told, before -> true, "there are other figures already", "move the file away, then ask again");
        return told;
    }

    /**
     * Figures are worked out anew from the rows. Empty where nothing was asked, or the period was revised since.
     *
     * @throws DataException when the file is not what this program writes
     */
    public static Optional<Priming> read(Path data, Snapshot snapshot) {
        return FILE.read(data, snapshot).map(PrimesFile::anew);
    }

    /** The same with figures that follow from its rows. */
    static Priming anew(Priming told) {
        return Rounding.frozen(new Priming(
                told.version(),
                told.period(),
                told.revision(),
                told.frozen(),
                told.synthetic(),
                told.dollars(),
                told.systems().stream()
                        .map(one -> OfSystem.of(one.system(), one.asked()))
                        .toList()));
    }

    /** Whether every model has a row for each item, without and with each instruction. */
    private static boolean sound(OfSystem system) {
        if (system == null || system.system() == null || system.asked() == null) {
            return false;
        }
        Asked asked = system.asked();
        if (asked.circle() == null
                || asked.items() == null
                || asked.rows() == null
                || !(asked.level() > 0 && asked.level() < 1)) {
            return false;
        }
        int items = asked.items().size();
        int values = asked.circle().size();
        Set<String> circle = new HashSet<>(asked.circle());
        return circle.size() == values
                && asked.rows().values().stream()
                        .allMatch(model -> model != null
                                && model.told() != null
                                && model.told().keySet().equals(circle)
                                && LabelRows.sound(model.before(), items, values)
                                && model.told().values().stream()
                                        .allMatch(labels -> LabelRows.sound(labels, items, values)));
    }
}
