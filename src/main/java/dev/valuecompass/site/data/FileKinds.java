package dev.valuecompass.site.data;

import dev.valuecompass.io.Checksums;
import dev.valuecompass.language.PageTexts;
import dev.valuecompass.snapshot.PeriodFiles;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What kinds of files a period publishes, and what one of each kind holds. */
final class FileKinds {
    private static final Pattern TABLE = Pattern.compile("value-compass-.*\\d-([a-z-]+)\\.(?:csv|jsonl)");

    private FileKinds() {}

    /** What the file of this name holds, for readers; a dash for one of no known kind. */
    static String what(String name, PageTexts words) {
        return words.get("file." + kind(name));
    }

    private static String kind(String name) {
        if (name.startsWith(PeriodFiles.REVISIONS)) {
            return "superseded";
        }
        if (name.startsWith(PeriodFiles.LABELS)) {
            return "labels";
        }
        if (name.startsWith(PeriodFiles.CASES)) {
            return "cases";
        }
        return switch (name) {
            case PeriodFiles.SNAPSHOT -> "snapshot";
            case PeriodFiles.ITEMS -> "items";
            case PeriodFiles.VALIDITY -> "validity";
            case PeriodFiles.GOLD -> "gold";
            case PeriodFiles.ERRATA -> "errata";
            case Checksums.FILE -> "sums";
            case PeriodFiles.CARD -> "card";
            case PeriodFiles.CITATION -> "citation";
            case PeriodFiles.BIBTEX -> "bibtex";
            case PeriodFiles.CROISSANT -> "croissant";
            case PeriodFiles.DATA_PACKAGE -> "package";
            case PeriodFiles.JSON_LD -> "described";
            default -> made(name);
        };
    }

    /** A table, by what stands between the period and the ending. */
    private static String made(String name) {
        if (name.endsWith(".zip")) {
            return "archive";
        }
        Matcher table = TABLE.matcher(name);
        return table.matches() ? "table." + table.group(1) : "other";
    }
}
