package dev.valuecompass.pipeline.items;

import dev.valuecompass.io.AtomicFiles;
import dev.valuecompass.io.DataException;
import dev.valuecompass.io.Digest;
import dev.valuecompass.io.Json;
import dev.valuecompass.io.JsonLines;
import dev.valuecompass.items.Item;
import dev.valuecompass.snapshot.ReviewRecord;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What people decided about the new items of one system in one period, {@code rounds/<period>/<system>-review.jsonl}. A
 * decision is about a text: an item that was changed since has none.
 */
final class ReviewFile {
    private final Path file;
    private final Map<String, ReviewRecord> decisions = new TreeMap<>();

    /**
     * @param data the leaderboard's own data folder
     * @throws dev.valuecompass.io.DataException when the file is not what {@code items review} writes
     */
    public ReviewFile(Path data, String period, String system) {
        this.file = data.resolve("rounds").resolve(period).resolve(system + "-review.jsonl");
        if (Files.isRegularFile(file)) {
            JsonLines.forEach(file, ReviewRecord.class, (decision, line) -> {
                Broken.require(file, line, decision);
                decisions.put(decision.item(), decision);
            });
        }
    }

    /** What a decision is bound to: all of an item that people read. */
    static String digest(Item item) {
        return Digest.sha256(Json.line(List.of(item.id(), item.dimensions(), item.category(), item.text())));
    }

    /** Empty when nobody decided about the item as it is now. */
    Optional<ReviewRecord> about(Item item) {
        return Optional.ofNullable(decisions.get(item.id()))
                .filter(decision -> decision.digest().equals(digest(item)));
    }

    /** By item; what was decided about other texts is left out. */
    List<ReviewRecord> about(Collection<Item> items) {
        return items.stream()
                .flatMap(item -> about(item).stream())
                .sorted(Comparator.comparing(ReviewRecord::item))
                .toList();
    }

    /** A later decision about an item takes the place of an earlier one. */
    void add(List<ReviewRecord> more) {
        more.forEach(decision -> decisions.put(decision.item(), decision));
        AtomicFiles.replace(file, JsonLines.write(List.copyOf(decisions.values())));
    }

    /** A file of decisions that somebody wrote by hand, and not whole. */
    private static final class Broken {
        private Broken() {}

        /** @throws DataException when a part is missing */
        static void require(Path file, int line, ReviewRecord decision) {
            String missing = decision.item() == null
                    ? "item"
                    : decision.digest() == null
                            ? "digest"
                            : decision.verdict() == null ? "verdict" : blank(decision.by()) ? "by" : "";
            if (!missing.isEmpty()) {
                throw new DataException(
                        file.toString(),
                        line,
                        "a decision without '" + missing + "'",
                        "remove the line and decide anew: compass items review");
            }
        }

        private static boolean blank(String text) {
            return text == null || text.isBlank();
        }
    }
}
