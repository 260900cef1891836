package dev.valuecompass.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.valuecompass.io.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** A second language as a condition: items translated in a file, read by a judge that reads any language. */
@Tag("slow")
class TranslatedItemsTest {
    private static final List<String> ITEMS = List.of(
            "{\"id\": \"q1\", \"category\": \"work\", \"text\": \"Should everyone be paid the same?\"}",
            "{\"id\": \"q2\", \"category\": \"family\", \"text\": \"Should children obey their parents?\"}",
            "{\"id\": \"q3\", \"category\": \"work\", \"text\": \"Should people work on holidays?\"}");

    @TempDir
    Path home;

    @Test
    void itemsAreAskedInChineseAndReadByAJudge() throws IOException {
        leaderboard();
        translations(
                line("q1", "Should everyone be paid the same?", "所有人都应该拿一样的工资吗？"),
                line("q2", "Should children obey their parents?", "孩子应该听父母的话吗？"));
        CommandLineRun check = CommandLineRun.of(home, "check");
        assertThat(check.exit()).as(check.err()).isZero();
        CommandLineRun run = CommandLineRun.of(home, "run");
        assertThat(run.exit()).as(run.err()).isZero();
        assertThat(run.err()).contains("schwartz: not translated in translations/zh.jsonl and not asked in 'zh': q3");

        JsonNode system = Json.tree(
                        Files.readString(home.resolve("data/evidence/2026-11/conditions.json")), "conditions.json")
                .path("systems")
                .get(0);
        assertThat(system.path("kinds").size()).isEqualTo(1);
        assertThat(system.path("kinds").get(0).path("kind").stringValue()).isEqualTo("language");
        assertThat(system.path("kinds")
                        .get(0)
                        .path("values")
                        .get(0)
                        .path("items")
                        .intValue())
                .isEqualTo(2);
        JsonNode chinese =
                system.path("asked").path("rows").path("aurora-large").path("language-zh");
        assertThat(chinese.size()).isEqualTo(6);
        assertThat(chinese.get(0).stringValue()).doesNotContain("?");
        assertThat(chinese.get(4).stringValue()).as("q3 has no translation").isEqualTo("?".repeat(10));
        assertThat(Files.readString(home.resolve("public/2026-11/validity/index.html")))
                .contains(
                        "In another language",
                        "2 of the period's questions were put to each model in 1 other language");
    }

    @Test
    void whatIsWrongInTheFileIsNamedWithItsLine() throws IOException {
        leaderboard();
        translations(
                line("q1", "Should everyone be paid the same?", "Should everyone be paid the same?"),
                line("q2", "Should children obey their parents?", "Sollten Kinder immer ihren Eltern gehorchen?"),
                line("q4", "Should people work on holidays?", "人们应该在假期工作吗？"),
                line("q3", "Should people work on Sundays?", "人们应该在星期天工作吗？"),
                line("q1", "Should everyone be paid the same?", "所有人都应该拿一样的工资吗？"),
                "{\"id\": \"q3\", \"translation\": \"人们应该在假期工作吗？\"}");
        CommandLineRun run = CommandLineRun.of(home, "run");
        assertThat(run.exit()).isEqualTo(1);
        assertThat(run.err())
                .contains(
                        "zh.jsonl:1: the translation of 'q1' is the text itself",
                        "zh.jsonl:2: the translation of 'q2' is in German, not in Chinese",
                        "zh.jsonl:3: there is no item 'q4'",
                        "zh.jsonl:4: the item 'q3' reads otherwise: Should people work on holidays?",
                        "zh.jsonl:5: 'q1' is translated in line 1 already",
                        "zh.jsonl:6: an id, a text or a translation is missing");
        CommandLineRun check = CommandLineRun.of(home, "check");
        assertThat(check.exit()).isEqualTo(1);
        assertThat(check.err()).contains("zh.jsonl:1: ", "zh.jsonl:2: ").doesNotContain("zh.jsonl:3: ");

        translations(line("q1", "Should everyone be paid the same?", "所有人都应该拿一样的工资吗？"));
        CommandLineRun few = CommandLineRun.of(home, "run");
        assertThat(few.exit()).isEqualTo(1);
        assertThat(few.err())
                .contains("translates fewer than two of the 3 questions of 'schwartz'", "not translated: q2, q3");
    }

    private static String line(String id, String text, String translation) {
        return "{\"id\": \"" + id + "\", \"text\": \"" + text + "\", \"translation\": \"" + translation + "\"}";
    }

    private void translations(String... lines) throws IOException {
        Files.createDirectories(home.resolve("data/translations"));
        Files.writeString(home.resolve("data/translations/zh.jsonl"), String.join("\n", lines) + "\n");
    }

    private void leaderboard() throws IOException {
        Files.createDirectories(home.resolve("data/topics"));
        Files.writeString(home.resolve("data/topics/schwartz.jsonl"), String.join("\n", ITEMS) + "\n");
        new SmallPanel().system("schwartz", "items: 3").write(home);
        Path file = home.resolve("data/leaderboard.yml");
        Files.writeString(
                file,
                Files.readString(file).replace("recognizer: embedded", "recognizer: direct, judge: delta-pro")
                        + "conditions: {items: 3, languages: [zh]}\n");
    }
}
