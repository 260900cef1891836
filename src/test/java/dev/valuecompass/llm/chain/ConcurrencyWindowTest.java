package dev.valuecompass.llm.chain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.valuecompass.llm.Attempt;
import dev.valuecompass.llm.Attempt.Fate;
import dev.valuecompass.llm.ChatResult;
import dev.valuecompass.llm.Outcome;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.PriorityQueue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** R34: concurrency that grows while all goes well and gives way when the provider refuses. */
class ConcurrencyWindowTest {
    /** So many are under way, and as many as go in are served. */
    static void roundTrip(ConcurrencyWindow window) throws InterruptedException {
        int size = window.size();
        for (int i = 0; i < size; i++) {
            window.enter();
        }
        for (int i = 0; i < size; i++) {
            window.served();
            window.leave();
        }
    }

    /** The first one of a round trip finds all places taken; so does each whose predecessor made a new place. */
    @Test
    void r34DoublesUntilTheFirstRefusalAndStaysInItsBounds() throws InterruptedException {
        ConcurrencyWindow window = new ConcurrencyWindow(64);
        assertThat(window.size()).isEqualTo(8);
        for (int trip = 0; trip < 60; trip++) {
            roundTrip(window);
        }
        assertThat(window.size()).isEqualTo(64);
        assertThat(new ConcurrencyWindow(3).size()).isEqualTo(3);
    }

    @Test
    void r34AllThatComesBackOfOneRefusalCutsOnce() {
        ConcurrencyWindow window = new ConcurrencyWindow(8);
        int before = window.episode();
        assertThat(window.refused(before)).isTrue();
        for (int i = 0; i < 7; i++) {
            assertThat(window.refused(before)).isFalse();
        }
        assertThat(window.size()).isEqualTo(6);
        assertThat(window.refused(window.episode())).isTrue();
        assertThat(window.size()).isEqualTo(4);
        for (int i = 0; i < 9; i++) {
            window.refused(window.episode());
        }
        assertThat(window.size()).isEqualTo(1);
        assertThat(window.least()).isEqualTo(1);
        assertThat(window.cuts()).isEqualTo(11);
    }

    @Test
    void r34FaultsPauseGrowthAndDoNotCut() throws InterruptedException {
        ConcurrencyWindow window = new ConcurrencyWindow(64);
        window.troubled();
        for (int i = 0; i < 8; i++) {
            window.enter();
        }
        for (int i = 0; i < 8; i++) {
            window.served();
        }
        assertThat(window.size()).isEqualTo(8);
        for (int i = 0; i < 8; i++) {
            window.served();
        }
        assertThat(window.size()).isEqualTo(9);
        assertThat(window.cuts()).isZero();
    }

    @Test
    void r34IdlePlacesAndRepeatedAttemptsAreNoReasonToGrow() {
        ModelQueue lane = new ModelQueue("web", "m", PacedConnection.Terms.concurrent(64));
        Instant now = Instant.parse("2026-11-01T00:00:00Z");
        for (int i = 0; i < 100; i++) {
            lane.learn(new ModelQueue.Sent(0, now, true, 0), Attempt.of(ChatResult.answered("ok")), now);
        }
        assertThat(lane.window.size()).isEqualTo(8);
    }

    private record Event(long nanos, int number, boolean sent, boolean served, ModelQueue.Sent of) {}

    /**
     * A provider that lets so many requests a second through and refuses the others at once, in simulated time.
     *
     * @param told whether it says how long to wait
     */
    private static final class Provider {
        private final double rate;
        private double tokens;
        private long last;

        Provider(double rate, double burst) {
            this.rate = rate;
            this.tokens = burst;
        }

        boolean takes(long nanos, double burst) {
            tokens = Math.min(burst, tokens + (nanos - last) / 1e9 * rate);
            last = nanos;
            boolean takes = tokens >= 1;
            tokens -= takes ? 1 : 0;
            return takes;
        }

        Duration untilNext() {
            return Duration.ofNanos((long) (Math.max(0.001, (1 - tokens) / rate) * 1e9));
        }
    }

    /** A lane that always has something to ask, for two minutes, and for ten where a request takes long. */
    @ParameterizedTest
    @CsvSource({
        "50,10,200,64,120,0.8",
        "100,20,400,256,120,0.8",
        "20,20,1000,64,120,0.8",
        "5,5,3000,64,600,0.9",
        "2,2,6000,32,600,0.8",
        "1,5,20000,64,600,0.7",
        "20,60,6000,256,600,0.7",
        "20,5,6000,256,600,0.65"
    })
    void r34FewAreRefusedAndLittleIsWasted(double rate, double burst, int millis, int most, int seconds, double least)
            throws InterruptedException {
        ModelQueue lane = new ModelQueue("web", "m", PacedConnection.Terms.concurrent(most));
        Provider provider = new Provider(rate, burst);
        Instant start = Instant.parse("2026-11-01T00:00:00Z");
        PriorityQueue<Event> events =
                new PriorityQueue<>(Comparator.comparingLong(Event::nanos).thenComparingInt(Event::number));
        int underWay = 0;
        int number = 0;
        int served = 0;
        int refused = 0;
        long now = 0;
        long wake = 0;
        while (now < seconds * 1e9) {
            long pause = lane.pause(start.plusNanos(now)).toNanos();
            while (pause <= 0 && underWay < lane.window.size()) {
                underWay++;
                lane.window.enter();
                long at = now + lane.book(start.plusNanos(now), 0).toNanos();
                events.add(new Event(at, number++, true, false, null));
            }
            if (pause > 0 && now + pause != wake) {
                wake = now + pause;
                events.add(new Event(wake, number++, false, false, null));
            }
            Event event = events.remove();
            now = event.nanos();
            Instant instant = start.plusNanos(now);
            if (event.sent() && lane.pause(instant).compareTo(Duration.ZERO) > 0) {
                events.add(new Event(
                        now + lane.pause(instant).toNanos() + number % 50 * 1_000_000L, number++, true, false, null));
            } else if (event.sent()) {
                boolean takes = provider.takes(now, burst);
                ModelQueue.Sent sent = new ModelQueue.Sent(lane.window.episode(), instant, true, 0);
                long took = (takes ? millis : 20) * 1_000_000L + number % 7 * 2_000_000L;
                events.add(new Event(now + took, number++, false, takes, sent));
            } else if (event.of() != null) {
                Attempt attempt = event.served()
                        ? Attempt.of(ChatResult.answered("ok"))
                        : new Attempt(
                                ChatResult.failed(Outcome.PROVIDER_ERROR, "HTTP 429"),
                                Fate.RATE_LIMITED,
                                provider.untilNext());
                lane.learn(event.of(), attempt, instant);
                lane.window.leave();
                underWay--;
                served += event.served() ? 1 : 0;
                refused += event.served() ? 0 : 1;
            }
        }
        assertThat(refused / (double) (served + refused)).isLessThan(0.05);
        assertThat(served / (seconds * rate)).isGreaterThan(least);
        QueueHistory history = lane.history(most);
        assertThat(history.cuts()).isPositive();
        assertThat(history.least()).isLessThan(most);
    }
}
