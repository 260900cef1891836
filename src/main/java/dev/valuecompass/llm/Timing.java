package dev.valuecompass.llm;

import java.time.Duration;
import java.time.InstantSource;
import java.util.function.DoubleSupplier;

/**
 * Time and chance as the chain around an endpoint sees them; tests bring their own.
 *
 * @param jitter a fresh number in [0, 1) at each call, from any thread
 */
public record Timing(InstantSource clock, Sleeper sleeper, DoubleSupplier jitter) {
    /** Waits. */
    @FunctionalInterface
    public interface Sleeper {
        void sleep(Duration duration) throws InterruptedException;
    }

    /** The machine's clock. Jitter decides only when something is sent, never what comes out. */
    public static Timing system() {
        return new Timing(
                InstantSource.system(),
                duration -> Thread.sleep(duration.toMillis(), duration.toNanosPart() % 1_000_000),
                () -> java.util.concurrent.ThreadLocalRandom.current().nextDouble());
    }
}
