package dev.valuecompass.pipeline.shards;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.valuecompass.io.DataFolder;
import dev.valuecompass.io.Digest;
import dev.valuecompass.items.Item;
import dev.valuecompass.pipeline.items.ItemSets;
import dev.valuecompass.pipeline.setup.RunSetting;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What may be wrong with the frozen labels of a shard, and what is said of it. */
class LabelReaderTest {
    private static final String BOARD = """
            title: {name: Small}
            endpoints: [{id: panel, kind: simulated, file: simulated/panel.yml}]
            examinees:
              - {id: aurora, name: A, endpoint: panel, model: aurora-large, developer: D, access: open, type: chat}
            systems: [{system: mft, pool: topics/mft.jsonl, items: 8}]
            evaluation: {cases-per-dimension: 0}
            """;
    private static final String HEAD = "{\"labels\":1,\"period\":\"2026-11\",\"shard\":\"2/2\",\"reader\":\"it 1\","
            + "\"facts\":{\"item mft/gone\":\"x\",\"model former\":\"x\"},\"accounts\":{}}";

    @TempDir
    Path home;

    private RunSetting setting;
    private List<ItemSets> items;
    private Path file;

    @BeforeEach
    void aLeaderboard() throws IOException {
        Path data = Files.createDirectories(home.resolve("data"));
        Files.writeString(data.resolve("leaderboard.yml"), BOARD);
        setting = RunSetting.read(
                DataFolder.over(data), data.resolve("leaderboard.yml"), home, "2026-11", OptionalLong.empty());
        items = ItemSets.choose(setting);
        file = home.resolve("2026-11.labels.jsonl");
    }

    private Item item(int shard) {
        return items.get(0).items().stream()
                .filter(one -> Shard.of(one, 2).number() == shard)
                .findFirst()
                .orElseThrow();
    }

    private String row(int shard) {
        Item item = item(shard);
        String labels = items.get(0).system().dimensionIds().stream()
                .map(id -> item.dimensions().contains(id) ? "+" : " ")
                .collect(Collectors.joining());
        return ("{\"system\":\"mft\",\"model\":\"aurora\",\"item\":\"%s\",\"sample\":0,\"outcome\":\"ANSWERED\","
                        + "\"labels\":\"%s\",\"length\":9,\"answer\":\"00000000000000ff\"}")
                .formatted(item.id(), labels);
    }

    private static String sealed(String... lines) {
        String text = Stream.of(lines).map(line -> line + "\n").collect(Collectors.joining());
        return text + "{\"rows\":" + (lines.length - 1) + ",\"sha256\":\"" + Digest.sha256(text) + "\"}\n";
    }

    private LabelReader.PartLabels read(String text, boolean leaveOut) throws IOException {
        Files.writeString(file, text);
        return new LabelReader(setting, items, "it 1", leaveOut).read(file);
    }

    private void assertRefused(String text, String... words) {
        assertThatThrownBy(() -> read(text, false))
                .hasMessageContaining(file.toString())
                .satisfies(refusal -> assertThat(refusal.getMessage()).contains(words));
    }

    @Test
    void whatIsWellIsTaken() throws IOException {
        LabelReader.PartLabels part = read(sealed(HEAD, row(2)), false);
        assertThat(part.rows()).isOne();
        assertThat(part.shard()).isEqualTo(new Shard(2, 2));
        assertThat(part.labels().row("aurora", item(2).id(), 0).orElseThrow().answer())
                .isEqualTo(255);
        assertThat(part.labels().rows("aurora", item(2).id())).hasSize(1);
        assertThat(part.labels().rows("aurora", item(1).id())).isEmpty();
    }

    @Test
    void aFileThatWasChangedTornOrMadeElsewhereIsRefused() {
        String whole = sealed(HEAD, row(2));
        assertRefused(whole.replace("\"length\":9", "\"length\":8"), "was changed after it was frozen");
        assertRefused(whole.replace("\"rows\":1", "\"rows\":2"), "was changed after it was frozen");
        assertRefused(HEAD + "\n" + row(2) + "\n", "breaks off: the line that seals it is missing");
        assertRefused("", "breaks off");
        assertRefused(whole.substring(0, whole.length() - 30), ":3");
        assertRefused(whole + "{}\n", ":4: a line behind the one that seals the file");
        assertRefused(sealed("{\"labels\":7}"), ":1: holds no labels of a shard in the form that this version reads");
        assertRefused(sealed("[]"), "a JSON array where one object a line is expected");
        assertRefused(sealed(HEAD.replace("2026-11", "2026-10")), "holds labels of 2026-10", "or --period");
        assertRefused(sealed(HEAD.replace("2/2", "3/2")), "'3/2' is no shard");
        assertRefused(sealed(HEAD.replace("it 1", "it 2")), "read by it 2, those of this evaluation are by it 1");
        assertRefused(sealed(HEAD.replace("facts", "fats")), "without facts or accounts");
    }

    @Test
    void rowsThatHaveNoBusinessThereAreNamedOrLeftOut() throws IOException {
        String[] foreign = {
            HEAD,
            row(1),
            row(2).replace("aurora", "nobody"),
            row(2).replace(item(2).id(), "nothing"),
            row(2).replace("\"mft\"", "\"safety\"")
        };
        assertRefused(
                sealed(foreign),
                ":2: is of shard 2/2 and has labels for shard 1/2: model aurora, item mft/",
                ":3: holds labels of nothing that this evaluation asks: model nobody",
                ":4: holds labels of nothing",
                ":5: holds labels of nothing",
                "--leave-out");
        assertThat(read(sealed(foreign), true).leftOut()).isEqualTo(4);

        LabelReader.PartLabels former = read(
                sealed(
                        HEAD,
                        row(2).replace("aurora", "former"),
                        row(2).replace(item(2).id(), "gone"),
                        row(2).replace("\"sample\":0", "\"sample\":1")),
                false);
        assertThat(former.leftOut()).isEqualTo(3);
        assertThat(former.rows()).isZero();
    }

    @Test
    void rowsThatCannotBeOfAnAnswerAreNamed() {
        assertRefused(sealed(HEAD, row(2), row(2)), ":3: model aurora, item mft/", ", sample 0 stands twice");
        assertRefused(sealed(HEAD, row(2).replace("\"sample\":0", "\"sample\":-1")), ":2: sample -1 of model aurora");
        assertRefused(sealed(HEAD, "{\"system\":\"mft\"}"), ":2: a row without system, model, item, sample, outcome");
        assertRefused(sealed(HEAD, "{\"system\""), ":2");
        assertRefused(sealed(HEAD, row(2).replace("ANSWERED", "GUESSED")), ":2");
        assertRefused(sealed(HEAD, row(2).replace("ANSWERED", "REFUSED")), "has a length and a digest, and no other");
        assertRefused(sealed(HEAD, row(2).replace("00ff", "00FF")), "has a length and a digest");
        assertRefused(sealed(HEAD, row(2).replace("\"length\":9", "\"length\":-1")), "has a length and a digest");
        String none = row(2).replace("9,\"answer\":\"00000000000000ff\"", "null");
        assertRefused(sealed(HEAD, none.replace("ANSWERED", "CANCELLED")), "it was never asked");
        assertRefused(
                sealed(HEAD, none.replace("ANSWERED", "PROVIDER_ERROR")),
                "of an answer that ended as PROVIDER_ERROR are not of the form '",
                "?");
        assertRefused(sealed(HEAD, row(2).replace("\"labels\":\"", "\"labels\":\"+")), "are not of the form");
        assertRefused(sealed(HEAD, row(2).replace('+', 'x')), "are not of the form");
        String[] many = Stream.concat(
                        Stream.of(HEAD), Stream.generate(() -> row(1)).limit(30))
                .toArray(String[]::new);
        assertRefused(sealed(many), ":21: ", "and 10 more mistakes");
    }

    @Test
    void whatAnswersTookIsBelievedWithinBounds() throws IOException {
        String account = "{\"retries\":0,\"servedAs\":{\"m\":1},\"spent\":{\"calls\":1,\"promptTokens\":9,"
                + "\"completionTokens\":null,\"dollars\":0.5,\"charged\":null}}";
        String head = HEAD.replace("\"accounts\":{", "\"accounts\":{\"aurora\":" + account);
        assertThat(read(sealed(head, row(2)), false).rows()).isOne();
        for (String cannotBe : List.of(
                head.replace("0.5", "1e999999999"),
                head.replace("0.5", "-1"),
                head.replace("0.5", "1e-999999999"),
                head.replace("0.5", "1001"),
                head.replace("\"promptTokens\":9", "\"promptTokens\":1000001"),
                head.replace("\"m\":1", "\"m\":2"),
                head.replace("\"m\":1", "\"" + "m".repeat(301) + "\":1"),
                head.replace("\"retries\":0", "\"retries\":-1"),
                head.replace("\"calls\":1", "\"calls\":2"))) {
            assertRefused(sealed(cannotBe, row(2)), ":1: what the answers of model aurora took cannot be so");
        }
    }
}
