package dev.valuecompass.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import dev.valuecompass.io.DataException;
import dev.valuecompass.io.DataFolder;
import dev.valuecompass.io.Defect;
import dev.valuecompass.items.Item;
import dev.valuecompass.items.ItemIds;
import dev.valuecompass.llm.Outcome;
import dev.valuecompass.llm.Spent;
import dev.valuecompass.pipeline.items.ItemSets;
import dev.valuecompass.pipeline.setup.Check;
import dev.valuecompass.pipeline.setup.RunSetting;
import dev.valuecompass.recognition.Label;
import dev.valuecompass.recognition.RecognizerCard;
import dev.valuecompass.snapshot.Case;
import dev.valuecompass.snapshot.EvaluatedSystem;
import dev.valuecompass.snapshot.LabelRecord;
import dev.valuecompass.snapshot.PeriodRecord;
import dev.valuecompass.snapshot.store.PeriodStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What {@code check} passes can be frozen: leaderboards and pools put together from values that people get wrong are
 * checked, and those that pass are frozen with every answer read. A refusal behind the calls would cost all of them.
 */
@Tag("slow")
class FreezableTest {
    private static final int BOARDS = Integer.getInteger("freezable.boards", 80);
    private static final String PERIOD = "2026-11";

    /** Each is a YAML scalar or nothing; the first is sound. */
    private static final Map<String, List<String>> MODEL = Map.ofEntries(
            Map.entry("id", List.of("m", "m-2", "a.b", "con", "M", "x..y", "\"" + "l".repeat(64) + "\"", "\"\"")),
            Map.entry(
                    "name",
                    List.of(
                            "Model",
                            "\"Model A\"",
                            "\"model-a\"",
                            "\"Foo.ai Chat\"",
                            "\"Foo AI Chat\"",
                            "\"R\"",
                            "\"R+\"",
                            "\"Model 3.5\"",
                            "\"Model 35\"",
                            "\"M\\u043Edel\"",
                            "\"Mode\\u0301l\"",
                            "\"Mod\\u00E9l\"",
                            "\"\\U0001F680\"",
                            "\"\\U0001F680 !\"",
                            "\"!?\"",
                            "\"\\u200B\"",
                            "\"\\uD800\"",
                            "\"a\\u0007b\"",
                            "\"\\u00A0x\"",
                            "\"" + "n".repeat(5000) + "\"",
                            "\"<b>&\\\"'\"",
                            "\"\\u202Eabc\"",
                            "Model #2",
                            "\"模型\"")),
            Map.entry("developer", List.of("D", "\"\\u00A0\"", "\"D \"", "\"\\uFEFFD\"", "\"\\uDC00\"", "\"D\\nE\"")),
            Map.entry(
                    "country",
                    List.of("DE", "UK", "EU", "XX", "XK", "AN", "de", "USA", "Norway", "\"NO\"", "NO", "\"\"")),
            Map.entry("family", List.of("", "f", "\"f \"", "\"\\u3000f\"", "\"\\U0001F680\"")),
            Map.entry("licence", List.of("", "MIT", "\"CC BY 4.0\"", "\"\\tMIT\"", "\"" + "l".repeat(3000) + "\"")),
            Map.entry("released", List.of("", "2026-01-31", "2026-02-30", "0206-01-31", "9999-12-31", "1900-01-01")),
            Map.entry("size-billions", List.of("", "70.5", "0", "0.000001", "1e6", "1e-7", ".inf", "-1")),
            Map.entry(
                    "price",
                    List.of(
                            "",
                            "{input: 0, output: 0}",
                            "{input: 1e-300, output: 100000}",
                            "{input: 0.1, output: 0.2, since: 2026-01-01}",
                            "{input: -1, output: 0}",
                            "{input: 1}")),
            Map.entry(
                    "website",
                    List.of(
                            "",
                            "https://example.com/a",
                            "example.com",
                            "\"https://ex\\u00E4mple.com/\"",
                            "\"https://example.com/\\U0001F680\"",
                            "https://example.com:99999/")));

    private static final List<String> ITEM_IDS =
            List.of("q", "q-2", "q-3", "r", "r.1", "s".repeat(64), "t".repeat(61), "aux", "Q", "");
    private static final List<String> ITEM_TEXTS = List.of(
            "Should cars be kept out?",
            "Should “cars” be kept out?",
            "Should \\\"cars\\\" be kept out?",
            "Should cars be kept out\\u00A0?",
            "Should cars\\r\\nbe kept out?",
            "Should \\ud800 be allowed?",
            "Should \\u0007 be allowed?",
            "Should \\u0000 be allowed?",
            "Soll man \\ud83d\\ude80 fliegen?",
            "");
    private static final List<String> TITLES =
            List.of("Case", "\"\\uD800\"", "\"T\\u0301\"", "\"" + "t".repeat(2000) + "\"");
    private static final List<String> SINCE = List.of("2026-11", "2026-02-31", "0000-01", "2026-11-05", "9999-01");
    private static final List<String> EVALUATION = List.of(
            "{resamples: 1, orders: 1, minimum-coverage: 0}",
            "{resamples: 1, orders: 1, minimum-coverage: 0, interval-level: 0.999}",
            "{resamples: 1, orders: 1, minimum-coverage: 0, cases-per-dimension: 0}",
            "{resamples: 1, orders: 0}",
            "{resamples: 2, orders: 1, seed: 9223372036854775807, minimum-coverage: 0}");

    @TempDir
    Path home;

    private final Random random = new Random(Long.getLong("freezable.seed", 19));

    @Test
    void whatCheckPassesCanBeFrozen() throws IOException {
        int passed = 0;
        List<String> late = new ArrayList<>();
        for (int i = 0; i < BOARDS; i++) {
            Path data = home.resolve("board-" + i);
            write(data);
            if (Check.of(DataFolder.over(data), data.resolve("leaderboard.yml"), data.resolve("runs"))
                    .ok()) {
                passed++;
                late.addAll(refusals(data).stream()
                        .map(refusal -> refusal + "\n" + read(data.resolve("leaderboard.yml")))
                        .toList());
            }
        }
        assertThat(late).isEmpty();
        assertThat(passed).as("leaderboards that check passes").isBetween(BOARDS / 5, BOARDS - BOARDS / 5);
    }

    /** Most values are sound, or nothing would pass. */
    private String one(List<String> values, double wild) {
        return random.nextDouble() < wild ? values.get(random.nextInt(values.size())) : values.get(0);
    }

    private void write(Path data) throws IOException {
        Files.createDirectories(data.resolve("topics"));
        StringBuilder yaml = new StringBuilder("title: {name: " + one(TITLES, 0.05) + "}\nendpoints:\n")
                .append("  - {id: collected, kind: recorded, file: answers.jsonl}\nexaminees:\n");
        int models = 1 + random.nextInt(3);
        for (int m = 0; m < models; m++) {
            int number = m;
            yaml.append("  - endpoint: collected\n    model: a\n    access: open\n    type: chat\n");
            MODEL.forEach((key, values) -> {
                boolean own = key.equals("id") || key.equals("name");
                String value = own && random.nextDouble() < 0.8
                        ? values.get(0) + "-" + (char) ('v' + number)
                        : one(values, 0.05);
                if (!value.isEmpty()) {
                    yaml.append("    ").append(key).append(": ").append(value).append('\n');
                }
            });
        }
        Files.writeString(data.resolve("answers.jsonl"), answers());
        yaml.append("roles: {recognizer: embedded}\nsystems:\n");
        List<String> systems = random.nextInt(4) == 0 ? List.of("schwartz", "safety") : List.of("schwartz");
        boolean shared = random.nextInt(3) == 0;
        for (String system : systems) {
            String pool = "topics/" + system + ".jsonl";
            Files.writeString(data.resolve(pool), pool(system, shared ? "" : system + "-"));
            yaml.append("  - {system: " + system + ", pool: " + pool + "}\n");
        }
        yaml.append("sampling: {samples: " + (1 + random.nextInt(3)) + "}\n");
        yaml.append("evaluation: " + one(EVALUATION, 0.15) + "\n");
        if (random.nextInt(3) == 0) {
            yaml.append("not-evaluated: [{name: Other, reason: none, since: " + one(SINCE, 0.3) + "}]\n");
        }
        Files.writeString(data.resolve("leaderboard.yml"), yaml);
    }

    /** One to every text that an item may have, or the check would find none. */
    private static String answers() {
        StringBuilder lines = new StringBuilder();
        Stream.concat(ITEM_TEXTS.stream(), IntStream.range(0, 3).mapToObj(i -> "Question " + i + "?"))
                .filter(text -> !text.isEmpty())
                .forEach(text -> lines.append("{\"model\":\"a\",\"prompt\":\"" + text + "\",\"answer\":\"Yes.\"}\n"));
        return lines.toString();
    }

    private String pool(String system, String prefix) {
        StringBuilder lines = new StringBuilder();
        int items = random.nextInt(16) == 0 ? 0 : 1 + random.nextInt(3);
        for (int i = 0; i < items; i++) {
            String id = random.nextDouble() < 0.85 ? "i" + i : one(ITEM_IDS, 1);
            String text = random.nextDouble() < 0.8 ? "Question " + i + "?" : one(ITEM_TEXTS, 1);
            String dimension = system.equals("safety") ? "\"dimension\":\"representation-toxicity\"," : "";
            lines.append("{\"id\":\"" + prefix + id + "\"," + dimension + "\"category\":\"imported\",\"text\":\"" + text
                    + "\"}\n");
        }
        return lines.toString();
    }

    /** What stands in the way of freezing; empty when nothing does. */
    private List<String> refusals(Path data) {
        try {
            RunSetting setting = RunSetting.read(
                    DataFolder.over(data),
                    data.resolve("leaderboard.yml"),
                    data.resolve("runs"),
                    PERIOD,
                    OptionalLong.empty());
            PeriodRecord period = period(setting);
            PeriodStore store = new PeriodStore(data);
            store.write(period);
            List<String> wrong = new ArrayList<>(
                    store.check(PERIOD).stream().map(Defect::toString).toList());
            store.read(PERIOD);
            return wrong;
        } catch (DataException e) {
            return List.of(e.getMessage());
        }
    }

    private static PeriodRecord period(RunSetting setting) {
        int samples = setting.leaderboard().sampling().samples();
        List<EvaluatedSystem> evaluated = new ArrayList<>();
        SortedMap<String, List<Case>> cases = new TreeMap<>();
        for (ItemSets set : ItemSets.choose(setting)) {
            SortedMap<String, List<LabelRecord>> labels = new TreeMap<>();
            setting.leaderboard().examinees().forEach(model -> {
                List<LabelRecord> rows = labels.computeIfAbsent(model.id(), id -> new ArrayList<>());
                for (Item item : set.items()) {
                    for (int sample = 0; sample < samples; sample++) {
                        rows.add(new LabelRecord(item.id(), sample, Outcome.ANSWERED, labels(set, item)));
                        cases.computeIfAbsent(model.id(), id -> new ArrayList<>())
                                .add(one(model.id(), item, sample));
                    }
                }
            });
            evaluated.add(new EvaluatedSystem(set.system(), set.items(), samples, labels));
        }
        RecognizerCard card = new RecognizerCard("embedded", "0".repeat(64), "reads", List.of(), Map.of(), List.of());
        return new Freezing(setting, card, Spent.NOTHING, Map.of(), "test").period(evaluated, cases, List.of());
    }

    private static String labels(ItemSets set, Item item) {
        StringBuilder row = new StringBuilder();
        set.system()
                .dimensionIds()
                .forEach(dimension -> row.append(item.dimensions().contains(dimension) ? '+' : ' '));
        return row.toString();
    }

    private static Case one(String model, Item item, int sample) {
        List<Case.ValueReading> readings = item.dimensions().stream()
                .map(dimension -> new Case.ValueReading(dimension, Label.EXPRESSES, 1.0, null, List.of()))
                .toList();
        return new Case(
                ItemIds.ofCase(item.id(), sample), model, item.system(), item.id(), item.text(), "Yes.", readings);
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
