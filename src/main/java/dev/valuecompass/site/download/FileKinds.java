package dev.valuecompass.site.download;

/** What kinds of files a period publishes, for the texts that say what one holds. */
final class FileKinds {
    private FileKinds() {}

    /** The key of its text below {@code file}. */
    static String of(String name) {
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
            case "SHA256SUMS" -> "sums";
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
