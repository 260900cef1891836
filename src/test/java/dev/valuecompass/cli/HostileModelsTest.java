package dev.valuecompass.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.valuecompass.io.Json;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import mockwebserver3.MockResponse;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Models side by side whose responses are built to break who reads them: each breaks its own at most. */
@Tag("slow")
class HostileModelsTest {
    private static final int ITEMS = 4;
    private static final String POINTS = "\n2. People deserve their freedom.\n3. Rules keep us from harm.";
    private static final String HONEST = "Stance: Yes\n1. Tradition holds communities together." + POINTS;

    @TempDir
    Path home;

    /** Repetition loops, as models fall into them. */
    private static Map<String, String> loops() {
        Map<String, String> loops = new LinkedHashMap<>();
        loops.put("loop-articles", "It leads to " + "the ".repeat(400));
        loops.put("loop-letters", "This leads to " + "a ".repeat(500));
        loops.put("loop-address", "Dear " + "an automated ".repeat(60));
        loops.put("loop-apostrophes", "a'".repeat(3_000) + "a");
        loops.put("loop-quotes", "\"“".repeat(3_000));
        loops.put("loop-marks", "a" + "\u0301\u0323".repeat(3_000));
        loops.put("loop-brackets", "{\"a\":[".repeat(800));
        return loops;
    }

    private static MockResponse text(String content) {
        return new MockResponse.Builder()
                .body(Json.line(Map.of(
                        "model", "m",
                        "choices", List.of(Map.of("finish_reason", "stop", "message", Map.of("content", content))),
                        "usage", Map.of("prompt_tokens", 20, "completion_tokens", 30))))
                .build();
    }

    private static MockResponse counting(String usage) {
        return new MockResponse.Builder()
                .body("{\"choices\":[{\"finish_reason\":\"stop\",\"message\":{\"content\":" + Json.line(HONEST)
                        + "}}],\"usage\":{\"prompt_tokens\":20,\"completion_tokens\":30," + usage + "}}")
                .build();
    }

    private static MockResponse page(int status, String body) {
        return new MockResponse.Builder().code(status).body(body).build();
    }

    /** By model, what each of its requests gets. */
    private static Map<String, MockResponse> played() {
        Map<String, MockResponse> played = new LinkedHashMap<>();
        played.put("honest", text(HONEST));
        loops().forEach((model, point) -> played.put(model, text("Stance: Yes\n1. " + point + POINTS)));
        played.put("thinking", text("<think>" + "İ".repeat(400) + "</think>" + HONEST));
        played.put("thinking-without-beginning", text("İstanbul</think>" + HONEST));
        played.put("cost-infinite", counting("\"cost\": 1e999"));
        played.put("cost-absurd", counting("\"cost\": 1e999999999"));
        played.put("cost-tiny", counting("\"cost\": 1e-999999999"));
        played.put("count-absurd", counting("\"total_tokens\": 99999999999999999999999"));
        played.put("count-negative", counting("\"reasoning_tokens\": -5, \"cached_tokens\": 1e999999999"));
        return played;
    }

    private static Map<String, MockResponse> failing() {
        return Map.of(
                "page-of-tags", page(503, "<html>" + "<".repeat(200_000)),
                "page-of-scripts", page(503, "<html>" + "<script ".repeat(25_000)),
                "deep", page(200, "[".repeat(300_000)),
                "empty-thoughts", text("<think>" + "İ".repeat(400)));
    }

    private static MockResponse resetFarAway() {
        return new MockResponse.Builder()
                .code(429)
                .body("{\"error\":{\"message\":\"slow down\"}}")
                .addHeader("x-ratelimit-reset-requests", "+999999999-12-31T23:59:59Z")
                .addHeader("x-ratelimit-remaining-requests", "0")
                .addHeader("retry-after-ms", "NaN")
                .build();
    }

    private static String model(String body) {
        return Json.tree(body, "request").get("model").stringValue();
    }

    @Test
    void everyModelEndsAsItsOwnResponsesDeserve() throws IOException {
        Map<String, MockResponse> played = played();
        played.putAll(failing());
        List<String> models = new ArrayList<>(played.keySet());
        models.add("reset-far-away");
        try (PlayedProvider provider = new PlayedProvider(home)
                .configure(models, ITEMS, "    retries: 1\n", "samples: 1", "minimum-coverage: 0.5")) {
            List<String> refused = new ArrayList<>();
            provider.rule((number, body) -> {
                MockResponse response = played.get(model(body));
                synchronized (refused) {
                    return response != null
                            ? response
                            : refused.add(body) && refused.size() == 1 ? resetFarAway() : text(HONEST);
                }
            });

            CommandLineRun run = provider.run("run", "--period", "2026-11", "--json");

            assertThat(run.exit()).as(run.err()).isEqualTo(3);
            SortedMap<String, JsonNode> ends = new TreeMap<>();
            Json.tree(run.out(), "report")
                    .get("accounting")
                    .get("models")
                    .forEach(one -> ends.put(one.get("model").stringValue(), one));
            for (String model : played().keySet()) {
                assertThat(ends.get(model).get("ends").toString()).as(model).isEqualTo("{\"ANSWERED\":4}");
            }
            assertThat(ends.get("reset-far-away").get("ends").toString()).isEqualTo("{\"ANSWERED\":4}");
            assertThat(ends.get("empty-thoughts").get("ends").toString()).isEqualTo("{\"TRUNCATED\":4}");
            for (String model : List.of("page-of-tags", "page-of-scripts", "deep")) {
                assertThat(ends.get(model).get("ends").toString()).as(model).isEqualTo("{\"PROVIDER_ERROR\":4}");
                assertThat(ends.get(model).get("causes").toString())
                        .as(model)
                        .contains(model.equals("deep") ? "not JSON" : "HTTP 503");
            }
            assertThat(ends.get("honest").get("spent").get("dollars").decimalValue())
                    .isEqualByComparingTo("0.00032");
            assertThat(ends.get("cost-infinite").get("spent").get("charged").isNull())
                    .isTrue();
            assertThat(ends.get("cost-tiny").get("spent").get("charged").decimalValue())
                    .isZero();
        }
    }

    /** What does not fail for ever is published, and a second run asks nobody and publishes the same. */
    @Test
    void whatCanBeReadIsPublishedAndReadTheSameAgain() throws IOException {
        Map<String, MockResponse> played = played();
        try (PlayedProvider provider = new PlayedProvider(home)
                .rule((number, body) -> played.get(model(body)))
                .configure(
                        List.copyOf(played.keySet()), ITEMS, "    retries: 0\n", "samples: 1", "minimum-coverage: 1")) {
            CommandLineRun first = provider.run("run", "--period", "2026-11");
            assertThat(first.exit()).as(first.err() + first.out()).isZero();
            SortedMap<String, String> site = FileTree.digests(home.resolve("public"));
            int asked = provider.asked();

            CommandLineRun again = provider.run("run", "--period", "2026-11");

            assertThat(again.exit()).as(again.err()).isZero();
            assertThat(provider.asked()).isEqualTo(asked).isEqualTo(ITEMS * played.size());
            assertThat(FileTree.digests(home.resolve("public"))).isEqualTo(site);
        }
    }
}
