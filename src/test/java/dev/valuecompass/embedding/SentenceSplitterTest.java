package dev.valuecompass.embedding;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SentenceSplitterTest {
    private final SentenceSplitter splitter = new SentenceSplitter();

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    One. Two! Three? | One. / Two! / Three?
                    Dr. Smith met Mr. Jones at 3.5 km. They spoke. | Dr. Smith met Mr. Jones at 3.5 km. / They spoke.
                    Use care, e.g. gloves. It helps. | Use care, e.g. gloves. / It helps.
                    J. R. Smith wrote it. So did I. Then we left. | J. R. Smith wrote it. / So did I. / Then we left.
                    "Stop!" he said. She did. | "Stop!" he said. / She did.
                    Really?! Yes... perhaps. | Really?! / Yes... perhaps.
                    See example.com. Go there. | See example.com. / Go there.
                    自由很重要。我们同意！对吗？ | 自由很重要。 / 我们同意！ / 对吗？
                    **Bold claim.** Next *one*. | Bold claim. / Next *one*.
                    No end | No end
                    """)
    void endsSentencesWhereAReaderWould(String text, String expected) {
        assertThat(splitter.split(text).stream().map(Sentence::text)).containsExactly(expected.split(" / "));
    }

    @Test
    void listsHeadingsAndQuotesLoseTheirMarkersAndKeepTheirPlace() {
        String text = "## Key Points\n\n1. **Freedom**: People choose. It matters.\n- (a) second\n> 2) third\n---\n";
        List<Sentence> sentences = splitter.split(text);
        assertThat(sentences.stream().map(Sentence::text))
                .containsExactly("Key Points", "Freedom**: People choose.", "It matters.", "second", "third");
        assertThat(sentences)
                .allSatisfy(s -> assertThat(text.substring(s.start(), s.end())).isEqualTo(s.text()));
    }

    @Test
    void textWithoutAnEndIsCutAndNothingIsLost() {
        String text = "word ".repeat(2_000).strip();
        List<Sentence> sentences = splitter.split(text);
        assertThat(sentences)
                .allSatisfy(s -> assertThat(s.text().length()).isLessThanOrEqualTo(SentenceSplitter.LONGEST));
        assertThat(String.join(" ", sentences.stream().map(Sentence::text).toList()))
                .isEqualTo(text);
    }

    @Test
    void neverCutsACharacterInHalf() {
        String text = "\uD83D\uDE00".repeat(3_000) + "a";
        assertThat(splitter.split("a" + text)).allSatisfy(s -> {
            assertThat(Character.isLowSurrogate(s.text().charAt(0))).isFalse();
            assertThat(Character.isHighSurrogate(s.text().charAt(s.text().length() - 1)))
                    .isFalse();
        });
    }

    @Test
    void blankAndPunctuationOnlyTextHasNoSentences() {
        assertThat(splitter.split("")).isEmpty();
        assertThat(splitter.split(" \n\n ... !!! \n *** \n")).isEmpty();
    }
}
