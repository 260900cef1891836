package dev.valuecompass.site.edition;

import dev.valuecompass.io.Checksums;
import dev.valuecompass.io.Digest;
import dev.valuecompass.io.FileFault;
import dev.valuecompass.snapshot.PeriodRecord;
import dev.valuecompass.snapshot.Snapshot;
import dev.valuecompass.snapshot.check.Withdrawal;
import dev.valuecompass.snapshot.store.PeriodStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Where one period comes from. It is read when it is needed and dropped again, so that many periods fit in memory. */
public interface PeriodSource {
    PeriodRecord read();

    /** What it publishes, at less cost than all of it. */
    default Snapshot snapshot() {
        return read().snapshot();
    }

    /** Where its frozen files lie; empty when the period is not on disk. */
    Optional<Path> folder();

    /** Why it does not stand any more; empty while it does. */
    default Optional<Withdrawal> withdrawal() {
        return folder().flatMap(Withdrawal::of);
    }

    /** The frozen files by path. */
    default SortedMap<String, Path> files() {
        return folder().map(PeriodSource::walk).orElseGet(TreeMap::new);
    }

    /**
     * SHA-256 of a checksum file, which stands for all files of its folder; empty where there is none.
     *
     * @param folder below that of the period, with a slash at its end; empty for the period itself
     */
    default String digest(String folder) {
        Path sums = files().get(folder + Checksums.FILE);
        try {
            return sums == null ? "" : Digest.sha256(Files.readAllBytes(sums));
        } catch (IOException e) {
            throw FileFault.reading(sums, e);
        }
    }

    /** Every period of the store, newest first. */
    static List<PeriodSource> all(PeriodStore store) {
        return store.periods().stream()
                .sorted(Comparator.reverseOrder())
                .map(period -> frozen(store, period))
                .toList();
    }

    static PeriodSource of(PeriodRecord record) {
        return new PeriodSource() {
            @Override
            public PeriodRecord read() {
                return record;
            }

            @Override
            public Optional<Path> folder() {
                return Optional.empty();
            }
        };
    }

    private static PeriodSource frozen(PeriodStore store, String period) {
        return new PeriodSource() {
            /** The largest file, kept until the rest is read. */
            private Snapshot known;

            @Override
            public PeriodRecord read() {
                Snapshot snapshot = known;
                known = null;
                return snapshot == null ? store.read(period) : store.read(snapshot);
            }

            @Override
            public Snapshot snapshot() {
                known = store.snapshot(period);
                return known;
            }

            @Override
            public Optional<Path> folder() {
                return Optional.of(store.folder(period));
            }
        };
    }

    private static SortedMap<String, Path> walk(Path folder) {
        SortedMap<String, Path> files = new TreeMap<>();
        try (Stream<Path> all = Files.walk(folder)) {
            all.filter(file -> Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS))
                    .filter(file -> !file.getFileName().toString().startsWith("."))
                    .forEach(
                            file -> files.put(folder.relativize(file).toString().replace('\\', '/'), file));
            return files;
        } catch (IOException e) {
            throw FileFault.reading(folder, e);
        }
    }
}
