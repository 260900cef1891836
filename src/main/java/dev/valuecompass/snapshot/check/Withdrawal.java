package dev.valuecompass.snapshot.check;

import dev.valuecompass.io.AtomicFiles;
import dev.valuecompass.io.DataException;
import dev.valuecompass.io.Defect;
import dev.valuecompass.io.FileFault;
import dev.valuecompass.io.Json;
import dev.valuecompass.io.JsonPlaces;
import dev.valuecompass.io.TextFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/**
 * That a whole published period no longer stands. The mark lies beside the period's folder, in {@code 2026-11.withdrawn.json}, since
 * the folder itself is frozen: its bytes, its checksums and the chain stay as they are.
 *
 * @param date of the withdrawal, {@code YYYY-MM-DD}
 * @param reason for readers; not blank; hostile
 */
public record Withdrawal(String date, String reason) {
    public static final String ENDING = ".withdrawn.json";
    private static final Set<String> KEYS = Set.of("date", "reason");
    private static final String FIX = "withdraw the period anew: compass withdraw PERIOD --reason TEXT";

    /**
     * The mark of a period; empty while it stands.
     *
     * @param folder of the period
     * @throws DataException with everything that is wrong in the mark
     */
    public static Optional<Withdrawal> of(Path folder) {
        Path file = file(folder);
        return Files.exists(file) ? Optional.of(read(file)) : Optional.empty();
    }

    /** The file of a period's mark, which goes where the period goes; empty while it stands. */
    public static Optional<Path> markOf(Path folder) {
        return Optional.of(folder)
                .filter(there -> there.getFileName() != null)
                .map(Withdrawal::file)
                .filter(Files::isRegularFile);
    }

    /** Everything that is wrong with the marks in the folder of all periods. */
    public static List<Defect> check(Path periods) {
        List<Defect> defects = new ArrayList<>();
        for (Path file : marks(periods)) {
            String name = file.getFileName().toString();
            String period = name.substring(0, name.length() - ENDING.length());
            if (!Files.isDirectory(periods.resolve(period))) {
                defects.add(new Defect(file, "there is no period '" + period + "' to withdraw", "rename or delete it"));
            }
            try {
                read(file);
            } catch (DataException e) {
                defects.addAll(e.defects());
            }
        }
        return defects;
    }

    /** Marks the period in this folder, in the place of an earlier mark. */
    public void mark(Path folder) {
        AtomicFiles.replace(file(folder), Json.pretty(this));
    }

    /** Takes the mark away. @return whether there was one */
    public static boolean undo(Path folder) {
        try {
            return Files.deleteIfExists(file(folder));
        } catch (IOException e) {
            throw FileFault.writing(file(folder), e);
        }
    }

    private static Path file(Path folder) {
        return folder.resolveSibling(folder.getFileName() + ENDING);
    }

    private static List<Path> marks(Path periods) {
        if (!Files.isDirectory(periods)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(periods)) {
            return files.filter(file -> file.getFileName().toString().endsWith(ENDING))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw FileFault.reading(periods, e);
        }
    }

    private static Withdrawal read(Path file) {
        String text = TextFile.read(file);
        JsonNode json = Json.tree(text, file.toString());
        JsonPlaces places = new JsonPlaces(text);
        List<Defect> defects = new ArrayList<>();
        json.propertyNames().stream()
                .filter(key -> !KEYS.contains(key))
                .forEach(key -> defects.add(new Defect(
                        file.toString(),
                        places.line("/" + key),
                        "unknown key '" + key + "'",
                        "keep date and reason alone")));
        String date = json.path("date").asString("");
        if (!isDate(date)) {
            defects.add(new Defect(
                    file.toString(), places.line("/date"), "'" + date + "' is not a date such as 2026-11-30", FIX));
        }
        JsonNode reason = json.path("reason");
        if (!reason.isString() || reason.asString().isBlank()) {
            defects.add(new Defect(file.toString(), places.line("/reason"), "no reason is given", FIX));
        }
        DataException.refuse(defects);
        return new Withdrawal(date, reason.asString());
    }

    private static boolean isDate(String text) {
        try {
            return LocalDate.parse(text).toString().equals(text);
        } catch (DateTimeException e) {
            return false;
        }
    }
}
