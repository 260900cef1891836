package dev.valuecompass.snapshot.store;

import dev.valuecompass.io.Checksums;
import dev.valuecompass.io.Json;
import dev.valuecompass.io.JsonLines;
import dev.valuecompass.snapshot.PeriodFiles;
import dev.valuecompass.snapshot.PeriodRecord;
import dev.valuecompass.snapshot.PeriodValidity;
import java.nio.charset.StandardCharsets;
import java.util.SortedMap;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;

/** Writes a canonical period as its files: the same period, the same bytes. */
final class PeriodBytes {
    private PeriodBytes() {}

    /** Every file that the record itself is written to, by path. What the period does not have, it has no file for. */
    static SortedMap<String, byte[]> of(PeriodRecord canonical) {
        SortedMap<String, byte[]> files = new TreeMap<>();
        files.put(PeriodFiles.SNAPSHOT, utf8(Json.pretty(canonical.snapshot())));
        if (!canonical.items().isEmpty()) {
            files.put(PeriodFiles.ITEMS, utf8(JsonLines.write(canonical.items())));
        }
        canonical.labels().forEach((model, rows) -> files.put(PeriodFiles.labels(model), utf8(JsonLines.write(rows))));
        canonical.cases().forEach((model, rows) -> files.put(PeriodFiles.cases(model), utf8(JsonLines.write(rows))));
        if (!canonical.gold().isEmpty()) {
            files.put(PeriodFiles.GOLD, utf8(JsonLines.write(canonical.gold())));
        }
        if (!canonical.snapshot().errata().isEmpty()) {
            files.put(PeriodFiles.ERRATA, utf8(ErrataPage.write(canonical.snapshot())));
        }
        return files;
    }

    /**
     * The same with what follows from them, as far as the frozen files have it: a period that was frozen before validity was
     * told does without, and what another version told stays as it is.
     *
     * @param frozen every file but the checksums, by path
     */
    static SortedMap<String, byte[]> like(SortedMap<String, byte[]> frozen, PeriodRecord canonical) {
        SortedMap<String, byte[]> files = of(canonical);
        byte[] told = frozen.get(PeriodFiles.VALIDITY);
        if (told != null) {
            files.put(PeriodFiles.VALIDITY, ofOtherVersion(told) ? told : validity(canonical));
        }
        return files;
    }

    /** Whether another version of the program told a period's validity, so that this one cannot recompute it. */
    static boolean ofOtherVersion(byte[] validity) {
        JsonNode version = Json.tree(new String(validity, StandardCharsets.UTF_8), PeriodFiles.VALIDITY)
                .path("version");
        return version.isInt() && version.intValue() != PeriodValidity.VERSION;
    }

    private static byte[] validity(PeriodRecord canonical) {
        return utf8(Json.pretty(PeriodValidity.of(canonical)));
    }

    /** Every file of a period. */
    static SortedMap<String, byte[]> withChecksums(PeriodRecord canonical) {
        SortedMap<String, byte[]> files = of(canonical);
        files.put(PeriodFiles.VALIDITY, validity(canonical));
        files.put(Checksums.FILE, utf8(Checksums.write(files)));
        return files;
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
