package dev.valuecompass.site.methodology;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.valuecompass.io.DataException;
import dev.valuecompass.io.DataFolder;
import dev.valuecompass.language.Languages;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ValidationTableTest {
    @TempDir
    private Path folder;

    @Test
    void theLargestNumberOfItemsOfEachSystemWithTrueLabelsFirst() throws IOException {
        assertThat(table("""
                {"rows": [
                 {"system": "toy", "labels": "recognised", "items": 50, "spearman": 0.5, "coverage": 0.25, "toldApart": 0.0625},
                 {"system": "toy", "labels": "recognised", "items": 200, "spearman": 0.666, "coverage": 0.2, "toldApart": 0.04},
                 {"system": "toy", "labels": "true", "items": 200, "spearman": 0.95, "coverage": 0.9, "toldApart": 0.05}
                ]}""")).isEqualTo("""
                | System | Labels | Items a value | Spearman | Held | Identical models told apart |
                |---|---|--:|--:|--:|--:|
                | TOY | as they really are | 200 | 0.95 | 0.90 | 0.050 |
                | TOY | as read by the recogniser | 200 | 0.67 | 0.20 | 0.040 |""");
    }

    @Test
    void whatIsNoResultIsNamed() {
        assertThatThrownBy(() -> table("{}"))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("parameter-recovery.json")
                .hasMessageContaining("./compass validate --json");
    }

    private String table(String json) throws IOException {
        Path file = folder.resolve("validation/parameter-recovery.json");
        Files.createDirectories(file.getParent());
        Files.writeString(file, json);
        DataFolder data = DataFolder.over(folder);
        return new ValidationTable(data, Languages.english(data).words(), id -> id.toUpperCase(Locale.ROOT)).markdown();
    }
}
