package dev.valuecompass.site.data;

import dev.valuecompass.io.Json;
import dev.valuecompass.site.text.MarkdownText;
import dev.valuecompass.snapshot.store.PeriodTables;
import dev.valuecompass.snapshot.store.TableColumn;
import java.util.List;
import java.util.Locale;

/**
 * {@code README.md} with the front matter that dataset hubs read (Hugging Face: {@code configs}), so that the folder of
 * a period can be uploaded as it is and loads as tables.
 */
final class DatasetCard {
    private final DatasetFacts facts;

    DatasetCard(DatasetFacts facts) {
        this.facts = facts;
    }

    /** @param tables of the period, each a configuration that names its columns' types, which would be guessed otherwise */
    String write(List<PublishedTable> tables) {
        StringBuilder card = new StringBuilder("---\n");
        card.append("pretty_name: ").append(Json.line(facts.name())).append('\n');
        card.append("license: ")
                .append(Licences.id(facts.licence())
                        .map(id -> id.toLowerCase(Locale.ROOT))
                        .orElse("other"))
                .append('\n');
        card.append("language: en\ntags:\n  - values\n  - evaluation\n  - leaderboard\nconfigs:\n");
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
