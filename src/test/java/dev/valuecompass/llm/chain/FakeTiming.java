package dev.valuecompass.llm.chain;

import dev.valuecompass.llm.Timing;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** A clock that moves only when somebody sleeps. */
final class FakeTiming {
    final List<Duration> slept = Collections.synchronizedList(new ArrayList<>());
    private Instant now = Instant.parse("2026-11-01T00:00:00Z");

    Timing timing(double jitter) {
        return new Timing(this::now, this::sleep, () -> jitter);
    }

    synchronized Instant now() {
        return now;
    }

    private synchronized void sleep(Duration duration) {
        slept.add(duration);
        now = now.plus(duration);
    }

    /** Lets time go by while nobody sleeps. */
    synchronized void pass(Duration duration) {
        now = now.plus(duration);
    }
}
