package dev.valuecompass.embedding;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The states of the texts that were encoded last, up to so many numbers in all. Safe for many threads; nobody writes to what is kept. */
final class RecentStates {
    private final int most;
    private final Map<String, float[]> byText = new LinkedHashMap<>();
    private int numbers;

    /** @param most numbers kept, of 4 bytes each; a text with more by itself is not kept */
    RecentStates(int most) {
        this.most = most;
    }

    synchronized void keep(String text, float[] states) {
        if (states.length > most || byText.putIfAbsent(text, states) != null) {
            return;
        }
        numbers += states.length;
        while (numbers > most) {
            String oldest = byText.keySet().iterator().next();
            numbers -= byText.remove(oldest).length;
        }
    }

    synchronized Optional<float[]> of(String text) {
        return Optional.ofNullable(byText.get(text));
    }
}
