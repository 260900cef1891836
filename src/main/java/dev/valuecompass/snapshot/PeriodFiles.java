package dev.valuecompass.snapshot;

import dev.valuecompass.io.Checksums;
import dev.valuecompass.io.Json;
import dev.valuecompass.io.JsonLines;
import java.nio.charset.StandardCharsets;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** The files of a period: their names, and their bytes. */
final class PeriodFiles {
    static final String SNAPSHOT = "snapshot.json";
    static final String ITEMS = "items.jsonl";
    static final String LABELS = "labels/";
    static final String CASES = "cases/";
    static final String LINES = ".jsonl";
    static final String ERRATA = "errata.md";
    static final String REVISIONS = "revisions/";

    private static final Pattern PERIOD = Pattern.compile("\\d{4}-(0[1-9]|1[0-2])");

    private PeriodFiles() {}

    static boolean isPeriod(String name) {
        return PERIOD.matcher(name).matches();
    }

    static String labels(String model) {
        return LABELS + model + LINES;
    }

    static String cases(String model) {
        return CASES + model + LINES;
    }

    /** Every file but the checksums, by path. What the period does not have, it has no file for. */
    static SortedMap<String, byte[]> of(PeriodRecord canonical) {
        SortedMap<String, byte[]> files = new TreeMap<>();
        files.put(SNAPSHOT, utf8(Json.pretty(canonical.snapshot())));
        if (!canonical.items().isEmpty()) {
            files.put(ITEMS, utf8(JsonLines.write(canonical.items())));
        }
        canonical.labels().forEach((model, rows) -> files.put(labels(model), utf8(JsonLines.write(rows))));
        canonical.cases().forEach((model, rows) -> files.put(cases(model), utf8(JsonLines.write(rows))));
        if (!canonical.snapshot().errata().isEmpty()) {
            files.put(ERRATA, utf8(ErrataPage.write(canonical.snapshot())));
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
