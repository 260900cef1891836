package dev.valuecompass.site.data;

import dev.valuecompass.io.Json;
import dev.valuecompass.site.text.MarkdownText;
import dev.valuecompass.snapshot.store.PeriodTables;
import dev.valuecompass.snapshot.store.TableColumn;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * {@code README.md} with the front matter that dataset hubs read (Hugging Face: {@code configs}), so that the folder of
 * a period can be uploaded as it is and loads as tables.
 */
final class DatasetCard {
    private static final Map<String, String> HUB = Map.of("odbl-1.0", "odbl", "odc-by-1.0", "odc-by");

    private final DatasetFacts facts;

    DatasetCard(DatasetFacts facts) {
        this.facts = facts;
    }

    /** @param tables of the period, each a configuration that names its columns' types, which would be guessed otherwise */
    String write(List<PublishedTable> tables) {
        StringBuilder card = new StringBuilder("---\n");
        card.append("pretty_name: ").append(Json.line(facts.name())).append('\n');
        card.append(licence());
        card.append("language:\n  - en\ntags:\n  - values\n  - evaluation\n  - leaderboard\nconfigs:\n");
        tables.forEach(table -> card.append(name(table))
                .append("    data_files: ")
                .append(Json.line(table.jsonLines()))
                .append(table.table().name().equals(PeriodTables.SCORES) ? "\n    default: true\n" : "\n"));
        card.append("dataset_info:\n");
        tables.forEach(table -> {
            card.append(name(table)).append("    features:\n");
            table.table()
                    .columns()
                    .forEach(column -> card.append("      - {name: ")
                            .append(Json.line(column.name()))
                            .append(", dtype: ")
                            .append(type(column.type()))
                            .append("}\n"));
        });
        return card.append("---\n\n# ")
                .append(MarkdownText.line(facts.name()))
                .append("\n\n")
                .append(MarkdownText.line(facts.description()))
                .append("\n\nLicence of the figures: ")
                .append(facts.licence().isEmpty() ? "none is stated" : MarkdownText.line(facts.licence()))
                .append(". To cite: `CITATION.cff`. Check the files with `sha256sum -c SHA256SUMS`.\n")
                .toString();
    }

    /** The hub has names of its own; a licence that it does not know is told in words. */
    private String licence() {
        String known = Licences.id(facts.licence())
                .map(id -> id.toLowerCase(Locale.ROOT))
                .map(id -> HUB.getOrDefault(id, id))
                .orElse("other");
        String named = facts.licence().isEmpty() ? "none is stated" : facts.licence();
        return "license: " + known + (known.equals("other") ? "\nlicense_name: " + Json.line(named) : "") + "\n";
    }

    private static String name(PublishedTable table) {
        return "  - config_name: " + table.table().name() + "\n";
    }

    private static String type(TableColumn.Type type) {
        return switch (type) {
            case TEXT -> "string";
            case FLAG -> "bool";
            case WHOLE -> "int64";
            case NUMBER -> "float64";
            case DATE -> "date32";
        };
    }
}
