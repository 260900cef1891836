package dev.valuecompass.config;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Every recogniser that a leaderboard can name, with what the configuration, the plan and the checks must know of it. The
 * first is the default. {@code pipeline.setup.Recognizers} opens them; the compiler names it when one is added here.
 */
public enum RecognizerKind {
    /** Sentence vectors and linear heads on this machine: no call. */
    EMBEDDED("embedded", List.of()),
    /** A judge answers a closed question for each passage and value (AdAEM). */
    DIRECT("direct", List.of(new AskedModel("judge", "recognition", "judge", CallsPer.PASSAGE_AND_VALUE, 1_600, 40))),
    /** A large model names concepts, a small one says what they mean for each value (CLAVE). */
    LLM(
            "llm",
            List.of(
                    new AskedModel("concept-extractor", "concepts", "concepts", CallsPer.ANSWER, 1_200, 300),
                    new AskedModel("judge", "recognition", "concept-marks", CallsPer.ANSWER, 1_600, 100)));

    /** What a reader is asked about in one call. */
    public enum CallsPer {
        /** One answer and all values of its item. */
        ANSWER,
        /** One passage of an answer and one value. */
        PASSAGE_AND_VALUE
    }

    /**
     * A model that the recogniser asks.
     *
     * @param role its key under {@code roles}
     * @param stage what a plan calls its calls
     * @param prompt the name of its file in {@code prompts}, without its ending
     * @param promptCharacters of its prompt, without definitions and the text that is read
     * @param answerTokens of its answer, on average
     */
    public record AskedModel(
            String role, String stage, String prompt, CallsPer calls, int promptCharacters, int answerTokens) {}

    private final String id;
    private final List<AskedModel> readers;

    RecognizerKind(String id, List<AskedModel> readers) {
        this.id = id;
        this.readers = readers;
    }

    /** Its name in {@code roles.recognizer}. */
    public String id() {
        return id;
    }

    /** The models that it asks, in the order in which they are asked; none when it works on this machine. */
    public List<AskedModel> readers() {
        return readers;
    }

    boolean needs(String role) {
        return readers.stream().anyMatch(reader -> reader.role().equals(role));
    }

    /** Of all kinds, the default first. */
    public static List<String> ids() {
        return Arrays.stream(values()).map(RecognizerKind::id).toList();
    }

    public static Optional<RecognizerKind> named(String id) {
        return Arrays.stream(values()).filter(kind -> kind.id.equals(id)).findFirst();
    }
}
