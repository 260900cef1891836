package dev.valuecompass.snapshot;

import java.util.Set;
import java.util.regex.Pattern;

/** The names of the files of a period, relative to its folder. */
public final class PeriodFiles {
    public static final String SNAPSHOT = "snapshot.json";
    public static final String ITEMS = "items.jsonl";
    public static final String GOLD = "gold.jsonl";
    public static final String LABELS = "labels/";
    public static final String CASES = "cases/";
    public static final String LINES = ".jsonl";
    public static final String ERRATA = "errata.md";
    public static final String VALIDITY = "validity.json";
    public static final String REVISIONS = "revisions/";

    /** What a site publishes beside the frozen files, apart from {@link #table} and {@link #archive}. */
    public static final String PAGE = "index.html";

    public static final String JSON_LD = "dataset.jsonld";
    public static final String CROISSANT = "croissant.json";
    public static final String DATA_PACKAGE = "datapackage.json";
    public static final String CARD = "README.md";
    public static final String CITATION = "CITATION.cff";
    public static final String BIBTEX = "citation.bib";

    private static final Set<String> MADE = Set.of(PAGE, JSON_LD, CROISSANT, DATA_PACKAGE, CARD, CITATION, BIBTEX);
    private static final String STEM = "value-compass-";
    private static final Pattern DERIVED = Pattern.compile(STEM + "[0-9]{4}-[0-9]{2}(-[a-z-]+\\.(csv|jsonl)|\\.zip)");
    private static final Pattern PERIOD = Pattern.compile("(?:19|20|21)\\d{2}-(?:0[1-9]|1[0-2])");

    private PeriodFiles() {}

    /** Whether it is a month of a year that can be meant, {@code YYYY-MM}. */
    public static boolean isPeriod(String name) {
        return PERIOD.matcher(name).matches();
    }

    /** Whether a site makes a file of this name from the frozen ones and publishes it beside them. */
    public static boolean isMade(String name) {
        return MADE.contains(name) || DERIVED.matcher(name).matches();
    }

    /** The name of a table's file. @param ending such as {@code .csv} */
    public static String table(String period, String table, String ending) {
        return STEM + period + "-" + table + ending;
    }

    /** The name of the zip of all frozen files. */
    public static String archive(String period) {
        return STEM + period + ".zip";
    }

    /** Path of a model's labels in the folder of the period. */
    public static String labels(String model) {
        return LABELS + model + LINES;
    }

    /** Path of a model's cases in the folder of the period. */
    public static String cases(String model) {
        return CASES + model + LINES;
    }
}
