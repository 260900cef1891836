package dev.valuecompass.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.valuecompass.cli.terminal.HelpTexts;
import dev.valuecompass.io.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

@Tag("slow")
class CompassTest {
    @TempDir
    Path home;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "run",
                "evaluate",
                "merge",
                "rescore",
                "plan",
                "check",
                "doctor",
                "items",
                "recognizer",
                "import",
                "site",
                "serve",
                "verify",
                "validate",
                "init"
            })
    void everyCommandExplainsItselfAndSpeaksJson(String command) {
        CommandLineRun run = CommandLineRun.of(home, command, "--help");
        assertThat(run.exit()).isZero();
        assertThat(run.out()).contains("compass " + command).contains("--json");
    }

    @Test
    void noArgumentsIsAQuestionForHelp() {
        assertThat(CommandLineRun.of(home).out()).contains("Usage: compass").contains("Exit codes");
    }

    @Test
    void anUnknownCommandOrOptionIsBadUsageWithASuggestion() {
        CommandLineRun command = CommandLineRun.of(home, "chekc");
        assertThat(command.exit()).isEqualTo(2);
        assertThat(command.err()).contains("check");
        assertThat(CommandLineRun.of(home, "plan", "--jsn").exit()).isEqualTo(2);
    }

    @Test
    void aPeriodThatIsNoMonthIsBadUsage() {
        CommandLineRun run = CommandLineRun.of(home, "plan", "--period", "2026-13");
        assertThat(run.exit()).isEqualTo(2);
        assertThat(run.err()).contains("--period 2026-13 is not a month").contains("YYYY-MM");
    }

    @Test
    void mistakesInTheConfigurationAreListedWithTheirPlaceAndExitCodeTwo() throws IOException {
        Path config = Files.writeString(home.resolve("mine.yml"), "titel:\n  name: X\n");
        CommandLineRun run = CommandLineRun.of(home, "plan", "--config", config.toString());
        assertThat(run.exit()).isEqualTo(2);
        assertThat(run.err()).contains("mine.yml:1").contains("title").contains("mistakes");
        assertThat(run.out()).isEmpty();
    }

    @Test
    void aPlanOfTheShippedLeaderboardCostsNothing() {
        CommandLineRun run = CommandLineRun.of(home, "plan", "--json");
        assertThat(run.exit()).as(run.err()).isZero();
        assertThat(Json.tree(run.out(), "plan").get("calls").asLong()).isZero();
        assertThat(Json.tree(run.out(), "plan")
                        .get("stages")
                        .valueStream()
                        .filter(stage -> stage.get("stage").stringValue().equals("answers")))
                .hasSize(12 * 4);
        assertThat(run.out().lines()).hasSize(1);
    }

    @Test
    void aSoundLeaderboardChecksOk() {
        CommandLineRun run = CommandLineRun.of(home, "check");
        assertThat(run.exit()).as(run.err()).isZero();
        assertThat(run.out()).isEqualTo("ok\n");
    }

    @Test
    void aSiteWithoutAPeriodSaysWhatToDo() {
        CommandLineRun run = CommandLineRun.of(home, "site");
        assertThat(run.exit()).isEqualTo(1);
        assertThat(run.err()).contains("no period is frozen").contains("run or import one first");
    }

    @Test
    void importAsksForThePeriodAndKnowsItsPlatforms() {
        assertThat(CommandLineRun.of(home, "import", "value-compass", "x").err())
                .contains("--period YYYY-MM");
        CommandLineRun unknown = CommandLineRun.of(home, "import", "lm-eval", "x", "--period", "2025-02");
        assertThat(unknown.exit()).isEqualTo(2);
        assertThat(unknown.err()).contains("unknown platform 'lm-eval', known: value-compass");
        CommandLineRun missing = CommandLineRun.of(home, "import", "value-compass", "none", "--period", "2025-02");
        assertThat(missing.exit()).isEqualTo(1);
        assertThat(missing.err()).contains("models_info.json");
    }

    @Test
    void theHelpOfEveryCommandHasAnExampleThatCanBeTypedAndTheExitCodes() {
        CommandLine line = Compass.commandLine();
        List<String> commands = new ArrayList<>();
        line.getSubcommands().forEach((name, command) -> {
            if (command.getSubcommands().isEmpty()) {
                commands.add(name);
            }
            command.getSubcommands().keySet().forEach(below -> commands.add(name + " " + below));
        });
        commands.remove("help");
        assertThat(HelpTexts.shown().keySet()).containsExactlyInAnyOrderElementsOf(commands);
        HelpTexts.shown()
                .forEach((command, examples) -> examples.forEach(example -> {
                    String typed = (command + " " + example).strip();
                    String[] words = typed.replaceAll("'[^']*'", "text").split(" ");
                    assertThat(Compass.commandLine().parseArgs(words).errors())
                            .as(typed)
                            .isEmpty();
                    CommandLineRun help = CommandLineRun.of(home, (command + " --help").split(" "));
                    assertThat(help.out().replaceAll("\\s+", " "))
                            .contains("compass " + typed, "Exit codes:", "3 incomplete");
                }));
    }

    @Test
    void theFirstScreenGroupsEveryCommandAndHelpTellsOfEach() {
        String screen = CommandLineRun.of(home).out();
        Compass.commandLine()
                .getSubcommands()
                .keySet()
                .forEach(name -> assertThat(screen).containsPattern("(?m)^  " + name + " "));
        assertThat(screen).contains("Begin:", "Evaluate:", "Publish:");
        assertThat(CommandLineRun.of(home, "help", "run").out()).contains("--stop-after");
        assertThat(CommandLineRun.of(home, "help").out()).isEqualTo(screen);
    }
}
