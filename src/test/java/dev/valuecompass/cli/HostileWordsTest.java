package dev.valuecompass.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.valuecompass.io.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import mockwebserver3.MockResponse;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** R74: whoever writes what a command repeats, a provider, a model, a file, it neither steers nor deceives a terminal. */
@Tag("slow")
class HostileWordsTest {
    private static final String WORDS =
            "\\u001b[2J\\u009b31mOWNED\\u009d0;title\\u0007\\u202egpj.exe\\u2066\\u200f\\u061c\\u200b\\ufeff\\u2028\\ud800\\udb40\\udc41";
    private static final String RAW = "\u009b31m\u202egpj\u2066\u200f\u061c\u200b\ufeff\u2028";
    private static final Map<String, String> KEY = Map.of("TEST_KEY", "k7Xw2Zk9Lm4Np8Rt3Vb6");

    @TempDir
    Path home;

    private void run(String... args) {
        CommandLineRun run = CommandLineRun.of(home, KEY, args);
        expectPlain(run.out(), args);
        expectPlain(run.err(), args);
        if (List.of(args).contains("--json") && !run.out().isEmpty()) {
            assertThat(Json.tree(run.out(), "out")).isNotNull();
        }
    }

    private static void expectPlain(String printed, String... args) {
        List<String> steering = printed.codePoints()
                .filter(c -> c != '\n' && c != '\t' && c != '\r')
                .filter(c -> Character.isISOControl(c)
                        || Character.getType(c) == Character.FORMAT
                        || Character.getType(c) == Character.SURROGATE
                        || Character.getType(c) == Character.LINE_SEPARATOR)
                .mapToObj(c -> String.format("U+%04X", c))
                .distinct()
                .toList();
        assertThat(steering).as(String.join(" ", args) + ": " + printed).isEmpty();
    }

    private static MockResponse failure(int number) {
        String error = "{\"error\":{\"message\":\"no " + WORDS + "\",\"code\":\"x\\n" + WORDS + "\",\"type\":\"" + WORDS
                + "\"}}";
        return switch (number % 4) {
            case 0 -> new MockResponse.Builder().code(401).body(error).build();
            case 1 ->
                new MockResponse.Builder()
                        .code(500)
                        .body("<html>\u001b[31m" + RAW)
                        .build();
            case 2 -> PlayedProvider.completion("m" + WORDS, "", "stop" + WORDS);
            default -> new MockResponse.Builder().body("{" + RAW).build();
        };
    }

    private static MockResponse answer(int number) {
        return PlayedProvider.completion(
                (number % 2 == 0 ? "m" : "n") + WORDS,
                "Stance: Yes\\n\\nKey Points:\\n1. Freedom: everybody " + WORDS + " should choose for themselves.\\n"
                        + "2. Safety: order protects us all. " + WORDS + "\\n3. Care: we help those near to us.",
                "stop");
    }

    @Test
    void noCommandRepeatsWhatSteersATerminal() throws IOException {
        try (PlayedProvider provider = new PlayedProvider(home).rule((number, body) -> failure(number))) {
            provider.configure(
                    List.of("one", "two"), 12, "    retries: 0\n", "samples: 1", "minimum-coverage: 0, budget: 1");
            for (String command : List.of("doctor", "run")) {
                run(command);
                run(command, "--json");
            }
            provider.rule((number, body) -> answer(number));
            run("run");
            assertThat(home.resolve("public/index.html")).exists();
            run("verify");
            run("check");
            for (String command : List.of("doctor", "plan")) {
                run(command);
                run(command, "--json");
            }
            run("items", "stats");
        }
        spoil(home.resolve("data/leaderboard.yml"));
        run("check");
        run("check", "--json");
        run("run", "--period", "2026" + RAW);
        run("verify", home.resolve("no" + RAW).toString());
        run("nothing" + RAW);
    }

    /** Of a name, a value and a place in the file. */
    private static void spoil(Path file) throws IOException {
        String yaml = Files.readString(file);
        Files.writeString(
                file,
                yaml + "\"odd" + WORDS.replace("\\ud800", "").replace("\\udb40\\udc41", "") + "\": 1\nodd"
                        + RAW.replace("\u009b", "") + ": [1\n");
    }
}
