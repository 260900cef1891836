package dev.valuecompass.recognition.llm;

import dev.valuecompass.recognition.Label;
import java.util.Arrays;
import java.util.Optional;

/** The three words that a judge may answer with. */
enum JudgeVerdict {
    YES(Label.EXPRESSES),
    AGAINST(Label.OPPOSES),
    NO(Label.NOT);

    private final Label label;

    JudgeVerdict(Label label) {
        this.label = label;
    }

    /** The one of exactly this name, in capitals or not. */
    static Optional<JudgeVerdict> named(String text) {
        return Arrays.stream(values())
                .filter(verdict -> verdict.name().equalsIgnoreCase(text.strip()))
                .findFirst();
    }

    Label label() {
        return label;
    }
}
