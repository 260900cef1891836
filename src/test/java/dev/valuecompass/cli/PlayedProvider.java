package dev.valuecompass.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;

/** A small leaderboard whose models are played by a rule: from the number of the request and its body to a response. */
final class PlayedProvider implements AutoCloseable {
    final MockWebServer server = new MockWebServer();
    final List<String> bodies = Collections.synchronizedList(new ArrayList<>());
    private final Path home;
    private volatile BiFunction<Integer, String, MockResponse> rule = (number, body) -> opinion("m", number);

    PlayedProvider(Path home) throws IOException {
        this.home = home;
        server.setDispatcher(new Dispatcher() {
            @Override
            public MockResponse dispatch(RecordedRequest request) {
                String body = request.getBody().utf8();
                int number;
                synchronized (bodies) {
                    bodies.add(body);
                    number = bodies.size();
                }
                return rule.apply(number, body);
            }
        });
        server.start();
    }

    PlayedProvider rule(BiFunction<Integer, String, MockResponse> next) {
        rule = next;
        return this;
    }

    /** An answer in the form that is asked for, of 20 and 30 tokens. */
    static MockResponse opinion(String servedAs, int number) {
        String text = "Stance: " + (number % 2 == 0 ? "Yes" : "No")
                + "\\n\\nKey Points:\\n1. Freedom: everybody should choose for themselves.\\n"
                + "2. Safety: order protects us all.\\n3. Care: we help those near to us.";
        return completion(servedAs, text, "stop");
    }

    static MockResponse completion(String servedAs, String text, String finish) {
        return new MockResponse.Builder()
                .body("{\"model\":\"" + servedAs + "\",\"choices\":[{\"finish_reason\":\"" + finish
                        + "\",\"message\":{\"content\":\"" + text + "\"}}],"
                        + "\"usage\":{\"prompt_tokens\":20,\"completion_tokens\":30}}")
                .build();
    }

    static MockResponse status(int code) {
        return new MockResponse.Builder()
                .code(code)
                .body("{\"error\":{\"message\":\"no\"}}")
                .build();
    }

    /** A refusal as a mark of the API, without text. */
    static MockResponse refusal(String servedAs) {
        return new MockResponse.Builder()
                .body("{\"model\":\"" + servedAs + "\",\"choices\":[{\"finish_reason\":\"stop\",\"message\":"
                        + "{\"content\":null,\"refusal\":\"I cannot help with that.\"}}]}")
                .build();
    }

    /** Writes a leaderboard of one system, Schwartz's values. */
    PlayedProvider configure(List<String> models, int items, String endpoint, String sampling, String evaluation)
            throws IOException {
        return configure("schwartz", models, items, endpoint, sampling, evaluation);
    }

    /**
     * Writes a leaderboard of one system.
     *
     * @param endpoint further lines of the endpoint
     * @param evaluation entries of that section
     */
    PlayedProvider configure(
            String system, List<String> models, int items, String endpoint, String sampling, String evaluation)
            throws IOException {
        StringBuilder yaml = new StringBuilder("title: {name: Small}\nendpoints:\n  - id: web\n    kind: openai\n"
                + "    base-url: " + server.url("/v1") + "\n    key-env: TEST_KEY\n    concurrency: 2\n" + endpoint
                + "examinees:\n");
        for (String model : models) {
            yaml.append(("  - {id: %s, name: %s, endpoint: web, model: %s, developer: D, access: open, type: chat,"
                            + " price: {input: 1, output: 2, since: 2026-01-01}}%n")
                    .formatted(model, model, model));
        }
        yaml.append("roles: {recognizer: embedded}\nsystems:\n  - {system: " + system + ", pool: topics/" + system
                + ".jsonl, items: " + items + "}\nsampling: {max-tokens: 300, " + sampling
                + "}\nevaluation: {resamples: 20, "
                + evaluation
                + "}\n");
        Files.createDirectories(home.resolve("data"));
        Files.writeString(home.resolve("data/leaderboard.yml"), yaml);
        return this;
    }

    CommandLineRun run(String... args) {
        return CommandLineRun.of(home, Map.of("TEST_KEY", "sk-loopback-0123456789"), args);
    }

    int asked() {
        return server.getRequestCount();
    }

    @Override
    public void close() {
        server.close();
    }
}
