package dev.valuecompass.snapshot.store;

import dev.valuecompass.io.Checksums;
import dev.valuecompass.io.Json;
import dev.valuecompass.io.JsonLines;
import dev.valuecompass.snapshot.PeriodFiles;
import dev.valuecompass.snapshot.PeriodRecord;
import java.nio.charset.StandardCharsets;
import java.util.SortedMap;
import java.util.TreeMap;

/** Writes a canonical period as its files: the same period, the same bytes. */
final class PeriodBytes {
    private PeriodBytes() {}

    /** Every file but the checksums, by path. What the period does not have, it has no file for. */
    static SortedMap<String, byte[]> of(PeriodRecord canonical) {
        SortedMap<String, byte[]> files = new TreeMap<>();
        files.put(PeriodFiles.SNAPSHOT, utf8(Json.pretty(canonical.snapshot())));
        if (!canonical.items().isEmpty()) {
            files.put(PeriodFiles.ITEMS, utf8(JsonLines.write(canonical.items())));
        }
        canonical.labels().forEach((model, rows) -> files.put(PeriodFiles.labels(model), utf8(JsonLines.write(rows))));
        canonical.cases().forEach((model, rows) -> files.put(PeriodFiles.cases(model), utf8(JsonLines.write(rows))));
        if (!canonical.snapshot().errata().isEmpty()) {
            files.put(PeriodFiles.ERRATA, utf8(ErrataPage.write(canonical.snapshot())));
        }
        return files;
    }

    /** Every file of a period. */
    static SortedMap<String, byte[]> withChecksums(PeriodRecord canonical) {
        SortedMap<String, byte[]> files = of(canonical);
        files.put(Checksums.FILE, utf8(Checksums.write(files)));
        return files;
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
