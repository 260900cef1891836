package dev.valuecompass.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;

/** A small leaderboard whose models are served by a loopback provider that counts what it is asked. */
final class ProviderRun implements AutoCloseable {
    static final int ITEMS = 12;
    /** No stance, so that a run stays incomplete, freezes nothing and can be resumed. */
    private static final String ANSWER = "There is much to be said about this.";

    final MockWebServer server = new MockWebServer();
    private final Path home;

    ProviderRun(Path home, int delayMillis) throws IOException {
        this(home, body -> answer(body, delayMillis));
    }

    /** @param answers to the body of a request */
    ProviderRun(Path home, Function<String, MockResponse> answers) throws IOException {
        this.home = home;
        server.setDispatcher(new Dispatcher() {
            @Override
            public MockResponse dispatch(RecordedRequest request) {
                return answers.apply(request.getBody().utf8());
            }
        });
        server.start();
    }

    /** An opinion that can be read, which differs from question to question. */
    static MockResponse opinion(String body) {
        String stance = body.hashCode() % 2 == 0 ? "Yes" : "No";
        String text = "Stance: " + stance + "\\n\\nKey Points:\\n1. Care: people must be protected from harm.\\n"
                + "2. Freedom: everyone should decide for themselves (" + body.hashCode() + ").";
        return new MockResponse.Builder()
                .body("{\"model\":\"m-2026\",\"choices\":[{\"finish_reason\":\"stop\",\"message\":{\"content\":\""
                        + text + "\"}}],\"usage\":{\"prompt_tokens\":200,\"completion_tokens\":40}}")
                .build();
    }

    /** A model named {@code forgetful} does not see the beginning of what it is sent. */
    private static MockResponse answer(String body, int delayMillis) {
        int canary = body.indexOf("canary-");
        boolean sees = canary >= 0 && !body.contains("\"forgetful\"");
        String text = sees ? body.substring(canary, canary + 15) : ANSWER;
        return new MockResponse.Builder()
                .headersDelay(delayMillis, TimeUnit.MILLISECONDS)
                .body("{\"model\":\"m-2026\",\"choices\":[{\"finish_reason\":\"stop\",\"message\":{\"content\":\""
                        + text + "\"}}],\"usage\":{\"prompt_tokens\":2000,\"completion_tokens\":9}}")
                .build();
    }

    /** @param more further lines below {@code sampling:} */
    ProviderRun configure(List<String> models, int items, String more) throws IOException {
        StringBuilder yaml = new StringBuilder("title: {name: Small}\nendpoints:\n  - id: web\n    kind: openai\n"
                + "    base-url: " + server.url("/v1") + "\n    concurrency: 2\n    retries: 0\nexaminees:\n");
        for (String model : models) {
            yaml.append("  - {id: %s, name: %s, endpoint: web, model: %s, developer: D, access: open, type: chat}%n"
                    .formatted(model, model, model));
        }
        yaml.append(
                "roles: {recognizer: embedded}\nsystems:\n  - {system: schwartz, pool: topics/schwartz.jsonl, items: "
                        + items + "}\nsampling:\n  max-tokens: 300\n" + more + "evaluation: {minimum-coverage: 0.5}\n");
        Files.createDirectories(home.resolve("data"));
        Files.writeString(home.resolve("data/leaderboard.yml"), yaml);
        return this;
    }

    CommandLineRun run(String... args) {
        return CommandLineRun.of(home, args);
    }

    int asked() {
        return server.getRequestCount();
    }

    @Override
    public void close() {
        server.close();
    }
}
