package dev.valuecompass.llm.openai;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
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
}
