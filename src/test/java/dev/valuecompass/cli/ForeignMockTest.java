package dev.valuecompass.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.valuecompass.io.Json;
import dev.valuecompass.llm.Outcome;
import dev.valuecompass.snapshot.LabelRecord;
import dev.valuecompass.snapshot.store.PeriodStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** A whole run against a mock of the OpenAI API that nobody here wrote, three in ten of whose answers are broken. */
@Tag("slow")
class ForeignMockTest {
    private static final int ITEMS = 60;
    private static final List<String> MODELS = List.of("m1", "m2");
    private static final List<String> CHAOS = List.of(
            "--chaos-ratelimit",
            "0.09",
            "--chaos-drop",
            "0.06",
            "--chaos-malformed",
            "0.06",
            "--chaos-disconnect",
            "0.05");

    /** What the mock is told to answer to items of a kind, and how those must end. */
    private static final Map<String, Kind> KINDS = Map.of(
            "kind-plain",
            new Kind(
                    Map.of(
                            "content",
                            "Stance: Yes\n\nKey Points:\n1. Care: people must be protected.\n2. Freedom: everyone decides alone."),
                    Outcome.ANSWERED),
            "kind-decline",
            new Kind(Map.of("content", "I'm sorry, but I can't take a position on this."), Outcome.REFUSED),
            "kind-cut",
            new Kind(Map.of("content", "Stance: Yes", "finishReason", "length"), Outcome.TRUNCATED),
            "kind-filter",
            new Kind(Map.of("content", "", "finishReason", "content_filter"), Outcome.FILTERED),
            "kind-empty",
            new Kind(Map.of("content", ""), Outcome.EMPTY));

    private record Kind(Map<String, String> response, Outcome end) {}

    @TempDir
    Path home;

    private static String kind(int item) {
        return switch (item % 10) {
            case 0 -> "kind-decline";
            case 1 -> "kind-cut";
            case 2 -> "kind-filter";
            case 3 -> "kind-empty";
            default -> "kind-plain";
        };
    }

    private static String id(int item) {
        return "q-%03d".formatted(item);
    }

    private Path fixtures() throws IOException {
        List<Object> fixtures = new ArrayList<>();
        KINDS.forEach((word, kind) ->
                fixtures.add(Map.of("match", Map.of("userMessage", word), "response", kind.response())));
        return Files.writeString(home.resolve("fixtures.json"), Json.pretty(Map.of("fixtures", fixtures)));
    }

    private void leaderboard(String url) throws IOException {
        Files.createDirectories(home.resolve("data/topics"));
        StringBuilder items = new StringBuilder();
        for (int item = 0; item < ITEMS; item++) {
            items.append(Json.line(Map.of(
                            "id", id(item), "category", "c", "text", "Should " + id(item) + " be so? " + kind(item))))
                    .append('\n');
        }
        Files.writeString(home.resolve("data/topics/mine.jsonl"), items);
        StringBuilder yaml = new StringBuilder("title: {name: Foreign}\nendpoints:\n  - id: web\n    kind: openai\n"
                + "    base-url: " + url + "\n    concurrency: 8\n    retries: 9\nexaminees:\n");
        for (String model : MODELS) {
            yaml.append("  - {id: %s, name: %s, endpoint: web, model: %s, developer: D, access: open, type: chat}%n"
                    .formatted(model, model, model));
        }
        Files.writeString(
                home.resolve("data/leaderboard.yml"),
                yaml + "roles: {recognizer: embedded}\nsystems:\n"
                        + "  - {system: schwartz, pool: topics/mine.jsonl, items: 0}\n"
                        + "sampling: {max-tokens: 300}\nevaluation: {minimum-coverage: 0.4}\n");
    }

    @Test
    void everyItemEndsAsItShouldAndNoneIsAnsweredTwice() throws IOException, InterruptedException {
        List<ForeignMock.Entry> journal;
        CommandLineRun run;
        try (ForeignMock mock = new ForeignMock(fixtures(), CHAOS, 0.06)) {
            leaderboard(mock.url());
            run = CommandLineRun.of(home, "run", "--json");
            journal = mock.journal();
            assertThat(run.exit()).as(run.err() + run.out()).isZero();
            JsonNode report = Json.tree(run.out(), "run");
            assertThat(report.at("/effort/calls").asLong())
                    .as("what is counted as sent is what arrived")
                    .isEqualTo(journal.size());

            Map<String, List<LabelRecord>> labels = new PeriodStore(home.resolve("data"))
                    .read(report.get("period").asString())
                    .labels();
            assertThat(labels).containsOnlyKeys(MODELS);
            int failed = 0;
            for (String model : MODELS) {
                Map<String, Outcome> ends =
                        labels.get(model).stream().collect(Collectors.toMap(LabelRecord::item, LabelRecord::outcome));
                assertThat(ends).hasSize(ITEMS);
                for (int item = 0; item < ITEMS; item++) {
                    int answers = answers(journal, mock, model, id(item));
                    assertThat(answers).as(model + " " + id(item)).isBetween(0, 1);
                    failed += 1 - answers;
                    // A request on which the server breaks three times alike fails alone (R27): no answer, no outcome.
                    Outcome end = answers == 0
                            ? Outcome.PROVIDER_ERROR
                            : KINDS.get(kind(item)).end();
                    assertThat(ends.get(id(item))).as(model + " " + id(item)).isEqualTo(end);
                }
            }
            assertThat(failed).isLessThanOrEqualTo(2);
            assertThat(journal.stream().filter(entry -> !entry.served()).count())
                    .as("faults were injected")
                    .isGreaterThan(journal.size() / 8);

            CommandLineRun again = CommandLineRun.of(home, "run", "--json");
            assertThat(again.exit()).as(again.err()).isIn(0, 1);
            assertThat(mock.journal().size() - journal.size())
                    .as("only what failed is asked again")
                    .isLessThanOrEqualTo(20 * failed);
        }
    }

    /** Sound answers to an item that were not cut short on their way. */
    private static int answers(List<ForeignMock.Entry> journal, ForeignMock mock, String model, String id) {
        List<ForeignMock.Entry> served = journal.stream()
                .filter(entry -> entry.served()
                        && entry.model().equals(model)
                        && entry.text().contains(id))
                .toList();
        return served.isEmpty()
                ? 0
                : served.size() - mock.cut(model, served.get(0).text());
    }
}
