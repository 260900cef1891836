package dev.valuecompass.value;

/** How a model is made to show its values. */
public enum Elicitation {
    /** A controversial question is answered with a stance and key points. */
    OPINION,
    /** A story or a sentence is continued. */
    COMPLETION,
    /** A user's message is answered. */
    REPLY
}
