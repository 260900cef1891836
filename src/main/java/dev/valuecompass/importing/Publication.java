package dev.valuecompass.importing;

import dev.valuecompass.io.DataException;
import dev.valuecompass.io.Json;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Everything a platform published for one period, as it came or after fixes were applied; tables by file name. */
record Publication(Layout layout, Map<String, SourceTable> tables) {
    /** @throws DataException when a file is missing or is no table */
    static Publication read(SourceFiles files, Layout layout) {
        Map<String, SourceTable> tables = new LinkedHashMap<>();
        Stream.concat(
                        Stream.of(layout.models()),
                        layout.systems().stream().flatMap(system -> Stream.of(system.scores(), system.cases())))
                .forEach(file -> tables.put(file, SourceTable.parse(file, files.text(file))));
        String heatmap = layout.heatmap().file();
        tables.put(heatmap, rows(heatmap, Json.tree(files.text(heatmap), heatmap)));
        return new Publication(layout, tables);
    }

    SourceTable models() {
        return tables.get(layout.models());
    }

    SourceTable heatmap() {
        return tables.get(layout.heatmap().file());
    }

    /** One of the tables of the layout, by its file's name; null for any other name. */
    SourceTable table(String file) {
        return tables.get(file);
    }

    /** Names of every model with a score, as first seen. */
    List<String> rankedModels() {
        return layout.systems().stream()
                .flatMap(system -> table(system.scores()).models())
                .distinct()
                .toList();
    }

    /** What the list of models says of one, by its published name. */
    Optional<SourceTable.Row> facts(String model) {
        return models().rows().stream().filter(row -> row.model().equals(model)).findFirst();
    }

    /** The matrix of culture fits as rows like those of the other files, one column a country. */
    private static SourceTable rows(String file, JsonNode json) {
        JsonNode models = json.path("models");
        JsonNode countries = json.path("countries");
        JsonNode matrix = json.path("cosine_sim_matrix");
        List<SourceTable.Row> rows = new ArrayList<>();
        for (int m = 0; m < models.size(); m++) {
            ObjectNode fields = JsonNodeFactory.instance.objectNode();
            fields.set("model", models.get(m));
            for (int c = 0; c < countries.size(); c++) {
                JsonNode value = matrix.path(m).path(c);
                if (value.isMissingNode() || matrix.size() != models.size()) {
                    throw new DataException(
                            file, "the matrix is not models × countries", "check that this is the published file");
                }
                fields.set(countries.get(c).asString(), value);
            }
            rows.add(new SourceTable.Row(m + 1, fields));
        }
        return new SourceTable(file, rows);
    }
}
