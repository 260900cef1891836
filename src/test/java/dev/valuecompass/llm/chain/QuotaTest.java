package dev.valuecompass.llm.chain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.valuecompass.config.Endpoint;
import dev.valuecompass.config.EndpointFields;
import dev.valuecompass.config.LeaderboardConfig;
import dev.valuecompass.config.RateLimits;
import dev.valuecompass.io.DataFolder;
import dev.valuecompass.llm.ChatRequest;
import dev.valuecompass.llm.ChatResult;
import dev.valuecompass.llm.Loopback;
import dev.valuecompass.llm.Message;
import dev.valuecompass.llm.Outcome;
import dev.valuecompass.llm.Purpose;
import dev.valuecompass.llm.Sampling;
import dev.valuecompass.llm.store.RunStore;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import okhttp3.Headers;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** R36: so many a minute, so many a day, and what the provider's headers say is left. */
class QuotaTest {
    @TempDir
    Path folder;

    @AutoClose
    private final MockWebServer server = Loopback.server();

    private final FakeTiming time = new FakeTiming();
    private final List<Instant> asked = new ArrayList<>();

    @BeforeEach
    void answer() {
        answer(Headers.of());
    }

    private void answer(Headers headers) {
        server.setDispatcher(new Dispatcher() {
            @Override
            public MockResponse dispatch(RecordedRequest request) {
                synchronized (asked) {
                    asked.add(time.now());
                }
                return new MockResponse.Builder()
                        .headers(headers)
                        .body("{\"choices\":[{\"finish_reason\":\"stop\",\"message\":{\"content\":\"fine\"}}],"
                                + "\"usage\":{\"prompt_tokens\":20,\"completion_tokens\":80}}")
                        .build();
            }
        });
    }

    private List<ChatResult> run(RateLimits limits, int from, int to) {
        Endpoint endpoint = EndpointFields.builder()
                .id("web")
                .kind(Endpoint.Kind.OPENAI)
                .baseUrl(server.url("/v1").toString())
                .keyEnv("")
                .file("")
                .profile("")
                .concurrency(4)
                .timeout(Duration.ofSeconds(20))
                .retries(1)
                .limits(limits)
                .batch(false)
                .build();
        LeaderboardConfig leaderboard = Loopback.leaderboard(endpoint);
        List<ChatResult> results = new ArrayList<>();
        try (RunStore store = RunStore.open(folder.resolve("run.db"));
                ChatModels chat =
                        ChatModels.open(leaderboard, DataFolder.over(folder), store, Map.of(), time.timing(0))) {
            for (int item = from; item < to; item++) {
                results.add(chat.ask(request(item)));
            }
            parked = chat.parked();
        }
        return results;
    }

    private List<SuspendedModel> parked = List.of();

    private static ChatRequest request(int item) {
        return new ChatRequest(
                Purpose.REPLY, "web", "m", List.of(Message.user("item " + item)), new Sampling(null, null, 100), 0);
    }

    private List<Long> millisBetween() {
        List<Long> gaps = new ArrayList<>();
        for (int i = 1; i < asked.size(); i++) {
            gaps.add(Duration.between(asked.get(i - 1), asked.get(i)).toMillis());
        }
        return gaps;
    }

    /** 30 a minute is one each 2 s; the first second's worth is less than one. */
    @Test
    void r36RequestsAMinuteAreSpacedOut() {
        run(new RateLimits(30, null, null, ZoneOffset.UTC), 0, 4);
        assertThat(asked).hasSize(4);
        assertThat(Duration.between(asked.get(0), asked.get(3)))
                .isBetween(Duration.ofMillis(5_000), Duration.ofMillis(6_000));
    }

    /** 600 tokens a minute; each request is counted with 1 + 100 tokens, of which the provider used 100: 10 s each. */
    @Test
    void r36TokensAMinuteFollowTheProvidersOwnCount() {
        run(new RateLimits(null, 600, null, ZoneOffset.UTC), 0, 5);
        assertThat(millisBetween().subList(1, 4))
                .allSatisfy(gap -> assertThat(gap).isBetween(9_900L, 10_300L));
    }

    @Test
    void r36TheCountOfADaySurvivesTheProcessAndEndsAtItsMidnight() {
        RateLimits daily = new RateLimits(null, null, 5, ZoneId.of("America/Los_Angeles"));
        assertThat(run(daily, 0, 3)).allMatch(result -> result.outcome() == Outcome.ANSWERED);
        List<ChatResult> second = run(daily, 3, 9);
        assertThat(asked).hasSize(5);
        assertThat(second)
                .filteredOn(result -> result.outcome() == Outcome.ANSWERED)
                .hasSize(2);
        // 2026-11-01T00:00Z is the evening before in Los Angeles, which is seven hours behind until that night.
        assertThat(second.get(2).detail())
                .isEqualTo("not sent: m at web is not asked any more, limited until 2026-11-01T07:00:00Z:"
                        + " 5 requests a day are used up");
        assertThat(parked)
                .extracting(SuspendedModel::limitedUntil)
                .containsExactly(Instant.parse("2026-11-01T07:00:00Z"));

        run(daily, 5, 9);
        assertThat(asked).hasSize(5);
        time.pass(Duration.ofHours(8));
        assertThat(run(daily, 0, 9)).allMatch(result -> result.outcome() == Outcome.ANSWERED);
        assertThat(asked).hasSize(9);
    }

    @Test
    void r29ALimitThatTheProviderSetIsKeptAcrossProcesses() {
        server.setDispatcher(new Dispatcher() {
            @Override
            public MockResponse dispatch(RecordedRequest request) {
                asked.add(time.now());
                return new MockResponse.Builder()
                        .code(429)
                        .addHeader("Retry-After", "24367")
                        .body("{\"error\":{\"message\":\"daily quota\"}}")
                        .build();
            }
        });
        run(RateLimits.NONE, 0, 3);
        assertThat(asked).hasSize(1);
        Instant until = asked.get(0).plusSeconds(24_367);
        time.pass(Duration.ofMinutes(5));
        assertThat(run(RateLimits.NONE, 0, 3))
                .extracting(ChatResult::detail)
                .allMatch(detail -> detail.contains("limited until " + until));
        assertThat(asked).hasSize(1);
        assertThat(parked).extracting(SuspendedModel::limitedUntil).containsExactly(until);

        time.pass(Duration.ofSeconds(24_367));
        answer(Headers.of());
        assertThat(run(RateLimits.NONE, 0, 3)).allMatch(result -> result.outcome() == Outcome.ANSWERED);
    }

    @Test
    void r36AnAllowanceThatIsUsedUpIsWaitedFor() {
        answer(Headers.of(
                "x-ratelimit-remaining-requests", "7",
                "x-ratelimit-reset-requests", "50s",
                "x-ratelimit-remaining-tokens", "99",
                "x-ratelimit-reset-tokens", "6s"));
        run(RateLimits.NONE, 0, 3);
        // A request takes 100 tokens, so 99 are too few for another; 7 requests are not.
        assertThat(millisBetween()).containsExactly(6_000L, 6_000L);
    }

    @Test
    void r35RetryAfterOnAResponseThatSucceededMeansNothing() {
        answer(Headers.of(
                "Retry-After", "30", "x-ratelimit-remaining-requests", "-1", "x-ratelimit-reset-requests", "9"));
        run(RateLimits.NONE, 0, 3);
        assertThat(millisBetween()).containsExactly(0L, 0L);
    }
}
