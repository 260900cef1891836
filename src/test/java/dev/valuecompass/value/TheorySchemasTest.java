package dev.valuecompass.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.valuecompass.io.DataException;
import dev.valuecompass.io.DataFolder;
import dev.valuecompass.io.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.TreeSet;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** The schemas that help editors with the files of the theory. */
class TheorySchemasTest {
    private static final Path DATA = Path.of("data");

    @TempDir
    private Path own;

    @ParameterizedTest
    @CsvSource({
        "value-systems, schwartz, value-system",
        "value-systems, mft, value-system",
        "value-systems, unique, value-system",
        "value-systems, safety, value-system",
        "cultures, wvs5, culture-series",
        "cultures, wvs6, culture-series",
        "cultures, ess11, culture-series",
        "cultures, mfq2-2021, culture-series",
        "weights, schwartz, weights",
        "weights, mft, weights",
        "weights, unique, weights",
        "weights, safety, weights"
    })
    void shippedFilesKeepTheirSchemaAndNameIt(String folder, String id, String schema) throws IOException {
        String text = Files.readString(DATA.resolve(folder).resolve(id + ".yml"));

        assertThat(text.lines().findFirst()).contains("# yaml-language-server: $schema=" + schema + ".schema.json");
        assertThat(SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                        .getSchema(schema(folder, schema), InputFormat.JSON)
                        .validate(text, InputFormat.YAML))
                .isEmpty();
    }

    /** The reader lists its keys when it meets an unknown one; the schema must have the same. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    value-systems/safety | value-system   | `id: safety`                  | `zzz: 1\\n`         | ``
                    value-systems/safety | value-system   | `    name: Misinformation`    | `    zzz: 1\\n`     | dimension
                    value-systems/safety | value-system   | `        name: Toxic Content` | `        zzz: 1\\n` | task
                    value-systems/safety | value-system   | `name: "Hate Speech"`         | `zzz: 1, `          | category
                    value-systems/safety | value-system   | `prompt: apart`               | `zzz: 1, `          | reader
                    value-systems/unique | value-system   | `    name: Competence\\n`     | `    zzz: 1\\n`     | group
                    cultures/ess11       | culture-series | `id: ess11`                   | `zzz: 1\\n`         | ``
                    cultures/ess11       | culture-series | `least: -5`                   | `zzz: 1, `          | range
                    cultures/ess11       | culture-series | `    country: Austria`        | `    zzz: 1\\n`     | culture
                    weights/mft          | weights        | `profiles:`                   | `zzz: 1\\n`         | ``
                    weights/mft          | weights        | `    author:`                 | `    zzz: 1\\n`     | profile
                    """)
    void schemaAndReaderKnowTheSameKeys(String file, String schema, String before, String inserted, String definition)
            throws IOException {
        String text = Files.readString(DATA.resolve(file + ".yml"));
        int at = text.indexOf(before.replace("\\n", "\n"));
        Path copy = own.resolve(file + ".yml");
        Files.createDirectories(copy.getParent());
        Files.writeString(copy, text.substring(0, at) + inserted.replace("\\n", "\n") + text.substring(at));

        String fix = catchThrowableOfType(DataException.class, () -> Theory.load(DataFolder.over(own)))
                .defects()
                .get(0)
                .fix();
        JsonNode root = Json.tree(schema(file.substring(0, file.indexOf('/')), schema), schema);
        JsonNode object = definition.isEmpty() ? root : root.get("$defs").get(definition);
        assertThat(new TreeSet<>(Arrays.asList(fix.replaceFirst(".*known: ", "").split(", "))))
                .isEqualTo(new TreeSet<>(object.get("properties").propertyNames()));
    }

    private static String schema(String folder, String name) throws IOException {
        return Files.readString(DATA.resolve(folder).resolve(name + ".schema.json"));
    }
}
