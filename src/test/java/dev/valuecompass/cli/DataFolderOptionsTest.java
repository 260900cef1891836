package dev.valuecompass.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.valuecompass.io.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** A slip in the name of a folder or a file never runs somebody else's leaderboard, and never goes unsaid. */
class DataFolderOptionsTest {
    @TempDir
    Path home;

    private Path mine;

    @BeforeEach
    void aLeaderboard() {
        mine = home.resolve("mine");
        assertThat(CommandLineRun.of(home, "init", mine.toString()).exit()).isZero();
    }

    private CommandLineRun on(Path data, String... command) {
        String[] all = java.util.Arrays.copyOf(command, command.length + 2);
        all[command.length] = "--data";
        all[command.length + 1] = data.toString();
        return CommandLineRun.alone(home, all);
    }

    @Test
    void aFolderWithoutALeaderboardIsAnErrorForEveryCommandThatNeedsOne() throws IOException {
        Path typo = home.resolve("mien");
        for (String command : new String[] {"run", "evaluate", "plan", "check", "doctor", "rescore"}) {
            CommandLineRun run = on(typo, command);
            assertThat(run.exit()).as(command).isEqualTo(2);
            assertThat(run.err()).contains("mien/leaderboard.yml: no such file", "compass init");
        }
        assertThat(typo).doesNotExist();

        Files.move(mine.resolve("leaderboard.yml"), mine.resolve("leaderboard.yaml"));
        for (String command : new String[] {"check", "site"}) {
            assertThat(on(mine, command).err()).contains("there is leaderboard.yaml; rename it to leaderboard.yml");
        }
        Files.createDirectories(home.resolve("data"));
        Files.move(mine.resolve("leaderboard.yaml"), home.resolve("data/leaderboard.yaml"));
        assertThat(CommandLineRun.alone(home, "plan").err()).contains("rename it to leaderboard.yml");
    }

    @Test
    void whatNothingReadsIsWarnedOfAndRefusedByAStrictCheck() throws IOException {
        // Its workflows name nobody yet, of which check warns too.
        Files.delete(mine.resolve(".github/workflows/evaluate.yml"));
        Files.delete(mine.resolve(".github/workflows/pages.yml"));
        Files.createDirectories(mine.resolve("prompts/wordings"));
        assertThat(on(mine, "check", "--strict").exit()).isZero();
        Files.createDirectories(mine.resolve("prompt"));
        Files.writeString(Files.createDirectories(mine.resolve("prompts")).resolve("opinon.md"), "{{item}}");
        Files.writeString(mine.resolve("prompts/opinion-schwartz.md"), "{{points}} {{item}}");
        Files.writeString(mine.resolve("value-systems/more.yaml"), "id: more");
        Files.writeString(mine.resolve("answers.jsonl"), "");
        Files.writeString(mine.resolve("periods"), "");

        CommandLineRun check = on(mine, "check");
        assertThat(check.exit()).isZero();
        assertThat(check.err())
                .contains(
                        "warning: " + mine.resolve("prompt") + ": nothing reads this folder; did you mean 'prompts'?",
                        mine.resolve("prompts/opinon.md") + ": nothing reads it",
                        mine.resolve("value-systems/more.yaml") + ": nothing reads it; rename it to more.yml",
                        mine.resolve("answers.jsonl") + ": nothing reads it; name it in leaderboard.yml",
                        mine.resolve("periods") + ": is a file where a folder is meant")
                .doesNotContain("opinion-schwartz.md");
        assertThat(on(mine, "plan").err()).as("other commands say it too").contains("did you mean 'prompts'?");
        CommandLineRun strict = on(mine, "check", "--strict");
        assertThat(strict.exit()).isEqualTo(1);
        assertThat(strict.err()).contains("5 mistakes");
    }

    /** Columns: a file of the folder, what stands in it, what check says of it. Each is read by a later stage only. */
    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            providers/openai.yml       | max-tokens-name: [1]  | providers/openai.yml:1
            languages/en.yml           | site: x               | languages/en.yml
            simulated/panel.yml        | models: x             | simulated/panel.yml
            cultures/mine.yml          | id: other             | cultures/mine.yml:1
            weights/mine.yml           | profiles: x           | weights/mine.yml
            recognizer/embedded.json   | {                     | recognizer/embedded.json
            prompts/opinion.md         | without a place       | prompts/opinion.md
            prompts/adaem-refine.md    | {{questoin}}          | prompts/adaem-refine.md
            gazetteer/world.yml        | x                     | gazetteer/world.yml
            topics/service.jsonl       | {"id":                | topics/service.jsonl:1
            """)
    void checkReadsWhatLaterStagesRead(String file, String text, String place) throws IOException {
        Path changed = mine.resolve(file);
        Files.createDirectories(changed.getParent());
        Files.writeString(changed, text + "\n");
        Path board = mine.resolve("leaderboard.yml");
        Files.writeString(
                board,
                Files.readString(board)
                        .replace(
                                "# The models under test.",
                                "  - {id: web, kind: openai, base-url: 'https://api.example.com/v1', profile: openai}\n#"));

        CommandLineRun check = on(mine, "check");

        assertThat(check.exit()).as(check.err()).isEqualTo(1);
        assertThat(check.err()).contains(mine.resolve(place).toString());
    }

    @Test
    void moreItemsThanThereAreIsSaid() throws IOException {
        Path file = mine.resolve("leaderboard.yml");
        Files.writeString(file, Files.readString(file).replace("items: 0 ", "items: 500 "));
        assertThat(on(mine, "check").err()).contains("500 items of service are wanted, and there are 24");
        assertThat(on(mine, "plan").out()).contains("service: 500 items are wanted, and topics/service.jsonl has 24");
    }

    @Test
    void aCommandThatFailsPrintsOneObjectWithItsMistakes() {
        for (String[] command : new String[][] {
            {"run", "--json", "--data", "nowhere"}, {"plan", "--json", "--period", "x"}, {"plan", "--jsn", "--json"}
        }) {
            CommandLineRun run = CommandLineRun.alone(home, command);
            JsonNode failed = Json.tree(run.out(), "failed");
            assertThat(failed.get("ok").asBoolean()).isFalse();
            assertThat(failed.get("exit").asInt()).isEqualTo(run.exit()).isEqualTo(2);
            assertThat(failed.get("defects").size()).isEqualTo(1);
            assertThat(run.out().lines()).hasSize(1);
        }
    }
}
