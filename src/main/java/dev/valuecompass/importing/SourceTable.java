package dev.valuecompass.importing;

import dev.valuecompass.io.DataException;
import dev.valuecompass.io.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** One published file of the form {@code {"data": [{…}, …]}}; rows are counted from 1 as in the file. */
record SourceTable(String file, List<Row> rows) {

    /** One object of the table; fixes change its fields in place. */
    public record Row(int number, ObjectNode fields) {
        /** Empty when the field is absent or no text. */
        String text(String field) {
            JsonNode value = fields.get(field);
            return value != null && value.isString() ? value.asString() : "";
        }

        String model() {
            return text("model");
        }

        /** The field as it would be shown: text without quotes, anything else as JSON, nothing when absent. */
        String shown(String field) {
            JsonNode value = fields.get(field);
            return value == null ? "" : value.isString() ? value.asString() : value.toString();
        }
    }

    static SourceTable parse(String file, String json) {
        JsonNode data = Json.tree(json, file).get("data");
        if (data == null || !data.isArray()) {
            throw new DataException(file, "has no list named data", "check that this is the published file");
        }
        List<Row> rows = new ArrayList<>();
        for (JsonNode row : data) {
            if (!(row instanceof ObjectNode fields)) {
                throw new DataException(file, "row " + (rows.size() + 1) + " is not an object", "remove it");
            }
            rows.add(new Row(rows.size() + 1, fields));
        }
        return new SourceTable(file, rows);
    }

    Stream<String> models() {
        return rows.stream().map(Row::model);
    }
}
