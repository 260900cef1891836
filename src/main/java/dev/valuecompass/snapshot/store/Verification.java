package dev.valuecompass.snapshot.store;

import dev.valuecompass.io.DataException;
import dev.valuecompass.io.Defect;
import dev.valuecompass.io.Json;
import dev.valuecompass.scores.interval.ReadingError;
import dev.valuecompass.snapshot.ItemRecord;
import dev.valuecompass.snapshot.PeriodFiles;
import dev.valuecompass.snapshot.PeriodRecord;
import dev.valuecompass.snapshot.ScoreCell;
import dev.valuecompass.snapshot.Snapshot;
import dev.valuecompass.snapshot.SystemResult;
import dev.valuecompass.snapshot.export.PeriodArchive;
import dev.valuecompass.snapshot.freeze.EvaluatedSystem;
import dev.valuecompass.snapshot.freeze.PeriodFreezer;
import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/**
 * Checks a published period without trusting it: checksums, schema, rules, and every number that follows from the
 * labels recomputed. Equality is exact, since frozen numbers are rounded to six decimals.
 */
public final class Verification {
    private final Path folder;
    private final String place;
    private final List<Defect> defects = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();
    private int numbers;

    private Verification(Path folder, String place) {
        this.folder = folder;
        this.place = place;
    }

    /**
     * What was found.
     *
     * @param numbers how many published numbers were recomputed
     * @param defects everything that does not hold; empty when all does
     * @param notes what could not be checked, and why
     */
    public record Report(String period, int revision, int numbers, List<Defect> defects, List<String> notes) {
        /** Whether nothing was found wrong. */
        public boolean holds() {
            return defects.isEmpty();
        }
    }

    /** @param folderOrZip a period's folder, or its zip, with the files at the top or in one folder */
    public static Report verify(Path folderOrZip) {
        if (Files.isDirectory(folderOrZip)) {
            return new Verification(folderOrZip, folderOrZip.toString()).run();
        }
        try (FileSystem zip = opened(folderOrZip)) {
            Path top = top(zip.getPath("/"));
            Verification verification = new Verification(top, folderOrZip.toString());
            Report report = verification.run();
            return report.holds() ? packed(report, folderOrZip, top) : report;
        } catch (DataException e) {
            throw e;
        } catch (IOException | RuntimeException e) {
            // A damaged directory of an archive ends in whatever exception the part of it that is damaged leads to.
            throw unreadable(folderOrZip, e);
        }
    }

    private static FileSystem opened(Path zip) throws IOException {
        ArchiveLimits.PERIOD.check(zip);
        return FileSystems.newFileSystem(zip);
    }

    private static DataException unreadable(Path folderOrZip, Exception e) {
        return new DataException(
                new Defect(
                        folderOrZip.toString(),
                        0,
                        "is neither a period's folder nor a zip that can be read (" + e.getMessage() + ")",
                        "name a folder of data/periods or a downloaded zip"),
                e);
    }

    /**
     * A published zip is reproducible, so its bytes follow from its files. Files that somebody packed anew are as good; a zip
     * of the published length with other bytes was altered between its files.
     */
    private static Report packed(Report report, Path zip, Path top) throws IOException {
        byte[] made = PeriodArchive.zip(top, report.period());
        byte[] given = Files.readAllBytes(zip);
        int at = Arrays.mismatch(made, given);
        if (at < 0) {
            return report;
        }
        if (made.length != given.length) {
            List<String> notes = new ArrayList<>(report.notes());
            notes.add("the files are as published, but were packed anew by another program");
            return new Report(report.period(), report.revision(), report.numbers(), report.defects(), notes);
        }
        Defect altered = new Defect(
                zip.toString(),
                0,
                "byte " + at + " lies between the files (in the archive's directory) and is not as published",
                "the files themselves are whole; download the zip again");
        return new Report(report.period(), report.revision(), report.numbers(), List.of(altered), report.notes());
    }

    private static Path top(Path root) throws IOException {
        if (Files.exists(root.resolve(PeriodFiles.SNAPSHOT))) {
            return root;
        }
        try (Stream<Path> folders = Files.list(root)) {
            List<Path> inside = folders.filter(Files::isDirectory).toList();
            return inside.size() == 1 ? inside.get(0) : root;
        }
    }

    private Report run() {
        PeriodFolder.Loaded loaded = PeriodFolder.loaded(folder, Upgrades.known());
        defects.addAll(loaded.defects());
        earlierRevisions();
        if (loaded.record().isEmpty()) {
            return new Report("", 0, 0, List.copyOf(defects), List.of());
        }
        PeriodRecord record = loaded.record().get();
        if (loaded.sound()) {
            schema(record);
            canonical(record);
            recompute(record);
        }
        Snapshot snapshot = record.snapshot();
        return new Report(snapshot.period(), snapshot.revision(), numbers, List.copyOf(defects), notes);
    }

    /** They are kept as they were published, each with its own checksums. */
    private void earlierRevisions() {
        Path revisions = folder.resolve(PeriodFiles.REVISIONS);
        if (Files.isDirectory(revisions)) {
            try (Stream<Path> kept = Files.list(revisions)) {
                kept.sorted()
                        .forEach(revision -> defects.addAll(
                                PeriodFolder.loaded(revision, Upgrades.known()).defects()));
            } catch (IOException e) {
                add(PeriodFiles.REVISIONS, "cannot be read (" + e + ")");
            }
        }
    }

    private void schema(PeriodRecord record) {
        SnapshotSchema schema = SnapshotSchema.shipped();
        schema.violations(tree(Json.pretty(record.snapshot()))).forEach(what -> add(PeriodFiles.SNAPSHOT, what));
        record.items().forEach(line -> lines(schema, PeriodFiles.ITEMS, "item", line));
        record.labels()
                .forEach((model, rows) -> rows.forEach(row -> lines(schema, PeriodFiles.labels(model), "label", row)));
        record.cases()
                .forEach((model, rows) -> rows.forEach(row -> lines(schema, PeriodFiles.cases(model), "case", row)));
    }

    private void lines(SnapshotSchema schema, String file, String kind, Object line) {
        schema.violations(kind, tree(Json.line(line))).forEach(what -> add(file, what));
    }

    /** Frozen files are exactly what this program would write: rounded, sorted, nothing beside. */
    private void canonical(PeriodRecord record) {
        if (!Canonical.of(record).equals(record)) {
            add(PeriodFiles.SNAPSHOT, "numbers are not rounded to six decimals, or entries not in order");
        }
    }

    private void recompute(PeriodRecord record) {
        Snapshot snapshot = record.snapshot();
        if (snapshot.run() == null || record.labels().isEmpty()) {
            notes.add("no labels are published with this period, so its scores cannot be recomputed");
            return;
        }
        PeriodFreezer freezer =
                new PeriodFreezer(snapshot.run().scoring(), snapshot.run().seed());
        for (SystemResult result : snapshot.systems()) {
            EvaluatedSystem evaluated = EvaluatedSystem.of(record, result.system());
            equal(
                    PeriodFiles.SNAPSHOT,
                    result.system().id() + ": items",
                    result.items(),
                    evaluated.items().size());
            Optional<ReadingError> error = ReadingError.of(
                    snapshot.recognizers(),
                    snapshot.fingerprint().recognizer(),
                    result.system().id());
            cells(result, freezer.result(evaluated, error).scores());
            powers(record.items(), evaluated);
        }
    }

    private void cells(SystemResult published, List<ScoreCell> recomputed) {
        Map<String, ScoreCell> expected = new HashMap<>();
        recomputed.forEach(cell -> expected.put(cell.model() + ", " + cell.dimension(), Canonical.of(cell)));
        for (ScoreCell cell : published.scores()) {
            String name = cell.model() + ", " + cell.dimension();
            String where = published.system().id() + ", " + name + ": ";
            ScoreCell other = expected.remove(name);
            if (other == null) {
                add(PeriodFiles.SNAPSHOT, where + "is published, but has no labels");
                continue;
            }
            equal(PeriodFiles.SNAPSHOT, where + "conformity", cell.conformity(), other.conformity());
            equal(PeriodFiles.SNAPSHOT, where + "interval", cell.interval(), other.interval());
            if (cell.read() != null) {
                equal(PeriodFiles.SNAPSHOT, where + "interval with reading error", cell.read(), other.read());
            }
            equal(PeriodFiles.SNAPSHOT, where + "win rate", cell.winRate(), other.winRate());
            equal(PeriodFiles.SNAPSHOT, where + "spread of the win rate", cell.winRateSpread(), other.winRateSpread());
            equal(PeriodFiles.SNAPSHOT, where + "counts", cell.counts(), other.counts());
        }
        expected.keySet().stream()
                .sorted()
                .forEach(name -> add(
                        PeriodFiles.SNAPSHOT, published.system().id() + ", " + name + ": has labels, but no score"));
    }

    private void powers(List<ItemRecord> published, EvaluatedSystem evaluated) {
        Map<String, ItemRecord> expected = new HashMap<>();
        PeriodFreezer.items(evaluated).forEach(line -> expected.put(line.item().id(), Canonical.of(line)));
        for (ItemRecord line : published) {
            String id = line.item().id();
            if (line.item().system().equals(evaluated.system().id())) {
                ItemRecord computed = expected.get(id);
                equal(PeriodFiles.ITEMS, "entropy of " + id, line.entropy(), computed.entropy());
                optional("variance between models of " + id, line.betweenModels(), computed.betweenModels());
                optional("correlation with the rest of " + id, line.restCorrelation(), computed.restCorrelation());
            }
        }
    }

    /** Periods that were frozen before a figure existed do not publish it. */
    private void optional(String what, Map<String, Double> published, Map<String, Double> computed) {
        if (!published.isEmpty()) {
            equal(PeriodFiles.ITEMS, what, published, computed);
        }
    }

    private void equal(String file, String what, Object published, Object recomputed) {
        numbers++;
        if (!Objects.equals(published, recomputed)) {
            add(file, what + " is " + published + ", the labels give " + recomputed);
        }
    }

    private void add(String file, String what) {
        defects.add(new Defect(place + "/" + file, 0, what, "this period does not prove its numbers"));
    }

    private static JsonNode tree(String json) {
        return Json.tree(json, "");
    }
}
