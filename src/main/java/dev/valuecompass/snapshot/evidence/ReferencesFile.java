package dev.valuecompass.snapshot.evidence;

import dev.valuecompass.io.DataException;
import dev.valuecompass.io.DataFolder;
import dev.valuecompass.io.Digest;
import dev.valuecompass.io.TextFile;
import dev.valuecompass.items.TopicPool;
import dev.valuecompass.snapshot.Rounding;
import dev.valuecompass.snapshot.Snapshot;
import dev.valuecompass.snapshot.evidence.ReferenceSets.OfSystem;
import dev.valuecompass.snapshot.evidence.ReferenceSets.ReferenceSet;
import dev.valuecompass.snapshot.store.PeriodStore;
import dev.valuecompass.value.ValueSystem;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reference pools described beside a period, {@code evidence/<period>/references.json}. */
public final class ReferencesFile {
    static final EvidenceFile<ReferenceSets> FILE = new EvidenceFile<>(
            "references.json", ReferenceSets.class, ReferenceSets.VERSION, ReferencesFile::sound, "run again");

    private ReferencesFile() {}

    /**
     * Describes pools and keeps that. What was kept of a period with real models stays.
     *
     * @param pools files of the data folder, by system; empty for nothing to do
     * @throws DataException when a pool cannot be read, or others were described beside the period
     */
    public static void write(DataFolder data, String period, Map<String, List<String>> pools) {
        if (pools.isEmpty()) {
            return;
        }
        PeriodStore store = new PeriodStore(data.own());
        Snapshot snapshot = store.snapshot(period);
        ReferenceSets told = Rounding.frozen(new ReferenceSets(
                ReferenceSets.VERSION,
                period,
                snapshot.revision(),
                store.digest(period),
                snapshot.synthetic(),
                snapshot.systems().stream()
                        .map(result -> result.system())
                        .filter(system -> pools.containsKey(system.id()))
                        .map(system -> new OfSystem(
                                system.id(),
                                pools.get(system.id()).stream()
                                        .map(file -> described(data.file(file), file, system))
                                        .toList()))
                        .toList()));
        FILE.write(
                data.own(),
                told,
                before -> before.frozen().equals(told.frozen()),
                "other reference pools were described beside this period",
                "restore the pools and 'reference-pools', or move the file away and run again");
    }

    private static ReferenceSet described(Path file, String name, ValueSystem system) {
        return ReferenceSet.of(name, Digest.sha256(TextFile.read(file)), TopicPool.read(file, system));
    }

    /**
     * Empty where none were described, or the period was revised since.
     *
     * @throws DataException when the file is not what this program writes
     */
    public static Optional<ReferenceSets> read(Path data, Snapshot snapshot) {
        return FILE.read(data, snapshot);
    }

    /** The same with figures of the pools, as far as these still lie in the data folder as they were. */
    static ReferenceSets anew(ReferenceSets told, Path data, Snapshot snapshot) {
        DataFolder folder = DataFolder.over(data);
        return Rounding.frozen(new ReferenceSets(
                told.version(),
                told.period(),
                told.revision(),
                told.frozen(),
                told.synthetic(),
                told.systems().stream()
                        .map(one -> new OfSystem(
                                one.system(),
                                one.sets().stream()
                                        .map(set -> there(set, folder)
                                                .map(file -> described(file, set.file(), system(snapshot, one)))
                                                .orElse(set))
                                        .toList()))
                        .toList()));
    }

    /** Files of pools that are not there any more, or not as they were. */
    static List<String> gone(ReferenceSets told, Path data) {
        DataFolder folder = DataFolder.over(data);
        return told.systems().stream()
                .flatMap(one -> one.sets().stream())
                .filter(set -> there(set, folder).isEmpty())
                .map(ReferenceSet::file)
                .toList();
    }

    private static Optional<Path> there(ReferenceSet set, DataFolder folder) {
        return folder.find(set.file())
                .filter(file -> Digest.sha256(TextFile.read(file)).equals(set.sha256()));
    }

    private static ValueSystem system(Snapshot snapshot, OfSystem one) {
        return snapshot.systems().stream()
                .map(result -> result.system())
                .filter(system -> system.id().equals(one.system()))
                .findFirst()
                .orElseThrow(() -> new DataException(
                        FILE.name(),
                        "names a system that the period does not have: " + one.system(),
                        "move the file away"));
    }

    private static boolean sound(ReferenceSets told) {
        return told.frozen() != null
                && told.systems().stream()
                        .allMatch(system -> system != null
                                && system.system() != null
                                && system.sets() != null
                                && system.sets().stream()
                                        .allMatch(set -> set != null && set.file() != null && set.sha256() != null));
    }
}
