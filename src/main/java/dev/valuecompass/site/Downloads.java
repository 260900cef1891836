package dev.valuecompass.site;

import dev.valuecompass.io.Checksums;
import dev.valuecompass.site.view.DataPage.Download;
import dev.valuecompass.site.view.Link;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Publishes the frozen files of a period, byte for byte, so that a download verifies like the original. */
final class Downloads {
    private final Edition edition;
    private final SortedMap<String, Path> files;

    Downloads(Edition edition, SortedMap<String, Path> files) {
        this.edition = edition;
        this.files = files;
    }

    /** Copies everything below the period's data page and returns what is there, the snapshot first. */
    List<Download> publish(OutputTree tree, Address page) {
        Map<String, String> sums = files.containsKey(Checksums.FILE) ? sums() : new TreeMap<>();
        List<Download> first = new ArrayList<>();
        List<Download> rest = new ArrayList<>();
        files.forEach((name, file) -> {
            byte[] bytes = bytes(file);
            String path = edition.places().file(name);
            tree.write(path, bytes);
            (name.contains("/") ? rest : first)
                    .add(new Download(
                            new Link(page.to(path), name),
                            Figures.size(bytes.length),
                            what(name),
                            sums.getOrDefault(name, "")));
        });
        first.addAll(rest);
        return first;
    }

    private Map<String, String> sums() {
        Path file = files.get(Checksums.FILE);
        return Checksums.read(new String(bytes(file), StandardCharsets.UTF_8), file.toString());
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
