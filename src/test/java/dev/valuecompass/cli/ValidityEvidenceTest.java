package dev.valuecompass.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.valuecompass.io.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** What is asked about a period beside it: second instruments, and whether models that are told to hold a value show it. */
@Tag("slow")
class ValidityEvidenceTest {
    @TempDir
    Path home;

    private String languages = "";

    @Test
    void secondInstrumentsAndInstructionsAreKeptBesideThePeriodAndShown() throws IOException {
        Files.createDirectories(home.resolve("data/topics"));
        Files.writeString(home.resolve("data/topics/a-questionnaire.jsonl"), """
                {"id": "r1", "category": "work", "text": "Should everyone be paid?"}
                {"id": "r2", "category": "family", "text": "Should everyone live alone?"}
                """);
        leaderboard(new SmallPanel()
                .system(
                        "schwartz",
                        "items: 12, instruments: [schwartz-choice, schwartz-rating],"
                                + " reference-pools: [topics/a-questionnaire.jsonl]"));
        CommandLineRun plan = CommandLineRun.of(home, "plan");
        assertThat(plan.out()).containsPattern("choices +all +720 ").containsPattern("ratings +all +240 ");
        CommandLineRun run = CommandLineRun.of(home, "run");
        assertThat(run.exit()).as(run.err()).isZero();

        Path evidence = home.resolve("data/evidence/2026-11");
        JsonNode told = Json.tree(Files.readString(evidence.resolve("instruments.json")), "instruments.json");
        assertThat(told.path("synthetic").booleanValue()).isTrue();
        JsonNode closed = told.path("systems").get(0).path("convergence").get(2);
        assertThat(closed.path("one").stringValue()).isEqualTo("schwartz-choice");
        assertThat(closed.path("models").intValue()).isEqualTo(4);
        assertThat(closed.path("within").path("score").doubleValue()).isGreaterThan(0.5);

        byte[] before = Files.readAllBytes(evidence.resolve("instruments.json"));
        CommandLineRun again = CommandLineRun.of(home, "validity", "--instruments");
        assertThat(again.exit()).as(again.err()).isZero();
        assertThat(again.out()).contains("schwartz-choice and schwartz-rating, 4 models");
        assertThat(Files.readAllBytes(evidence.resolve("instruments.json"))).isEqualTo(before);

        CommandLineRun prime = CommandLineRun.of(home, "validity", "--prime", "--items", "10");
        assertThat(prime.exit()).as(prime.err()).isZero();
        JsonNode values = Json.tree(Files.readString(evidence.resolve("primes.json")), "primes.json")
                .path("systems")
                .get(0)
                .path("values");
        assertThat(values.size()).isEqualTo(10);
        for (JsonNode value : values) {
            assertThat(value.path("rise").path("score").doubleValue())
                    .as(value.path("value").stringValue())
                    .isPositive();
            assertThat(value.path("opposites").path("score").doubleValue())
                    .as(value.path("value").stringValue())
                    .isNegative();
        }

        CommandLineRun conditions = CommandLineRun.of(home, "validity", "--conditions");
        assertThat(conditions.exit()).as(conditions.err()).isZero();
        assertThat(conditions.out()).contains("wording, 3 with the usual one", "persona, 2 with the usual one");
        JsonNode kinds = Json.tree(Files.readString(evidence.resolve("conditions.json")), "conditions.json")
                .path("systems")
                .get(0)
                .path("kinds");
        assertThat(kinds.get(0).path("kind").stringValue()).isEqualTo("wording");
        assertThat(kinds.get(0).path("values").size()).isEqualTo(10);
        assertThat(kinds.get(0).path("across").path("pairs").intValue())
                .isGreaterThan(4 * 4 * 2 * 2 * 10 * 9 / 10)
                .isLessThanOrEqualTo(4 * 4 * 2 * 2 * 10);

        assertThat(CommandLineRun.of(home, "site").exit()).isZero();
        assertThat(home.resolve("public/2026-11/validity/conditions.json")).exists();
        assertThat(home.resolve("public/2026-11/validity/primes.json")).exists();
        assertThat(Files.readString(home.resolve("public/2026-11/validity/index.html")))
                .contains(
                        "Asked outright",
                        "Choices / Ratings",
                        "Told to hold a value",
                        "The same in other words",
                        "Told to be someone");
        assertThat(Files.readString(home.resolve("public/2026-11/items/index.html")))
                .contains("a-questionnaire", "It was never asked")
                .containsPattern("Distinct-2</th><td>[0-9.]+</td><td>0.83</td>");
        assertThat(home.resolve("public/2026-11/items/references.json")).exists();
        CommandLineRun verified = CommandLineRun.of(home, "verify");
        assertThat(verified.exit()).as(verified.err()).isZero();
        assertThat(verified.out()).contains("references.json").doesNotContain("not recomputed, since the pool");

        costs();
        Files.writeString(evidence.resolve("instruments.json"), "{\"version\":1}");
        CommandLineRun broken = CommandLineRun.of(home, "site");
        assertThat(broken.exit()).isEqualTo(1);
        assertThat(broken.err()).contains("instruments.json", "is not what this program writes");
    }

    /** What costs money is told, and not asked without a yes. */
    private void costs() throws IOException {
        leaderboard(
                new SmallPanel().elsewhere("delta-pro", "http://127.0.0.1:9/v1").system("schwartz", "items: 12"));
        for (String what : new String[] {"--instruments", "--prime", "--conditions"}) {
            CommandLineRun asked = CommandLineRun.of(home, "validity", what);
            assertThat(asked.exit()).as(asked.err()).isZero();
            assertThat(asked.out()).contains("Nothing was asked. To ask: the same command with --yes", "delta-pro");
        }
        languages = ", languages: [zh]";
        leaderboard(new SmallPanel().system("schwartz", "items: 12"));
        CommandLineRun foreign = CommandLineRun.of(home, "validity", "--conditions");
        assertThat(foreign.exit()).as(foreign.err()).isZero();
        assertThat(foreign.err()).contains("schwartz: nothing is asked in 'zh': the recogniser has learned en");
        assertThat(foreign.out()).contains("language zh: nothing was asked, since the recogniser has learned en");
        assertThat(CommandLineRun.of(home, "site").exit()).isZero();
        assertThat(Files.readString(home.resolve("public/2026-11/validity/index.html")))
                .contains("Nothing was asked in Chinese, since the recogniser has not learned to read it.")
                .doesNotContain("In another language");
        CommandLineRun few = CommandLineRun.of(home, "validity", "--prime", "--items", "1");
        assertThat(few.exit()).isEqualTo(2);
        assertThat(few.err()).contains("--items must be 2 or more");
    }

    /** Models of the panel that each have a mind of their own. */
    private void leaderboard(SmallPanel panel) throws IOException {
        panel.write(home);
        Files.createDirectories(home.resolve("data/simulated"));
        Files.writeString(home.resolve("data/simulated/swayed.yml"), "models-of: simulated/panel.yml\nwording: 0.5\n");
        Path file = home.resolve("data/leaderboard.yml");
        Files.writeString(
                file,
                Files.readString(file).replace("simulated/alike.yml", "simulated/swayed.yml")
                        + "conditions: {items: 4, wordings: 2, personas: [{id: nurse, system-prompt: You are a nurse.}]"
                        + languages + "}\n");
    }
}
