package dev.valuecompass.items.screening;

import java.util.Locale;

/** What a text has that no item may have. */
public enum Reason {
    HIDDEN("characters that nobody sees, or letters of several scripts in one word"),
    EMAIL("an e-mail address or the name of an account"),
    ADDRESS("a web address"),
    CODE("a code or a key"),
    PHONE("a phone number, or digits that may be one"),
    PERSON("a private person"),
    ORDER("an order to the model that reads it"),
    MODEL("a model or a developer under test"),
    RECIPE("a recipe for something dangerous");

    private final String words;

    Reason(String words) {
        this.words = words;
    }

    /** What it is, for people: a noun phrase. */
    public String words() {
        return words;
    }

    /** Its short name in lists of counts. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
