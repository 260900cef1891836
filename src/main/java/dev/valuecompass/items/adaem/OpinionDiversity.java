package dev.valuecompass.items.adaem;

import dev.valuecompass.embedding.GreedyMatch;
import dev.valuecompass.embedding.TokenEncoder;
import java.util.List;

/** How little what models say overlaps, word by word: {@code R_OD}, with embeddings made on this machine. */
public final class OpinionDiversity {
    private final TokenEncoder encoder;

    public OpinionDiversity(TokenEncoder encoder) {
        this.encoder = encoder;
    }

    /**
     * The mean over pairs of models of 1 − F1 between all that one and all that the other says, in [0, 1].
     *
     * @param answers of two models or more
     */
    double of(List<PanelAnswer> answers) {
        List<float[][]> tokens = answers.stream()
                .map(answer -> encoder.tokens(String.join("\n", answer.opinions())))
                .toList();
        double sum = 0;
        int pairs = 0;
        for (int a = 0; a < tokens.size(); a++) {
            for (int b = a + 1; b < tokens.size(); b++) {
                sum += 1
                        - Math.min(
                                1, GreedyMatch.of(tokens.get(a), tokens.get(b)).f1());
                pairs++;
            }
        }
        return sum / pairs;
    }
}
