package dev.valuecompass.embedding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CachingTokensTest {
    /** One token a word, whose vector holds the word's length. */
    private static float[][] words(String text) {
        return List.of(text.split(" ")).stream()
                .map(word -> new float[] {word.length()})
                .toArray(float[][]::new);
    }

    @Test
    void aSentenceIsEncodedOnceWhereverItStands() {
        CachingTokens tokens = new CachingTokens(CachingTokensTest::words, 10);

        assertThat(tokens.tokens("Aa bbb. Cccc.")).isDeepEqualTo(new float[][] {{2}, {4}, {5}});
        assertThat(tokens.tokens("Cccc. Aa bbb.")).isDeepEqualTo(new float[][] {{5}, {2}, {4}});
        assertThat(tokens.encoded()).isEqualTo(2);
    }

    @Test
    void whatIsNotKeptIsEncodedAgain() {
        CachingTokens tokens = new CachingTokens(CachingTokensTest::words, 1);
        IntStream.range(0, 3).forEach(i -> tokens.tokens("Aa bbb. Cccc."));
        assertThat(tokens.encoded()).isEqualTo(6);
    }

    /** Ten threads at once ask for one sentence: it is encoded once. */
    @Test
    void threadsWaitForEachOther() {
        CachingTokens tokens = new CachingTokens(CachingTokensTest::words, 4);
        IntStream.range(0, 10).parallel().forEach(i -> tokens.tokens("Aa bbb."));
        assertThat(tokens.encoded()).isEqualTo(1);
    }

    /** The real model: the same text matches itself fully, a paraphrase better than another subject. */
    @Test
    void theModelTellsAParaphraseFromAnotherSubject() {
        try (E5Encoder encoder = new E5Encoder()) {
            CachingTokens tokens = new CachingTokens(encoder, 100);
            float[][] one = tokens.tokens("People should be free to choose their own work.");
            double same = GreedyMatch.of(one, one).f1();
            double near = GreedyMatch.of(one, tokens.tokens("Everyone ought to pick their job freely."))
                    .f1();
            double far = GreedyMatch.of(one, tokens.tokens("The river floods the valley every spring."))
                    .f1();

            assertThat(same).isEqualTo(1, within(1e-5));
            assertThat(near).isGreaterThan(far + 0.02);
            assertThat(one.length).isEqualTo(10);
        }
    }
}
