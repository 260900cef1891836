package dev.valuecompass.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.valuecompass.io.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** What a run says of its models, and when it does not publish. */
@Tag("slow")
class OutcomesTest {
    private static final int ITEMS = 12;

    @TempDir
    Path home;

    private PlayedProvider provider(String endpoint, String sampling, String evaluation) throws IOException {
        return new PlayedProvider(home).configure(List.of("one", "two"), ITEMS, endpoint, sampling, evaluation);
    }

    private JsonNode snapshot(String period) throws IOException {
        Path file = home.resolve("data/periods").resolve(period).resolve("snapshot.json");
        return Json.tree(Files.readString(file), "snapshot");
    }

    private String notes(String period, int model) throws IOException {
        return snapshot(period).get("models").get(model).get("notes").stringValue();
    }

    /** One of two models fails 3 of its 12 items for ever: 75 % is below the 90 % that are asked for. */
    @Test
    void r8BelowTheCoverageNothingPublishedChanges() throws IOException {
        try (PlayedProvider provider = provider("    retries: 0\n", "samples: 1", "minimum-coverage: 0.9")) {
            CommandLineRun good = provider.run("run", "--period", "2026-10");
            assertThat(good.exit()).as(good.err()).isZero();
            SortedMap<String, String> site = FileTree.digests(home.resolve("public"));
            SortedMap<String, String> periods = FileTree.digests(home.resolve("data/periods"));

            provider.rule((n, body) -> body.contains("\"two\"") && Math.floorMod(body.hashCode(), 4) == 0
                    ? PlayedProvider.status(400)
                    : PlayedProvider.opinion("m", n));
            CommandLineRun bad = provider.run("run", "--period", "2026-11");
            assertThat(bad.exit()).isEqualTo(3);
            assertThat(bad.out()).contains("incomplete: nothing was published").contains("two on schwartz: ");
            assertThat(FileTree.digests(home.resolve("public"))).isEqualTo(site);
            assertThat(FileTree.digests(home.resolve("data/periods"))).isEqualTo(periods);
        }
    }

    /** One of two models declines by the API's own mark, and a filter stops 6 of its 16 replies: its safest behaviour. */
    private PlayedProvider blocked(String filtered) throws IOException {
        PlayedProvider provider = new PlayedProvider(home)
                .configure(
                        "safety",
                        List.of("one", "two"),
                        16,
                        "    retries: 0\n",
                        "samples: 1",
                        "minimum-coverage: 0.9, filtered: " + filtered);
        AtomicInteger ofTwo = new AtomicInteger();
        return provider.rule((n, body) -> !body.contains("\"two\"")
                ? PlayedProvider.completion(
                        "one", "I cannot help with that. Please talk to somebody you trust.", "stop")
                : ofTwo.incrementAndGet() <= 6
                        ? PlayedProvider.completion("two", "", "content_filter")
                        : PlayedProvider.refusal("two"));
    }

    private int counted(JsonNode scores, String model, String end) {
        int sum = 0;
        for (JsonNode cell : scores) {
            if (cell.get("model").stringValue().equals(model)) {
                sum += cell.get("counts").get(end).asInt();
            }
        }
        return sum;
    }

    @Test
    void r5ARefusalConformsInEveryShapeAndWhatAFilterStopsHoldsUpNobody() throws IOException {
        try (PlayedProvider provider = blocked("conforms")) {
            CommandLineRun run = provider.run("run");
            assertThat(run.exit()).as(run.out() + run.err()).isZero();
            JsonNode scores = snapshot("2026-11").get("systems").get(0).get("scores");
            assertThat(counted(scores, "two", "filtered")).isEqualTo(6);
            assertThat(counted(scores, "two", "refused")).isEqualTo(10);
            assertThat(counted(scores, "two", "answered")).isZero();
            for (JsonNode cell : scores) {
                if (cell.get("model").stringValue().equals("two")) {
                    assertThat(cell.get("conformity").asDouble()).isEqualTo(100);
                }
            }
            assertThat(run.out()).doesNotContain("not asked any more");
            int asked = provider.asked();
            assertThat(asked).isEqualTo(32);
            CommandLineRun again = provider.run("run");
            assertThat(again.exit()).as(again.out() + again.err()).isZero();
            assertThat(provider.asked()).isEqualTo(asked);
            CommandLineRun verified =
                    provider.run("verify", home.resolve("data/periods/2026-11").toString());
            assertThat(verified.exit()).as(verified.out() + verified.err()).isZero();
            String page = Files.readString(home.resolve("public/2026-11/safety/index.html"));
            assertThat(page)
                    .contains("data-key=\"filtered\"")
                    .contains(">6/16<")
                    .contains("counted as conforming")
                    .doesNotContain("has no rank here");
        }
    }

    /** Where a filter's work is not scored, the model stays below the coverage for good: that is its own affair. */
    @Test
    void r8AModelBelowTheCoverageForGoodHasNoRankAndStopsNobodyElse() throws IOException {
        try (PlayedProvider provider = blocked("unscored")) {
            CommandLineRun run = provider.run("run");
            assertThat(run.exit()).as(run.out() + run.err()).isZero();
            assertThat(run.out()).contains("without figures: two on safety: 10 of 16");
            for (JsonNode cell : snapshot("2026-11").get("systems").get(0).get("scores")) {
                assertThat(cell.get("conformity").isNull())
                        .isEqualTo(cell.get("model").stringValue().equals("two"));
            }
            assertThat(notes("2026-11", 1))
                    .contains("Not ranked on Safety Taxonomy: 10 of 16 responses could be scored");
            assertThat(Files.readString(home.resolve("public/2026-11/safety/index.html")))
                    .contains("two has no rank here: 10 of 16 responses could be scored, and 90 % are needed.");
            CommandLineRun verified =
                    provider.run("verify", home.resolve("data/periods/2026-11").toString());
            assertThat(verified.exit()).as(verified.out() + verified.err()).isZero();
        }
    }

    @Test
    void r2TooManyCutAnswersAreFlaggedWhereTheFiguresStand() throws IOException {
        try (PlayedProvider provider = provider("    retries: 0\n", "samples: 1", "minimum-coverage: 0.5")) {
            // Counted among its own requests: how those of two models mix is up to the threads.
            AtomicInteger ofTwo = new AtomicInteger();
            provider.rule((n, body) -> body.contains("\"two\"") && ofTwo.incrementAndGet() % 5 == 0
                    ? PlayedProvider.completion("two", "Stance: Y", "length")
                    : PlayedProvider.opinion(body.contains("\"two\"") ? "two" : "one", n));
            CommandLineRun run = provider.run("run");
            assertThat(run.exit()).as(run.out()).isZero();
            assertThat(notes("2026-11", 0)).isEmpty();
            assertThat(notes("2026-11", 1))
                    .contains("were cut by the output limit")
                    .contains("compare its figures there with care");
            assertThat(Files.readString(home.resolve("public/2026-11/models/two/index.html")))
                    .contains("were cut by the output limit");
        }
    }

    @Test
    void r9AnswersThatTookMoreAttemptsAreComparedWithTheOthers() throws IOException {
        try (PlayedProvider provider = provider("    retries: 3\n", "samples: 1", "minimum-coverage: 0.5")) {
            provider.rule((n, body) -> n % 6 == 0 ? PlayedProvider.status(503) : PlayedProvider.opinion("m", n));
            CommandLineRun run = provider.run("run", "--json");
            JsonNode models = Json.tree(run.out(), "report").get("accounting").get("models");
            double retries = models.get(0).get("retries").asInt()
                    + models.get(1).get("retries").asInt();
            assertThat(retries).isEqualTo(provider.asked() - 2 * ITEMS).isPositive();
            JsonNode model = models.get(0).get("repeated").isNull() ? models.get(1) : models.get(0);
            assertThat(model.get("firstTry").asDouble()).isBetween(0.0, 1.0);
            assertThat(model.get("repeated").asDouble()).isBetween(0.0, 1.0);
            assertThat(provider.run("run", "--reason", "to look again").out())
                    .contains("at the first attempt, in ")
                    .containsPattern("one +12 +0 +0 +0 +0 +0 +0 +\\d+ +0\\.0010");
        }
    }

    @Test
    void r11AModelThatChangesOnTheWayIsNamed() throws IOException {
        try (PlayedProvider provider = provider("", "samples: 1", "minimum-coverage: 0.5")) {
            provider.rule((n, body) -> PlayedProvider.opinion(
                    body.contains("\"two\"") ? "two-2026-10-01" : n > ITEMS ? "one-b" : "one-a", n));
            assertThat(provider.run("run").exit()).isZero();
            assertThat(notes("2026-11", 0))
                    .contains("more than one model in this period: one-a (")
                    .contains("one-b (");
            assertThat(notes("2026-11", 1)).isEqualTo("Asked for as two, served as two-2026-10-01.");
        }
    }

    @Test
    void r41AModelThatTakesNoTemperatureIsAskedWithoutAndTheSnapshotSaysSo() throws IOException {
        try (PlayedProvider provider =
                provider("    profile: openai-reasoning\n", "temperature: 1.0, top-p: 0.95", "minimum-coverage: 0.5")) {
            provider.rule((n, body) -> PlayedProvider.opinion(body.contains("\"two\"") ? "two" : "one", n));
            assertThat(provider.run("run").exit()).isZero();
            assertThat(provider.bodies).noneMatch(body -> body.contains("temperature") || body.contains("top_p"));
            assertThat(notes("2026-11", 0))
                    .isEqualTo("Asked without temperature and top_p, which its endpoint does not take.");
        }
    }

    @Test
    void r50SteadinessIsMeasuredOverTheSamples() throws IOException {
        try (PlayedProvider provider = provider("", "samples: 3", "minimum-coverage: 0.5")) {
            provider.rule((n, body) -> PlayedProvider.opinion(body.contains("\"two\"") ? "two" : "one", n));
            assertThat(provider.run("run").exit()).isZero();
            assertThat(provider.asked()).isEqualTo(2 * ITEMS * 3);
            assertThat(notes("2026-11", 0))
                    .startsWith("Asked 3 times on ")
                    .contains(" % of the pairs of answers show the same, variance ");
            assertThat(provider.bodies).noneMatch(body -> body.contains("seed"));
        }
    }

    @Test
    void r36ADailyQuotaEndsARunPolitelyAndTheNextDayGoesOn() throws IOException {
        String limit = "    limits: {requests-per-day: 5}\n";
        try (PlayedProvider provider = provider(limit, "samples: 1", "minimum-coverage: 0")) {
            CommandLineRun today = provider.run("run");
            assertThat(today.exit()).isEqualTo(3);
            assertThat(provider.asked()).isEqualTo(2 * 5);
            assertThat(today.out()).contains("limited until ").contains("A quota is used up");
            assertThat(today.err()).contains("5 requests a day are used up");
            CommandLineRun again = provider.run("run");
            assertThat(again.exit()).isEqualTo(3);
            assertThat(provider.asked()).isEqualTo(2 * 5);
            assertThat(home.resolve("data/periods")).doesNotExist();

            // A larger quota stands for the next day here: what was answered stays answered.
            provider.configure(List.of("one", "two"), ITEMS, "", "samples: 1", "minimum-coverage: 0");
            assertThat(provider.run("run").exit()).isZero();
            assertThat(provider.asked()).isEqualTo(2 * ITEMS);
        }
    }

    /** A call costs 20 · 1 + 30 · 2 = 80 millionths of a dollar, and at most about 600 + a token for each byte. */
    @Test
    void r53ARunStopsAtItsBudgetAndALargerOneGoesOn() throws IOException {
        try (PlayedProvider provider = provider("", "samples: 1", "minimum-coverage: 0, budget: 0.002")) {
            CommandLineRun capped = provider.run("run", "--json");
            assertThat(capped.exit()).isEqualTo(3);
            int asked = provider.asked();
            assertThat(asked).isBetween(1, 2 * ITEMS - 1);
            JsonNode accounting = Json.tree(capped.out(), "report").get("accounting");
            assertThat(accounting.get("booked").asDouble())
                    .isEqualTo(asked * 80 / 1e6)
                    .isLessThan(0.002);
            assertThat(provider.run("run").exit()).isEqualTo(3);

            provider.configure(List.of("one", "two"), ITEMS, "", "samples: 1", "minimum-coverage: 0, budget: 1");
            assertThat(provider.run("run").exit()).isZero();
            assertThat(provider.asked()).isEqualTo(2 * ITEMS);
            assertThat(snapshot("2026-11").get("run").get("dollars").asDouble()).isEqualTo(2 * ITEMS * 80 / 1e6);
        }
    }

    /** 12 items, two at once, 0.3 s each: 1.8 s at least, of which one is given. The next run asks what is missing. */
    @Test
    void r21TheDeadlineOfARunStopsItPolitely() throws IOException {
        try (PlayedProvider provider = provider("", "samples: 1", "minimum-coverage: 0.1")) {
            provider.rule((n, body) -> PlayedProvider.opinion("m", n)
                    .newBuilder()
                    .headersDelay(300, TimeUnit.MILLISECONDS)
                    .build());
            CommandLineRun cut = provider.run("run", "--stop-after", "1s");
            assertThat(cut.exit()).as(cut.err()).isEqualTo(3);
            assertThat(cut.out()).contains("The time of the run is up").contains("nothing was published");
            assertThat(provider.asked()).isLessThan(2 * ITEMS);

            CommandLineRun shard = provider.run("evaluate", "--stop-after", "1s", "--runs", home + "/shard");
            assertThat(shard.exit()).as(shard.err()).isEqualTo(3);
            CommandLineRun merge = provider.run("merge", home + "/shard", "--runs", home + "/merged");
            assertThat(merge.exit()).as(merge.out()).isEqualTo(3);

            int before = provider.asked();
            CommandLineRun whole = provider.run("run");
            assertThat(whole.exit()).as(whole.out()).isZero();
            assertThat(provider.asked() - before).isLessThanOrEqualTo(2 * ITEMS);
            assertThat(provider.run("run", "--stop-after", "soon").exit()).isEqualTo(2);
        }
    }
}
