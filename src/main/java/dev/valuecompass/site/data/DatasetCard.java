package dev.valuecompass.site.data;

import dev.valuecompass.io.Json;
import dev.valuecompass.site.text.MarkdownText;
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

    /** @param files of the folder, as far as they are written */
    String write(List<PublishedFile> files) {
        StringBuilder card = new StringBuilder("---\n");
        card.append("pretty_name: ").append(Json.line(facts.name())).append('\n');
        card.append("license: ")
                .append(Licences.id(facts.licence())
                        .map(id -> id.toLowerCase(Locale.ROOT))
                        .orElse("other"))
                .append('\n');
        card.append("language: en\ntags:\n  - values\n  - evaluation\n  - leaderboard\nconfigs:\n");
        files.stream()
                .map(PublishedFile::name)
                .filter(name -> name.endsWith(".csv"))
                .forEach(name -> config(card, name.endsWith("-long.csv") ? "scores" : "models", name));
        for (String name : List.of("items.jsonl", "labels/", "cases/")) {
            files.stream()
                    .map(PublishedFile::name)
                    .filter(file -> file.startsWith(name))
                    .findFirst()
                    .ifPresent(file ->
                            config(card, name.replaceAll("\\W.*", ""), name.endsWith("/") ? name + "*.jsonl" : name));
        }
        return card.append("---\n\n# ")
                .append(MarkdownText.line(facts.name()))
                .append("\n\n")
                .append(MarkdownText.line(facts.description()))
                .append("\n\nLicence of the figures: ")
                .append(facts.licence().isEmpty() ? "none is stated" : MarkdownText.line(facts.licence()))
                .append(". To cite: `CITATION.cff`. Check the files with `sha256sum -c SHA256SUMS`.\n")
                .toString();
    }

    private static void config(StringBuilder card, String name, String files) {
        card.append("  - config_name: ")
                .append(name)
                .append("\n    data_files: ")
                .append(Json.line(files));
        card.append(name.equals("scores") ? "\n    default: true\n" : "\n");
    }
}
