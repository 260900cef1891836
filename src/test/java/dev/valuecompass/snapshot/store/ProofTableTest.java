package dev.valuecompass.snapshot.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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

    /** What the table calls recomputed is compared; of a score nobody else would notice a field that is left out. */
    @Test
    void everyRecomputedFigureOfAScoreIsCompared() throws IOException {
        String comparison =
                Files.readString(Path.of("src/main/java/dev/valuecompass/snapshot/proof/Recomputation.java"));
        assertThat(rows().stream().filter(row -> row[0].startsWith("score.") && row[1].equals("recomputed")))
                .isNotEmpty()
                .allSatisfy(
                        row -> assertThat(comparison).contains("other." + row[0].substring("score.".length()) + "()"));
    }

    /** The page has a row for the fields of a record that are proven alike; it prints what it should have. */
    @Test
    void thePageShowsTheTable() throws IOException {
        Map<String, Map<List<String>, List<String>>> alike = new LinkedHashMap<>();
        for (String[] row : rows()) {
            String[] field = row[0].split("\\.");
            alike.computeIfAbsent(field[0], record -> new LinkedHashMap<>())
                    .computeIfAbsent(List.of(row[1], row[2]), proof -> new ArrayList<>())
                    .add("`" + field[1] + "`");
        }
        List<String> rows = new ArrayList<>();
        alike.forEach((record, proofs) -> proofs.forEach((proof, fields) -> rows.add(
                "| `" + record + "` | " + String.join(", ", fields) + " | " + String.join(" | ", proof) + " |")));
        List<String> shown = Files.readAllLines(PAGE).stream()
                .filter(line -> line.matches("\\| `\\w+` \\|.*"))
                .toList();
        assertThat(shown).containsExactlyElementsOf(rows);
    }
}
