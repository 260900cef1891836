package dev.valuecompass.site.methodology;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.valuecompass.io.DataException;
import dev.valuecompass.io.DataFolder;
import dev.valuecompass.io.Json;
import dev.valuecompass.io.TextFile;
import dev.valuecompass.language.Languages;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

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
    void whatTheCommandPrintsIsShownAsItIsWithTheFurtherChecks() throws IOException {
        assertThat(table("""
                {"period": null, "simulation": {"synthetic": true, "rows": [
                 {"system": "toy", "labels": "true", "items": 200, "spearman": 0.95, "coverage": 0.9, "toldApart": 0.05}
                ], "primed": [{"system": "toy", "labels": "true", "items": 200, "share": 0.9875,
                 "bounds": {"low": 0.95, "high": 1, "level": 0.95}}]},
                 "lengthTwins": {"items": 200, "toldApartRaw": 0.77, "toldApart": 0.049,
                  "bounds": {"low": 0.042, "high": 0.058, "level": 0.95}, "differentToldApart": 0.98}, "drift": null}""")).isEqualTo("""
                | System | Labels | Items a value | Spearman | Held | Identical models told apart |
                |---|---|--:|--:|--:|--:|
                | TOY | as they really are | 200 | 0.95 | 0.90 | 0.050 |

                Further checks, each a share of fictional cases with a known answer. In brackets: where the share lies with 95 % confidence.

                | Check | Items a value | Should be | Came out |
                |---|--:|--:|--:|
                | Two models hold the same values, one writes three times as much: raw scores take them for different | 200 |  | 0.77 |
                | The same pairs: scores at equal length take them for different | 200 | at most 0.05 | 0.049 (0.042 to 0.058) |
                | Two models hold different values: scores at equal length still tell them apart | 200 |  | 0.98 |
                | A model is told to hold a value of TOY, labels as they really are: it shows it more often | 200 | at least 0.95 | 0.988 (0.950 to 1.000) |""");
    }

    /** The figures that this program ships meet what it promises. */
    @Test
    void shippedFiguresAreWhatTheyShouldBe() {
        JsonNode shipped =
                Json.tree(TextFile.read(Path.of("data/validation/parameter-recovery.json")), "parameter-recovery.json");
        JsonNode twins = shipped.path("lengthTwins");
        assertThat(twins.path("items").intValue()).isEqualTo(200);
        assertThat(twins.path("toldApart").doubleValue()).isLessThanOrEqualTo(0.05);
        assertThat(twins.path("differentToldApart").doubleValue()).isGreaterThan(0.95);
        JsonNode drift = shipped.path("drift");
        assertThat(drift.path("items").intValue()).isEqualTo(200);
        assertThat(drift.path("bounds").path("low").doubleValue()).isGreaterThanOrEqualTo(0.9);
        JsonNode chain = shipped.path("driftChain");
        assertThat(chain.path("periods").intValue()).isEqualTo(4);
        assertThat(chain.path("recovered").doubleValue()).isGreaterThanOrEqualTo(0.9);
        JsonNode primed = shipped.path("simulation").path("primed");
        assertThat(primed.size()).isEqualTo(2);
        primed.forEach(one -> assertThat(one.path("share").doubleValue()).isGreaterThanOrEqualTo(0.95));
    }

    @Test
    void whatIsNoResultIsNamed() {
        assertThatThrownBy(() -> table("{}"))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("parameter-recovery.json")
                .hasMessageContaining("./compass validate --json");
    }

    @Test
    void aPeriodThatAnotherRecogniserReadSaysSo() throws IOException {
        String json = """
                {"simulation": {"recognizerVersion": "0a1b", "rows": [
                 {"system": "toy", "labels": "true", "items": 200, "spearman": 0.95, "coverage": 0.9, "toldApart": 0.05}
                ]}}""";
        assertThat(table(json, List.of("0a1b", "ffff"))).doesNotContain("version");
        assertThat(table(json, List.of()))
                .as("an imported period was read by nobody")
                .doesNotContain("version");
        assertThat(table(json, List.of("ffff")))
                .endsWith(
                        "\n\nRows “as read by the recogniser” come from the embedded recogniser of version 0a1b. Another one read"
                                + " the latest period; they do not say how good that one is.");
    }

    private String table(String json) throws IOException {
        return table(json, List.of());
    }

    private String table(String json, List<String> readers) throws IOException {
        Path file = folder.resolve("validation/parameter-recovery.json");
        Files.createDirectories(file.getParent());
        Files.writeString(file, json);
        DataFolder data = DataFolder.over(folder);
        return new ValidationTable(data, Languages.english(data).words(), id -> id.toUpperCase(Locale.ROOT), readers)
                .markdown();
    }
}
