package dev.valuecompass.snapshot.store;

import dev.valuecompass.io.AtomicFiles;
import dev.valuecompass.io.DataException;
import dev.valuecompass.io.JsonLines;
import dev.valuecompass.snapshot.GoldRecord;
import dev.valuecompass.snapshot.PeriodFiles;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Labels by people as they lie in a leaderboard's data, {@code gold/<period>/gold.jsonl}, until a period takes them up. */
public final class GoldFile {
    private GoldFile() {}

    /** Where the labels of a period lie, with the pages and the key to what was drawn. @param data the leaderboard's own */
    public static Path folder(Path data, String period) {
        return data.resolve("gold").resolve(period);
    }

    /** Empty where nobody labelled. @throws DataException when the file is not what {@code label read} writes */
    public static List<GoldRecord> read(Path data, String period) {
        Path file = folder(data, period).resolve(PeriodFiles.GOLD);
        List<GoldRecord> lines = new ArrayList<>();
        if (Files.isRegularFile(file)) {
            JsonLines.forEach(file, GoldRecord.class, (line, number) -> {
                if (line == null || line.model() == null || line.item() == null || line.raters() == null) {
                    throw new DataException(
                            file.toString(), number, "is no gold label", "write the file anew with 'label read'");
                }
                lines.add(line);
            });
        }
        return lines;
    }

    /** @return the file */
    public static Path write(Path data, String period, List<GoldRecord> lines) {
        Path file = folder(data, period).resolve(PeriodFiles.GOLD);
        AtomicFiles.replace(
                file, JsonLines.write(lines.stream().sorted(GoldRecord.ORDER).toList()));
        return file;
    }
}
