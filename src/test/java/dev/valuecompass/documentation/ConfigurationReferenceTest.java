package dev.valuecompass.documentation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.valuecompass.io.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** The reference of leaderboard.yml is made from its schema, so that it can neither lack a key nor invent one. */
class ConfigurationReferenceTest {
    private static final Path PAGE = Path.of("docs/configuration.md");
    private static final Path MADE = Path.of("target/configuration.md");
    private static final String HEAD = """
            # Configuration reference

            Which keys does `data/leaderboard.yml` have? Those in bold must be there. `./compass init DIR` writes a small file to
            begin with, and `./compass check` finds more mistakes than the schema of the file, `data/leaderboard.schema.json`, from
            which this page is made and by which editors complete and check it.
            """;

    private final JsonNode schema;
    private final StringBuilder page = new StringBuilder(HEAD);

    ConfigurationReferenceTest() throws IOException {
        schema = Json.tree(Files.readString(Path.of("data/leaderboard.schema.json")), "schema");
    }

    @Test
    void thePageIsTheSchemaInWords() throws IOException {
        schema.get("properties").properties().forEach(entry -> section(entry.getKey(), entry.getValue()));
        Files.createDirectories(MADE.getParent());
        Files.writeString(MADE, page);
        assertThat(Files.exists(PAGE) ? Files.readString(PAGE) : "")
                .as("the schema changed: cp %s %s", MADE, PAGE)
                .isEqualTo(page.toString());
    }

    private void section(String name, JsonNode node) {
        JsonNode target = target(node.has("items") ? node.get("items") : node);
        page.append("\n## `").append(name).append("`\n\n");
        String description = text(node, "description", text(target, "description", ""));
        page.append(description);
        if (node.has("items")) {
            page.append(description.isEmpty() ? "" : " ").append("A list; each entry has these keys.");
        }
        page.append("\n\n| key | what it is | allowed | otherwise |\n|---|---|---|---|\n");
        rows("", target);
    }

    private void rows(String prefix, JsonNode target) {
        List<String> required = new ArrayList<>();
        target.path("required").forEach(key -> required.add(key.asString()));
        target.path("properties").properties().forEach(entry -> {
            JsonNode own = entry.getValue();
            JsonNode type = target(own);
            String key = prefix + entry.getKey();
            page.append("| ")
                    .append(required.contains(entry.getKey()) ? "**`" + key + "`**" : "`" + key + "`")
                    .append(" | ")
                    .append(text(own, "description", text(type, "description", "")))
                    .append(" | ")
                    .append(allowed(own, type))
                    .append(" | ")
                    .append(otherwise(own, type))
                    .append(" |\n");
            JsonNode inner = type.has("items") ? target(type.get("items")) : type;
            if (inner.has("properties")) {
                rows(key + (type.has("items") ? "[]." : "."), inner);
            }
        });
    }

    private String allowed(JsonNode own, JsonNode type) {
        if (type.has("enum")) {
            List<String> values = new ArrayList<>();
            type.get("enum").forEach(value -> values.add("`" + value.asString() + "`"));
            return String.join(", ", values);
        }
        String reference = text(own, "$ref", "").replaceFirst(".*/", "");
        String kind = switch (reference) {
            case "id" -> "lower-case letters, digits, hyphens, dots";
            case "file" -> "a file, relative to the data folder";
            case "page" -> "a web address";
            case "date" -> "YYYY-MM-DD";
            case "country" -> "two capital letters (ISO 3166-1)";
            case "examineeId" -> "the id of an examinee";
            case "examineeIds" -> "a list of ids of examinees";
            default -> kind(type);
        };
        return kind + range(type);
    }

    private static String kind(JsonNode type) {
        JsonNode kind = type.path("type");
        String first = kind.isArray() ? kind.get(0).asString() : kind.asString("");
        return switch (first) {
            case "string" -> "text";
            case "boolean" -> "`true`, `false`";
            case "integer" -> "a whole number";
            case "number" -> "a number";
            case "array" -> "a list";
            case "object" -> type.has("properties") ? "these keys:" : "a mapping";
            default -> first;
        };
    }

    private static String range(JsonNode type) {
        String low = type.has("exclusiveMinimum")
                ? "above " + plain(type.get("exclusiveMinimum"))
                : type.has("minimum") ? "from " + plain(type.get("minimum")) : "";
        String high = type.has("exclusiveMaximum")
                ? "below " + plain(type.get("exclusiveMaximum"))
                : type.has("maximum") ? "to " + plain(type.get("maximum")) : "";
        String range = (low + " " + high).strip();
        return range.isEmpty() ? "" : ", " + range;
    }

    /** As people write it: 0.000001, not 1.0E-6. */
    private static String plain(JsonNode number) {
        return number.decimalValue().stripTrailingZeros().toPlainString();
    }

    private static String otherwise(JsonNode own, JsonNode type) {
        JsonNode value = own.has("default") ? own.get("default") : type.path("default");
        return value.isMissingNode() ? "" : "`" + (value.isString() ? value.asString() : value.toString()) + "`";
    }

    /** What a node refers to; of something or nothing, the something. */
    private JsonNode target(JsonNode node) {
        if (node.has("$ref")) {
            return target(schema.get("$defs").get(node.get("$ref").asString().replaceFirst(".*/", "")));
        }
        return node.has("oneOf") ? target(node.get("oneOf").get(0)) : node;
    }

    private static String text(JsonNode node, String key, String otherwise) {
        return node.has(key) ? node.get(key).asString() : otherwise;
    }
}
