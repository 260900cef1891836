package dev.valuecompass.workflows;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.valuecompass.io.Digest;
import dev.valuecompass.io.Json;
import dev.valuecompass.launcher.KnownVectors;
import dev.valuecompass.launcher.ProgramFolder;
import dev.valuecompass.pipeline.setup.Scaffold;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** A fork that edits YAML alone: the shell steps of its workflows, in order, on this machine. */
@Tag("slow")
class WorkflowRunTest {
    private static final String LEADERBOARD = """
            title: {name: Values of the North}
            endpoints:
              - {id: simulated, kind: simulated, file: simulated/panel.yml}
            examinees:
              - {id: aurora-large, name: Aurora Large, endpoint: simulated, model: aurora-large, developer: Skyloom, access: open, type: chat}
              - {id: cedar-chat, name: Cedar Chat, endpoint: simulated, model: cedar-chat, developer: Cedarquill, access: open, type: chat}
            roles: {explorers: [cedar-chat], scorers: [aurora-large, cedar-chat]}
            systems:
              - {system: schwartz, pool: topics/schwartz.jsonl, items: 6, evolve: {budget: 4, topics: 4, explore: 2, depth: 0}}
              - {system: service, pool: topics/service.jsonl}
            evaluation: {minimum-coverage: 0.8, resamples: 50}
            """;

    /**
     * The panel is taken for real models. On some days a provider answers so many requests a model, and the process may be
     * killed after those.
     */
    private static final String DAYS = """
            #!/bin/sh
            here=$(dirname "$0")
            limited() {
                requests=$1
                shift
                cp "$here/data/leaderboard.yml" "$here/data/unlimited"
                sed -i "s/kind: simulated,/& limits: {requests-per-day: $requests},/" "$here/data/leaderboard.yml"
                code=0
                "$here/program" "$@" || code=$?
                mv "$here/data/unlimited" "$here/data/leaderboard.yml"
            }
            case "$DAY $*" in
                simulated*) ;;
                *' plan '*'--json') "$here/program" "$@" | sed 's/"simulated":true/"simulated":false/'; exit ;;
            esac
            case "$DAY $*" in
                'killed items generate '*) limited 2 "$@"; kill -9 $$ ;;
                'limited items generate '*) limited 3 "$@"; exit $code ;;
                'half evaluate '*'--shard 2/2 '*) limited 1 "$@"; exit $code ;;
            esac
            exec "$here/program" "$@"
            """;

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
        Path pool = fork.resolve("data/topics/service.jsonl");
        Files.write(pool, Files.readAllLines(pool).subList(0, 6));
        Files.writeString(fork.resolve("data/leaderboard.yml"), LEADERBOARD);
        executable(fork.resolve("program"), ProgramFolder.launcher());
        executable(fork.resolve("compass"), DAYS);
        Files.writeString(fork.resolve(".gitignore"), "/runs/\n/public/\n/shards/\n/frozen/\n");
        origin = folder.resolve("origin.git");
        LocalActions.git(folder, "init", "-q", "--bare", "-b", "main", origin.toString());
        LocalActions.git(fork, "init", "-q", "-b", "main");
        LocalActions.git(fork, "add", "-A");
        LocalActions.git(fork, "commit", "-q", "-m", "A fork");
        LocalActions.git(fork, "push", "-q", origin.toString(), "main");
        actions = new LocalActions(Workflow.FOLDER, origin, Files.createDirectories(folder.resolve("runner")));
    }

    private static void executable(Path file, String text) throws IOException {
        Files.writeString(file, text);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    @Test
    void aMonthThatIsInterruptedDayByDayIsPublishedOnceAndTheNextAsksNewItems() throws IOException {
        LocalActions.Ended killed = evaluate("2026-11", "killed");
        assertThat(killed.ran()).as(killed.log()).containsExactly("plan", "generate");
        assertThat(killed.failed()).containsExactly("generate");

        LocalActions.Ended limited = evaluate("2026-11", "limited");
        assertThat(limited.ran()).as(limited.log()).containsExactly("plan", "generate");
        assertThat(limited.failed()).isEmpty();
        assertThat(limited.log()).contains("the items of 2026-11 are not all made");

        LocalActions.Ended half = evaluate("2026-11", "half");
        assertThat(half.ran()).as(half.log()).containsExactly("plan", "generate", "evaluate", "merge");
        assertThat(half.log()).contains("shard 2 is not complete", "period 2026-11 is not complete yet");
        assertThat(repository("one").resolve("data/periods")).doesNotExist();

        LocalActions.Ended done = evaluate("2026-11", "");
        assertThat(done.ran())
                .as(done.log())
                .containsExactly("plan", "generate", "evaluate", "merge", "commit", "publish");
        assertThat(done.log()).contains("the items of 2026-11 were made by an earlier run");
        nothingWasAskedTwice(List.of(killed, limited, half, done));
        Path november = repository("two").resolve("data/periods/2026-11");
        assertThat(november.resolve("snapshot.json")).exists();
        assertThat(november.resolve("../../rounds/2026-11/schwartz.jsonl")).isNotEmptyFile();
        assertThat(page("index.html")).contains("Values of the North").containsIgnoringCase("synthetic");
        assertThat(pages()).anyMatch(page -> page.contains("Service Values") && page.contains("Candour"));
        assertThat(page("sitemap.xml")).contains("https://example.org/leaderboard/");

        LocalActions.Ended again = evaluate("2026-11", "");
        assertThat(again.ran()).as("a frozen month is left alone").containsExactly("plan");

        LocalActions.Ended next = evaluate("2026-12", "");
        assertThat(next.ran()).as(next.log()).contains("commit", "publish");
        Path after = repository("three").resolve("data/periods");
        assertThat(after.resolve("2026-12/snapshot.json")).exists();
        assertThat(digests(after.resolve("2026-11"))).isEqualTo(digests(november));
        newButForAnchors(evolved(after.resolve("2026-11")), evolved(after.resolve("2026-12")));
        assertThat(page("2026-12/changes/index.html"))
                .contains("November 2026", "December 2026", "Aurora Large", "Cedar Chat", "Service Values");
    }

    @Test
    void aMonthOfSimulatedModelsIsNeverCommitted() {
        LocalActions.Ended ended = evaluate("2026-11", "simulated");

        assertThat(ended.ran()).containsExactly("plan");
        assertThat(ended.log()).contains("every model is simulated, so no period is committed");
    }

    /** As many calls as the runs say they sent lie in what the last of them kept. */
    private void nothingWasAskedTwice(List<LocalActions.Ended> days) {
        Matcher sent = Pattern.compile("(?m)^(?:shard \\d/2 of 2026-11: )?(\\d+) calls$")
                .matcher(days.stream().map(LocalActions.Ended::log).collect(Collectors.joining("\n")));
        List<Integer> calls =
                sent.results().map(found -> Integer.valueOf(found.group(1))).toList();
        // The items in three goes, and two shards on two days.
        assertThat(calls).hasSize(3 + 4);
        assertThat(calls.subList(0, 4)).allMatch(n -> n > 0);
        int kept = Stream.of("items-2026-11", "answers-2026-11-1-of-2", "answers-2026-11-2-of-2")
                .mapToInt(name -> stored(actions.newest(name).resolve("2026-11.sqlite")))
                .sum();
        assertThat(calls.stream().mapToInt(n -> n).sum()).isEqualTo(kept);
    }

    /** Without the readings of a shard, which nobody was asked for. */
    private static int stored(Path store) {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + store);
                Statement statement = connection.createStatement();
                ResultSet count =
                        statement.executeQuery("select count(*) from call where key not like '%\"recognizer\"%'")) {
            return count.getInt(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<JsonNode> evolved(Path period) throws IOException {
        return Files.readAllLines(period.resolve("items.jsonl")).stream()
                .map(line -> Json.tree(line, "items").get("item"))
                .filter(item -> item.get("system").stringValue().equals("schwartz"))
                .toList();
    }

    private static void newButForAnchors(List<JsonNode> before, List<JsonNode> after) {
        Set<String> known =
                before.stream().map(item -> item.get("text").stringValue()).collect(Collectors.toSet());
        assertThat(before).allMatch(item -> !item.get("anchor").asBoolean());
        assertThat(after).anyMatch(item -> item.get("anchor").asBoolean());
        assertThat(after).anyMatch(item -> !item.get("anchor").asBoolean());
        assertThat(after)
                .allSatisfy(item -> assertThat(known.contains(item.get("text").stringValue()))
                        .isEqualTo(item.get("anchor").asBoolean()));
    }

    @Test
    void aForkWithoutAPeriodPublishesTheSimulatedLeaderboardUnasked() throws IOException {
        actions.environment("DAY", "simulated");
        LocalActions.Ended ended = actions.run("pages.yml", Map.of("ref", ""));
        assertThat(ended.ran()).as(ended.log()).containsExactly("build", "deploy");
        assertThat(page("index.html")).contains("Values of the North").containsIgnoringCase("synthetic");
        assertThat(repository("one").resolve("data/periods")).doesNotExist();
    }

    @AfterEach
    void takeBackVectors() {
        KnownVectors.takeBack(folder);
    }

    /** @param day how it goes, as the stand-in for the launcher has it */
    private LocalActions.Ended evaluate(String period, String day) {
        actions.environment("DAY", day);
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
        Map<String, String> digests = new TreeMap<>();
        for (Path file : files(folder)) {
            digests.put(folder.relativize(file).toString(), Digest.sha256(Files.readAllBytes(file)));
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
