package dev.valuecompass.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.valuecompass.io.DataException;
import dev.valuecompass.io.DataFolder;
import dev.valuecompass.io.Defect;
import dev.valuecompass.io.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** The schema that helps editors with value system files. */
class ValueSystemSchemaTest {
    private static final Path FOLDER = Path.of("data/value-systems");
    private static final Path SCHEMA = FOLDER.resolve("value-system.schema.json");

    @TempDir
    private Path own;

    @ParameterizedTest
    @ValueSource(strings = {"schwartz", "mft", "unique", "safety"})
    void shippedSystemsKeepItAndNameIt(String id) throws IOException {
        String text = Files.readString(FOLDER.resolve(id + ".yml"));
        assertThat(text.lines().findFirst()).contains("# yaml-language-server: $schema=" + SCHEMA.getFileName());
        assertThat(SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                        .getSchema(Files.readString(SCHEMA), InputFormat.JSON)
                        .validate(text, InputFormat.YAML))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    `id: safety`                     | `zzz: 1\\n`                     | ``
                    `    name: Misinformation`       | `    zzz: 1\\n`                 | dimension
                    `        name: Toxic Content`    | `        zzz: 1\\n`             | task
                    `name: "Hate Speech"`            | `zzz: 1, `                      | category
                    """)
    void schemaAndReaderKnowTheSameKeys(String before, String inserted, String definition) throws IOException {
        assertSameKeys("safety", before, inserted.replace("\\n", "\n"), definition);
    }

    @Test
    void schemaAndReaderKnowTheSameKeysOfGroups() throws IOException {
        assertSameKeys("unique", "    name: Competence\n", "    zzz: 1\n", "group");
    }

    private void assertSameKeys(String id, String before, String inserted, String definition) throws IOException {
        String text = Files.readString(FOLDER.resolve(id + ".yml"));
        int at = text.indexOf(before);
        Files.createDirectories(own.resolve("value-systems"));
        Files.writeString(
                own.resolve("value-systems/" + id + ".yml"), text.substring(0, at) + inserted + text.substring(at));
        List<Defect> defects = catchThrowableOfType(DataException.class, () -> Theory.load(DataFolder.over(own)))
                .defects();
        String fix = defects.get(0).fix();

        JsonNode root = Json.tree(Files.readString(SCHEMA), SCHEMA.toString());
        JsonNode object = definition.isEmpty() ? root : root.get("$defs").get(definition);
        assertThat(new TreeSet<>(Arrays.asList(fix.replaceFirst(".*known: ", "").split(", "))))
                .isEqualTo(new TreeSet<>(object.get("properties").propertyNames()));
    }
}
