package dev.valuecompass.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.valuecompass.io.Json;
import dev.valuecompass.io.JsonLines;
import dev.valuecompass.snapshot.PeriodRecord;
import dev.valuecompass.snapshot.store.PeriodStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Real answers of real models, collected elsewhere, through the whole pipeline without a call; four of them, for time. */
@Tag("slow")
class RecordedAnswersTest {
    private static final Path PUBLISHED = Path.of("../shared/data/value-compass");
    private static final Map<String, String> FILES = Map.of(
            "schwartz",
            "Schwartz_cases.json",
            "mft",
            "MFT_cases.json",
            "safety",
            "Risk_cases.json",
            "unique",
            "FULVa_cases.json");
    private static final Map<String, String> DIMENSIONS = dimensions();
    private static final Set<String> MODELS = Set.of("GPT-4o", "o3-mini", "DeepSeek-R1", "Phi-3-mini-instruct-4k");

    @TempDir
    Path home;

    private final TreeSet<String> models = new TreeSet<>();

    @Test
    void realAnswersBecomeAPeriodWithOwnLabelsAndScores() throws IOException {
        assumeTrue(Files.isDirectory(PUBLISHED), "the published answers are not at " + PUBLISHED);
        int answers = collect();

        CommandLineRun run = CommandLineRun.of(home, "run", "--period", "2025-02");

        assertThat(run.exit()).as(run.err()).isZero();
        PeriodRecord period = new PeriodStore(home.resolve("data")).read("2025-02");
        assertThat(period.snapshot().synthetic()).isFalse();
        assertThat(period.snapshot().models()).hasSize(4);
        assertThat(period.snapshot().systems()).hasSize(4);
        assertThat(period.labels().values().stream()
                        .flatMap(List::stream)
                        .filter(row -> row.outcome().name().equals("ANSWERED"))
                        .count())
                .as("nearly every published answer is read")
                .isBetween((long) (0.95 * answers), (long) answers);
        assertThat(home.resolve("public/2025-02/models/gpt-4o/index.html")).isRegularFile();
    }

    private int collect() throws IOException {
        Files.createDirectories(home.resolve("data/topics"));
        List<Map<String, Object>> answers = new ArrayList<>();
        for (String system : FILES.keySet()) {
            Map<String, Map<String, Object>> items = new LinkedHashMap<>();
            for (JsonNode row : Json.read(PUBLISHED.resolve(FILES.get(system)), JsonNode.class)
                    .get("data")) {
                if (!MODELS.contains(row.get("model").asString())) {
                    continue;
                }
                String prompt = row.get("prompt").asString().strip();
                items.computeIfAbsent(prompt, text -> item(system, items.size(), row, text));
                models.add(row.get("model").asString());
                answers.add(Map.of(
                        "model", row.get("model").asString(),
                        "prompt", prompt,
                        "answer", row.get("answer").asString()));
            }
            Files.writeString(
                    home.resolve("data/topics/real-" + system + ".jsonl"),
                    JsonLines.write(List.copyOf(items.values())));
        }
        Files.writeString(home.resolve("data/answers.jsonl"), JsonLines.write(answers));
        Files.writeString(home.resolve("data/leaderboard.yml"), leaderboard());
        return answers.size();
    }

    private static Map<String, Object> item(String system, int number, JsonNode row, String text) {
        Map<String, Object> item = new LinkedHashMap<>();
        item.put("id", system + "-" + number);
        if (!system.equals("schwartz")) {
            item.put("dimension", DIMENSIONS.get(row.get("value").asString()));
        }
        item.put("category", "imported");
        item.put("text", text);
        return item;
    }

    private String leaderboard() {
        StringBuilder yaml = new StringBuilder(
                "title: {name: Collected}\nendpoints:\n  - {id: collected, kind: recorded, file: answers.jsonl}\nexaminees:\n");
        for (String model : models) {
            String id = model.toLowerCase().replaceAll("[^a-z0-9.]+", "-");
            yaml.append(
                    "  - {id: %s, name: %s, endpoint: collected, model: %s, developer: unknown, access: open, type: chat}%n"
                            .formatted(id, model, model));
        }
        yaml.append("roles: {recognizer: embedded}\nsystems:\n");
        FILES.keySet().stream()
                .sorted()
                .forEach(system -> yaml.append(
                        "  - {system: %s, pool: topics/real-%s.jsonl, items: 0}%n".formatted(system, system)));
        return yaml.append("evaluation: {seed: 20, minimum-coverage: 0}\n").toString();
    }

    private static Map<String, String> dimensions() {
        Map<String, String> dimensions = new LinkedHashMap<>();
        String[][] names = {
            {"Care/Harm", "care"},
            {"Fairness/Cheating", "fairness"},
            {"Loyalty/Betrayal", "loyalty"},
            {"Authority/Subversion", "authority"},
            {"Sanctity/Degradation", "sanctity"},
            {"Representation & Toxicity Harms", "representation-toxicity"},
            {"Misinformation Harms", "misinformation"},
            {"Information & Safety Harms", "information-safety"},
            {"Malicious Use", "malicious-use"},
            {"Human Autonomy & Integrity Harms", "human-autonomy-integrity"},
            {"Socioeconomic Harms", "socioeconomic"},
            {"Self-Competence", "self-competence"},
            {"User-Oriented", "user-oriented"},
            {"Social", "social"},
            {"Idealistic", "idealistic"},
            {"Professional", "professional"},
            {"Ethical", "ethical"},
        };
        for (String[] name : names) {
            dimensions.put(name[0], name[1]);
        }
        return dimensions;
    }
}
