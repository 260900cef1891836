package dev.valuecompass.site.data;

import dev.valuecompass.io.Checksums;
import dev.valuecompass.language.PageTexts;

/** What kinds of files a period publishes, and what one of each kind holds. */
final class FileKinds {
    private FileKinds() {}

    /** What the file of this name holds, for readers; a dash for one of no known kind. */
    static String what(String name, PageTexts words) {
        return words.get("file." + kind(name));
    }

    private static String kind(String name) {
        if (name.startsWith("revisions/")) {
            return "superseded";
        }
        if (name.startsWith("labels/")) {
            return "labels";
        }
        if (name.startsWith("cases/")) {
            return "cases";
        }
        return switch (name) {
            case "snapshot.json" -> "snapshot";
            case "items.jsonl" -> "items";
            case "errata.md" -> "errata";
            case Checksums.FILE -> "sums";
            case "README.md" -> "card";
            case "CITATION.cff" -> "citation";
            case "citation.bib" -> "bibtex";
            case "croissant.json" -> "croissant";
            case "dataset.jsonld" -> "described";
            default -> made(name);
        };
    }

    private static String made(String name) {
        if (name.endsWith(".zip")) {
            return "archive";
        }
        if (name.endsWith("-long.csv")) {
            return "long";
        }
        return name.endsWith(".csv") ? "wide" : "other";
    }
}
