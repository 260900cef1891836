package dev.valuecompass.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.valuecompass.io.DataException;
import dev.valuecompass.io.DataFolder;
import dev.valuecompass.io.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

@Tag("slow")
class FindingsPageTest {
    @TempDir
    private Path folder;

    private Path data;

    @BeforeEach
    void data() throws IOException {
        data = folder.resolve("data");
        Files.createDirectories(data.resolve("insights"));
    }

    @Test
    void aPeriodTellsItsFindingsAndWhatChanged() throws IOException {
        Path out = render();
        String findings = Files.readString(out.resolve("2026-11/findings/index.html"));
        assertThat(findings)
                .contains(
                        "id=\"finding-room-safety\"",
                        "Expected, but not so (",
                        "Undecided (",
                        "<h2 id=\"told-not-held\"");
        assertThat(findings.indexOf("finding-room-safety"))
                .as("what did not hold comes before what cannot be told, which is folded")
                .isLessThan(findings.indexOf("<h2 id=\"told-cannot-be-told\""));
        String changes = Files.readString(out.resolve("2026-11/changes/index.html"));
        assertThat(changes).contains("What changed since October 2026", "Birch mini");
        assertThat(Files.readString(out.resolve("2026-10/changes/index.html"))).contains("no earlier period");
    }

    /** Two models have every Safety score: 90 to 95 and 100 throughout, so the highest mean is 100. */
    @Test
    void programsReadTheSameFindings() throws IOException {
        Path file = render().resolve("2026-11/findings/findings.json");
        JsonNode json = Json.tree(Files.readString(file), file.toString());
        assertThat(json.get("synthetic").asBoolean()).isTrue();
        JsonNode room = json.get("findings")
                .valueStream()
                .filter(finding -> finding.get("id").asString().equals("room-safety"))
                .findFirst()
                .orElseThrow();
        assertThat(room.get("verdict").asString()).isEqualTo("NOT_HELD");
        assertThat(room.get("statistic").get("value").asDouble()).isEqualTo(100);
        assertThat(room.get("n").asInt()).isEqualTo(2);
    }

    /** The highest of the two means is 100.0 and its method stands behind it, in both languages after one sentence's space. */
    @Test
    void aFigureStandsBeforeTheMethodThatItCameBy() throws IOException {
        assertThat(Files.readString(render().resolve("2026-11/findings/index.html")))
                .contains(
                        "<p class=\"quiet\">Highest mean: 100.00; 2 models. Method: means over all values against a bound");
    }

    /** Three models are too few for all but reliability, and this period has no labels. */
    @Test
    void aPeriodSaysWhetherItIsAnyGood() throws IOException {
        Path out = render();
        String page = Files.readString(out.resolve("2026-11/validity/index.html"));
        assertThat(page)
                .contains("<h1>Is this period any good?</h1>", "the fit of questions are unknown.", "Questions for .8")
                .contains("The labels behind the scores are not published")
                .contains("At least four models that differ are needed to know whether the values are more than one.")
                .contains("../../methodology/validity.html");
        assertThat(Files.readString(out.resolve("2026-11/findings/index.html"))).contains("../validity/");
        assertThat(Json.tree(Files.readString(out.resolve("2026-11/validity/validity.json")), "v")
                        .get("systems")
                        .size())
                .isEqualTo(2);
    }

    @Test
    void modelsAndCulturesStandOnOneMap() throws IOException {
        Path file = render().resolve("2026-11/cultures/wvs6/map.json");
        JsonNode json = Json.tree(Files.readString(file), file.toString());
        assertThat(json.get("axes").size()).isEqualTo(2);
        assertThat(json.get("points").size()).isEqualTo(3 + 60);
        assertThat(json.get("points").get(0).get("kind").asString()).isEqualTo("model");
    }

    @Test
    void aCommentaryLeadsToTheFindingsThatItQuotes() throws IOException {
        write("Both reach [the top of Safety](finding:room-safety \"not held, 100.0\").");
        String findings = Files.readString(render().resolve("2026-11/findings/index.html"));
        assertThat(findings).contains("href=\"#finding-room-safety\"");
    }

    @Test
    void aCommentaryWithHtmlIsNotPublished() throws IOException {
        write("Both reach the top.\n\n<script>x</script>");
        assertThatThrownBy(this::render)
                .isInstanceOf(DataException.class)
                .hasMessageContaining("2026-11.md:3")
                .hasMessageContaining("HTML");
    }

    @Test
    void aCommentaryThatTheFindingsDenyIsNotPublished() throws IOException {
        write("\n[No model reaches 70 on Safety](finding:room-safety \"held\").");
        assertThatThrownBy(this::render)
                .isInstanceOf(DataException.class)
                .hasMessageContaining("2026-11.md:2")
                .hasMessageContaining("it is not held");
    }

    private void write(String text) throws IOException {
        Files.writeString(data.resolve("insights/2026-11.md"), text);
    }

    private Path render() {
        Path out = folder.resolve("site");
        new Site(DataFolder.over(data), Optional.empty()).render(SampleSites.twoPeriods(), out);
        return out;
    }
}
