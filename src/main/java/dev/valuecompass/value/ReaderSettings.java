package dev.valuecompass.value;

import dev.valuecompass.io.Range;
import dev.valuecompass.io.yaml.YamlMap;

/**
 * What the embedded recogniser sees of an answer to an item of one system, and how its weights are fitted. Systems differ: what
 * a story upholds is clear from its opening, whether a reply does harm from what was asked.
 *
 * @param prompt whether the item is read beside the answer
 * @param promptWords how many of its last words are read where it is joined, at least 1
 * @param parts what is scored of an answer that is no opinion
 * @param wording which similarities to the definitions count, beside what labelled examples teach
 * @param calibration what makes a probability of a score
 * @param opposes what tells that a value which is not shown is opposed
 * @param c inverse strength of the penalty on weights, above 0; systems of equal settings are fitted together
 */
public record ReaderSettings(
        Prompt prompt,
        int promptWords,
        Parts parts,
        Wording wording,
        Calibration calibration,
        Opposes opposes,
        double c) {

    /** Those of a system whose file says nothing. */
    public static final ReaderSettings DEFAULT = new ReaderSettings(
            Prompt.UNSEEN, 40, Parts.SENTENCES, Wording.COMPARED, Calibration.OBSERVED, Opposes.LEARNED, 1);

    private static final Range WORDS = Range.of(1, 400);
    private static final Range PENALTY = Range.of(0.001, 1000.0);

    /** How the item is read. */
    public enum Prompt {
        /** Not at all. */
        UNSEEN,
        /** Its last words and the answer are one text; the answer is read without them too, and the mean of both counts. */
        JOINED,
        /** As a text of its own, whose direction counts beside the answer's. */
        APART
    }

    /** What an answer is cut into. */
    public enum Parts {
        /** The whole and each pair of sentences; the clearest pair counts as much as the whole. */
        SENTENCES,
        /** Nothing. */
        WHOLE
    }

    /** What is asked of the similarity to the definitions. */
    public enum Wording {
        /** Nothing. */
        NONE,
        /** How near the answer is to the value's own definition and keywords: for values of which an answer may show many. */
        DEFINITION,
        /** Also whether it is nearer to the opposite, and to the other values of the system. */
        COMPARED
    }

    /** How often labels are taken to occur. */
    public enum Calibration {
        /** As often as among the labelled examples. */
        OBSERVED,
        /** Each as often as the others, where examples do not tell how often models do it. */
        BALANCED
    }

    /** What tells that a value which is not shown is opposed. */
    public enum Opposes {
        /** Also what pairs of texts for and against a value have in common, the same for all values. */
        STANCE,
        /** Only what labelled examples of the system teach. */
        LEARNED
    }

    static ReaderSettings read(YamlMap map) {
        ReaderSettings settings = new ReaderSettings(
                map.value("prompt").flatMap(v -> v.choice(Prompt.class)).orElse(DEFAULT.prompt),
                map.whole("prompt-words", WORDS, DEFAULT.promptWords),
                map.value("parts").flatMap(v -> v.choice(Parts.class)).orElse(DEFAULT.parts),
                map.value("wording").flatMap(v -> v.choice(Wording.class)).orElse(DEFAULT.wording),
                map.value("calibration")
                        .flatMap(v -> v.choice(Calibration.class))
                        .orElse(DEFAULT.calibration),
                map.value("opposes").flatMap(v -> v.choice(Opposes.class)).orElse(DEFAULT.opposes),
                map.number("c", PENALTY, DEFAULT.c));
        map.done();
        return settings;
    }
}
