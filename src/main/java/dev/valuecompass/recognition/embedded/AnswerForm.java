package dev.valuecompass.recognition.embedded;

import java.util.Locale;

/** How an answer is laid out, which changes what its parts mean. */
enum AnswerForm {
    /** A stance with key points, each read on its own. */
    OPINION,
    /** Anything else, read as a whole. */
    FREE;

    /** As weights name it. */
    String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
