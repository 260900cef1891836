package dev.valuecompass.pipeline.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.valuecompass.io.DataFolder;
import dev.valuecompass.pipeline.setup.RunSetting;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What of the making of items has to go one after another, and how long that takes at least. */
class RoundPlanTest {
    @TempDir
    private Path home;

    private Plan plan(String endpoint, String type) throws IOException {
        Path file = home.resolve("data/leaderboard.yml");
        Files.createDirectories(file.getParent());
        StringBuilder examinees = new StringBuilder();
        for (String model : new String[] {"one", "two", "three"}) {
            examinees.append("  - {id: " + model + ", name: " + model + ", endpoint: e, model: " + model
                    + ", developer: Maker, access: open, type: " + (model.equals("three") ? type : "chat") + "}\n");
        }
        Files.writeString(
                file,
                "title: {name: Small}\nendpoints:\n  - {id: e, " + endpoint + "}\nexaminees:\n" + examinees
                        + "roles: {recognizer: embedded, explorers: [one], scorers: [two, three]}\n"
                        + "systems:\n  - {system: schwartz, pool: topics/schwartz.jsonl, items: 8,"
                        + " evolve: {budget: 10, topics: 4, explore: 2, depth: 2}}\n");
        return Plan.of(RunSetting.read(
                DataFolder.over(file.getParent()), file, home.resolve("runs"), "2026-11", OptionalLong.empty()));
    }

    private static final String REMOTE = "kind: openai, base-url: \"http://localhost:1/v1\"";

    /**
     * Four topics at once and six pulls alone are seven waves: of six calls to the explorer, three answers of it and one of
     * the strong panel, which answers once more for the topics and once for the candidates: 42 + 21 + 9 calls of 6 s.
     */
    @Test
    void stepsTakeTheLatencyOfTheSlowest() throws IOException {
        Plan plan = plan(REMOTE, "chat");
        assertThat(plan.rounds()).hasSize(1);
        Plan.Round round = plan.rounds().get(0);
        assertThat(round.pulls()).isEqualTo(10);
        assertThat(round.alone()).isEqualTo(6);
        assertThat(round.steps()).isEqualTo(72);
        assertThat(round.hours()).isEqualTo(72 * 6 / 3600.0, within(1e-9));
        assertThat(plan.hours()).isGreaterThan(round.hours());
        assertThat(plan.text())
                .contains(
                        "schwartz: of 10 pulls 6 wait for the one before; up to 72 calls one after another, 0.1 hours");
        // A scorer that thinks takes 30 s, and every step of the strong panel waits for it.
        assertThat(plan(REMOTE, "reasoning").rounds().get(0).hours())
                .isEqualTo((63 * 6 + 9 * 30) / 3600.0, within(1e-9));
    }

    @Test
    void whatIsNotSentTakesNoTime() throws IOException {
        Plan plan = plan("kind: simulated, file: simulated/contexts.yml", "chat");
        assertThat(plan.rounds().get(0).steps()).isEqualTo(72);
        assertThat(plan.rounds().get(0).hours()).isZero();
        assertThat(plan.hours()).isZero();
    }
}
