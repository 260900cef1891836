package dev.valuecompass.llm;

import dev.valuecompass.config.Endpoint;
import dev.valuecompass.config.EndpointFields;
import dev.valuecompass.config.Evaluation;
import dev.valuecompass.config.Examinee;
import dev.valuecompass.config.LeaderboardConfig;
import dev.valuecompass.config.RateLimits;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import mockwebserver3.MockWebServer;

/** A provider on the loopback, and what is configured to ask it and nothing else. */
public final class Loopback {
    private Loopback() {}

    /** One that runs, on any free port; whoever asks for it closes it. */
    public static MockWebServer server() {
        MockWebServer server = new MockWebServer();
        try {
            server.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return server;
    }

    /** It as the endpoint {@code web}. @param keyEnv may be empty */
    public static Endpoint endpoint(
            MockWebServer server, String keyEnv, int concurrency, Duration timeout, int retries) {
        return EndpointFields.builder()
                .id("web")
                .kind(Endpoint.Kind.OPENAI)
                .baseUrl(server.url("/v1").toString())
                .keyEnv(keyEnv)
                .file("")
                .profile("")
                .concurrency(concurrency)
                .timeout(timeout)
                .retries(retries)
                .limits(RateLimits.NONE)
                .batch(false)
                .build();
    }

    /** Without systems to evaluate. */
    public static LeaderboardConfig leaderboard(Endpoint endpoint, Examinee... examinees) {
        return new LeaderboardConfig(
                null,
                List.of(endpoint),
                List.of(examinees),
                null,
                List.of(),
                null,
                new Evaluation(7, 1, 10, 1, 0.9, null));
    }
}
