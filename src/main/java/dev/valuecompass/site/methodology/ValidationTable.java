package dev.valuecompass.site.methodology;

import dev.valuecompass.io.DataException;
import dev.valuecompass.io.DataFolder;
import dev.valuecompass.io.Json;
import dev.valuecompass.language.PageTexts;
import dev.valuecompass.scores.Interval;
import dev.valuecompass.site.text.Figures;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/**
 * What {@code compass validate} found, as tables in Markdown: the largest number of items of each system and kind of labels, and
 * what else should come out.
 */
public final class ValidationTable {
    private static final String FILE = "validation/parameter-recovery.json";

    /** The fields of the file that are shown. @param simulation where the whole of what was printed was kept */
    record StoredValidation(
            StoredSimulation simulation,
            List<Row> rows,
            StoredTwins lengthTwins,
            StoredDrift drift,
            StoredDrift driftChain) {}

    /**
     * @param recognizerVersion null in what older programs printed
     * @param primed likewise
     */
    record StoredSimulation(String recognizerVersion, List<Row> rows, List<StoredPrimes> primed) {}

    /** @param labels {@code true} or what they are otherwise */
    record Row(String system, String labels, int items, Double spearman, Double coverage, Double toldApart) {
        boolean truth() {
            return labels.equals("true");
        }
    }

    /** Pairs of models of equal values, of which one writes more. */
    record StoredTwins(int items, Double toldApartRaw, Double toldApart, Interval bounds, Double differentToldApart) {}

    /** Models that changed between two periods, or from each to the next, by as much as is known. */
    record StoredDrift(int items, Double recovered, Interval bounds, Double seen, Double falseAlarms) {}

    /** Models that were told to hold a value. */
    record StoredPrimes(String system, String labels, int items, Double share, Interval bounds) {}

    private final DataFolder data;
    private final PageTexts words;
    private final UnaryOperator<String> systemName;
    private final List<String> readers;

    /**
     * @param systemName by id
     * @param readers versions of the recognisers that read the latest period; empty where none did
     */
    public ValidationTable(DataFolder data, PageTexts words, UnaryOperator<String> systemName, List<String> readers) {
        this.data = data;
        this.words = words;
        this.systemName = systemName;
        this.readers = readers;
    }

    /**
     * One sentence where a leaderboard has no results.
     *
     * @throws DataException when the file is not what {@code validate --json} prints
     */
    public String markdown() {
        Optional<Path> file = data.find(FILE);
        if (file.isEmpty()) {
            return words.get("validation.none");
        }
        StoredValidation stored = Json.read(file.get(), StoredValidation.class);
        String checks = checks(stored);
        return recovery(
                        stored.simulation() == null
                                ? stored.rows()
                                : stored.simulation().rows(),
                        file.get())
                + otherReader(stored)
                + (checks.isEmpty() ? "" : "\n\n" + words.get("validation.lead") + "\n\n" + checks);
    }

    /** That somebody else read the period; empty where nobody did, or the validated recogniser. */
    private String otherReader(StoredValidation stored) {
        String validated =
                stored.simulation() == null ? null : stored.simulation().recognizerVersion();
        return validated == null || readers.isEmpty() || readers.contains(validated)
                ? ""
                : "\n\n"
                        + words.text("validation.other")
                                .with("version", validated)
                                .get();
    }

    private String recovery(List<Row> rows, Path file) {
        MarkdownTable table = new MarkdownTable(
                2,
                words.get("validation.system"),
                words.get("validation.labels"),
                words.get("validation.items"),
                words.get("validation.spearman"),
                words.get("validation.held"),
                words.get("validation.twins"));
        for (Row one : largest(rows, file)) {
            table.row(
                    systemName.apply(one.system()),
                    labels(one.labels()),
                    String.valueOf(one.items()),
                    Figures.rounded(one.spearman(), 2),
                    Figures.rounded(one.coverage(), 2),
                    Figures.rounded(one.toldApart(), 3));
        }
        return table.toString();
    }

    private String labels(String labels) {
        return words.get(labels.equals("true") ? "validation.true" : "validation.read");
    }

    /** What should come out, and what did; empty where none was kept. */
    private String checks(StoredValidation stored) {
        MarkdownTable table = new MarkdownTable(
                1,
                words.get("validation.check"),
                words.get("validation.items"),
                words.get("validation.wanted"),
                words.get("validation.found"));
        int before = table.toString().length();
        StoredTwins twins = stored.lengthTwins();
        if (twins != null) {
            row(table, "raw", twins.items(), "", twins.toldApartRaw(), null);
            row(table, "equal", twins.items(), most("0.05"), twins.toldApart(), twins.bounds());
            row(table, "different", twins.items(), "", twins.differentToldApart(), null);
        }
        StoredDrift drift = stored.drift();
        if (drift != null) {
            row(table, "drift", drift.items(), least("0.90"), drift.recovered(), drift.bounds());
            row(table, "seen", drift.items(), "", drift.seen(), null);
            row(table, "alarm", drift.items(), most("0.05"), drift.falseAlarms(), null);
        }
        StoredDrift chain = stored.driftChain();
        if (chain != null) {
            row(table, "chain", chain.items(), least("0.90"), chain.recovered(), chain.bounds());
        }
        List<StoredPrimes> primed =
                stored.simulation() == null ? null : stored.simulation().primed();
        for (StoredPrimes one : primed == null ? List.<StoredPrimes>of() : primed) {
            table.row(
                    words.text("validation.checks.primed")
                            .with("system", systemName.apply(one.system()))
                            .with("labels", labels(one.labels()))
                            .get(),
                    String.valueOf(one.items()),
                    least("0.95"),
                    found(one.share(), one.bounds()));
        }
        return table.toString().length() == before ? "" : table.toString();
    }

    private void row(MarkdownTable table, String check, int items, String wanted, Double share, Interval bounds) {
        table.row(words.get("validation.checks." + check), String.valueOf(items), wanted, found(share, bounds));
    }

    private String most(String share) {
        return words.get("validation.most", "share", share);
    }

    private String least(String share) {
        return words.get("validation.least", "share", share);
    }

    private String found(Double share, Interval bounds) {
        return bounds == null
                ? Figures.rounded(share, 2)
                : words.text("validity.between")
                        .with("value", Figures.rounded(share, 3))
                        .with("low", Figures.rounded(bounds.low(), 3))
                        .with("high", Figures.rounded(bounds.high(), 3))
                        .get();
    }

    /** In the order of the file by system, true labels first. */
    private static List<Row> largest(List<Row> rows, Path file) {
        if (rows == null || rows.isEmpty()) {
            throw new DataException(file, "no 'rows'", "write it anew with ./compass validate --json, or remove it");
        }
        Map<String, Map<Boolean, Row>> bySystem = new LinkedHashMap<>();
        rows.forEach(row -> bySystem.computeIfAbsent(row.system(), id -> new TreeMap<>(Comparator.reverseOrder()))
                .merge(row.truth(), row, (a, b) -> b.items() > a.items() ? b : a));
        return bySystem.values().stream().flatMap(of -> of.values().stream()).toList();
    }
}
