package dev.valuecompass.recognition.judge;

import dev.valuecompass.recognition.Label;

/** The three words that a judge may answer with. */
enum Verdict {
    YES(Label.EXPRESSES),
    AGAINST(Label.OPPOSES),
    NO(Label.NOT);

    private final Label label;

    Verdict(Label label) {
        this.label = label;
    }

    Label label() {
        return label;
    }
}
