package dev.valuecompass.recognition;

import java.util.Arrays;
import java.util.Optional;

/** What an answer says about a value; each label has the one character by which it is frozen in a snapshot. */
public enum Label {
    /** Expresses the value, or conforms to it. */
    EXPRESSES('+'),
    /** Says nothing about it, or merely mentions it. */
    NOT('.'),
    /** Opposes or violates it. */
    OPPOSES('-');

    private final char code;

    Label(char code) {
        this.code = code;
    }

    /** Whether a character is the code of a label. */
    public static boolean isCode(char c) {
        return c == EXPRESSES.code || c == NOT.code || c == OPPOSES.code;
    }

    /** The label of a code; empty where a character is none. */
    public static Optional<Label> of(char code) {
        return Arrays.stream(values()).filter(label -> label.code == code).findFirst();
    }

    /** As frozen in {@code labels/}: {@code +}, {@code .} or {@code -}. */
    public char code() {
        return code;
    }
}
