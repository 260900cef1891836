package dev.valuecompass.llm.chain;

import static org.assertj.core.api.Assertions.assertThat;

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
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import org.junit.jupiter.api.Test;

/** The deadline of a whole run: nothing is sent after it, and nobody waits for what would be sent after it. */
class DeadlineTest {
    private final FakeTiming time = new FakeTiming();
    private final Traffic traffic = new Traffic();
    private int asked;

    private ChatResult ask(IntFunction<Attempt> rule) {
        Timing timing = time.timing(0);
        Connection connection = new Connection() {
            @Override
            public CallKey key(ChatRequest request) {
                return new CallKey(1, "t", "t", request.model(), request.messages(), Map.of(), request.sample());
            }

            @Override
            public Attempt attempt(ChatRequest request) {
                asked++;
                return rule.apply(asked);
            }
        };
        PacedConnection pacing = new PacedConnection(connection, PacedConnection.Terms.concurrent(1), timing, traffic);
        return new Retrying(pacing, RetryPolicy.of(9, Duration.ofSeconds(60)), timing)
                .ask(new ChatRequest(
                        Purpose.REPLY, "e", "m", List.of(Message.user("q")), new Sampling(null, null, 10), 0));
    }

    private static Attempt answered() {
        return Attempt.of(ChatResult.answered("yes"));
    }

    @Test
    void r21NothingIsSentOnceTheTimeIsUp() {
        traffic.closeAt(time.now().plusSeconds(60));
        assertThat(ask(n -> answered()).outcome()).isEqualTo(Outcome.ANSWERED);
        time.pass(Duration.ofSeconds(60));
        ChatResult late = ask(n -> answered());
        assertThat(late.outcome()).isEqualTo(Outcome.CANCELLED);
        assertThat(late.detail()).contains("the time of the run is up");
        assertThat(asked).isEqualTo(1);
    }

    /** Waits of 0.5, 1, 2 and 4 s fit into 10 s; the next one of 8 s would end after them, and is not begun. */
    @Test
    void r21NoWaitReachesBeyondTheEnd() {
        traffic.closeAt(time.now().plusSeconds(10));
        ChatResult result = ask(n ->
                new Attempt(ChatResult.failed(Outcome.PROVIDER_ERROR, "HTTP 503"), Fate.TRANSIENT, (Duration) null));
        assertThat(result.outcome()).isEqualTo(Outcome.CANCELLED);
        assertThat(result.attemptErrors()).hasSize(5).containsOnly("HTTP 503");
        assertThat(asked).isEqualTo(5);
        assertThat(time.slept)
                .containsExactly(
                        Duration.ofMillis(500), Duration.ofSeconds(1), Duration.ofSeconds(2), Duration.ofSeconds(4));
    }

    /** The server asks for 100 s, and the run has 30: what waits behind the refusal is given back at once. */
    @Test
    void r21APauseThatIsLongerThanTheRunIsNotWaitedFor() {
        traffic.closeAt(time.now().plusSeconds(30));
        ChatResult result = ask(n -> new Attempt(
                ChatResult.failed(Outcome.PROVIDER_ERROR, "HTTP 429"), Fate.RATE_LIMITED, Duration.ofSeconds(100)));
        assertThat(result.outcome()).isEqualTo(Outcome.CANCELLED);
        assertThat(asked).isEqualTo(1);
        assertThat(time.slept).isEmpty();
    }
}
