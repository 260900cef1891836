package dev.valuecompass.snapshot.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Of every field it is said what proves it, or that nothing does; a new one fails here until somebody says so. */
class ProofTableTest {
    private static final Path TABLE = Path.of("src/main/resources/schema/proof.tsv");
    private static final Path PAGE = Path.of("docs/verification.md");

    private static List<String[]> rows() throws IOException {
        return Files.readAllLines(TABLE).stream()
                .map(line -> line.split("\t", -1))
                .toList();
    }

    @Test
    void everyFieldOfEveryRecordHasOneRow() throws IOException {
        List<String> fields = new ArrayList<>();
        SnapshotSchemaTest.records()
                .forEach((name, type) -> Arrays.stream(type.getRecordComponents())
                        .forEach(component -> fields.add(name + "." + component.getName())));
        assertThat(rows().stream().map(row -> row[0])).containsExactlyInAnyOrderElementsOf(fields);
    }

    @Test
    void everyRowSaysHowItIsProvenOrWhyNot() throws IOException {
        assertThat(rows()).allSatisfy(row -> {
            assertThat(row).hasSize(3);
            assertThat(row[1]).isIn("recomputed", "held", "declared");
            assertThat(row[2]).isNotBlank();
        });
    }

    @Test
    void thePageShowsTheTable() throws IOException {
        List<String> shown = Files.readAllLines(PAGE).stream()
                .filter(line -> line.matches("\\| `\\w+\\.\\w+` \\|.*"))
                .toList();
        assertThat(shown)
                .containsExactlyElementsOf(rows().stream()
                        .map(row -> "| `" + row[0] + "` | " + row[1] + " | " + row[2] + " |")
                        .toList());
    }
}
