package dev.valuecompass.importing;

import dev.valuecompass.io.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A small publication in the original platform's form, without defects until a test puts one in. */
final class PublishedFolder {
    private static final List<String> MODELS = List.of("Alpha 1", "Beta 2", "Gamma 3", "Delta 4");
    private static final Layout LAYOUT = Layout.named("value-compass");

    private final Path folder;
    private final Map<String, List<Map<String, Object>>> tables = new LinkedHashMap<>();

    PublishedFolder(Path folder) {
        this.folder = folder;
        tables.put("models_info.json", new ArrayList<>());
        for (String model : MODELS) {
            rows("models_info.json")
                    .add(row(
                            "model", model,
                            "developer", "Maker",
                            "type", "Open",
                            "release date", "2024-08-08 00:00:00",
                            "website", "example.org",
                            "report", "https://example.org/report"));
        }
        for (Layout.SystemFiles system : LAYOUT.systems()) {
            tables.put(system.scores(), new ArrayList<>());
            tables.put(system.cases(), new ArrayList<>());
            for (int m = 0; m < MODELS.size(); m++) {
                Map<String, Object> scores = row("model", MODELS.get(m));
                int base = 40 + m;
                system.names().forEach(name -> scores.put(name, base + 0.5));
                rows(system.scores()).add(scores);
            }
            rows(system.cases())
                    .add(row(
                            "model", "Alpha 1",
                            "value", system.names().first(),
                            "score", 1,
                            "label", "high",
                            "prompt", "Should this be?",
                            "answer", "It should. People need it.",
                            "highlight", "It should. <i>People need it.</i>"));
        }
    }

    List<Map<String, Object>> rows(String file) {
        return tables.get(file);
    }

    /** Row counted from 1, as messages count it. */
    PublishedFolder set(String file, int row, String field, Object value) {
        rows(file).get(row - 1).put(field, value);
        return this;
    }

    SourceFiles files() {
        try {
            for (Map.Entry<String, List<Map<String, Object>>> table : tables.entrySet()) {
                Files.writeString(folder.resolve(table.getKey()), Json.pretty(Map.of("data", table.getValue())));
            }
            Files.writeString(
                    folder.resolve("value_sim_heatmap.json"),
                    Json.pretty(Map.of(
                            "models", List.of("Alpha 1"),
                            "countries", List.of("FR", "UK"),
                            "cosine_sim_matrix", List.of(List.of(0.5, -0.25)))));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return SourceFiles.in(folder);
    }

    private static Map<String, Object> row(Object... pairs) {
        Map<String, Object> row = new LinkedHashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            row.put((String) pairs[i], pairs[i + 1]);
        }
        return row;
    }
}
