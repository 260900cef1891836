package dev.valuecompass.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.valuecompass.io.Digest;
import dev.valuecompass.io.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A period of shards whose labels were frozen and whose answers were left behind. */
@Tag("slow")
class FrozenLabelsTest {
    private static final String LABELS = "2026-11.labels.jsonl";
    private static final String STORE = "2026-11.sqlite";
    private static final String BOARD = """
            title: {name: Small}
            endpoints: [{id: panel, kind: simulated, file: simulated/panel.yml}]
            examinees:
              - {id: aurora, name: A, endpoint: panel, model: aurora-large, developer: D, access: open, type: chat}
              - {id: ember, name: E, endpoint: panel, model: ember-1, developer: D, access: open, type: chat}
            systems:
              - {system: mft, pool: topics/mft.jsonl, items: 6}
              - {system: safety, pool: topics/safety.jsonl, items: 4}
            sampling: {samples: 2}
            evaluation: {minimum-coverage: 0.3, resamples: 50, cases-per-dimension: 0}
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
                    "--freeze-labels",
                    "--runs",
                    honest.resolve("s" + shard).toString());
            assertThat(run.exit()).as(run.err()).isIn(0, 3);
            assertThat(run.err()).contains("labels    ", LABELS);
        }
    }

    @BeforeEach
    void theirLabels() throws IOException {
        board(home, BOARD);
        for (String shard : List.of("s1", "s2")) {
            take(shard, LABELS);
        }
    }

    private void take(String shard, String file) throws IOException {
        Files.createDirectories(home.resolve(shard));
        Files.copy(honest.resolve(shard).resolve(file), home.resolve(shard).resolve(file));
    }

    private static void board(Path home, String text) throws IOException {
        Files.createDirectories(home.resolve("data"));
        Files.writeString(home.resolve("data/leaderboard.yml"), text);
    }

    private static CommandLineRun merge(Path home, String... more) {
        List<String> args = new ArrayList<>(List.of("merge"));
        args.addAll(List.of(more));
        return CommandLineRun.of(home, args.toArray(String[]::new));
    }

    private String shard(int number) {
        return home.resolve("s" + number).toString();
    }

    private Path labels(int number) {
        return home.resolve("s" + number).resolve(LABELS);
    }

    /** Changes a file of labels and seals it again, as somebody who wants to be believed would. */
    private void forge(int number, UnaryOperator<List<String>> change) throws IOException {
        List<String> lines = new ArrayList<>(Files.readAllLines(labels(number)));
        lines.remove(lines.size() - 1);
        lines = change.apply(lines);
        String text = lines.stream().map(line -> line + "\n").collect(Collectors.joining());
        Files.writeString(
                labels(number),
                text + "{\"rows\":" + (lines.size() - 1) + ",\"sha256\":\"" + Digest.sha256(text) + "\"}\n");
    }

    /** Changes the first row of a model's answer that was read. */
    private void forgeRow(int number, UnaryOperator<String> change) throws IOException {
        forge(number, lines -> {
            int row = 0;
            while (!lines.get(row).contains("\"ANSWERED\"")) {
                row++;
            }
            lines.set(row, change.apply(lines.get(row)));
            return lines;
        });
    }

    private void assertRefused(String... words) {
        CommandLineRun merged = merge(home, home.toString());
        assertThat(merged.exit()).as(merged.out()).isEqualTo(1);
        assertThat(merged.err()).contains(words);
        assertThat(home.resolve("data/periods")).doesNotExist();
    }

    @Test
    void thePeriodOfLabelsAloneIsThatOfAnswersByteForByteWherenNoneIsPublished() throws IOException {
        Path other = home.resolve("other");
        board(other, BOARD);
        CommandLineRun stores = merge(
                other, honest.resolve("s1").toString(), honest.resolve("s2").toString());
        assertThat(stores.exit()).as(stores.err()).isZero();

        CommandLineRun merged = merge(home, home.toString());

        assertThat(merged.exit()).as(merged.err() + merged.out()).isZero();
        assertThat(merged.err()).contains("merging 2 files of labels");
        assertThat(merged.out()).contains("s1/" + LABELS + ": ", " new, 0 known");
        assertThat(FileTree.digests(home.resolve("data/periods")))
                .isEqualTo(FileTree.digests(other.resolve("data/periods")))
                .isNotEmpty();
        assertThat(FileTree.digests(home.resolve("public"))).isEqualTo(FileTree.digests(other.resolve("public")));
        String told = Json.tree(Files.readString(home.resolve("data/periods/2026-11/snapshot.json")), "")
                .at("/systems/0/scores/0")
                .toString();
        assertThat(told).contains("conformity");

        CommandLineRun verified = CommandLineRun.of(home, "verify");
        assertThat(verified.exit()).as(verified.err()).isZero();
        assertThat(verified.out())
                .contains("values recomputed or held against others")
                .contains("no answer is published: nothing shows that labels and lengths are those of the answers");
        assertThat(merge(home, home.toString()).exit()).as("again").isZero();
    }

    @Test
    void oneShardMayComeWithItsAnswersAndOneThatIsMissingIsNamed() throws IOException {
        Files.delete(labels(1));
        CommandLineRun early = merge(home, home.toString());
        assertThat(early.exit()).as(early.err()).isEqualTo(3);
        assertThat(early.out())
                .contains("shard 1/2 is not among them", "answers are not in the store")
                .doesNotContain("shard 2/2");

        take("s1", STORE);
        CommandLineRun mixed = merge(home, home.toString());
        assertThat(mixed.exit()).as(mixed.err() + mixed.out()).isZero();
        assertThat(mixed.err()).contains("merging 1 stores and 1 files of labels");
        Path other = home.resolve("other");
        board(other, BOARD);
        assertThat(merge(other, honest.toString()).exit()).isZero();
        assertThat(FileTree.digests(home.resolve("data/periods")))
                .isEqualTo(FileTree.digests(other.resolve("data/periods")));
    }

    @Test
    void answersThatAreToBePublishedCannotComeFromLabels() throws IOException {
        board(home, BOARD.replace("cases-per-dimension: 0", "cases-per-dimension: 2"));
        Files.delete(labels(2));
        CommandLineRun merged = merge(home, shard(1));
        assertThat(merged.exit()).isEqualTo(1);
        assertThat(merged.err())
                .contains(
                        "s1/" + LABELS
                                + ": holds labels without their answers, of which 2 a model and value are to be published",
                        "set cases-per-dimension: 0");
    }

    @Test
    void twoAnswersToOneQuestionStopTheMergeUntilItIsSaidWhoseStand() throws IOException {
        forgeRow(1, row -> row.replaceFirst("\"answer\":\"....", "\"answer\":\"0000"));
        Path again = Files.createDirectories(home.resolve("s3"));
        Files.copy(honest.resolve("s1").resolve(LABELS), again.resolve(LABELS));
        assertRefused("s3/" + LABELS + ": is of another answer than ", "model aurora, item mft/", "--prefer DIR");

        CommandLineRun settled = merge(home, home.toString(), "--prefer", again.toString());
        assertThat(settled.exit()).as(settled.err()).isZero();
        assertThat(settled.out()).contains(", 1 different and settled");
    }

    @Test
    void labelsOfAnotherAnswerThanAStoreHoldsAreRefused() throws IOException {
        forgeRow(1, row -> row.replaceFirst("\"answer\":\"....", "\"answer\":\"0000"));
        Path store = Files.createDirectories(home.resolve("s3"));
        Files.copy(honest.resolve("s1").resolve(STORE), store.resolve(STORE));
        assertRefused("s1/" + LABELS + ": is of another answer than ", "s3/" + STORE);

        CommandLineRun settled = merge(home, home.toString(), "--prefer", store.toString());
        assertThat(settled.exit()).as(settled.err()).isZero();
    }

    @Test
    void labelsAreFrozenOfAllModels() throws IOException {
        CommandLineRun some = CommandLineRun.of(home, "evaluate", "--freeze-labels", "--model", "aurora");
        assertThat(some.exit()).isEqualTo(2);
        assertThat(some.err()).contains("--freeze-labels is for all models of a shard");
    }
}
