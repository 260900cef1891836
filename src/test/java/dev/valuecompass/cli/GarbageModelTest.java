package dev.valuecompass.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.valuecompass.io.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import mockwebserver3.MockResponse;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A model that writes anything but what it is asked for makes no item, and is named. */
@Tag("slow")
class GarbageModelTest {
    private static final String GARBAGE = "%PDF-1.4 <script>alert(1)</script>\\n\\n\\u202e???\\u0007 {{item}} |||";

    @TempDir
    private Path home;

    private ProviderRun provider() throws IOException {
        return new ProviderRun(
                home,
                body -> new MockResponse.Builder()
                        .body("{\"choices\":[{\"finish_reason\":\"stop\",\"message\":{\"content\":\"" + GARBAGE
                                + "\"}}]}")
                        .build());
    }

    @Test
    void anExplorerThatWritesRubbishMakesNoQuestion() throws IOException {
        try (ProviderRun provider = provider()) {
            new SmallPanel()
                    .elsewhere("aurora-mini", provider.server.url("/v1").toString())
                    .system("schwartz", "items: 6, evolve: {budget: 12, topics: 6, explore: 2, depth: 1}")
                    .write(home);

            CommandLineRun generate = provider.run("items", "generate");

            assertThat(generate.exit()).as(generate.err()).isZero();
            assertThat(generate.out()).contains("aurora-mini never gave a usable answer");
            assertThat(Files.readString(home.resolve("data/rounds/2026-11/schwartz.jsonl")))
                    .contains("\"model\":\"borealis-8b\"")
                    .doesNotContain("\"model\":\"aurora-mini\"")
                    .doesNotContain("script", "PDF");
        }
    }

    @Test
    void aGeneratorThatWritesRubbishLeavesTopicsAlone() throws IOException {
        try (ProviderRun provider = provider()) {
            new SmallPanel()
                    .elsewhere("delta-pro", provider.server.url("/v1").toString())
                    .generator("delta-pro")
                    .system("schwartz", "items: 6")
                    .write(home);
            Path topics = home.resolve("topics.jsonl");
            Files.writeString(
                    topics, "{\"id\":\"a\",\"category\":\"x\",\"text\":\"Working on Sundays and holidays\"}\n");

            CommandLineRun prepare = provider.run(
                    "items", "prepare", topics.toString(), "--system", "schwartz", "--ask", "--expand", "2", "--json");

            assertThat(prepare.exit()).as(prepare.err()).isZero();
            assertThat(Json.tree(prepare.out(), "report").get("questions").asInt())
                    .isZero();
            assertThat(Files.readString(home.resolve("data/topics/topics-prepared.jsonl")))
                    .contains("Working on Sundays and holidays")
                    .doesNotContain("script");
        }
    }
}
