package dev.valuecompass.pipeline.items;

import dev.valuecompass.io.DataException;
import dev.valuecompass.snapshot.ReviewRecord;
import java.nio.file.Path;

/** A file of decisions that somebody wrote by hand, and not whole. */
final class Broken {
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
