package dev.valuecompass.snapshot.evidence;

import dev.valuecompass.io.AtomicFiles;
import dev.valuecompass.io.DataException;
import dev.valuecompass.io.Json;
import dev.valuecompass.scores.validity.BesidePeriod;
import dev.valuecompass.snapshot.Snapshot;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * A kind of file in {@code evidence/<period>/}: beside the period, not in it, since models may be asked after it was frozen.
 *
 * @param version that this program computes
 * @param sound whether the systems of a file are as this program writes them
 * @param again how to get a new file once this one is moved away
 */
record EvidenceFile<T extends BesidePeriod>(String name, Class<T> type, int version, Predicate<T> sound, String again) {
    /** Where it lies. @param data the leaderboard's own */
    Path path(Path data, String period) {
        return data.resolve("evidence").resolve(period).resolve(name);
    }

    /**
     * Writes what was found out. What was said of simulated models gives way to later words.
     *
     * @param stays whether what was said of others before stays, when it is not the same
     * @throws DataException when it stays, saying {@code others} and {@code fix}
     */
    void write(Path data, T told, Predicate<T> stays, String others, String fix) {
        Path file = path(data, told.period());
        if (Files.isRegularFile(file)) {
            T before = parsed(file);
            if (!before.synthetic() && !before.equals(told) && stays.test(before)) {
                throw new DataException(file, others, fix);
            }
        }
        AtomicFiles.replace(file, Json.pretty(told));
    }

    /**
     * What the file says. Empty where there is none, or the period was revised since: figures of two revisions are not held
     * against each other.
     *
     * @throws DataException when the file is not what this program writes
     */
    Optional<T> read(Path data, Snapshot snapshot) {
        Path file = path(data, snapshot.period());
        return Files.isRegularFile(file)
                ? Optional.of(parsed(file))
                        .filter(told ->
                                told.period().equals(snapshot.period()) && told.revision() == snapshot.revision())
                : Optional.empty();
    }

    T parsed(Path file) {
        T told = Json.read(file, type);
        if (told == null
                || told.version() != version
                || told.period() == null
                || told.systems() == null
                || !sound.test(told)) {
            throw new DataException(file, "is not what this program writes", "move it away, then " + again);
        }
        return told;
    }
}
