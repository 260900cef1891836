package dev.valuecompass.llm.chain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.valuecompass.config.ConfigException;
import dev.valuecompass.llm.Attempt;
import dev.valuecompass.llm.Attempt.Fate;
import dev.valuecompass.llm.CallKey;
import dev.valuecompass.llm.ChatRequest;
import dev.valuecompass.llm.ChatResult;
import dev.valuecompass.llm.Connection;
import dev.valuecompass.llm.Message;
import dev.valuecompass.llm.Outcome;
import dev.valuecompass.llm.Purpose;
import dev.valuecompass.llm.Sampling;
import dev.valuecompass.llm.Timing;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class RetryingTest {
    private final FakeTiming time = new FakeTiming();

    /** Answers by a rule and notes when it was asked. */
    private final class Script implements Connection {
        final List<Instant> asked = new ArrayList<>();
        private final Function<Integer, Attempt> rule;

        Script(Function<Integer, Attempt> rule) {
            this.rule = rule;
        }

        @SuppressWarnings("unchecked")
        static <T extends Throwable> T unchecked(Throwable failure) throws T {
            throw (T) failure;
        }

        @Override
        public CallKey key(ChatRequest request) {
            return new CallKey(1, "t", "t", request.model(), request.messages(), Map.of(), request.sample());
        }

        @Override
        public synchronized Attempt attempt(ChatRequest request) {
            asked.add(time.now());
            return rule.apply(asked.size());
        }
    }

    private static Attempt failed(Fate fate, Duration delay) {
        return new Attempt(ChatResult.failed(Outcome.PROVIDER_ERROR, "HTTP 5xx"), fate, delay);
    }

    private static ChatRequest request() {
        return new ChatRequest(Purpose.REPLY, "e", "m", List.of(Message.user("q")), new Sampling(null, null, 10), 0);
    }

    private ChatResult ask(Connection connection, int retries) {
        Timing timing = time.timing(0);
        PacedConnection pacing =
                new PacedConnection(connection, PacedConnection.Terms.concurrent(4), timing, new Traffic());
        return new Retrying(pacing, RetryPolicy.of(retries, Duration.ofSeconds(60)), timing).ask(request());
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 5})
    void r31AttemptsAreRetriesPlusOneExactly(int retries) {
        Script script = new Script(n -> failed(Fate.TRANSIENT, null));
        ChatResult result = ask(script, retries);
        assertThat(script.asked).hasSize(retries + 1);
        assertThat(result.outcome()).isEqualTo(Outcome.PROVIDER_ERROR);
        assertThat(result.attemptErrors()).hasSize(retries + 1);
    }

    /** Whatever breaks on one response breaks on it alone, and is not tried again: it would break again. */
    @ParameterizedTest
    @ValueSource(classes = {StackOverflowError.class, ArithmeticException.class, AssertionError.class})
    void aResponseThatCannotBeReadIsOneFailedCall(Class<? extends Throwable> kind) throws ReflectiveOperationException {
        Throwable failure = kind.getConstructor().newInstance();
        Script script = new Script(number -> {
            throw Script.<RuntimeException>unchecked(failure);
        });
        ChatResult result = ask(script, 0);

        assertThat(result.outcome()).isEqualTo(Outcome.PROVIDER_ERROR);
        assertThat(result.detail()).contains("could not be read", kind.getSimpleName());
        assertThat(script.asked).hasSize(1);
    }

    @Test
    void aMissingKeyAndAnExhaustedMemoryAreNoAnswer() {
        for (Throwable end : new Throwable[] {new ConfigException(List.of()), new OutOfMemoryError()}) {
            Script script = new Script(number -> {
                throw Script.<RuntimeException>unchecked(end);
            });
            assertThatThrownBy(() -> ask(script, 0)).isSameAs(end);
        }
    }

    @Test
    void r9FailedAttemptsStayVisibleBehindASuccess() {
        Script script =
                new Script(n -> n < 3 ? failed(Fate.TRANSIENT, null) : Attempt.of(ChatResult.answered("at last")));
        ChatResult result = ask(script, 5);
        assertThat(result.text()).isEqualTo("at last");
        assertThat(result.attemptErrors()).containsExactly("HTTP 5xx", "HTTP 5xx");
    }

    @ParameterizedTest
    @EnumSource(
            value = Fate.class,
            names = {"FINAL", "HOPELESS"})
    void r23WhatWouldBeTheSameAgainIsNotRepeated(Fate fate) {
        Script script = new Script(n -> failed(fate, null));
        ask(script, 5);
        assertThat(script.asked).hasSize(1);
        assertThat(time.slept).isEmpty();
    }

    /** 0.5 s doubled: 0.5, 1, 2, 4, … up to 30 s; the jitter takes at most a quarter away. */
    @Test
    void r32OurOwnWaitsGrowAreJitteredAndCapped() {
        RetryPolicy policy = RetryPolicy.of(9, Duration.ofSeconds(60));
        Random random = new Random(1);
        for (int draw = 0; draw < 1_000; draw++) {
            int failures = 1 + draw % 60;
            double full = Math.min(0.5 * Math.pow(2, failures - 1), 30);
            assertThat(policy.backoff(failures, random.nextDouble()).toNanos() / 1e9)
                    .isBetween(0.75 * full, full + 1e-9);
        }
        ask(new Script(n -> failed(Fate.TRANSIENT, null)), 8);
        assertThat(time.slept.stream().map(Duration::toMillis))
                .containsExactly(500L, 1_000L, 2_000L, 4_000L, 8_000L, 16_000L, 30_000L, 30_000L);
    }

    @Test
    void r32OneCallEndsWhenItsTimeIsUp() {
        Script slow = new Script(n -> {
            sleepQuietly(Duration.ofSeconds(59));
            return failed(Fate.TRANSIENT, Duration.ofSeconds(100));
        });
        ask(slow, 20);
        Duration all = Duration.between(slow.asked.get(0), time.now());
        assertThat(all).isLessThanOrEqualTo(Duration.ofSeconds(60 * 21 + 600 + 60));
        assertThat(slow.asked).hasSizeLessThan(21);
    }

    private void sleepQuietly(Duration duration) {
        try {
            time.timing(0).sleeper().sleep(duration);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void r30TheDelayIsTheOneOfTheCurrentAttempt() {
        Script script = new Script(n -> n <= 3
                ? failed(Fate.RATE_LIMITED, Duration.ofSeconds(10L * n))
                : Attempt.of(ChatResult.answered("ok")));
        ask(script, 5);
        List<Long> gaps = new ArrayList<>();
        for (int i = 1; i < script.asked.size(); i++) {
            gaps.add(Duration.between(script.asked.get(i - 1), script.asked.get(i))
                    .toSeconds());
        }
        assertThat(gaps).containsExactly(10L, 20L, 30L);
    }

    @ParameterizedTest
    @ValueSource(longs = {7, 120})
    void r29AServersDelayIsWaitedForInFull(long seconds) {
        Script script = new Script(n -> n == 1
                ? failed(Fate.RATE_LIMITED, Duration.ofSeconds(seconds))
                : Attempt.of(ChatResult.answered("ok")));
        assertThat(ask(script, 1).text()).isEqualTo("ok");
        assertThat(Duration.between(script.asked.get(0), script.asked.get(1)))
                .isGreaterThanOrEqualTo(Duration.ofSeconds(seconds));
    }

    @ParameterizedTest
    @ValueSource(longs = {121, 24_367})
    void r29ALongerDelayIsNotShortenedButLeavesTheLaneAlone(long seconds) {
        Script script = new Script(n -> failed(Fate.RATE_LIMITED, Duration.ofSeconds(seconds)));
        Timing timing = time.timing(0);
        PacedConnection pacing =
                new PacedConnection(script, PacedConnection.Terms.concurrent(4), timing, new Traffic());
        Retrying retrying = new Retrying(pacing, RetryPolicy.of(5, Duration.ofSeconds(60)), timing);
        retrying.ask(request());
        ChatResult next = retrying.ask(request());
        assertThat(script.asked).hasSize(1);
        assertThat(next.outcome()).isEqualTo(Outcome.PROVIDER_ERROR);
        assertThat(next.detail())
                .contains("limited until " + script.asked.get(0).plusSeconds(seconds));
    }

    @Test
    void r33OneRefusalCoolsTheWholeLaneAndNoOther() {
        Script script = new Script(n ->
                n == 1 ? failed(Fate.RATE_LIMITED, Duration.ofSeconds(20)) : Attempt.of(ChatResult.answered("ok")));
        Timing timing = time.timing(0);
        PacedConnection pacing =
                new PacedConnection(script, PacedConnection.Terms.concurrent(64), timing, new Traffic());
        pacing.attempt(request(), "call", true);
        Instant refused = time.now();
        ChatRequest other = new ChatRequest(Purpose.REPLY, "e", "other", List.of(), new Sampling(null, null, 1), 0);
        pacing.attempt(other, "call", true);
        assertThat(script.asked.get(1)).isEqualTo(refused);
        for (int worker = 0; worker < 63; worker++) {
            pacing.attempt(request(), "call", true);
        }
        assertThat(script.asked.subList(2, 65)).allMatch(at -> !at.isBefore(refused.plusSeconds(20)));
    }

    @Test
    void noMoreRequestsOfALaneAreUnderWayThanAllowed() throws InterruptedException {
        AtomicInteger now = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        CountDownLatch full = new CountDownLatch(3);
        Connection slow = new Connection() {
            @Override
            public CallKey key(ChatRequest request) {
                throw new UnsupportedOperationException();
            }

            @Override
            public Attempt attempt(ChatRequest request) {
                most.accumulateAndGet(now.incrementAndGet(), Math::max);
                full.countDown();
                try {
                    full.await();
                } catch (InterruptedException e) {
                    throw new IllegalStateException(e);
                }
                now.decrementAndGet();
                return Attempt.of(ChatResult.answered("ok"));
            }
        };
        PacedConnection pacing =
                new PacedConnection(slow, PacedConnection.Terms.concurrent(3), Timing.system(), new Traffic());
        Thread[] threads = new Thread[20];
        Arrays.setAll(threads, i -> new Thread(() -> pacing.attempt(request(), "call", true)));
        Arrays.stream(threads).forEach(Thread::start);
        for (Thread thread : threads) {
            thread.join();
        }
        assertThat(most).hasValue(3);
    }

    @Test
    void anInterruptEndsTheWaitAsCancelled() {
        Thread.currentThread().interrupt();
        PacedConnection pacing = new PacedConnection(
                new Script(n -> failed(Fate.TRANSIENT, null)),
                PacedConnection.Terms.concurrent(1),
                Timing.system(),
                new Traffic());
        ChatResult result =
                new Retrying(pacing, RetryPolicy.of(3, Duration.ofSeconds(60)), Timing.system()).ask(request());
        assertThat(result.outcome()).isEqualTo(Outcome.CANCELLED);
        assertThat(Thread.interrupted()).isTrue();
    }
}
