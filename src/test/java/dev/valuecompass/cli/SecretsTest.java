package dev.valuecompass.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.valuecompass.pipeline.setup.Recognizers;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.stream.Stream;
import mockwebserver3.MockResponse;
import mockwebserver3.SocketEffect;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A canary key is sent through every way that a run can go, and everything that comes out is searched for it (R58, R59). */
@Tag("slow")
class SecretsTest {
    private static final String CANARY = "sk-canary/7Q+9zX2pL5vB8nM1";
    private static final Map<String, String> KEY = Map.of("TEST_KEY", CANARY);
    private static final int ITEMS = 12;

    @TempDir
    Path home;

    private final List<String> said = new ArrayList<>();

    /** A provider that repeats the key it was given, in all its disguises, wherever a text can stand. */
    private static MockResponse answer(int number) {
        String bearer = "Bearer " + CANARY;
        String base64 = Base64.getEncoder().encodeToString(CANARY.getBytes(StandardCharsets.UTF_8));
        String url = URLEncoder.encode(CANARY, StandardCharsets.UTF_8);
        String error = "{\"error\":{\"message\":\"no such key: " + bearer + " or " + base64 + "\",\"code\":\"" + CANARY
                + "\",\"type\":\"" + url + "\"}}";
        MockResponse.Builder response = new MockResponse.Builder();
        return switch (number % 11) {
            case 0 -> response.code(500).body(error).build();
            case 1 ->
                response.code(429).addHeader("Retry-After", "0").body(error).build();
            case 2 -> response.code(400).body(error).build();
            case 3 -> response.body(error).build();
            case 4 -> response.body("<html>" + bearer + "</html>").build();
            case 5 ->
                response.code(302)
                        .addHeader("Location", "http://127.0.0.2/?key=" + url)
                        .build();
            case 6 ->
                response.body(error)
                        .onResponseBody(new SocketEffect.CloseSocket())
                        .build();
            case 7 -> response.code(503).body(bearer).build();
            case 8 -> response.code(400 + number % 2 * 100).body(cut(number)).build();
            case 9 -> response.code(503).body("x".repeat(490) + CANARY).build();
            default ->
                response.body("{\"model\":\"m " + CANARY + "\",\"system_fingerprint\":\"" + base64
                                + "\",\"choices\":[{\"finish_reason\":\"stop\",\"message\":{\"content\":\"Stance: Yes\\n\\nKey"
                                + " Points:\\n1. Freedom: my key is " + CANARY + ".\\n2. Order: or " + url
                                + ".\\n3. Care: "
                                + base64 + ".\\n4. Freedom: or " + broken() + ".\",\"reasoning\":\"" + bearer
                                + "\"}}],\"usage\":{\"prompt_tokens\":1,\"completion_tokens\":1}}")
                        .build();
        };
    }

    /** The key stands where an error message is cut. */
    private static String cut(int number) {
        return "{\"error\":{\"message\":\"" + "x".repeat(501 - CANARY.length() + number % 20) + CANARY
                + " is not valid\",\"code\":\"invalid_api_key\"}}";
    }

    /** What a model may do to a key that it was told. */
    private static String broken() {
        return CANARY.substring(0, 12) + "\\u200b" + CANARY.substring(12) + " " + String.join(" ", CANARY.split(""))
                + " " + new StringBuilder(CANARY).reverse() + " "
                + HexFormat.of().formatHex(CANARY.getBytes(StandardCharsets.UTF_8));
    }

    private void run(String... args) {
        CommandLineRun run = CommandLineRun.of(home, KEY, args);
        said.add(run.out());
        said.add(run.err());
    }

    /** Log messages of all libraries, at every level. */
    private final class Log extends Handler {
        @Override
        public void publish(LogRecord entry) {
            synchronized (said) {
                said.add(entry.getMessage() + " " + entry.getThrown());
            }
        }

        @Override
        public void flush() {
            // Nothing is held.
        }

        @Override
        public void close() {
            // Nothing is open.
        }
    }

    /** With sentence vectors of its own, so that every page of that file is looked at as well. */
    @BeforeEach
    void ownVectors() throws IOException {
        Files.createFile(Files.createDirectories(home.resolve("runs")).resolve(Recognizers.VECTORS));
    }

    /** Whatever was printed, logged or written below the home folder, the run store's pages included. */
    private void expectNoTrace() throws IOException {
        List<String> disguises = new ArrayList<>();
        List<String> forms = List.of(
                CANARY,
                new StringBuilder(CANARY).reverse().toString(),
                String.join(" ", CANARY.split("")),
                HexFormat.of().formatHex(CANARY.getBytes(StandardCharsets.UTF_8)),
                URLEncoder.encode(CANARY, StandardCharsets.UTF_8),
                Base64.getEncoder().withoutPadding().encodeToString(CANARY.getBytes(StandardCharsets.UTF_8)));
        for (String form : forms) {
            int run = form.contains(" ") ? 15 : 8;
            for (int i = 0; i + run <= form.length(); i++) {
                disguises.add(form.substring(i, i + run));
            }
        }
        for (String text : said) {
            disguises.forEach(disguise -> assertThat(text).doesNotContain(disguise));
        }
        int files = 0;
        try (Stream<Path> all = Files.walk(home)) {
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                files++;
                String bytes = Files.readString(file, StandardCharsets.ISO_8859_1);
                disguises.forEach(disguise -> assertThat(bytes.contains(disguise))
                        .as("%s in %s", disguise, file)
                        .isFalse());
            }
        }
        assertThat(files).isPositive();
    }

    @Test
    void r58NoOutputHoldsTheKeyWhateverGoesWrong() throws IOException {
        Logger root = Logger.getLogger("");
        Level before = root.getLevel();
        Log log = new Log();
        root.addHandler(log);
        root.setLevel(Level.ALL);
        try (PlayedProvider provider = new PlayedProvider(home).rule((number, body) -> answer(number))) {
            provider.configure(
                    List.of("one", "two"), ITEMS, "    retries: 1\n", "samples: 1", "minimum-coverage: 0, budget: 1");
            run("doctor");
            run("doctor", "--json");
            run("plan", "--json");
            run("run", "--json");
            run("run");
            // Once everything is answered the period is frozen and rendered.
            provider.rule((number, body) -> answer(10));
            run("run");
            assertThat(home.resolve("public/index.html")).exists();
            run("verify");
            run("check");
            assertThat(provider.asked()).isGreaterThan(2 * ITEMS);
        } finally {
            root.removeHandler(log);
            root.setLevel(before);
        }
        assertThat(String.join("", said)).contains("[key]");
        expectNoTrace();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://user:" + "KEY" + "@example.org/v1",
                "https://example.org/v1?api_key=" + "KEY",
                "http://example.org/v1"
            })
    void r59AnAddressThatWouldLeakAKeyIsRefusedWithoutRepeatingIt(String address) throws IOException {
        try (PlayedProvider provider = new PlayedProvider(home)) {
            provider.configure(List.of("one"), ITEMS, "", "samples: 1", "minimum-coverage: 0");
            Path file = home.resolve("data/leaderboard.yml");
            String yaml = Files.readString(file);
            String wrong = address.replace("KEY", URLEncoder.encode(CANARY, StandardCharsets.UTF_8));
            Files.writeString(file, yaml.replace(provider.server.url("/v1").toString(), wrong));
            CommandLineRun run = CommandLineRun.of(home, KEY, "run");
            assertThat(run.exit()).isEqualTo(2);
            assertThat(run.err()).contains("leaderboard.yml:").doesNotContain("canary");
            assertThat(provider.asked()).isZero();
        }
    }

    @Test
    void r59AKeyInsteadOfAVariablesNameIsRefusedWithoutRepeatingIt() throws IOException {
        try (PlayedProvider provider = new PlayedProvider(home)) {
            provider.configure(List.of("one"), ITEMS, "", "samples: 1", "minimum-coverage: 0");
            Path file = home.resolve("data/leaderboard.yml");
            Files.writeString(file, Files.readString(file).replace("key-env: TEST_KEY", "key-env: " + CANARY));
            CommandLineRun run = CommandLineRun.of(home, KEY, "run");
            assertThat(run.exit()).isEqualTo(2);
            assertThat(run.err()).contains("keys never stand in files").doesNotContain("canary");
        }
    }
}
