package dev.valuecompass.importing.exchange;

import java.util.Map;
import java.util.TreeMap;

/** What the format keeps as texts by name; what is not known has no entry. */
final class EveryEvalDetails {
    private final Map<String, String> texts = new TreeMap<>();

    /** @param value null, or an empty text, for nothing */
    EveryEvalDetails put(String name, Object value) {
        if (value != null && !value.toString().isEmpty()) {
            texts.put(name, value.toString());
        }
        return this;
    }

    Map<String, String> texts() {
        return texts;
    }
}
