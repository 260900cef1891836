package dev.valuecompass.recognition.llm;

import dev.valuecompass.recognition.Label;

/** The three words that a judge may answer with. */
enum JudgeVerdict {
    YES(Label.EXPRESSES),
    AGAINST(Label.OPPOSES),
    NO(Label.NOT);

    private final Label label;

    JudgeVerdict(Label label) {
        this.label = label;
    }

    Label label() {
        return label;
    }
}
