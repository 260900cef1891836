package dev.valuecompass.config;

import java.util.List;

/**
 * What models do besides being tested. Names are ids of examinees.
 *
 * @param judge the model behind {@code direct}, and the small model of {@code llm}; empty when none is needed
 * @param conceptExtractor the large model of {@code llm}; empty when none is needed
 * @param explorers the cheap panel P1 that proposes and refines items
 * @param scorers the strong panel P2 whose answers give the final reward
 * @param generator writes items of a wanted discriminative power; empty when not used
 * @param judgeMaxTokens the longest verdict of judge and concept extractor, with what they think before it
 * @param generatorMaxTokens the longest text of the generator, likewise
 */
public record Roles(
        RecognizerKind recognizer,
        String judge,
        String conceptExtractor,
        List<String> explorers,
        List<String> scorers,
        String generator,
        int judgeMaxTokens,
        int generatorMaxTokens) {
    /** Enough for a verdict behind a page or two of thoughts. */
    public static final int JUDGE_MAX_TOKENS = 4_096;

    public static final int GENERATOR_MAX_TOKENS = 4_096;

    /** With the usual limits. */
    public Roles(
            RecognizerKind recognizer,
            String judge,
            String conceptExtractor,
            List<String> explorers,
            List<String> scorers,
            String generator) {
        this(
                recognizer,
                judge,
                conceptExtractor,
                explorers,
                scorers,
                generator,
                JUDGE_MAX_TOKENS,
                GENERATOR_MAX_TOKENS);
    }

    /** The examinee that has the role of a recogniser's reader: {@code judge} or {@code concept-extractor}. */
    public String reader(String role) {
        return switch (role) {
            case "judge" -> judge;
            case "concept-extractor" -> conceptExtractor;
            default -> throw new IllegalArgumentException("no reader has the role " + role);
        };
    }
}
