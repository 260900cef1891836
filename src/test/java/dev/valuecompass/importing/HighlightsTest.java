package dev.valuecompass.importing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.valuecompass.recognition.Evidence;
import org.junit.jupiter.api.Test;

class HighlightsTest {
    @Test
    void marksBecomeSpans() {
        assertThat(Highlights.spans("ab cd ef", "<i>ab</i> cd <i>ef</i>"))
                .hasValueSatisfying(spans -> assertThat(spans).containsExactly(new Evidence(0, 2), new Evidence(6, 8)));
    }

    @Test
    void noMarkIsNoSpan() {
        assertThat(Highlights.spans("ab", "ab"))
                .hasValueSatisfying(spans -> assertThat(spans).isEmpty());
    }

    @Test
    void markupOfTheAnswerItselfIsText() {
        assertThat(Highlights.spans("a <b>c</b>", "a <i><b>c</b></i>"))
                .hasValueSatisfying(spans -> assertThat(spans).containsExactly(new Evidence(2, 10)));
        assertThat(Highlights.spans("x<i>y", "x<i>y"))
                .hasValueSatisfying(spans -> assertThat(spans).isEmpty());
    }

    @Test
    void anotherTextOrAnUnclosedMarkIsNoHighlight() {
        assertThat(Highlights.spans("ab", "<i>ac</i>")).isEmpty();
        assertThat(Highlights.spans("ab", "<i>ab")).isEmpty();
        assertThat(Highlights.spans("ab", "a")).isEmpty();
    }
}
