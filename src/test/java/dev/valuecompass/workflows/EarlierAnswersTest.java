package dev.valuecompass.workflows;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whose answers a run goes on from: the step that fetches them, with what GitHub may say of runs. */
class EarlierAnswersTest {
    private static final String OURS = "owner/values\t.github/workflows/evaluate.yml";

    @TempDir
    Path folder;

    /** GitHub's command line, which lists what it is told, whatever it is asked, and has artifacts of every run. */
    @BeforeEach
    void gh() throws IOException {
        Path gh = Files.createDirectories(folder.resolve("bin")).resolve("gh");
        Files.writeString(gh, """
                #!/bin/sh
                echo "$*" >>"$LOG"
                case "$1 $2" in
                    api*) cat "$LISTED" ;;
                    'run download')
                        [ "$3" != 100 ] || exit 1
                        mkdir -p runs && echo "$3" >runs/from ;;
                esac
                """);
        Files.setPosixFilePermissions(gh, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    static Stream<Path> folders() {
        return Stream.of(Workflow.FOLDER, Workflow.OF_NEW_LEADERBOARDS);
    }

    /** The run whose answers were taken; empty for none. */
    private String from(Path workflows, String... listed) throws IOException, InterruptedException {
        Map<String, Object> step =
                Workflow.steps(Workflow.read(workflows, "evaluate.yml").jobs().get("evaluate")).stream()
                        .filter(one -> "Answers of earlier runs".equals(one.get("name")))
                        .findFirst()
                        .orElseThrow();
        Files.write(folder.resolve("listed"), List.of(listed));
        Files.deleteIfExists(folder.resolve("runs/from"));
        ProcessBuilder builder = new ProcessBuilder("bash", "-eo", "pipefail", "-c", String.valueOf(step.get("run")))
                .directory(folder.toFile())
                .redirectErrorStream(true);
        builder.environment()
                .putAll(Map.of(
                        "PATH",
                        folder.resolve("bin") + ":" + System.getenv("PATH"),
                        "LISTED",
                        folder.resolve("listed").toString(),
                        "LOG",
                        folder.resolve("log").toString(),
                        "RUNNER_TEMP",
                        folder.toString(),
                        "REPOSITORY",
                        "owner/values",
                        "BRANCH",
                        "main",
                        "ANSWERS",
                        "answers-2026-11-1-of-2"));
        Process process = builder.start();
        String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(printed).isZero();
        Path from = folder.resolve("runs/from");
        return Files.exists(from) ? Files.readString(from).strip() : "";
    }

    @ParameterizedTest
    @MethodSource("folders")
    void theNewestRunOfThisWorkflowOnThisBranchThatHasAnswersIsGoneOnFrom(Path workflows) throws Exception {
        assertThat(from(
                        workflows,
                        "98\tschedule\tmain\t" + OURS,
                        "99\tworkflow_dispatch\tmain\t" + OURS,
                        "100\tschedule\tmain\t" + OURS,
                        "9\tschedule\tmain\t" + OURS))
                .isEqualTo("99");
        assertThat(from(workflows, "7\tschedule\tmain\t" + OURS + "@refs/heads/main"))
                .isEqualTo("7");
        assertThat(from(workflows)).isEmpty();
        assertThat(Files.readString(folder.resolve("log")))
                .contains("repos/owner/values/actions/workflows/evaluate.yml/runs?event=schedule")
                .contains("run download 99 --repo owner/values --name answers-2026-11-1-of-2 --dir runs");
    }

    @ParameterizedTest
    @MethodSource("folders")
    void whatAForkOrAPullRequestLeftIsNeverTaken(Path workflows) throws Exception {
        assertThat(from(
                        workflows,
                        "1\tpull_request\tmain\t" + OURS,
                        "2\tpull_request_target\tmain\t" + OURS,
                        "3\tpush\tmain\t" + OURS,
                        "4\tschedule\tmain\tfork/values\t.github/workflows/evaluate.yml",
                        "5\tschedule\tfeature\t" + OURS,
                        "6\tschedule\tmain\towner/values\t.github/workflows/mine.yml",
                        "7\tschedule\tmain\t\t.github/workflows/evaluate.yml",
                        "8\tschedule\tmain$(touch planted)\t" + OURS))
                .isEmpty();
        assertThat(folder.resolve("planted")).doesNotExist();
    }
}
