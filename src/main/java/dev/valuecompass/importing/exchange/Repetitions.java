package dev.valuecompass.importing.exchange;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Numbers what comes several times under one name, for programs that do not number repetitions themselves. */
final class Repetitions {
    private final Map<List<String>, Integer> seen = new HashMap<>();

    /** From 1. */
    int next(String... name) {
        return seen.merge(List.of(name), 1, Integer::sum);
    }
}
