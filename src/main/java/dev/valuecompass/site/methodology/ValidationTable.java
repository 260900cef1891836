package dev.valuecompass.site.methodology;

import dev.valuecompass.io.DataException;
import dev.valuecompass.io.DataFolder;
import dev.valuecompass.io.Json;
import dev.valuecompass.language.PageTexts;
import dev.valuecompass.site.text.Figures;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/** What {@code compass validate} found, as a table in Markdown: the largest number of items of each system and kind of labels. */
public final class ValidationTable {
    private static final String FILE = "validation/parameter-recovery.json";

    /** The fields of the file that are shown. */
    record StoredRecovery(List<Row> rows) {}

    /** @param labels {@code true} or what they are otherwise */
    record Row(String system, String labels, int items, Double spearman, Double coverage, Double toldApart) {
        boolean truth() {
            return labels.equals("true");
        }
    }

    private final DataFolder data;
    private final PageTexts words;
    private final UnaryOperator<String> systemName;

    /** @param systemName by id */
    public ValidationTable(DataFolder data, PageTexts words, UnaryOperator<String> systemName) {
        this.data = data;
        this.words = words;
        this.systemName = systemName;
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
        MarkdownTable table = new MarkdownTable(
                2,
                words.get("validation.system"),
                words.get("validation.labels"),
                words.get("validation.items"),
                words.get("validation.spearman"),
                words.get("validation.held"),
                words.get("validation.twins"));
        for (Row one : largest(file.get())) {
            table.row(
                    systemName.apply(one.system()),
                    one.truth() ? words.get("validation.true") : words.get("validation.read"),
                    String.valueOf(one.items()),
                    Figures.rounded(one.spearman(), 2),
                    Figures.rounded(one.coverage(), 2),
                    Figures.rounded(one.toldApart(), 3));
        }
        return table.toString();
    }

    /** In the order of the file by system, true labels first. */
    private static List<Row> largest(Path file) {
        List<Row> rows = Json.read(file, StoredRecovery.class).rows();
        if (rows == null || rows.isEmpty()) {
            throw new DataException(
                    file.toString(), 0, "no 'rows'", "write it anew with ./compass validate --json, or remove it");
        }
        Map<String, Map<Boolean, Row>> bySystem = new LinkedHashMap<>();
        rows.forEach(row -> bySystem.computeIfAbsent(row.system(), id -> new TreeMap<>(Comparator.reverseOrder()))
                .merge(row.truth(), row, (a, b) -> b.items() > a.items() ? b : a));
        return bySystem.values().stream().flatMap(of -> of.values().stream()).toList();
    }
}
