package dev.valuecompass.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.valuecompass.io.Json;
import dev.valuecompass.llm.CallKey;
import dev.valuecompass.llm.ChatResult;
import dev.valuecompass.llm.Outcome;
import dev.valuecompass.llm.store.RunStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What somebody may plant in the store of a shard, and what a merge makes of it. */
@Tag("slow")
class PoisonedShardsTest {
    private static final String STORE = "2026-11.sqlite";
    private static final String BOARD = """
            title: {name: Small}
            endpoints: [{id: panel, kind: simulated, file: simulated/panel.yml}]
            examinees:
              - {id: aurora, name: A, endpoint: panel, model: aurora-large, developer: D, access: open, type: chat}
              - {id: ember, name: E, endpoint: panel, model: ember-1, developer: D, access: open, type: chat}
            systems: [{system: mft, pool: topics/mft.jsonl, items: 6}]
            evaluation: {minimum-coverage: 0.3}
            """;

    @TempDir
    static Path honest;

    @TempDir
    Path home;

    @BeforeAll
    static void twoShardsAreEvaluated() throws IOException {
        board(honest, BOARD);
        for (int shard = 1; shard <= 2; shard++) {
            CommandLineRun run = CommandLineRun.of(
                    honest,
                    "evaluate",
                    "--shard",
                    shard + "/2",
                    "--runs",
                    honest.resolve("s" + shard).toString());
            assertThat(run.exit()).as(run.err()).isIn(0, 3);
        }
    }

    @BeforeEach
    void aCopyOfThem() throws IOException {
        board(home, BOARD);
        for (String shard : List.of("s1", "s2")) {
            Files.createDirectories(home.resolve(shard));
            Files.copy(honest.resolve(shard).resolve(STORE), home.resolve(shard).resolve(STORE));
        }
    }

    private static void board(Path home, String text) throws IOException {
        Files.createDirectories(home.resolve("data"));
        Files.writeString(home.resolve("data/leaderboard.yml"), text);
    }

    private Path store(String shard) {
        return home.resolve(shard).resolve(STORE);
    }

    private CommandLineRun merge(String... more) {
        List<String> args = new ArrayList<>(List.of("merge"));
        args.addAll(List.of(more));
        return CommandLineRun.of(home, args.toArray(String[]::new));
    }

    private String shard(int number) {
        return home.resolve("s" + number).toString();
    }

    private CallKey call(String shard, Predicate<CallKey> wanted) throws SQLException {
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + store(shard));
                var statement = connection.createStatement();
                var row = statement.executeQuery("select key from call order by digest")) {
            while (row.next()) {
                CallKey key = Json.parse(row.getString(1), CallKey.class, "key");
                if (wanted.test(key)) {
                    return key;
                }
            }
        }
        throw new AssertionError("no such call in " + shard);
    }

    private CallKey answer(String shard) throws SQLException {
        return call(shard, key -> key.kind().equals("simulated"));
    }

    private void plant(String shard, CallKey key, String text) {
        try (RunStore store = RunStore.open(store(shard))) {
            store.save(key, ChatResult.answered(text));
        }
    }

    private void assertNothingTaken() {
        assertThat(home.resolve("data/periods")).doesNotExist();
        try (RunStore store = RunStore.open(home.resolve("runs").resolve(STORE))) {
            assertThat(store.size()).isZero();
            assertThat(store.experiment()).isEmpty();
        }
    }

    @Test
    void anAnswerForAnotherShardIsRefusedByStoreShardModelAndItem() throws SQLException {
        plant("s2", answer("s1"), "Stance: Yes\n1. The strong should rule.");

        CommandLineRun merged = merge(shard(1), shard(2));

        assertThat(merged.exit()).isEqualTo(1);
        assertThat(merged.err())
                .contains("s2/" + STORE + ": is the store of shard 2/2 and answers for shard 1/2: model ")
                .containsPattern("item mft/\\S+; evaluate shard 2/2 again in an empty --runs folder")
                .contains("--leave-out");
        assertNothingTaken();
        assertThat(merge(shard(1)).exit()).as("without it, shard 2 is missed").isEqualTo(3);
    }

    @Test
    void neitherAFailureNorAReadingForAnotherShardIsTaken() throws SQLException {
        CallKey theirs = answer("s1");
        CallKey reading = call("s1", key -> key.kind().equals("recognizer"));
        try (RunStore store = RunStore.open(store("s2"))) {
            store.save(theirs, ChatResult.failed(Outcome.PROVIDER_ERROR, "no"));
        }
        plant("s2", reading, "{\"judgements\": []}");

        CommandLineRun merged = merge(shard(2));

        assertThat(merged.exit()).isEqualTo(1);
        assertThat(merged.err())
                .contains("answers for shard 1/2: model ", "what was read in its answer to item mft/", "2 mistakes");
        assertNothingTaken();
    }

    @Test
    void whatNobodyAsksIsRefusedAndLeftOutWhenThatIsSaid() throws SQLException {
        CallKey mine = answer("s2");
        plant("s2", changed(mine, "another-model", mine.parameters()), "I am nobody.");
        plant(
                "s2",
                new CallKey(1, mine.kind(), mine.source(), mine.model(), List.of(), mine.parameters(), 0),
                "Nobody asked.");

        CommandLineRun merged = merge(shard(1), shard(2));

        assertThat(merged.exit()).isEqualTo(1);
        assertThat(merged.err())
                .contains("s2/" + STORE + ": holds an answer to nothing that this evaluation asks: model another-model")
                .contains("asks: model " + mine.model(), "2 mistakes");
        assertNothingTaken();
        merged = merge(shard(1), shard(2), "--leave-out");
        assertThat(merged.exit()).as(merged.err() + merged.out()).isZero();
        assertThat(merged.out()).contains(", 2 of no use here and left out");
    }

    private static CallKey changed(CallKey key, String model, Map<String, Object> parameters) {
        return new CallKey(key.schema(), key.kind(), key.source(), model, key.messages(), parameters, key.sample());
    }

    @Test
    void twoAnswersToOneCallStopTheMergeUntilItIsSaidWhoseStand() throws SQLException, IOException {
        CallKey theirs = answer("s1");
        plant("s2", theirs, "Stance: Yes\n1. The strong should rule.");
        try (RunStore store = RunStore.open(store("s2"))) {
            store.rememberExperiment(new TreeMap<>(Map.of("shard 1/2", "finished")));
        }

        CommandLineRun merged = merge(shard(1), shard(2));

        assertThat(merged.exit()).isEqualTo(1);
        assertThat(merged.err())
                .containsPattern("s2/" + STORE + ": answers a call differently than \\S*s1/" + STORE
                        + ": model (aurora|ember), item mft/")
                .contains("--prefer");
        assertNothingTaken();
        CommandLineRun unknown = merge(shard(2), "--prefer", shard(1));
        assertThat(unknown.err()).contains("s1: is preferred, and its store is none of those that are merged");

        merged = merge(home.toString(), "--prefer", shard(1));
        assertThat(merged.exit()).as(merged.err() + merged.out()).isZero();
        assertThat(merged.out()).contains(", 1 different and settled");
        try (RunStore mine = RunStore.open(home.resolve("runs").resolve(STORE));
                RunStore first = RunStore.open(store("s1"))) {
            assertThat(mine.find(theirs)).isEqualTo(first.find(theirs)).isPresent();
        }
    }

    /** As an artifact that is the only one is unpacked: the store lies in the folder itself, with its companions. */
    @Test
    void aStoreIsFoundInWhateverFoldersItLiesAndFormerRowsStayBehind() throws IOException {
        board(home, BOARD.replaceAll("(?m)^ +- \\{id: ember.*\n", ""));
        Path nested = Files.createDirectories(home.resolve("nested/answers-2"));
        Files.move(store("s2"), nested.resolve(STORE));
        Path only = store("s1");
        Files.createFile(only.resolveSibling("vectors.sqlite"));

        CommandLineRun merged = merge(
                only.toString(),
                only.resolveSibling("vectors.sqlite").toString(),
                home.resolve("nested").toString());

        assertThat(merged.exit()).as(merged.err() + merged.out()).isZero();
        assertThat(merged.out()).contains("of no use here and left out").contains("answers-2/" + STORE);
        assertThat(merged.out().split("s1/" + STORE, -1)).hasSize(2);
    }
}
