package dev.valuecompass.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.valuecompass.io.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import mockwebserver3.MockResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** One model in two rows that differ in what they are asked with. */
class OneModelTwoSettingsTest {
    @TempDir
    Path home;

    private boolean heedful;

    /** @param body of a request; a heedful model thinks longer at a high effort */
    private MockResponse thoughtful(String body) {
        String text = opinion(body);
        int thoughts = heedful && body.contains("\"high\"") ? 900 : 30;
        return new MockResponse.Builder()
                .body(text.replace(
                        "\"completion_tokens\":40",
                        "\"completion_tokens\":1000,\"completion_tokens_details\":{\"reasoning_tokens\":" + thoughts
                                + "}"))
                .build();
    }

    private static String opinion(String body) {
        String stance = body.hashCode() % 2 == 0 ? "Yes" : "No";
        return "{\"model\":\"m\",\"choices\":[{\"finish_reason\":\"stop\",\"message\":{\"content\":\"Stance: " + stance
                + "\\n\\nKey Points:\\n1. Care: people must be protected from harm.\"}}],"
                + "\"usage\":{\"prompt_tokens\":200,\"completion_tokens\":40}}";
    }

    private ProviderRun provider() throws IOException {
        ProviderRun provider = new ProviderRun(home, this::thoughtful).configure(List.of("low", "high"), 4, "");
        Path file = home.resolve("data/leaderboard.yml");
        Files.writeString(
                file,
                Files.readString(file)
                        .replace("model: low,", "model: m, parameters: {reasoning_effort: low},")
                        .replace(
                                "model: high,",
                                "model: m, parameters: {reasoning_effort: high}, system-prompt: Think of others.,"));
        return provider;
    }

    @Test
    void settingsAreSentKeptApartFrozenAndShown() throws Exception {
        heedful = true;
        try (ProviderRun provider = provider()) {
            CommandLineRun run = provider.run("run");
            assertThat(run.exit()).as(run.err()).isZero();
            List<String> low = new ArrayList<>();
            List<String> high = new ArrayList<>();
            for (int i = 0; i < 8; i++) {
                String body = provider.server.takeRequest().getBody().utf8();
                (body.contains("\"reasoning_effort\":\"high\"") ? high : low).add(body);
            }
            assertThat(high)
                    .hasSize(4)
                    .allMatch(body -> body.contains("{\"content\":\"Think of others.\",\"role\":\"system\"}"));
            assertThat(low).hasSize(4).noneMatch(body -> body.contains("system"));
            String snapshot = Files.readString(home.resolve("data/periods/2026-11/snapshot.json"));
            JsonNode models = Json.tree(snapshot, "snapshot").get("models");
            assertThat(models.get(0).get("settings").get("systemPrompt").stringValue())
                    .isEqualTo("Think of others.");
            assertThat(models.get(1).get("settings").get("parameters").stringValue())
                    .isEqualTo("{\"reasoning_effort\":\"low\"}");
            assertThat(Files.readString(home.resolve("public/2026-11/models/high/index.html")))
                    .contains("reasoning_effort", "Think of others.");
            assertThat(provider.run("verify", "2026-11").exit()).isZero();
            assertThat(provider.run("run").exit()).isZero();
            assertThat(provider.asked()).as("what is stored is not asked again").isEqualTo(8);
            assertThat(provider.run("check").err()).doesNotContain("warning");

            Path file = home.resolve("data/leaderboard.yml");
            Files.writeString(file, Files.readString(file).replace("Think of others.", "Think of yourself."));
            assertThat(provider.run("run").err()).contains("settings.systemPrompt is \"Think of others.\"");
            assertThat(provider.run("run", "--reason", "another prompt").err())
                    .contains("model high was m at")
                    .contains("and system prompt");
        }
    }

    @Test
    void anEffortThatTheServerPassesOverIsWarnedOf() throws IOException {
        try (ProviderRun provider = provider()) {
            assertThat(provider.run("check").err()).as("before a run").doesNotContain("warning");
            provider.run("evaluate");
            assertThat(provider.run("check").err())
                    .contains("warning: ")
                    .contains(
                            "high and low are one model at two efforts, and took as many reasoning tokens an answer (30)");
            heedful = true;
            Files.delete(home.resolve("runs/2026-11.sqlite"));
            provider.run("evaluate", "--force");
            assertThat(provider.run("check").err()).doesNotContain("warning");
        }
    }

    @Test
    void theDoctorAsksWithTheSettings() throws Exception {
        try (ProviderRun provider = provider()) {
            CommandLineRun run = provider.run("doctor");
            assertThat(run.out()).contains("asked with {\"reasoning_effort\":\"high\"} and a system prompt");
            List<String> bodies = List.of(
                    provider.server.takeRequest().getBody().utf8(),
                    provider.server.takeRequest().getBody().utf8());
            assertThat(bodies).anyMatch(body -> body.contains("Think of others.") && body.contains("\"high\""));
        }
    }
}
