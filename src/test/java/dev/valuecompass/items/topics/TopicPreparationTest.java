package dev.valuecompass.items.topics;

import static org.assertj.core.api.Assertions.assertThat;

import dev.valuecompass.io.DataFolder;
import dev.valuecompass.items.HashedWords;
import dev.valuecompass.items.Item;
import dev.valuecompass.items.Provenance;
import dev.valuecompass.items.screening.Refusals;
import dev.valuecompass.items.screening.Screen;
import dev.valuecompass.items.writing.WritingModel;
import dev.valuecompass.llm.ChatModel;
import dev.valuecompass.llm.ChatResult;
import dev.valuecompass.llm.Outcome;
import dev.valuecompass.llm.Purpose;
import dev.valuecompass.llm.Sampling;
import dev.valuecompass.value.Theory;
import dev.valuecompass.value.ValueSystem;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class TopicPreparationTest {
    private final DataFolder data = DataFolder.over(Path.of("data"));
    private final ValueSystem schwartz = Theory.load(data).system("schwartz");

    private Item topic(String id, String category, String text) {
        return new Item(
                id,
                "schwartz",
                schwartz.dimensionIds(),
                category,
                text,
                false,
                new Provenance("pool", "", "", "", "", Map.of()));
    }

    private TopicPreparation with(ChatModel chat, TopicRules rules) {
        WritingModel author = new WritingModel(
                chat, new WritingModel.ModelAddress("rotation", "e", "m", 2), new Sampling(1.0, 0.95, 512));
        return TopicPreparation.with(
                author,
                new Refusals(Screen.of(List.of())),
                TopicPrompts.read(data),
                schwartz,
                new HashedWords(),
                rules);
    }

    @Test
    void dropsWhatIsShortLongOrSaidTwice() {
        TopicPreparation.Prepared prepared = TopicPreparation.alone(schwartz, new HashedWords(), TopicRules.standard(1))
                .prepare(
                        List.of(
                                topic("a", "x", "Should zoos be closed for the sake of animals?"),
                                topic("b", "x", "Zoos?"),
                                topic("c", "x", "should zoos be closed for the sake of animals"),
                                topic("d", "x", "Closed zoos – should it be, animals, for the sake of?"),
                                topic("e", "x", "Is it fair to tax inheritance heavily?"),
                                topic("f", "x", "word ".repeat(81).strip())),
                        0);
        assertThat(prepared.items()).extracting(Item::id).containsExactly("a", "e");
        assertThat(List.of(prepared.given(), prepared.expanded(), prepared.fitting(), prepared.distinct()))
                .containsExactly(6, 6, 4, 3);
        assertThat(prepared.meanings()).isEqualTo(2);
        assertThat(prepared.questions()).isEqualTo(2);
    }

    @Test
    void letsAModelExpandSortAndAsk() {
        ChatModel chat = request -> switch (request.purpose()) {
            case EXPAND ->
                ChatResult.answered("Here you are:\n1. Road tolls for heavy lorries in the Alps\n2. Noise at night near"
                        + " airports\n3. one too many for the list asked");
            case CATEGORISE -> ChatResult.answered("1: Traffic\n2. **traffic**\n3: weather\n99: traffic");
            case QUESTION ->
                ChatResult.answered("1. Should lorries pay tolls in the Alps?\n2. I would rather not say.\n7. Is it?");
            default -> ChatResult.failed(Outcome.PROVIDER_ERROR, "unexpected " + request.purpose());
        };
        TopicPreparation.Prepared prepared = with(
                        chat, TopicRules.standard(1).expanding(2).into(List.of("traffic", "homes")))
                .prepare(List.of(topic("a", "homes", "Should cities ban cars from their centres?")), 0);
        assertThat(prepared.items())
                .extracting(Item::text)
                .containsExactly(
                        "Should cities ban cars from their centres?",
                        "Should lorries pay tolls in the Alps?",
                        "Noise at night near airports");
        assertThat(prepared.items()).extracting(Item::category).containsExactly("traffic", "traffic", "homes");
        Provenance origin = prepared.items().get(2).provenance();
        assertThat(origin)
                .returns("expansion", Provenance::generator)
                .returns("a", Provenance::parent)
                .returns("rotation", Provenance::model)
                .returns(TopicPrompts.read(data).expand().digest(), Provenance::promptDigest);
        assertThat(prepared.questions()).isEqualTo(2);
    }

    /** A model that is down, or writes rubbish, leaves the pool as it would be without one. */
    @Test
    void goesOnWithoutAnswers() {
        List<Item> topics = List.of(
                topic("a", "homes", "Should cities ban cars from their centres?"),
                topic("b", "homes", "Taxes on land that nobody builds on"));
        TopicRules rules = TopicRules.standard(1).expanding(3).into(List.of("traffic"));
        List<Item> alone = TopicPreparation.alone(schwartz, new HashedWords(), rules)
                .prepare(topics, 0)
                .items();
        for (ChatModel chat : List.<ChatModel>of(
                request -> ChatResult.failed(Outcome.TRANSPORT_ERROR, "down"),
                request -> ChatResult.answered("\u0000\n\n:::\n1.\n"))) {
            assertThat(with(chat, rules).prepare(topics, 0).items()).isEqualTo(alone);
        }
    }

    @Test
    void samplesInBalance() {
        List<Item> topics = Stream.of("tax", "war", "love", "art", "sleep", "bread")
                .map(word -> topic(word, word.length() == 3 ? "short" : "long", "Is there too much " + word + " now?"))
                .toList();
        List<Item> chosen = TopicPreparation.alone(
                        schwartz, new HashedWords(), TopicRules.standard(4).meaning(0.999))
                .prepare(topics, 4)
                .items();
        assertThat(chosen)
                .extracting(Item::category)
                .containsOnly("short", "long")
                .hasSize(4);
        assertThat(chosen.stream().filter(item -> item.category().equals("short")))
                .hasSize(2);
    }

    @Test
    void knowsQuestionsOfYesAndNo() {
        assertThat(TopicWriting.isQuestion("Should zoos close?")).isTrue();
        assertThat(TopicWriting.isQuestion("Why should zoos close?")).isFalse();
        assertThat(TopicWriting.isQuestion("Should zoos close.")).isFalse();
    }

    @Test
    void asksForWhatTheSystemElicits() {
        List<String> prompts = new java.util.concurrent.CopyOnWriteArrayList<>();
        with(
                        request -> {
                            if (request.purpose() == Purpose.EXPAND) {
                                prompts.add(request.messages().get(0).content());
                            }
                            return ChatResult.failed(Outcome.EMPTY, "");
                        },
                        TopicRules.standard(1).expanding(5))
                .prepare(List.of(topic("a", "homes", "Should cities {{ban}} cars from their centres?")), 0);
        assertThat(prompts)
                .singleElement()
                .asString()
                .contains("Should cities {{ban}} cars", "Write 5 more questions", "thoughtful people disagree");
    }
}
