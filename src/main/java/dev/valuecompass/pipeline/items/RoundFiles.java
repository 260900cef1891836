package dev.valuecompass.pipeline.items;

import dev.valuecompass.io.AtomicFiles;
import dev.valuecompass.io.Json;
import dev.valuecompass.io.JsonLines;
import dev.valuecompass.items.writing.EvolvedItem;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Where rounds lie: {@code rounds/<period>/<system>.jsonl} with the items, best first, and {@code <system>.json} with how
 * they came about, both in the leaderboard's own data folder.
 */
public final class RoundFiles {
    private final Path folder;

    /** @param data the leaderboard's own data folder */
    public RoundFiles(Path data, String period) {
        this.folder = data.resolve("rounds").resolve(period);
    }

    /** The record is written last: while it is missing, the round is not finished. */
    Path write(RoundRecord record, List<EvolvedItem> items) {
        AtomicFiles.replace(items(record.system()), JsonLines.write(items));
        AtomicFiles.replace(record(record.system()), Json.pretty(record));
        return items(record.system());
    }

    /** Empty when no round was finished. */
    public Optional<RoundRecord> find(String system) {
        return Files.isRegularFile(record(system)) && Files.isRegularFile(items(system))
                ? Optional.of(Json.read(record(system), RoundRecord.class))
                : Optional.empty();
    }

    /** Of a finished round, best first. */
    List<EvolvedItem> read(String system) {
        return JsonLines.read(items(system), EvolvedItem.class);
    }

    Path record(String system) {
        return folder.resolve(system + ".json");
    }

    private Path items(String system) {
        return folder.resolve(system + ".jsonl");
    }
}
