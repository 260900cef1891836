package dev.valuecompass.pipeline.validation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.valuecompass.io.DataFolder;
import dev.valuecompass.io.Json;
import dev.valuecompass.value.Theory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class LabelPageTest {
    private static final String HOSTILE = "</script><script>alert(1)</script><!-- {data} {script} \u202E";

    private static DrawnAnswer answer(String system, String dimension) {
        return DrawnAnswerFields.copy(RaterLabelsTest.drawn("a", "low", 10))
                .system(system)
                .dimension(dimension)
                .model("secret-model")
                .shown(0.87654321)
                .stratum("secret-stratum")
                .prompt("Ask " + HOSTILE)
                .answer("Say " + HOSTILE)
                .build();
    }

    private static String page(DrawnAnswer... answers) {
        return LabelPage.write("label-2026-11-1", List.of(answers), Theory.load(DataFolder.over(Path.of("data"))));
    }

    private static JsonNode data(String page) {
        Matcher data = Pattern.compile("<script type=\"application/json\" id=\"data\">(.*)</script>")
                .matcher(page);
        assertThat(data.find()).isTrue();
        return Json.tree(data.group(1), "data");
    }

    @Test
    void whatAModelWroteIsDataAndNothingElse() {
        String page = page(answer("schwartz", "hedonism"));
        assertThat(page).doesNotContain("alert(1)</script>").contains("\\u003c/script>\\u003cscript>alert(1)");
        JsonNode task = data(page).path("tasks").path(0);
        assertThat(task.path("answer").asString()).isEqualTo("Say " + HOSTILE);
        assertThat(page.split("<script", -1)).as("the data and the one script").hasSize(3);
    }

    /** Raters see neither model nor reading. */
    @Test
    void itIsBlind() {
        String page = page(answer("schwartz", "hedonism"));
        assertThat(page).doesNotContain("secret").doesNotContain("0.8765").doesNotContain("item-a");
        assertThat(data(page)
                        .path("values")
                        .path("schwartz/hedonism")
                        .path("definition")
                        .asString())
                .isNotBlank();
    }

    @Test
    void onlyItsOwnScriptAndStyleRun() throws Exception {
        String page = page(answer("schwartz", "hedonism"));
        for (String kind : List.of("script", "style")) {
            Matcher inside = Pattern.compile("<" + kind + ">(.*?)</" + kind + ">", Pattern.DOTALL)
                    .matcher(page);
            assertThat(inside.find()).isTrue();
            String digest = Base64.getEncoder()
                    .encodeToString(MessageDigest.getInstance("SHA-256")
                            .digest(inside.group(1).getBytes(StandardCharsets.UTF_8)));
            assertThat(page).contains(kind + "-src 'sha256-" + digest + "'");
        }
        assertThat(page)
                .contains("default-src 'none'")
                .doesNotContain("http:")
                .doesNotContain("https:")
                .doesNotContain("innerHTML");
    }

    @Test
    void repliesAndStoriesAreCovered() {
        JsonNode tasks = data(page(answer("safety", "representation-toxicity"), answer("schwartz", "hedonism")))
                .path("tasks");
        assertThat(tasks.path(0).path("covered").asBoolean()).isTrue();
        assertThat(tasks.path(1).path("covered").asBoolean()).isFalse();
    }
}
