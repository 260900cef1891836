package dev.valuecompass.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.valuecompass.io.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** What a run would cost, before anything is sent. */
@Tag("slow")
class PlanCommandTest {
    private static final String PRICED = "price: {input: 2, output: 10, since: 2026-05-01}, type: chat}";

    @TempDir
    Path home;

    private static void edit(Path home, String from, String to) throws IOException {
        Path file = home.resolve("data/leaderboard.yml");
        String text = Files.readString(file);
        assertThat(text).contains(from);
        Files.writeString(file, text.replace(from, to));
    }

    private static JsonNode plan(ProviderRun provider) {
        CommandLineRun run = provider.run("plan", "--json");
        assertThat(run.exit()).isZero();
        return Json.tree(run.out(), "plan");
    }

    @Test
    void r54CallsTokensMoneyAndTimeAreToldAndNothingIsSent() throws IOException {
        try (ProviderRun provider = new ProviderRun(home, 0).configure(List.of("one", "two"), 12, "")) {
            edit(home, "type: chat}", PRICED);
            JsonNode plan = plan(provider);
            assertThat(plan.get("calls").asInt()).isEqualTo(24);
            JsonNode stage = plan.get("stages").get(0);
            assertThat(stage.get("stage").stringValue()).isEqualTo("answers");
            assertThat(stage.get("model").stringValue()).isEqualTo("one");
            // 12 answers of 260 tokens at 10 $ a million, and the prompts at 2 $.
            long prompt = stage.get("promptTokens").asLong();
            assertThat(stage.get("completionTokens").asLong()).isEqualTo(12 * 260);
            assertThat(stage.get("dollars").asDouble()).isEqualTo((prompt * 2 + 12 * 260 * 10) / 1e6);
            // At most 300 tokens each, as the file says; a token for each byte of a prompt, and 128 around it.
            assertThat(stage.get("most").asDouble())
                    .isBetween(
                            (prompt * 2 + 12 * 300 * 10) / 1e6, ((prompt * 4.2 + 12 * 132) * 2 + 12 * 300 * 10) / 1e6);
            // 12 calls of 6 s, two at once.
            assertThat(stage.get("hours").asDouble()).isEqualTo(12 * 6 / 2 / 3600.0);
            assertThat(provider.run("plan").out())
                    .contains("answers")
                    .contains("24 calls to paid or remote endpoints, $0.0")
                    .doesNotContain("unknown");
            assertThat(provider.asked()).isZero();
        }
    }

    @Test
    void itemsForAReliabilityAreToldWithTheirCost() throws IOException {
        try (ProviderRun provider = new ProviderRun(home, 0).configure(List.of("one", "two"), 12, "")) {
            edit(home, "type: chat}", PRICED);
            CommandLineRun run = provider.run("plan", "--target-reliability", ".8", "--json");
            assertThat(run.exit()).as(run.err()).isZero();
            JsonNode value =
                    Json.tree(run.out(), "plan").get("target").get("values").get(0);
            assertThat(value.get("needed").asInt()).isEqualTo(76);
            assertThat(value.get("calls").asInt()).isEqualTo(152);
            CommandLineRun wrong = provider.run("plan", "--target-reliability", "80");
            assertThat(wrong.exit()).isEqualTo(2);
            assertThat(wrong.err()).contains("--target-reliability 80.0 is out of range", "such as .8");
            assertThat(provider.asked()).isZero();
        }
    }

    @Test
    void r54AJudgeIsAStageOfItsOwn() throws IOException {
        try (ProviderRun provider = new ProviderRun(home, 0).configure(List.of("one", "two"), 12, "")) {
            edit(home, "roles: {recognizer: embedded}", "roles: {recognizer: direct, judge: two}");
            JsonNode stages = plan(provider).get("stages");
            assertThat(stages.size()).isEqualTo(3);
            assertThat(stages.get(2).get("stage").stringValue()).isEqualTo("recognition");
            assertThat(stages.get(2).get("model").stringValue()).isEqualTo("two");
            // 2 models, 12 items, 10 values, 3 key points.
            assertThat(stages.get(2).get("calls").asInt()).isEqualTo(2 * 12 * 10 * 3);
            assertThat(provider.run("plan").out()).contains("recognition");
            assertThat(provider.asked()).isZero();
        }
    }

    @Test
    void r54TwoModelsThatReadAreTwoStages() throws IOException {
        try (ProviderRun provider = new ProviderRun(home, 0).configure(List.of("one", "two"), 12, "")) {
            edit(home, "roles: {recognizer: embedded}", "roles: {recognizer: llm, concept-extractor: one, judge: two}");
            JsonNode stages = plan(provider).get("stages");
            assertThat(stages.values().stream()
                            .map(stage -> stage.get("stage").stringValue() + " "
                                    + stage.get("model").stringValue() + " "
                                    + stage.get("calls").asInt()))
                    .containsExactly("answers one 12", "answers two 12", "concepts one 24", "recognition two 24");
            assertThat(provider.asked()).isZero();
        }
    }

    @Test
    void r54LimitsDecideHowLongItTakes() throws IOException {
        try (ProviderRun provider = new ProviderRun(home, 0).configure(List.of("one"), 12, "")) {
            edit(home, "    retries: 0\n", "    retries: 0\n    limits: {requests-per-day: 5}\n");
            // 12 calls at 5 a day are done on the third day, 48 hours after the first.
            assertThat(plan(provider).get("hours").asDouble()).isEqualTo(48);
        }
    }

    @Test
    void r52AnUnknownPriceIsSaidAndNeverZero() throws IOException {
        try (ProviderRun provider = new ProviderRun(home, 0).configure(List.of("one"), 12, "")) {
            assertThat(plan(provider).get("unpriced").get(0).stringValue()).isEqualTo("one");
            assertThat(plan(provider).get("stages").get(0).get("dollars").isNull())
                    .isTrue();
            assertThat(provider.run("plan").out()).contains("unknown cost of one");
        }
    }

    @Test
    void r52ABudgetWithoutAPriceRefusesToStart() throws IOException {
        try (ProviderRun provider = new ProviderRun(home, 0).configure(List.of("one", "two"), 12, "")) {
            edit(home, "minimum-coverage: 0.5", "minimum-coverage: 0.5, budget: 5");
            CommandLineRun run = provider.run("run");
            assertThat(run.exit()).isEqualTo(2);
            assertThat(run.err())
                    .contains("leaderboard.yml:")
                    .contains("a budget cannot be kept without the price of one, two");
            assertThat(provider.asked()).isZero();
            edit(home, "type: chat}", PRICED);
            assertThat(provider.run("plan").out()).contains("budget $5: enough whatever the answers are");
            edit(home, "budget: 5", "budget: 0.01");
            assertThat(provider.run("plan").out()).contains("budget $0.01: NOT enough");
            assertThat(provider.asked()).isZero();
        }
    }

    /** What is stored costs nothing: after half of the items of one model, after all, and beside a judge. */
    @Test
    void r54WhatTheStoreHoldsIsTakenOff() throws IOException {
        try (ProviderRun provider =
                new ProviderRun(home, ProviderRun::opinion).configure(List.of("one", "two"), 12, "")) {
            edit(home, "type: chat}", PRICED);
            double whole = plan(provider).get("dollars").asDouble();
            assertThat(provider.run("evaluate", "--model", "one").exit()).isIn(0, 3);
            JsonNode half = plan(provider);
            assertThat(half.get("calls").asInt()).isEqualTo(12);
            assertThat(half.get("stages").get(0).get("calls").asInt()).isZero();
            assertThat(half.get("stages").get(0).get("stored").asInt()).isEqualTo(12);
            assertThat(half.get("stages").get(1).get("calls").asInt()).isEqualTo(12);
            assertThat(half.get("dollars").asDouble()).isEqualTo(whole / 2);
            assertThat(half.get("spent").asDouble()).isPositive();

            assertThat(provider.run("run").exit()).isZero();
            JsonNode all = plan(provider);
            assertThat(all.get("calls").asInt()).isZero();
            assertThat(all.get("dollars").asDouble()).isZero();
            assertThat(all.get("most").asDouble()).isZero();

            Path file = home.resolve("data/periods/2026-11/snapshot.json");
            assertThat(Json.tree(Files.readString(file), "snapshot")
                            .get("run")
                            .get("estimatedDollars")
                            .asDouble())
                    .isEqualTo(whole);
        }
    }

    /** A round asks many more calls than its items: explorers write in turn, panels try what was written. */
    @Test
    void r54NewItemsAreStagesOfTheirOwn() throws IOException {
        try (ProviderRun provider = new ProviderRun(home, 0).configure(List.of("one", "two"), 12, "")) {
            edit(
                    home,
                    "roles: {recognizer: embedded}",
                    "roles: {recognizer: embedded, explorers: [one, two], scorers: [one, two]}");
            edit(home, "items: 12}", "items: 12, evolve: {budget: 4, explore: 2, topics: 3}}");
            JsonNode plan = plan(provider);
            assertThat(plan.get("stages").values().stream()
                            .map(stage -> stage.get("stage").stringValue())
                            .distinct())
                    .containsExactly("item drafts", "item trials", "answers");
            // 8 drafts of two calls each, shared by two explorers, and what their refinements take.
            assertThat(plan.get("stages").get(0).get("calls").asInt()).isGreaterThanOrEqualTo(8);
            assertThat(provider.asked()).isZero();
        }
    }

    @Test
    void aBudgetThatStopsARunSaysWhatToRaise() throws IOException {
        try (ProviderRun provider = new ProviderRun(home, 0)) {
            provider.configure(List.of("one"), 6, "");
            Path file = home.resolve("data/leaderboard.yml");
            Files.writeString(
                    file,
                    Files.readString(file)
                            .replace("type: chat}", "type: chat, price: {input: 1, output: 1}}")
                            .replace("evaluation: {", "evaluation: {budget: 0.000001, "));
            CommandLineRun run = provider.run("run");
            assertThat(run.exit()).isEqualTo(3);
            assertThat(run.out()).contains("The budget is used up: raise evaluation.budget");
            assertThat(provider.asked()).isZero();
        }
    }
}
