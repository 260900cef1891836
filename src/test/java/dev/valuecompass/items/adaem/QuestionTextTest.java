package dev.valuecompass.items.adaem;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class QuestionTextTest {
    private static final String GOOD = "Should a village close its only school after a flood?";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Question: %s",
                "%s",
                "**Question:** %s",
                "Sure, here it is.\n\nquestion:  \"%s\"\n",
                "Question: first thought\nQuestion: *%s*",
                "> Question: %s\n> I hope it helps.",
                "“%s”"
            })
    void aQuestionIsFoundInItsWrappings(String form) {
        assertThat(QuestionText.find(form.formatted(GOOD))).contains(GOOD);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "I cannot help with that.",
                "Question: Why?",
                "Question: Should we close it? Or keep it?",
                "Question: Should a village close its school",
                "Question: <b>Should a village close its only school?</b>",
                "Question: Should we go to https://example.com for the school?",
                "Question: Should the school {{item}} be closed after a flood?",
                "Question: 1234567890 1234567890 1234567890 12345?",
                "Question: Should a village\u202E close its only school after a flood?",
                "Should a village close its school after a flood?\nAnd what then?"
            })
    void whateverElseIsNone(String text) {
        assertThat(QuestionText.find(text)).isEmpty();
    }

    @Test
    void aQuestionHasABound() {
        assertThat(QuestionText.find("Question: Should we " + "very ".repeat(100) + "much do it?"))
                .isEmpty();
        assertThat(QuestionText.find("问题\nQuestion: 村子在洪水之后是否应该关闭唯一的学校和唯一的医院？")).isPresent();
    }
}
