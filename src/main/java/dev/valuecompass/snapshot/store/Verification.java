package dev.valuecompass.snapshot.store;

import dev.valuecompass.io.DataException;
import dev.valuecompass.io.Defect;
import dev.valuecompass.io.Digest;
import dev.valuecompass.io.FileFault;
import dev.valuecompass.io.Json;
import dev.valuecompass.io.MeasuredOutput;
import dev.valuecompass.snapshot.Canonical;
import dev.valuecompass.snapshot.PeriodFiles;
import dev.valuecompass.snapshot.PeriodRecord;
import dev.valuecompass.snapshot.Snapshot;
import dev.valuecompass.snapshot.check.Withdrawal;
import dev.valuecompass.snapshot.proof.PeriodProof;
import dev.valuecompass.snapshot.proof.ProofVerdict;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
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
     * @param digest SHA-256 of the checksum file, which stands for all files; empty when there is none
     * @param proven whether there are labels that its figures were recomputed from
     * @param numbers how many published values were recomputed or held against others
     * @param defects everything that does not hold; empty when all does
     * @param notes what could not be checked, and why
     */
    public record Report(
            String period,
            int revision,
            String digest,
            boolean proven,
            int numbers,
            List<Defect> defects,
            List<String> notes) {
        private Report with(List<Defect> found, List<String> said) {
            return new Report(period, revision, digest, proven, numbers, found, said);
        }

        /** Whether nothing was found wrong. */
        boolean holds() {
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
                        folderOrZip,
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
            return report.with(report.defects(), notes);
        }
        Defect altered = new Defect(
                zip,
                "byte " + at + " lies between the files (in the archive's directory) and is not as published",
                "the files themselves are whole; download the zip again");
        return report.with(List.of(altered), report.notes());
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
        PeriodFolder.Loaded loaded = PeriodFolder.downloaded(folder, Upgrades.known());
        defects.addAll(loaded.defects());
        Chain chain = new Chain(folder.toAbsolutePath().normalize().getParent());
        earlierRevisions(chain);
        if (loaded.record().isEmpty()) {
            return new Report("", 0, "", false, 0, List.copyOf(defects), List.of());
        }
        PeriodRecord record = loaded.record().get();
        Snapshot snapshot = record.snapshot();
        int found = defects.size();
        if (loaded.sound()) {
            schema(record);
        }
        if (loaded.sound() && defects.size() == found) {
            canonical(record, loaded.version());
            ProofVerdict verdict = PeriodProof.of(record, loaded.version());
            numbers = verdict.held();
            verdict.wrongs().forEach(wrong -> add(wrong.file(), wrong.what()));
            notes.addAll(verdict.open());
            links(snapshot, loaded.version(), chain);
            errata(snapshot);
            made(record);
            withdrawn();
        }
        boolean proven = loaded.sound() && !snapshot.origin().imported();
        return new Report(
                snapshot.period(), snapshot.revision(), digest(), proven, numbers, List.copyOf(defects), notes);
    }

    private String digest() {
        try {
            return Chain.digest(folder);
        } catch (DataException without) {
            return ""; // said already: there is nothing to hold the files to
        }
    }

    /** A downloaded period lies alone: then the link is named, for whoever has the one before it. */
    private void links(Snapshot snapshot, int version, Chain chain) {
        Snapshot.Previous previous = snapshot.previous();
        if (version == 1) {
            notes.add("previous: version 1 does not name what was frozen before it");
        } else if (snapshot.revision() == 1 && chain.alone(folder, snapshot.period())) {
            notes.add(
                    previous == null
                            ? "previous: none is named, as in the first period of a leaderboard"
                            : "previous: %s, which is not here; sha256sum of its SHA256SUMS must give %s"
                                    .formatted(previous.period(), previous.sha256()));
        }
        defects.addAll(chain.check(Path.of(place), folder, snapshot, version));
        Chain.lost(folder, snapshot).ifPresent(defects::add);
        String digest = digest();
        notes.add(chain.follower(snapshot.period(), digest)
                .map(later -> "digest " + digest + ", named by " + later)
                .orElse("digest " + digest
                        + ", which no later period here names: compare it with the published or signed" + " one"));
    }

    /** A revision tells every score that it changes. */
    private void errata(Snapshot snapshot) {
        Path replaced = PeriodSwap.revision(folder, snapshot.revision() - 1);
        if (snapshot.revision() == 1 || !Files.isDirectory(replaced)) {
            return;
        }
        String number = Integer.toString(snapshot.revision());
        PeriodFolder.snapshot(replaced, Upgrades.known()).ifPresent(before -> {
            boolean told = snapshot.errata().stream()
                    .filter(one -> one.action().equals("revise") && one.after().equals(number))
                    .anyMatch(one -> snapshot.errata()
                            .containsAll(ErrataPage.between(before, snapshot, snapshot.revision(), one.reason())));
            if (!told) {
                add(PeriodFiles.SNAPSHOT, "errata do not tell every score that revision " + number + " changes");
            }
        });
    }

    /** What a site publishes beside the frozen files: tables follow from these, and of the rest it is said that nothing covers it. */
    private void made(PeriodRecord record) {
        SortedSet<String> files = FolderFiles.names(folder);
        files.removeIf(name -> !PeriodFiles.isMade(name));
        String period = record.snapshot().period();
        for (PeriodTable table : files.isEmpty() ? List.<PeriodTable>of() : PeriodTables.of(record)) {
            made(files, PeriodFiles.table(period, table.name(), PeriodTable.CSV), table::csv);
            made(files, PeriodFiles.table(period, table.name(), PeriodFiles.LINES), table::jsonLines);
        }
        if (!files.isEmpty()) {
            notes.add(String.join(", ", files) + ": published beside the frozen files, and not checked");
        }
    }

    /** The mark lies beside the folder and changes nothing in it; a period that lies elsewhere has none. */
    private void withdrawn() {
        Path there = folder.toAbsolutePath().normalize();
        if (there.getFileName() == null) {
            return;
        }
        try {
            Withdrawal.of(there).ifPresent(mark -> notes.add("withdrawn on " + mark.date() + ": " + mark.reason()));
        } catch (DataException e) {
            defects.addAll(e.defects());
        }
    }

    private interface Content {
        void writeTo(OutputStream out) throws IOException;
    }

    private void made(SortedSet<String> files, String name, Content content) {
        if (!files.remove(name)) {
            return;
        }
        try {
            MeasuredOutput expected = new MeasuredOutput(OutputStream.nullOutputStream());
            content.writeTo(expected);
            if (!Digest.sha256(FolderFiles.bytes(folder, name)).equals(expected.sha256())) {
                add(name, "is not the table that follows from the frozen files");
            }
        } catch (IOException e) {
            throw FileFault.reading(folder.resolve(name), e);
        }
    }

    /** They are kept as they were published, each with its own checksums. */
    private void earlierRevisions(Chain chain) {
        for (int revision : PeriodSwap.revisions(folder)) {
            Path kept = PeriodSwap.revision(folder, revision);
            PeriodFolder.Loaded loaded = PeriodFolder.loaded(kept, Upgrades.known());
            defects.addAll(loaded.defects());
            loaded.record()
                    .ifPresent(one -> defects.addAll(chain.check(kept, folder, one.snapshot(), loaded.version())));
        }
    }

    private void schema(PeriodRecord record) {
        SnapshotSchema schema = SnapshotSchema.shipped();
        schema.violations(tree(Json.pretty(record.snapshot()))).forEach(what -> add(PeriodFiles.SNAPSHOT, what));
        record.items().forEach(line -> lines(schema, PeriodFiles.ITEMS, "item", line));
        record.labels()
                .forEach((model, rows) -> rows.forEach(row -> lines(schema, PeriodFiles.labels(model), "label", row)));
        record.gold().forEach(line -> lines(schema, PeriodFiles.GOLD, "gold", line));
        record.cases()
                .forEach((model, rows) -> rows.forEach(row -> lines(schema, PeriodFiles.cases(model), "case", row)));
    }

    private void lines(SnapshotSchema schema, String file, String kind, Object line) {
        schema.violations(kind, tree(Json.line(line))).forEach(what -> add(file, what));
    }

    /** Frozen files are exactly what this program would write: rounded, sorted, nothing beside. */
    private void canonical(PeriodRecord record, int version) {
        if (!Canonical.of(record).equals(record)) {
            add(PeriodFiles.SNAPSHOT, "numbers are not rounded to six decimals, or entries not in order");
        } else if (version == Snapshot.SCHEMA_VERSION) {
            written(record);
        }
    }

    private void written(PeriodRecord record) {
        SortedMap<String, byte[]> files = FolderFiles.contents(folder);
        files.keySet().removeIf(PeriodFiles::isMade);
        byte[] validity = files.get(PeriodFiles.VALIDITY);
        try {
            if (validity != null && PeriodBytes.ofOtherVersion(validity)) {
                notes.add("validity: another version of this program told it, so it is not recomputed");
            }
            Difference.first(files, PeriodBytes.like(files, record))
                    .ifPresent(other -> add(other.file(), "is not as this program writes it: " + other.what()));
        } catch (DataException e) {
            defects.addAll(e.defects());
        }
    }

    private void add(String file, String what) {
        defects.add(new Defect(place + "/" + file, what, "this period does not prove its numbers"));
    }

    private static JsonNode tree(String json) {
        return Json.tree(json, "");
    }
}
