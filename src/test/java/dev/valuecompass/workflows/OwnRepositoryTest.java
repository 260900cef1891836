package dev.valuecompass.workflows;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.valuecompass.launcher.KnownVectors;
import dev.valuecompass.launcher.ProgramFolder;
import dev.valuecompass.pipeline.setup.Scaffold;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A leaderboard in a repository of its own, as {@code init} begins it: the shell steps of its workflows on this machine, with
 * the program as its action installs it.
 */
@Tag("slow")
class OwnRepositoryTest {
    private static final String LEADERBOARD = """
            title: {name: Values of the South}
            endpoints:
              - {id: simulated, kind: simulated, file: simulated/panel.yml}
            examinees:
              - {id: aurora-large, name: Aurora Large, endpoint: simulated, model: aurora-large, developer: Skyloom, access: open, type: chat}
              - {id: cedar-chat, name: Cedar Chat, endpoint: simulated, model: cedar-chat, developer: Cedarquill, access: open, type: chat}
            systems:
              - {system: schwartz, pool: topics/schwartz.jsonl, items: 6}
            evaluation: {minimum-coverage: 0.8, resamples: 50}
            """;

    /**
     * The panel is taken for real models, but on the day of simulated ones. On a limited day the provider's quota ends after one
     * answer, which is kept. On a brief day nothing is checked that was on the day before.
     */
    private static final String PROGRAM = """
            #!/bin/sh
            case "$DAY $*" in
                simulated*) ;;
                'limited run '*) mkdir -p runs && echo paid >>runs/answer; exit 3 ;;
                'limited check '* | 'brief check '* | 'brief verify '*) exit ;;
                *' plan '*'--json') '%1$s' "$@" | sed 's/"simulated":true/"simulated":false/'; exit ;;
                *' plan '*) exit ;;
            esac
            exec '%1$s' "$@"
            """;

    @TempDir
    private Path folder;

    private Path origin;
    private LocalActions actions;

    @BeforeEach
    void aRepositoryThatHoldsALeaderboardAndNoProgram() throws IOException {
        for (String tool : List.of("git", "bash")) {
            assumeTrue(onPath(tool), "the steps of a workflow need " + tool);
        }
        Path mine = folder.resolve("mine");
        assertThat(Scaffold.write(mine))
                .containsExactly(
                        ".gitattributes",
                        ".github/workflows/evaluate.yml",
                        ".github/workflows/pages.yml",
                        ".gitignore",
                        "README.md",
                        "leaderboard.yml",
                        "topics/service.jsonl",
                        "value-systems/service.yml");
        Files.writeString(mine.resolve("leaderboard.yml"), LEADERBOARD);
        name("someone");
        origin = folder.resolve("origin.git");
        LocalActions.git(folder, "init", "-q", "--bare", "-b", "main", origin.toString());
        LocalActions.git(mine, "init", "-q", "-b", "main");
        push();
        Path runner = Files.createDirectories(folder.resolve("runner"));
        Path program = Files.createDirectories(folder.resolve("program")).resolve("launcher");
        executable(program, ProgramFolder.launcher());
        executable(runner.resolve("value-compass"), PROGRAM.formatted(program));
        actions = new LocalActions(mine.resolve(".github/workflows"), origin, runner);
    }

    /** Whose release is used. */
    private void name(String owner) throws IOException {
        for (String workflow : List.of("evaluate.yml", "pages.yml")) {
            Path file = folder.resolve("mine/.github/workflows").resolve(workflow);
            Files.writeString(file, Files.readString(file).replaceAll("uses: \\w+/value", "uses: " + owner + "/value"));
        }
    }

    private void push() {
        Path mine = folder.resolve("mine");
        LocalActions.git(mine, "add", "-A");
        LocalActions.git(mine, "commit", "-q", "-m", "A leaderboard");
        LocalActions.git(mine, "push", "-q", origin.toString(), "main");
    }

    private static void executable(Path file, String text) throws IOException {
        Files.writeString(file, text);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    @Test
    void twoMonthsAreEvaluatedAndPublishedAndAnswersGoOnFromDayToDay() throws IOException {
        assertThat(pages().ran()).as("no month yet, and no key here").containsExactly("owner", "build");

        LocalActions.Ended limited = evaluate("2026-11", "limited");
        assertThat(limited.ran()).as(limited.log()).containsExactly("owner", "evaluate");
        assertThat(limited.failed()).as(limited.log()).isEmpty();
        assertThat(limited.log()).contains("period 2026-11 is not complete yet");

        LocalActions.Ended done = evaluate("2026-11", "");
        assertThat(done.ran()).as(done.log()).containsExactly("owner", "evaluate", "commit", "publish");
        assertThat(done.failed()).as(done.log()).isEmpty();
        assertThat(done.log()).contains("continuing with the answers of run");
        assertThat(actions.newest("answers-2026-11").resolve("answer")).hasContent("paid");
        assertThat(actions.published().resolve("index.html")).content().contains("Values of the South");
        assertThat(actions.published().resolve("sitemap.xml")).content().contains("https://example.org/leaderboard/");

        LocalActions.Ended again = evaluate("2026-11", "brief");
        assertThat(again.ran()).as(again.log()).containsExactly("owner", "evaluate");
        assertThat(again.log()).contains("period 2026-11 is frozen; nothing to do");

        LocalActions.Ended next = evaluate("2026-12", "brief");
        assertThat(next.ran()).as(next.log()).containsExactly("owner", "evaluate", "commit", "publish");
        Path clone = folder.resolve("clone");
        LocalActions.git(folder, "clone", "-q", origin.toString(), clone.toString());
        assertThat(clone.resolve("periods/2026-11/snapshot.json")).exists();
        assertThat(clone.resolve("periods/2026-12/snapshot.json")).exists();
        assertThat(clone.resolve("runs")).doesNotExist();
        assertThat(actions.published().resolve("2026-12/changes/index.html"))
                .content()
                .contains("November 2026", "December 2026", "Aurora Large");
    }

    @Test
    void simulatedModelsAreShownAndNeverCommitted() throws IOException {
        LocalActions.Ended ended = evaluate("2026-11", "simulated");
        assertThat(ended.ran()).as(ended.log()).containsExactly("owner", "evaluate");
        assertThat(ended.log()).contains("every model is simulated, so no period is committed");

        LocalActions.Ended shown = pages();
        assertThat(shown.ran()).as(shown.log()).containsExactly("owner", "build", "deploy");
        assertThat(actions.published().resolve("index.html")).content().containsIgnoringCase("synthetic");
    }

    @Test
    void whereNobodySaysWhoseReleaseIsUsedAJobSaysWhatToDoBeforeOneUsesIt() throws IOException {
        name("OWNER");
        push();
        for (LocalActions.Ended ended : List.of(evaluate("2026-11", ""), pages())) {
            assertThat(ended.ran()).as(ended.log()).containsExactly("owner");
            assertThat(ended.failed()).containsExactly("owner");
            assertThat(ended.log())
                    .contains("uses: OWNER/value-compass@v1")
                    .containsPattern("::error file=.github/workflows/\\w+.yml::write in place of OWNER");
        }
    }

    @AfterEach
    void takeBackVectors() {
        KnownVectors.takeBack(folder);
    }

    private LocalActions.Ended evaluate(String period, String day) {
        actions.environment("DAY", day);
        return actions.run("evaluate.yml", Map.of("period", period));
    }

    private LocalActions.Ended pages() {
        return actions.run("pages.yml", Map.of("ref", ""));
    }

    private static boolean onPath(String tool) {
        return Stream.of(System.getenv("PATH").split(":"))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, tool)));
    }
}
