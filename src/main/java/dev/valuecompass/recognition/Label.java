package dev.valuecompass.recognition;

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

    /** As frozen in {@code labels/}: {@code +}, {@code .} or {@code -}. */
    public char code() {
        return code;
    }
}
