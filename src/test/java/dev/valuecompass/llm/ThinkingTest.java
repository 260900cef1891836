package dev.valuecompass.llm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ThinkingTest {
    private static final String ANSWER = "Stance: Yes\n1. İki nokta <b>var</b>.";

    /** Letters that are longer, or shorter, in small or in capitals, or that are put together of several. */
    @ParameterizedTest
    @ValueSource(strings = {"İ", "Ⱥ", "ẞ", "ŉ", "ΐ", "Σ", "ﬃ", "\ud801\udc00", "e\u0301", "\u212a", "\ufdfa", "\u0000"})
    void noLetterInTheThoughtsMovesTheAnswer(String letter) {
        for (int times : new int[] {1, 2, 7, 8, 9, 400}) {
            String thoughts = letter.repeat(times) + "x";
            for (String content : new String[] {
                "<think>" + thoughts + "</think>" + ANSWER,
                " \n<THINK>" + thoughts + "</Think>\n\n" + ANSWER,
                "<thinking>" + thoughts + "</thinking>" + ANSWER,
                thoughts + "</think>" + ANSWER
            }) {
                assertThat(Thinking.split(content)).isEqualTo(new Thinking(ANSWER, thoughts, false));
            }
        }
    }

    @Test
    void marksInsideTheThoughtsAreCounted() {
        assertThat(Thinking.split("<think>a<think>b</think>c</think>d"))
                .isEqualTo(new Thinking("d", "a<think>b</think>c", false));
    }

    @Test
    void thoughtsThatDoNotEndLeaveNoAnswer() {
        assertThat(Thinking.split("<think>İ and so on")).isEqualTo(new Thinking("", "İ and so on", true));
        assertThat(Thinking.split("<think>a<think>b</think>c")).isEqualTo(new Thinking("", "a<think>b</think>c", true));
    }

    @ParameterizedTest
    @CsvSource({
        "no marks at all",
        "'a < b'",
        "'One writes <think> first, and </think> behind it.'",
        "'</thinking> alone'"
    })
    void marksFurtherOnAreTalk(String content) {
        assertThat(Thinking.split(content)).isEqualTo(new Thinking(content, "", false));
    }

    /** Every pair of marks, with the model family or the server that writes it where one does. */
    static Stream<List<String>> pairs() {
        return Stream.of(
                List.of("<think>", "</think>"),
                List.of("<thinking>", "</thinking>"),
                List.of("<thought>", "</thought>"),
                List.of("<Thoughts>", "</Thoughts>"),
                List.of("<reasoning>", "</reasoning>"),
                List.of("<reflection>", "</reflection>"),
                List.of("<scratchpad>", "</scratchpad>"),
                List.of("<analysis>", "</analysis>"),
                List.of("<inner_monologue>", "</inner_monologue>"),
                List.of("<chain_of_thought>", "</chain_of_thought>"),
                List.of("<thought_process>", "</thought_process>"),
                List.of("<think time=\"3\">", "</think>"),
                List.of("< think >", "</ think >"),
                List.of("&lt;think&gt;", "&lt;/think&gt;"),
                List.of("\\<think>", "\\</think>"),
                List.of("＜think＞", "＜/think＞"),
                List.of("<details type=\"reasoning\" done=\"true\" duration=\"4\">", "</details>"), // Open WebUI
                List.of("<seed:think>", "</seed:think>"), // Seed-OSS
                List.of("<mm:think>", "</mm:think>"), // MiniMax
                List.of("<longcat_think>", "</longcat_think>"), // LongCat
                List.of("<start_of_thought>", "<end_of_thought>"),
                List.of("<|thinking|>", "<|/thinking|>"),
                List.of("<|thinking_start|>", "<|thinking_end|>"),
                List.of("<|begin_of_thought|>", "<|end_of_thought|>"), // Sky-T1
                List.of("<|START_THINKING|>", "<|END_THINKING|>"), // Command A
                List.of("<|inner_prefix|>", "<|inner_suffix|>"), // Apertus
                List.of("<unused94>thought\n", "<unused95>"), // MedGemma
                List.of("<|channel>thought\n", "<channel|>"), // Gemma
                List.of("◁think▷", "◁/think▷"), // Kimi
                List.of("[THINK]", "[/THINK]"), // Magistral
                List.of("[REASONING]", "[/REASONING]"),
                List.of("```thinking\n", "\n```\n"),
                List.of("<|channel|>analysis<|message|>", "<|end|><|start|>assistant<|channel|>final<|message|>"),
                List.of(
                        "<|start|>assistant<|channel|>analysis<|message|>",
                        "<|end|>\n<|start|>assistant<|channel|>final <|constrain|>text<|message|>"),
                List.of("<|channel|>commentary to=functions.x<|message|>", "<|call|>"),
                List.of("<|begin|>assistant<|think|>", "<|end|><|begin|>assistant<|content|>")); // Solar
    }

    @ParameterizedTest
    @MethodSource("pairs")
    void thoughtsAreTakenOutWhereverTheyStand(List<String> pair) {
        String block = pair.get(0) + "I want power < 3." + pair.get(1);

        assertThat(answerOf(block + ANSWER)).isEqualTo(ANSWER);
        assertThat(answerOf("\n " + block + "\n\n" + ANSWER)).isEqualTo(ANSWER);
        assertThat(answerOf("Let me see.\n" + block + "\n" + ANSWER)).isEqualTo("Let me see.\n\n" + ANSWER);
        assertThat(answerOf(block + "\n" + block + ANSWER)).isEqualTo(ANSWER);
        assertThat(Thinking.split(block + ANSWER).thoughts()).contains("I want power < 3.");
    }

    @ParameterizedTest
    @MethodSource("pairs")
    void thoughtsBehindTheAnswerAreTakenOutToo(List<String> pair) {
        String block = pair.get(0) + "Was that right?" + pair.get(1);
        boolean begins = pair.get(1).contains("final") || pair.get(1).contains("content");

        Thinking split = Thinking.split(ANSWER + "\n" + block);

        assertThat(split.answer()).isEqualTo(ANSWER);
        assertThat(split.open()).isFalse();
        assertThat(begins || split.thoughts().equals("Was that right?")).isTrue();
    }

    @ParameterizedTest
    @MethodSource("pairs")
    void whatIsBegunAndNotEndedIsCut(List<String> pair) {
        assertThat(Thinking.split(pair.get(0) + "I want").open()).isTrue();
        assertThat(Thinking.split("Well.\n" + pair.get(0) + "I want"))
                .extracting(Thinking::answer, Thinking::open)
                .containsExactly("Well.", true);
    }

    @ParameterizedTest
    @MethodSource("pairs")
    void whatIsTakenApartTwiceIsTheSame(List<String> pair) {
        String once =
                answerOf("Well. " + pair.get(0) + "a" + pair.get(1) + "b" + pair.get(0) + "c" + pair.get(1) + "d");

        assertThat(Thinking.split(once)).isEqualTo(new Thinking(once, "", false));
    }

    private static String answerOf(String content) {
        Thinking split = Thinking.split(content);
        assertThat(split.open()).isFalse();
        return split.answer();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "analysisWe need to answer. The user asks.assistantfinal" + ANSWER,
                "analysisWe need.assistantcommentaryMore of it.assistantfinal" + ANSWER,
                "analysis\nWe need to answer.\nassistantfinal\n" + ANSWER,
                "analysisWe need to answer. assistant\nfinal" + ANSWER,
                "We need to answer. assistantfinal" + ANSWER,
                "final" + ANSWER,
                "I need to weigh it.\n</think>\n" + ANSWER,
                "I need to weigh it.</think>so</think>" + ANSWER,
                "I need to weigh it. [/THINK]" + ANSWER,
                "I need to weigh it.\n<|END_THINKING|><|START_RESPONSE|>" + ANSWER + "<|END_RESPONSE|>",
                "<think>\n<think>I need to weigh it.</think>\n" + ANSWER,
                "<think>a</think>" + ANSWER + "</think>",
                "</think>\n\n" + ANSWER,
                "<think/>" + ANSWER,
                "<think></think>" + ANSWER,
                "<think>thoughts with another end</thinking>" + ANSWER,
                "<thinking>a<reflection>b</reflection></thinking><output>" + ANSWER + "</output>",
                "<think>a</think><answer>" + ANSWER + "</answer>",
                "<think>a<answer>" + ANSWER + "</answer>",
                "<answer>" + ANSWER + "</answer>",
                "<|begin_of_thought|>a<|end_of_thought|><|begin_of_solution|>" + ANSWER + "<|end_of_solution|>",
                "<think>a</think><|begin_of_box|>" + ANSWER + "<|end_of_box|>",
                "<think>The user wants no `</think>` tag, nor `<think>`.</think>" + ANSWER,
                "<|channel|>final<|message|>" + ANSWER + "<|return|>",
                "<|channel|>analysis<|message|>a<|end|><|start|>assistant<|message|>" + ANSWER + "<|return|>",
                "Here is my thought process:\nI weigh.\n\nHere is my response:\n" + ANSWER,
                "Thinking...\nI weigh.\n...done thinking.\n\n" + ANSWER,
                "```\n<think>a</think>\n```\n" + ANSWER + "</s>",
                ANSWER + "<|im_end|>",
                ANSWER + "\n<|eot_id|></s>\n",
                ANSWER + "<end_of_turn>",
                "<|im_start|>assistant\n" + ANSWER + "<|im_end|>",
                "<s> " + ANSWER + " </s>"
            })
    void theAnswerIsLeft(String content) {
        String answer = answerOf(content);

        assertThat(answer.replace("```", "").strip()).isEqualTo(ANSWER);
        assertThat(ControlTokens.firstIn(answer)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "One writes `<think>` before, and the model goes on.",
                "Stance: Yes\n1. Tags: models put `<think>` first.\n2. It ends with `</think>` then.",
                "Stance: No\n1. An example:\n```xml\n<think>\nreasons\n</think>\n```\n2. That is all.",
                "The tag \"<think>\" is no word, nor is “</think>”.",
                "Some models write <think> before they answer.",
                "A model emits a <thinking>, then a text, and a </thinking>.",
                "- <think>: begins the thoughts\n- <b>: bold",
                "People think (and thinking matters): [think again] they say.",
                "if a < think then b > 3",
                "The analysis shows that assistants and finals matter.",
                "Here is my reasoning: people should be free.",
                "Analysis of the matter: people should be free.",
                "final answers are rare",
                "<s>struck</s> out, said with <s>love</s>",
                "```python\nprint(1)\n```",
                "<div>text</div> and <answering>"
            })
    void whatIsShownOrSpokenAboutStays(String content) {
        assertThat(Thinking.split(content)).isEqualTo(new Thinking(content, "", false));
        assertThat(ControlTokens.firstIn(content)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                ANSWER + "<|im_end|>\n<|im_start|>user\nAnd you?",
                ANSWER + "\n[INST] Next [/INST]",
                "<<SYS>>be kind<</SYS>>" + ANSWER,
                ANSWER + "<|eot_id|><|start_header_id|>user<|end_header_id|>",
                ANSWER + "<｜User｜>again",
                "<start_of_turn>user\n" + ANSWER,
                "<|channel|>final<|message|>" + ANSWER + "<|end|><|start|>user<|message|>more",
                ANSWER + "[TOOL_CALLS][{}]"
            })
    void anotherTurnBehindTheAnswerIsSeen(String content) {
        assertThat(ControlTokens.firstIn(Thinking.split(content).answer())).isPresent();
    }

    @Test
    void aStoredAnswerThatStillHasItsThoughtsLosesThem() {
        ChatResult stored = new ChatResult(
                Outcome.ANSWERED,
                "Well.\n<reasoning>a</reasoning>" + ANSWER,
                "b",
                "m",
                Usage.UNKNOWN,
                List.of(),
                "",
                true);

        assertThat(Thinking.apart(stored))
                .isEqualTo(new ChatResult(
                        Outcome.ANSWERED, "Well.\n\n" + ANSWER, "a\n\nb", "m", Usage.UNKNOWN, List.of(), "", true));
        assertThat(Thinking.apart(ChatResult.answered("[THINK]a")).outcome()).isEqualTo(Outcome.TRUNCATED);
        assertThat(Thinking.apart(ChatResult.answered("[THINK]a[/THINK]")).outcome())
                .isEqualTo(Outcome.EMPTY);
        assertThat(Thinking.apart(ChatResult.answered(ANSWER))).isEqualTo(ChatResult.answered(ANSWER));
    }

    /** A quadratic reader takes half an hour. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "<",
                "<think>",
                "</think>",
                "<think>a",
                "a</think>",
                "<think></think>",
                "`",
                "`<think>`",
                "```\n",
                "a <think> b ",
                "<|channel|>",
                "<|channel|>analysis",
                "<|end|>",
                "assistantfinal",
                "<think a=",
                " ",
                "<think> ",
                "<answer>",
                "</s>",
                "<|im_end|> ",
                "\n",
                "[THINK]",
                "```thinking\n",
                "<a",
                "here is my ",
                "<details type=",
                "<s>"
            })
    void hostileTextsAreReadInLinearTime(String piece) {
        String text = piece.repeat(400_000 / piece.length());

        assertTimeoutPreemptively(Duration.ofSeconds(30), () -> {
            assertThatCode(() -> ControlTokens.firstIn(Thinking.split(text).answer()))
                    .doesNotThrowAnyException();
            Thinking.split("<think>" + text);
            Thinking.split("<|channel|>analysis<|message|>" + text + "</think>");
        });
    }
}
