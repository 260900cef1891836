package dev.valuecompass.snapshot;

import java.util.regex.Pattern;

/** The names of the files of a period, relative to its folder. */
public final class PeriodFiles {
    public static final String SNAPSHOT = "snapshot.json";
    public static final String ITEMS = "items.jsonl";
    public static final String LABELS = "labels/";
    public static final String CASES = "cases/";
    public static final String LINES = ".jsonl";
    public static final String ERRATA = "errata.md";
    public static final String REVISIONS = "revisions/";

    private static final Pattern PERIOD = Pattern.compile("(?:19|20|21)\\d{2}-(?:0[1-9]|1[0-2])");

    private PeriodFiles() {}

    /** Whether it is a month of a year that can be meant, {@code YYYY-MM}. */
    public static boolean isPeriod(String name) {
        return PERIOD.matcher(name).matches();
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
