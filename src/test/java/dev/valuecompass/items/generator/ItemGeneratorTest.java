package dev.valuecompass.items.generator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.valuecompass.embedding.SentenceEncoder;
import dev.valuecompass.io.DataFolder;
import dev.valuecompass.io.Json;
import dev.valuecompass.items.ContaminationGuard;
import dev.valuecompass.items.HashedWords;
import dev.valuecompass.items.Item;
import dev.valuecompass.items.Provenance;
import dev.valuecompass.items.screening.Refusals;
import dev.valuecompass.items.screening.Screen;
import dev.valuecompass.items.writing.WritingModel;
import dev.valuecompass.llm.ChatModel;
import dev.valuecompass.llm.ChatResult;
import dev.valuecompass.llm.Outcome;
import dev.valuecompass.llm.Sampling;
import dev.valuecompass.value.Dimension;
import dev.valuecompass.value.Theory;
import dev.valuecompass.value.ValueSystem;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ItemGeneratorTest {
    private final DataFolder data = DataFolder.over(Path.of("data"));
    private final ValueSystem mft = Theory.load(data).system("mft");
    private final Dimension care = mft.dimension("care").orElseThrow();
    private final List<MeasuredItem> measured = measured();
    private final List<String> prompts = new ArrayList<>();

    /** Items about lifeboats tell models apart, items about parcels do not. */
    private List<MeasuredItem> measured() {
        List<MeasuredItem> all = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            boolean strong = i % 2 == 0;
            String text = (strong ? "The crowded lifeboat drifted on night " : "The parcel lay at the door on day ") + i
                    + ", and Ana";
            Provenance pool = new Provenance("pool", "", "", "", "2026-01", Map.of());
            all.add(new MeasuredItem(
                    new Item("mft-" + i, "mft", List.of("care"), "sea", text, false, pool),
                    Map.of("care", strong ? 0.95 : 0.05)));
        }
        return all;
    }

    private ItemGenerator.Generated generate(ChatModel chat, int count, int rounds) {
        return generate(chat, count, rounds, new HashedWords());
    }

    private ItemGenerator.Generated generate(ChatModel chat, int count, int rounds, SentenceEncoder encoder) {
        WritingModel author = new WritingModel(
                chat, new WritingModel.ModelAddress("rotation", "e", "m", 1), new Sampling(1.0, 0.95, 512));
        ContaminationGuard guard = new ContaminationGuard(
                encoder, measured.stream().map(MeasuredItem::item).toList(), 0.95);
        return new ItemGenerator(
                        author,
                        GeneratorPrompt.read(data, mft),
                        measured,
                        PowerModel.learn(encoder, measured).orElseThrow(),
                        guard,
                        new Refusals(Screen.of(List.of())))
                .generate(new GenerationRequest(care, 0.6, count, rounds));
    }

    private ChatModel answering(String... answers) {
        return request -> {
            prompts.add(request.messages().get(0).content());
            return ChatResult.answered(answers[request.sample() % answers.length]);
        };
    }

    @Test
    void takesWhatIsStrongAndNewAndRefusesTheRest() {
        String strong = "In the last lifeboat that drifted crowded at night, Boris";
        ItemGenerator.Generated generated = generate(answering("""
                        1. %s
                        2. A parcel lay at a neighbour's door one day, and he
                        3. Too short
                        4. The crowded lifeboat drifted on night 6, and Ana
                        5. Drifted at night crowded that lifeboat last in the, Boris
                        6. %s
                        """.formatted(strong, strong)), 6, 1);
        assertThat(generated.items()).extracting(Item::text).containsExactly(strong);
        assertThat(generated.proposed()).isEqualTo(6);
        assertThat(generated.refused())
                .isEqualTo(Map.of(
                        ItemGenerator.Refusal.WEAK, 1,
                        ItemGenerator.Refusal.LENGTH, 1,
                        ItemGenerator.Refusal.KNOWN, 2,
                        ItemGenerator.Refusal.REPEATED, 1));
        Item item = generated.items().get(0);
        assertThat(item.id()).matches("mft-g[0-9a-f]{10}");
        assertThat(item.dimensions()).containsExactly("care");
        assertThat(item.provenance())
                .returns("conditional", Provenance::generator)
                .returns("rotation", Provenance::model);
        assertThat(item.provenance().parent()).startsWith("mft-");
        assertThat(item.provenance().rewards().get("expectedPower")).isBetween(0.6, 1.0);
        assertThat(item.provenance().promptDigest()).hasSize(64);
    }

    @Test
    void whatNoItemMayHaveIsRefusedAndTold() {
        ItemGenerator.Generated generated =
                generate(answering("1. In the last lifeboat that drifted crowded at night, see free-prizes.xyz"), 1, 1);
        assertThat(generated.items()).isEmpty();
        assertThat(generated.refused()).isEqualTo(Map.of(ItemGenerator.Refusal.UNFIT, 1));
        assertThat(generated.unfit().counts()).containsOnlyKeys("address");
    }

    @Test
    void asksAgainWithOtherExamplesUntilThereAreEnough() {
        ItemGenerator.Generated generated = generate(
                answering(
                        "1. Far from land the crowded lifeboat drifted, and old Zed",
                        "1. Every crowded night a lifeboat drifted past the island of Ruth"),
                2,
                5);
        assertThat(generated.items()).hasSize(2);
        assertThat(prompts).hasSize(2);
        assertThat(prompts.get(0))
                .contains("Write 2 new items", "power of 60 or more", "95 | The crowded lifeboat", care.definition());
        assertThat(prompts.get(1)).contains("Write 1 new item");
        assertThat(examples(prompts.get(0))).isNotEqualTo(examples(prompts.get(1)));
    }

    private static List<String> examples(String prompt) {
        return prompt.lines().filter(line -> line.contains(" | ")).toList();
    }

    @Test
    void aModelThatIsDownOrWritesRubbishMakesNoItem() {
        ItemGenerator.Generated down = generate(request -> ChatResult.failed(Outcome.TRANSPORT_ERROR, "down"), 3, 4);
        assertThat(down.items()).isEmpty();
        assertThat(down.unanswered()).isEqualTo(4);
        assertThat(generate(answering("\u0000\n{{}}\n:::"), 3, 2).items()).isEmpty();
    }

    /** A text can exhaust the stack of the thread that reads it, or trip up the encoder. */
    @Test
    void aTextThatNobodyCanReadEndsItselfAndNotTheCommand() {
        HashedWords words = new HashedWords();
        SentenceEncoder brittle = new SentenceEncoder() {
            @Override
            public float[] encode(String text) {
                if (text.contains("abyss")) {
                    throw new StackOverflowError();
                }
                if (text.contains("reef")) {
                    throw new IllegalStateException("no such word");
                }
                return words.encode(text);
            }

            @Override
            public int dimensions() {
                return words.dimensions();
            }

            @Override
            public String id() {
                return "brittle";
            }
        };
        String strong = "In the last lifeboat that drifted crowded at night, Boris";
        ItemGenerator.Generated generated = generate(answering("""
                        1. The crowded lifeboat drifted over the abyss, and Ana
                        2. The crowded lifeboat drifted over the reef, and Ana
                        3. %s
                        """.formatted(strong)), 3, 1, brittle);
        assertThat(generated.items()).extracting(Item::text).containsExactly(strong);
        assertThat(generated.proposed()).isEqualTo(3);
        assertThat(generated.refused()).isEqualTo(Map.of(ItemGenerator.Refusal.GARBLED, 2));
    }

    @Test
    void showsStrongExamplesAndSomeWeakOnes() {
        List<MeasuredItem> shots = FewShots.choose(measured, "care", 0.6, 0);
        assertThat(shots).hasSize(7);
        assertThat(shots.stream().filter(shot -> shot.power().get("care") > 0.6))
                .hasSize(5);
        assertThat(FewShots.choose(measured, "care", 0.6, 0)).isEqualTo(shots);
        assertThat(FewShots.choose(measured, "fairness", 0.6, 0)).isEmpty();
    }

    /** What a tuned model is asked later is, but for the examples, what it was taught with. */
    @Test
    void exportsWhatATunedGeneratorIsAskedAndAnswers() {
        List<String> lines = new FineTuning(GeneratorPrompt.read(data, mft))
                .lines(measured, 0.5)
                .lines()
                .toList();
        assertThat(lines).hasSize(20);
        var messages = Json.tree(lines.get(0), "line").get("messages");
        assertThat(messages.get(0).get("role").asString()).isEqualTo("user");
        assertThat(messages.get(0).get("content").asString())
                .contains("Write 1 new items", "power of 95 or more", "(none)", care.name());
        assertThat(messages.get(1).get("role").asString()).isEqualTo("assistant");
        assertThat(messages.get(1).get("content").asString())
                .isEqualTo("1. The crowded lifeboat drifted on night 0, and Ana");
        assertThat(new FineTuning(GeneratorPrompt.read(data, mft))
                        .lines(measured, 0)
                        .lines())
                .hasSize(40);
    }
}
