package dev.valuecompass.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.valuecompass.io.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.RecordedRequest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

class DoctorCommandTest {
    @TempDir
    Path home;

    @Test
    void r49OneRequestForEachModelAndNothingIsKept() throws IOException, InterruptedException {
        try (ProviderRun provider = new ProviderRun(home, 0)) {
            provider.configure(List.of("one", "two"), ProviderRun.ITEMS, "  temperature: 0.5\n");
            CommandLineRun run = provider.run("doctor");
            assertThat(run.exit()).as(run.out() + run.err()).isZero();
            assertThat(run.out()).contains("m-2026").doesNotContain("NO");
            assertThat(provider.server.takeRequest().getBody().utf8())
                    .contains("\"temperature\":0.5")
                    .contains("\"max_tokens\":300");
            provider.run("doctor");
            assertThat(provider.asked()).isEqualTo(4);
            assertThat(home.resolve("runs")).doesNotExist();
        }
    }

    @Test
    void r7AServerThatCutsTheStartOfAPromptIsFoundOut() throws IOException {
        try (ProviderRun provider = new ProviderRun(home, 0)) {
            provider.configure(List.of("one", "forgetful"), ProviderRun.ITEMS, "");
            CommandLineRun run = provider.run("doctor", "--json");
            assertThat(run.exit()).isEqualTo(1);
            JsonNode models = Json.tree(run.out(), "doctor").get("models");
            assertThat(models.get(0).get("sound").asBoolean()).isTrue();
            assertThat(models.get(1).get("sound").asBoolean()).isFalse();
            assertThat(models.get(1).get("canary").asString()).isEqualTo("NO");
            assertThat(models.get(1).get("detail").asString()).contains("code word");
        }
    }

    @ParameterizedTest
    @CsvSource({"401,NO,UNKNOWN", "400,UNKNOWN,NO", "404,UNKNOWN,UNKNOWN"})
    void r49WhatTheProviderRefusesIsNamed(int code, String auth, String parameters) throws IOException {
        try (ProviderRun provider = new ProviderRun(home, 0)) {
            provider.configure(List.of("one"), ProviderRun.ITEMS, "");
            provider.server.setDispatcher(new Dispatcher() {
                @Override
                public MockResponse dispatch(RecordedRequest request) {
                    return new MockResponse.Builder()
                            .code(code)
                            .body("{\"error\":{\"message\":\"not like this\"}}")
                            .build();
                }
            });
            CommandLineRun run = provider.run("doctor", "--json");
            assertThat(run.exit()).isEqualTo(1);
            JsonNode model = Json.tree(run.out(), "doctor").get("models").get(0);
            assertThat(model.get("auth").asString()).isEqualTo(auth);
            assertThat(model.get("parameters").asString()).isEqualTo(parameters);
            assertThat(model.get("detail").asString()).contains("HTTP " + code).contains("not like this");
        }
    }

    /** Columns: what of the address is replaced, by what, the answer, what is said to do. */
    @ParameterizedTest(name = "{1} {2}")
    @CsvSource({
        "/v1,/,404,has no version in its path; try http",
        "/v1,/v1/,401,name the variable that holds the key in 'key-env'",
    })
    void whatIsWrongWithAnAddressIsSaidWithTheFix(String before, String after, int code, String fix)
            throws IOException {
        try (ProviderRun provider = new ProviderRun(
                home, body -> new MockResponse.Builder().code(code).build())) {
            provider.configure(List.of("one"), ProviderRun.ITEMS, "");
            Path file = home.resolve("data/leaderboard.yml");
            Files.writeString(file, Files.readString(file).replaceFirst(before, after));

            CommandLineRun run = provider.run("doctor");

            assertThat(run.exit()).isPositive();
            assertThat(run.out() + run.err()).contains(fix);
        }
    }

    @Test
    void aServerThatIsNotThereIsAskedFor() throws IOException {
        ProviderRun provider = new ProviderRun(home, 0);
        provider.configure(List.of("one"), ProviderRun.ITEMS, "");
        provider.close();
        assertThat(provider.run("doctor").out()).contains("does a server listen at");
    }

    @Test
    void r49AMissingKeyIsNamedAndNothingIsSent() throws IOException {
        try (ProviderRun provider = new ProviderRun(home, 0)) {
            provider.configure(List.of("one"), ProviderRun.ITEMS, "");
            Path file = home.resolve("data/leaderboard.yml");
            Files.writeString(
                    file, Files.readString(file).replace("    retries", "    key-env: NO_SUCH_KEY\n    retries"));
            CommandLineRun run = provider.run("doctor");
            assertThat(run.exit()).isEqualTo(1);
            assertThat(run.out()).contains("NO_SUCH_KEY");
            assertThat(provider.asked()).isZero();
        }
    }

    @Test
    void theShippedPanelIsSound() {
        CommandLineRun run = CommandLineRun.of(home, "doctor");
        assertThat(run.exit()).as(run.out()).isZero();
        assertThat(run.out()).contains("aurora-large").doesNotContain("NO");
    }
}
