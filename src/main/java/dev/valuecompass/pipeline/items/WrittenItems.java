package dev.valuecompass.pipeline.items;

import dev.valuecompass.io.AtomicFiles;
import dev.valuecompass.io.JsonLines;
import dev.valuecompass.items.Item;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The items that a generator wrote for a period, {@code rounds/<period>/<system>-written.jsonl} in the leaderboard's own
 * data folder. A run of that period asks them before others.
 */
public final class WrittenItems {
    private final Path folder;

    /** @param data the leaderboard's own data folder */
    public WrittenItems(Path data, String period) {
        this.folder = data.resolve("rounds").resolve(period);
    }

    /** In the order in which they were written; empty when none were. */
    List<Item> read(String system) {
        return Files.isRegularFile(file(system)) ? JsonLines.read(file(system), Item.class) : List.of();
    }

    /** Adds items to those that are there; one with a known id takes the place of the other. */
    public Path add(String system, List<Item> items) {
        Map<String, Item> all = new LinkedHashMap<>();
        read(system).forEach(item -> all.put(item.id(), item));
        items.forEach(item -> all.put(item.id(), item));
        AtomicFiles.replace(file(system), JsonLines.write(List.copyOf(all.values())));
        return file(system);
    }

    private Path file(String system) {
        return folder.resolve(system + "-written.jsonl");
    }
}
