package dev.valuecompass.site.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.valuecompass.recognition.Evidence;
import dev.valuecompass.site.SmallPeriod;
import dev.valuecompass.site.text.HighlightedText.ValueEvidence;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class HighlightedTextTest {
    private static final String TEXT = "0123456789";

    @Test
    void spansThatOverlapOrTouchBecomeOneMarkOfBothValues() {
        assertThat(HighlightedText.of(TEXT, List.of(marks("A", 2, 5), marks("B", 4, 6), marks("C", 6, 7))))
                .containsExactly(new Segment("01", null), new Segment("23456", "A, B, C"), new Segment("789", null));
    }

    @Test
    void spansWithinOthersAndOutOfOrderAreFine() {
        assertThat(HighlightedText.of(TEXT, List.of(marks("A", 8, 10), marks("B", 0, 3), marks("A", 1, 2))))
                .containsExactly(new Segment("012", "B, A"), new Segment("34567", null), new Segment("89", "A"));
    }

    @Test
    void spansBeyondTheTextAreCut() {
        assertThat(HighlightedText.of(TEXT, List.of(marks("A", 8, 99), marks("B", 40, 50))))
                .containsExactly(new Segment("01234567", null), new Segment("89", "A"));
    }

    @Test
    void noSpanPartsACharacter() {
        // The emoji takes two code units, 1 and 2; both spans cut through it.
        String text = "a\uD83D\uDE00b";
        assertThat(HighlightedText.of(text, List.of(marks("A", 2, 4))))
                .containsExactly(new Segment("a", null), new Segment("\uD83D\uDE00b", "A"));
        assertThat(HighlightedText.of(text, List.of(marks("A", 0, 2))))
                .containsExactly(new Segment("a\uD83D\uDE00", "A"), new Segment("b", null));
    }

    @Test
    void everyCharacterOfTheAnswerIsShownOnce() {
        List<Segment> segments = HighlightedText.of(
                SmallPeriod.ANSWER, List.of(marks("A", 3, 20), marks("B", 10, 40), marks("C", 50, 51)));
        assertThat(segments.stream().map(Segment::text).collect(Collectors.joining()))
                .isEqualTo(SmallPeriod.ANSWER);
    }

    @Test
    void veryLongAnswersAreCutBetweenCharacters() {
        String text = "a".repeat(HighlightedText.LONGEST - 1) + "\uD83D\uDE00".repeat(1000);
        assertThat(HighlightedText.shownLength(text)).isEqualTo(HighlightedText.LONGEST - 1);
        assertThat(HighlightedText.of(text, List.of(marks("A", HighlightedText.LONGEST - 2, text.length()))))
                .containsExactly(new Segment("a".repeat(HighlightedText.LONGEST - 2), null), new Segment("a", "A"));
    }

    private static ValueEvidence marks(String value, int start, int end) {
        return new ValueEvidence(value, List.of(new Evidence(start, end)));
    }
}
