package dev.valuecompass.llm.chain;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Consumer;

/** What went out since opening, until when anything does, and which models are parked; all endpoints of a run share it. Safe for many threads. */
final class Traffic {
    private final Map<String, LongAdder> calls = new ConcurrentHashMap<>();
    private final List<SuspendedModel> parked = new ArrayList<>();
    private Consumer<SuspendedModel> listener = one -> {};
    private volatile Instant closing = Instant.MAX;

    void sent(String model) {
        calls.computeIfAbsent(model, name -> new LongAdder()).increment();
    }

    /** Requests by model name. */
    Map<String, Long> calls() {
        Map<String, Long> counted = new TreeMap<>();
        calls.forEach((model, count) -> counted.put(model, count.sum()));
        return counted;
    }

    void closeAt(Instant time) {
        closing = time;
    }

    /** From when on nothing is sent. */
    Instant closing() {
        return closing;
    }

    synchronized void listener(Consumer<SuspendedModel> one) {
        listener = one;
    }

    synchronized void park(SuspendedModel one) {
        parked.add(one);
        listener.accept(one);
    }

    synchronized List<SuspendedModel> parked() {
        return parked.stream()
                .sorted(Comparator.comparing(SuspendedModel::endpoint).thenComparing(SuspendedModel::model))
                .toList();
    }
}
