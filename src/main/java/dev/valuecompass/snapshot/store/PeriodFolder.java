package dev.valuecompass.snapshot.store;

import dev.valuecompass.io.Checksums;
import dev.valuecompass.io.DataException;
import dev.valuecompass.io.Defect;
import dev.valuecompass.io.Digest;
import dev.valuecompass.io.Json;
import dev.valuecompass.io.JsonLines;
import dev.valuecompass.snapshot.Case;
import dev.valuecompass.snapshot.GoldRecord;
import dev.valuecompass.snapshot.ItemRecord;
import dev.valuecompass.snapshot.LabelRecord;
import dev.valuecompass.snapshot.PeriodFiles;
import dev.valuecompass.snapshot.PeriodRecord;
import dev.valuecompass.snapshot.Snapshot;
import dev.valuecompass.snapshot.check.PlacedDefects;
import dev.valuecompass.snapshot.check.SnapshotCheck;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Reads the folder of one period, whatever state it is in: every mistake that can be found is found, with its place.
 * The folder may lie inside a zip.
 */
final class PeriodFolder {
    static final String EDITED =
            "a frozen period is never edited: restore the file, and publish a correction as a revision";

    private final Path folder;
    private final Upgrades upgrades;
    private final PlacedDefects defects;
    private int altered;
    private boolean beside;

    private PeriodFolder(Path folder, Upgrades upgrades) {
        this.folder = folder;
        this.upgrades = upgrades;
        this.defects = new PlacedDefects(folder.toString(), new FolderPlaces(folder));
    }

    /**
     * A period as its files say it, whatever their checksums.
     *
     * @param record empty when the files cannot be read as a period
     * @param version in which it was written; 0 when that cannot be read
     * @param sound whether the checksums are the only thing that is wrong
     */
    record Loaded(Optional<PeriodRecord> record, int version, boolean sound, List<Defect> defects) {}

    /** The version in which a period was written; 0 when that cannot be read. */
    static int version(Path folder) {
        try {
            byte[] bytes = FolderFiles.bytes(folder, PeriodFiles.SNAPSHOT);
            return Upgrades.version(Json.parse(bytes, JsonNode.class, PeriodFiles.SNAPSHOT));
        } catch (DataException e) {
            return 0;
        }
    }

    static Loaded loaded(Path folder, Upgrades upgrades) {
        return new PeriodFolder(folder, upgrades).loaded();
    }

    /** The same of a folder that may hold what a site publishes beside the frozen files. */
    static Loaded downloaded(Path folder, Upgrades upgrades) {
        PeriodFolder reader = new PeriodFolder(folder, upgrades);
        reader.beside = true;
        return reader.loaded();
    }

    private Loaded loaded() {
        Optional<PeriodRecord> record = load();
        List<Defect> found = defects.list();
        return new Loaded(record, version(folder), found.size() == altered, found);
    }

    /** @throws DataException with every mistake in the folder */
    static PeriodRecord read(Path folder, Upgrades upgrades) {
        return read(folder, upgrades, null);
    }

    /** @param known the snapshot, where it was read before; null otherwise */
    static PeriodRecord read(Path folder, Upgrades upgrades, Snapshot known) {
        PeriodFolder reader = new PeriodFolder(folder, upgrades);
        Optional<PeriodRecord> record = reader.load(known);
        DataException.refuse(reader.defects.list());
        return record.orElseThrow();
    }

    /** What a period publishes, unchecked beyond its shape; empty when it cannot be read. */
    static Optional<Snapshot> snapshot(Path folder, Upgrades upgrades) {
        return new PeriodFolder(folder, upgrades).snapshot();
    }

    private Optional<PeriodRecord> load() {
        return load(null);
    }

    /** @param known the snapshot, where it was read before; its checksum is compared all the same */
    private Optional<PeriodRecord> load(Snapshot known) {
        SortedSet<String> files;
        try {
            files = FolderFiles.names(folder);
            files.removeIf(name -> beside && PeriodFiles.isMade(name));
        } catch (DataException e) {
            defects.addAll(e);
            return Optional.empty();
        }
        checkSums(files);
        altered = defects.list().size();
        Optional<Snapshot> snapshot = known == null ? snapshot() : Optional.of(known);
        List<ItemRecord> items = lines(files, PeriodFiles.ITEMS, ItemRecord.class);
        SortedMap<String, List<LabelRecord>> labels = byModel(files, PeriodFiles.LABELS, LabelRecord.class);
        SortedMap<String, List<Case>> cases = byModel(files, PeriodFiles.CASES, Case.class);
        List<GoldRecord> gold = lines(files, PeriodFiles.GOLD, GoldRecord.class);
        Optional<PeriodRecord> record = snapshot.map(s -> new PeriodRecord(s, items, labels, cases, gold));
        record.ifPresent(r -> {
            checkName(r.snapshot());
            rules(r);
        });
        return record;
    }

    /** Somebody else's file may lack what every rule takes for granted; that is a mistake in the file, not ours. */
    private void rules(PeriodRecord record) {
        try {
            SnapshotCheck.check(record, defects);
        } catch (NullPointerException | IllegalArgumentException | IndexOutOfBoundsException e) {
            defects.add("", "", "has a value that is missing or cannot be (" + e + ")", "see docs/snapshot-format.md");
        }
    }

    /** A copied folder is not another period, nor another revision. */
    private void checkName(Snapshot snapshot) {
        String name = folder.getFileName() == null ? "" : folder.getFileName().toString();
        boolean otherPeriod = PeriodFiles.isPeriod(name) && !name.equals(snapshot.period());
        Path parent = folder.toAbsolutePath().getParent();
        boolean otherRevision = parent != null
                && parent.endsWith(PeriodFiles.REVISIONS.replace("/", ""))
                && !name.equals(Integer.toString(snapshot.revision()));
        if (otherPeriod || otherRevision) {
            defects.add(
                    PeriodFiles.SNAPSHOT,
                    otherPeriod ? "/period" : "/revision",
                    "folder '" + name + "' holds period " + snapshot.period() + ", revision " + snapshot.revision(),
                    "a period lies in the folder of its name");
        }
    }

    private void checkSums(SortedSet<String> files) {
        SortedMap<String, String> sums;
        try {
            sums = Checksums.read(
                    text(Checksums.FILE), folder.resolve(Checksums.FILE).toString());
        } catch (DataException e) {
            defects.addAll(e);
            return;
        }
        for (String file : files) {
            if (!sums.containsKey(file)) {
                defects.add(file, "", "is not in " + Checksums.FILE, EDITED);
            }
        }
        List<String> names = List.copyOf(sums.keySet());
        for (int i = 0; i < names.size(); i++) {
            String file = names.get(i);
            if (!files.contains(file)) {
                defects.add(Checksums.FILE, "/" + i, "'" + file + "' is listed but missing", EDITED);
            } else {
                checkSum(file, sums.get(file));
            }
        }
    }

    private void checkSum(String file, String expected) {
        try {
            if (!Digest.sha256(bytes(file)).equals(expected)) {
                defects.add(file, "", "was edited after it was frozen (its checksum differs)", EDITED);
            }
        } catch (DataException e) {
            defects.addAll(e);
        }
    }

    private Optional<Snapshot> snapshot() {
        String place = folder.resolve(PeriodFiles.SNAPSHOT).toString();
        try {
            byte[] bytes = bytes(PeriodFiles.SNAPSHOT);
            String text = new String(bytes, StandardCharsets.UTF_8);
            ObjectNode json = upgrades.apply(Json.tree(text, place), place, 1);
            List<Defect> shape = SnapshotSchema.shipped().check(json, text, place);
            DataException.refuse(shape);
            return Optional.of(bound(json, place));
        } catch (DataException e) {
            defects.addAll(e);
            return Optional.empty();
        }
    }

    private static Snapshot bound(ObjectNode json, String place) {
        try {
            return Json.convert(json, Snapshot.class, place);
        } catch (DataException e) {
            // A tree has no lines; what is wrong is said of the text.
            return Json.parse(Json.pretty(json), Snapshot.class, place);
        }
    }

    private <T> SortedMap<String, List<T>> byModel(SortedSet<String> files, String subfolder, Class<T> type) {
        SortedMap<String, List<T>> byModel = new TreeMap<>();
        for (String file : files) {
            if (file.startsWith(subfolder) && file.endsWith(PeriodFiles.LINES)) {
                String model = file.substring(subfolder.length(), file.length() - PeriodFiles.LINES.length());
                byModel.put(model, lines(files, file, type));
            }
        }
        return byModel;
    }

    private <T> List<T> lines(SortedSet<String> files, String file, Class<T> type) {
        if (!files.contains(file)) {
            return List.of();
        }
        List<T> values = new ArrayList<>();
        try {
            JsonLines.forEach(bytes(file), folder.resolve(file), type, (value, line) -> {
                if (value == null) {
                    defects.add(file, "/" + values.size(), "a line is null", "drop it, or restore the file");
                } else {
                    values.add(value);
                }
            });
        } catch (DataException e) {
            defects.addAll(e);
        }
        return values;
    }

    private String text(String file) {
        return new String(bytes(file), StandardCharsets.UTF_8);
    }

    private byte[] bytes(String file) {
        return FolderFiles.bytes(folder, file);
    }
}
