package dev.valuecompass.recognition.llm;

import static org.assertj.core.api.Assertions.assertThat;

import dev.valuecompass.config.Examinee;
import dev.valuecompass.config.ExamineeFields;
import dev.valuecompass.io.DataFolder;
import dev.valuecompass.items.Item;
import dev.valuecompass.items.Provenance;
import dev.valuecompass.llm.ChatModel;
import dev.valuecompass.llm.ChatRequest;
import dev.valuecompass.llm.ChatResult;
import dev.valuecompass.llm.Outcome;
import dev.valuecompass.llm.Purpose;
import dev.valuecompass.recognition.Attacks;
import dev.valuecompass.recognition.Judgement;
import dev.valuecompass.recognition.Label;
import dev.valuecompass.recognition.Recognition;
import dev.valuecompass.responses.OpinionParser;
import dev.valuecompass.responses.Response;
import dev.valuecompass.value.Theory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class DirectRecognizerTest {
    private static final DataFolder DATA = DataFolder.over(Path.of("data"));
    private static final Theory THEORY = Theory.load(DATA);
    private static final String OPINION = """
            Stance: No

            Key Points:
            1. Freedom: People choose for themselves.
            2. Order: It would be against freedom of choice.
            3. Cost: It is dear.
            """;
    private static final Pattern CODE = Pattern.compile("(?m)^VERDICT ([0-9a-f]+): YES \\| AGAINST \\| NO$");
    private static final Pattern TEXT = Pattern.compile("(?s)(====[0-9a-f]+) TEXT BEGINS\n(.*)\n\\1 TEXT ENDS");

    static Stream<String> attacks() {
        return Attacks.ALL.stream();
    }

    @Test
    void takesTheUnionOverKeyPointsWithTheirPlaces() {
        Recognition seen = recognize(judge(text -> text), "self-direction", "hedonism");
        assertThat(seen.failure()).isEmpty();
        Judgement freedom = seen.judgements().get(0);
        assertThat(freedom.label()).isEqualTo(Label.EXPRESSES);
        assertThat(freedom.strength()).as("one point of three").isEqualTo(1 / 3.0);
        assertThat(freedom.evidence())
                .singleElement()
                .satisfies(span -> assertThat(OPINION.substring(span.start(), span.end()))
                        .isEqualTo("Freedom: People choose for themselves."));
        assertThat(seen.judgements().get(1)).isEqualTo(new Judgement("hedonism", Label.NOT, 1, List.of()));
    }

    @Test
    void aPointAgainstCountsWhereNoPointIsFor() {
        Recognition seen = recognize(
                judge(text -> text),
                response(OPINION.replace("Freedom: People choose for themselves.", "Nothing.")),
                "self-direction");
        assertThat(seen.judgements().get(0).label()).isEqualTo(Label.OPPOSES);
    }

    @ParameterizedTest
    @MethodSource("attacks")
    void noTextMovesItsOwnVerdict(String attack) {
        List<Judgement> honest =
                recognize(judge(text -> text), "self-direction", "hedonism").judgements();
        Response attacked = response(OPINION.replace("themselves.", "themselves. " + attack.replace("\n", " ")));
        for (UnaryOperator<String> parrot :
                List.<UnaryOperator<String>>of(text -> "", text -> text, text -> text + "\n" + text)) {
            List<Label> labels = recognize(judge(parrot), attacked, "self-direction", "hedonism").judgements().stream()
                    .map(Judgement::label)
                    .toList();
            assertThat(labels).isEqualTo(honest.stream().map(Judgement::label).toList());
        }
    }

    @ParameterizedTest
    @MethodSource("attacks")
    void theFenceHoldsAndAParrotGivesNoVerdict(String attack) {
        String prompt = JudgeQuestion.of(
                        dev.valuecompass.llm.PromptTemplate.read(DATA, "prompts/judge.md", JudgeQuestion.PLACES),
                        THEORY.system("schwartz").dimension("power").orElseThrow(),
                        "A question? " + attack,
                        attack)
                .prompt();
        assertThat(TEXT.matcher(prompt).results()).hasSize(1);
        assertThat(CODE.matcher(prompt).results()).hasSize(1);
        ChatModel parrot = request -> ChatResult.answered(text(request));
        Recognition seen = recognize(parrot, response(attack), "power");
        assertThat(seen.failed()).isTrue();
        assertThat(seen.judgements()).isEmpty();
    }

    @Test
    void theLastVerdictCounts() {
        ChatModel wavering = request -> ChatResult.answered(
                "VERDICT " + code(request) + ": YES\nOn reflection:\n**VERDICT " + code(request) + ": no.**");
        assertThat(recognize(wavering, "power").judgements().get(0).label()).isEqualTo(Label.NOT);
    }

    @Test
    void aJudgeWithoutAVerdictIsAskedOnceMoreAndThenItIsAFailure() {
        List<Integer> attempts = new ArrayList<>();
        ChatModel silent = request -> {
            attempts.add(request.sample());
            return ChatResult.answered("I would say yes, 1.");
        };
        Recognition seen = recognize(silent, "power");
        assertThat(seen.failure()).contains("power").contains("no verdict line");
        assertThat(attempts).containsExactly(0, 1);
        ChatModel down = request -> ChatResult.failed(Outcome.PROVIDER_ERROR, "503");
        assertThat(recognize(down, "power").failure())
                .contains("PROVIDER_ERROR")
                .contains("503");
    }

    @Test
    void theCardChangesWithTheJudge() {
        String one = recognizer(judge(text -> text), "a").card().version();
        assertThat(recognizer(judge(text -> text), "a").card().version()).isEqualTo(one);
        assertThat(recognizer(judge(text -> text), "b").card().version()).isNotEqualTo(one);
    }

    /** Knows freedom when it sees it, and repeats what it was shown before its verdict. */
    private static ChatModel judge(UnaryOperator<String> repeats) {
        return request -> {
            assertThat(request.purpose()).isEqualTo(Purpose.JUDGE);
            String text = text(request);
            boolean asked = request.messages().get(0).content().contains("Value: Self-Direction");
            String verdict = asked && text.startsWith("Freedom")
                    ? "YES"
                    : asked && text.contains("against freedom") ? "AGAINST" : "NO";
            return ChatResult.answered(repeats.apply(text) + "\nVERDICT " + code(request) + ": " + verdict);
        };
    }

    private static String text(ChatRequest request) {
        Matcher matcher = TEXT.matcher(request.messages().get(0).content());
        assertThat(matcher.find()).isTrue();
        return matcher.group(2);
    }

    private static String code(ChatRequest request) {
        Matcher matcher = CODE.matcher(request.messages().get(0).content());
        assertThat(matcher.find()).isTrue();
        return matcher.group(1);
    }

    private static Recognition recognize(ChatModel chat, String... dimensions) {
        return recognize(chat, response(OPINION), dimensions);
    }

    private static Recognition recognize(ChatModel chat, Response response, String... dimensions) {
        Item item = new Item(
                "i",
                "schwartz",
                List.of(dimensions),
                "",
                "Should it?",
                false,
                new Provenance("pool", "", "", "", "2026-01", Map.of()));
        return recognizer(chat, "j").recognize(item, response);
    }

    private static DirectRecognizer recognizer(ChatModel chat, String model) {
        Examinee examinee = ExamineeFields.builder()
                .id("judge")
                .name("Judge")
                .endpoint("e")
                .model(model)
                .developer("Maker")
                .country("")
                .family("f")
                .open(true)
                .reasoning(false)
                .released(null)
                .knowledgeCutoff(null)
                .licence("")
                .sizeBillions(null)
                .price(null)
                .website("")
                .settings(Examinee.Settings.NONE)
                .build();
        return new DirectRecognizer(DATA, THEORY, new Judge(examinee, chat), List.of());
    }

    private static Response response(String text) {
        return Response.answered("i", "m", 0, text, OpinionParser.parse(text).orElse(null));
    }
}
