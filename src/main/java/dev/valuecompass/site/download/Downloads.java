package dev.valuecompass.site.download;

import dev.valuecompass.io.Checksums;
import dev.valuecompass.io.Digest;
import dev.valuecompass.site.edition.Edition;
import dev.valuecompass.site.edition.PeriodSource;
import dev.valuecompass.site.text.Address;
import dev.valuecompass.site.text.Figures;
import dev.valuecompass.site.text.Slugs;
import dev.valuecompass.site.view.DataPage.Download;
import dev.valuecompass.site.view.Link;
import dev.valuecompass.site.write.OutputTree;
import dev.valuecompass.snapshot.Snapshot;
import dev.valuecompass.snapshot.export.PeriodArchive;
import dev.valuecompass.snapshot.export.PeriodCsv;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;

/**
 * Publishes the frozen files of a period, byte for byte, so that a download verifies like the original; and tables and
 * an archive made from them.
 */
public final class Downloads {
    /** The schema of the snapshots that this program writes, under the site's first folder. */
    public static final String SCHEMA = "schema/snapshot.schema.json";

    private static final int SHOWN_AT_ONCE = 12;

    private final Edition edition;
    private final PeriodSource source;

    public Downloads(Edition edition, PeriodSource source) {
        this.edition = edition;
        this.source = source;
    }

    /** What can be downloaded. @param made from the frozen files @param frozen as they are, the snapshot first */
    record Offer(List<Download> made, List<Download> frozen) {}

    /** Writes everything below the period's data page. */
    public Offer publish(OutputTree tree, Address page) {
        return new Offer(made(tree, page), frozen(tree, page));
    }

    private List<Download> made(OutputTree tree, Address page) {
        Snapshot snapshot = edition.snapshot();
        String name = "value-compass-" + Slugs.of(edition.period());
        List<Download> made = new ArrayList<>();
        source.folder()
                .ifPresent(folder -> made.add(file(
                        tree,
                        page,
                        name + ".zip",
                        PeriodArchive.zip(folder),
                        "every frozen file; the same period gives the same archive on every machine")));
        made.add(file(
                tree,
                page,
                name + ".csv",
                utf8(PeriodCsv.wide(snapshot)),
                "a row for each model, a column for each value"));
        made.add(file(
                tree,
                page,
                name + "-long.csv",
                utf8(PeriodCsv.tall(snapshot)),
                "a row for each score, with interval, win rate and counts"));
        return made;
    }

    private List<Download> frozen(OutputTree tree, Address page) {
        SortedMap<String, Path> files = source.files();
        Map<String, String> sums = files.containsKey(Checksums.FILE) ? sums(files.get(Checksums.FILE)) : Map.of();
        List<Download> first = new ArrayList<>();
        List<Download> rest = new ArrayList<>();
        files.forEach((name, file) -> {
            byte[] bytes = bytes(file);
            tree.write(edition.places().file(name), bytes);
            (name.contains("/") ? rest : first)
                    .add(download(page, name, bytes.length, what(name), sums.getOrDefault(name, "")));
        });
        first.addAll(rest);
        return first;
    }

    /** Whether so many files are offered that the page folds them away. */
    static boolean many(List<Download> files) {
        return files.size() > SHOWN_AT_ONCE;
    }

    private Download file(OutputTree tree, Address page, String name, byte[] bytes, String what) {
        tree.write(edition.places().file(name), bytes);
        return download(page, name, bytes.length, what, Digest.sha256(bytes));
    }

    private Download download(Address page, String name, long size, String what, String digest) {
        return new Download(new Link(page.to(edition.places().file(name)), name), Figures.size(size), what, digest);
    }

    private static Map<String, String> sums(Path file) {
        return Checksums.read(new String(bytes(file), StandardCharsets.UTF_8), file.toString());
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        }
    }

    private static String what(String name) {
        if (name.startsWith("revisions/")) {
            return "a superseded revision, as it was";
        }
        if (name.startsWith("labels/")) {
            return "how every answer of this model was labelled";
        }
        if (name.startsWith("cases/")) {
            return "published answers of this model, with evidence as character spans";
        }
        return switch (name) {
            case "snapshot.json" -> "all scores, models, systems and provenance";
            case "items.jsonl" -> "every item that was asked, with its discriminative power";
            case "errata.md" -> "corrections to read";
            case Checksums.FILE -> "SHA-256 of every file; check with sha256sum -c";
            default -> "";
        };
    }
}
