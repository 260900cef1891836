package dev.valuecompass.workflows;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.valuecompass.io.DataFolder;
import dev.valuecompass.io.Json;
import dev.valuecompass.launcher.KnownVectors;
import dev.valuecompass.launcher.ProgramFolder;
import dev.valuecompass.pipeline.setup.Scaffold;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A fork that edits YAML alone: the shell steps of its workflows, in order, on this machine. */
@Tag("slow")
class WorkflowRunTest {
    @TempDir
    private Path folder;

    private Path origin;
    private LocalActions actions;

    @BeforeEach
    void aForkWithTwoModelsAndAValueSystemOfItsOwn() throws IOException {
        for (String tool : List.of("git", "bash", "timeout")) {
            assumeTrue(onPath(tool), "the steps of a workflow need " + tool);
        }
        Path fork = folder.resolve("fork");
        Scaffold.write(fork.resolve("data"));
        Path leaderboard = fork.resolve("data/leaderboard.yml");
        String text = Files.readString(leaderboard);
        int third = text.indexOf("  - id: ember-1");
        Files.writeString(
                leaderboard,
                (text.substring(0, third) + text.substring(text.indexOf("# The value systems, in the order")))
                        .replace("name: My Value Leaderboard", "name: Values of the North")
                        .replaceFirst("items: 16\\n    evolve: .*", "items: 12")
                        .replace("kind: simulated", "kind: recorded")
                        .replace("file: simulated/panel.yml", "file: answers.jsonl"));
        recorded(fork.resolve("data"));
        Path launcher = Files.writeString(fork.resolve("compass"), ProgramFolder.launcher());
        Files.setPosixFilePermissions(launcher, PosixFilePermissions.fromString("rwxr-xr-x"));
        Files.writeString(fork.resolve(".gitignore"), "/runs/\n/public/\n/shards/\n");
        origin = folder.resolve("origin.git");
        LocalActions.git(folder, "init", "-q", "--bare", "-b", "main", origin.toString());
        LocalActions.git(fork, "init", "-q", "-b", "main");
        LocalActions.git(fork, "add", "-A");
        LocalActions.git(fork, "commit", "-q", "-m", "A fork");
        LocalActions.git(fork, "push", "-q", origin.toString(), "main");
        actions = new LocalActions(origin, Files.createDirectories(folder.resolve("runner")));
    }

    /** Two models that say to every question what they always say. */
    private static void recorded(Path data) throws IOException {
        StringBuilder answers = new StringBuilder();
        for (String pool : List.of("topics/schwartz.jsonl", "topics/service.jsonl")) {
            for (String line : DataFolder.over(data).text(pool).lines().toList()) {
                String question = Json.tree(line, pool).get("text").asString();
                List<String> said = List.of(
                        "Stance: Yes\n\nKey Points:\n1. Care: people must be protected from harm.",
                        "Stance: No\n\nKey Points:\n1. Candour: it is honest to say what is not known.");
                for (int model = 0; model < said.size(); model++) {
                    answers.append(Json.line(Map.of(
                                    "model",
                                    List.of("aurora-large", "cedar-chat").get(model),
                                    "prompt",
                                    question,
                                    "answer",
                                    said.get(model))))
                            .append('\n');
                }
            }
        }
        Files.writeString(data.resolve("answers.jsonl"), answers);
    }

    @Test
    void aMonthOfSimulatedModelsIsNeverCommitted() throws IOException {
        Path leaderboard = folder.resolve("fork/data/leaderboard.yml");
        Files.writeString(
                leaderboard,
                Files.readString(leaderboard)
                        .replace("kind: recorded", "kind: simulated")
                        .replace("file: answers.jsonl", "file: simulated/panel.yml"));
        push("Simulated models");

        LocalActions.Ended ended = evaluate("2026-11");

        assertThat(ended.ran()).containsExactly("plan");
        assertThat(ended.log()).contains("every model is simulated, so no period is committed");
    }

    private void push(String message) {
        LocalActions.git(folder.resolve("fork"), "add", "-A");
        LocalActions.git(folder.resolve("fork"), "commit", "-q", "-m", message);
        LocalActions.git(folder.resolve("fork"), "push", "-q", origin.toString(), "main");
    }

    @Test
    void aMonthIsEvaluatedCommittedAndPublishedAndTheNextAddsToIt() throws IOException {
        LocalActions.Ended first = evaluate("2026-11");
        assertThat(first.ran()).as(first.log()).containsExactly("plan", "evaluate", "merge", "commit", "publish");
        Path november = repository("one").resolve("data/periods/2026-11");
        assertThat(november.resolve("snapshot.json")).exists();
        assertThat(page("index.html")).contains("Values of the North");
        assertThat(pages()).anyMatch(page -> page.contains("Service Values") && page.contains("Candour"));
        assertThat(page("sitemap.xml")).contains("https://example.org/leaderboard/");

        LocalActions.Ended again = evaluate("2026-11");
        assertThat(again.ran()).as("a frozen month is left alone").containsExactly("plan");

        LocalActions.Ended second = evaluate("2026-12");
        assertThat(second.ran()).as(second.log()).contains("commit", "publish");
        Path after = repository("two").resolve("data/periods");
        assertThat(after.resolve("2026-12/snapshot.json")).exists();
        assertThat(digests(after.resolve("2026-11"))).isEqualTo(digests(november));
        assertThat(page("2026-12/changes/index.html"))
                .contains("November 2026", "December 2026", "Aurora Large", "Cedar Chat", "Service Values");
    }

    @Test
    void aShardThatIsNotDonePublishesNothingAndTheNextRunGoesOnFromItsAnswers() throws IOException {
        Path real = Files.move(folder.resolve("fork/compass"), folder.resolve("fork/program"));
        Files.writeString(folder.resolve("fork/compass"), """
                #!/bin/sh
                # A quota stops the second shard on the first day, before it comes to its own part.
                here=$(dirname "$0")
                case "$*" in
                    evaluate*2/2*)
                        if ! [ -e runs/first ]; then
                            "$here/program" evaluate --period 2026-11 --shard 1/2 --runs runs
                            : >runs/first
                            echo 'limited until tomorrow'
                            exit 3
                        fi
                        echo 'went on from the answers of the day before' ;;
                esac
                exec "$here/program" "$@"
                """);
        Files.setPosixFilePermissions(folder.resolve("fork/compass"), PosixFilePermissions.fromString("rwxr-xr-x"));
        assertThat(real).exists();
        push("A quota");

        LocalActions.Ended first = evaluate("2026-11");
        assertThat(first.ran()).as(first.log()).containsExactly("plan", "evaluate", "merge");
        assertThat(first.log()).contains("shard 2 is not complete", "period 2026-11 is not complete yet");
        assertThat(repository("one").resolve("data/periods")).doesNotExist();

        LocalActions.Ended second = evaluate("2026-11");
        assertThat(second.log()).contains("went on from the answers of the day before");
        assertThat(second.ran()).as(second.log()).contains("commit", "publish");
    }

    @Test
    void aForkWithoutAPeriodPublishesTheSimulatedLeaderboardUnasked() throws IOException {
        LocalActions.Ended ended = actions.run("pages.yml", Map.of("ref", ""));
        assertThat(ended.ran()).containsExactly("build", "deploy");
        assertThat(page("index.html")).contains("Values of the North");
        assertThat(repository("one").resolve("data/periods")).doesNotExist();
    }

    @AfterEach
    void takeBackVectors() {
        KnownVectors.takeBack(folder);
    }

    private LocalActions.Ended evaluate(String period) {
        return actions.run("evaluate.yml", Map.of("period", period, "model", ""));
    }

    /** A clone of what the workflows left in the repository. */
    private Path repository(String name) {
        Path clone = folder.resolve(name);
        LocalActions.git(folder, "clone", "-q", origin.toString(), clone.toString());
        return clone;
    }

    private String page(String name) throws IOException {
        return Files.readString(actions.published().resolve(name));
    }

    private List<String> pages() throws IOException {
        List<String> pages = new ArrayList<>();
        for (Path file : files(actions.published())) {
            if (file.toString().endsWith(".html")) {
                pages.add(Files.readString(file));
            }
        }
        return pages;
    }

    private static Map<String, String> digests(Path folder) throws IOException {
        Map<String, String> digests = new java.util.TreeMap<>();
        for (Path file : files(folder)) {
            digests.put(
                    folder.relativize(file).toString(), dev.valuecompass.io.Digest.sha256(Files.readAllBytes(file)));
        }
        return digests;
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).sorted().toList();
        }
    }

    private static boolean onPath(String tool) {
        return Stream.of(System.getenv("PATH").split(":"))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, tool)));
    }
}
