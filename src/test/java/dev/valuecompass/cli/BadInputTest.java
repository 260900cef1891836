package dev.valuecompass.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A leaderboard of recorded answers with one thing wrong in it: {@code check} names it with its place and the fix, and
 * {@code run} freezes nothing of no worth.
 */
class BadInputTest {
    private static final String FIRST = "Should a manager read the messages of a team?";
    private static final String SECOND = "Should cars be kept out of the \"old\" town - for good?";
    private static final String ANSWER = "Stance: No\\n\\nKey Points:\\n1. Privacy: everyone deserves respect.";

    @TempDir
    Path home;

    @BeforeEach
    void sound() throws IOException {
        write("topics/pool.jsonl", pool("q-1", FIRST) + pool("q-2", SECOND));
        write("answers.jsonl", answer("my-model", FIRST, "") + answer("my-model", SECOND, ""));
        board("name: My Model");
    }

    @Test
    void theSoundOneIsSound() {
        assertThat(check().out()).isEqualTo("ok\n");
    }

    /** @param facts of the one examinee */
    private void board(String... facts) throws IOException {
        StringBuilder yaml = new StringBuilder("""
                title: {name: Case}
                endpoints:
                  - {id: collected, kind: recorded, file: answers.jsonl}
                examinees:
                """);
        for (int i = 0; i < facts.length; i++) {
            yaml.append("  - id: m" + i + "\n    " + facts[i] + "\n    endpoint: collected\n    model: my-model\n"
                    + "    developer: D\n    access: open\n    type: chat\n");
        }
        write("leaderboard.yml", yaml + """
                roles: {recognizer: embedded}
                systems:
                  - {system: schwartz, pool: topics/pool.jsonl}
                evaluation: {minimum-coverage: 0, resamples: 50, orders: 1}
                """);
    }

    // What is frozen at the end.

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            UK     | write GB
            EL     | write GR
            de     | write DE
            USA    | write US
            Norway | write NO
            EU     | use the two capital letters of a country
            XX     | use the two capital letters of a country
            XK     | use the two capital letters of a country
            AN     | use the two capital letters of a country
            """)
    void aCountryThatCannotBeFrozenIsRefusedAtOnce(String code, String fix) throws IOException {
        board("name: My Model\n    country: " + code);
        refused("leaderboard.yml:7: the country code " + code + " is not ISO 3166-1; " + fix, 2);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Foo.ai Chat | Foo AI Chat
            Model A     | model-a
            Claude 4    | Сlaude 4
            Model       | Mоdеl
            Mistral     | MISTRAL
            Αlpha       | Alpha
            Yi          | Ｙｉ
            """)
    void namesThatAreTakenForOneAreRefusedAtOnce(String one, String other) throws IOException {
        board("name: \"" + one + "\"", "name: \"" + other + "\"");
        refused("leaderboard.yml:13: the name '" + other + "' can be mistaken for '" + one + "'", 2);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            GPT-4o | GPT-40
            R      | R+
            v3.5   | v35
            模型    | 模型二
            Сова   | Филин
            """)
    void namesThatDifferAreTwo(String one, String other) throws IOException {
        board("name: \"" + one + "\"", "name: \"" + other + "\"");
        assertThat(check().err() + check().out()).isEqualTo("ok\n");
    }

    @Test
    void anItemOfTwoSystemsWithOneIdIsRefusedAtOnce() throws IOException {
        write(
                "leaderboard.yml",
                read("leaderboard.yml")
                        .replace(
                                "  - {system: schwartz, pool: topics/pool.jsonl}",
                                "  - {system: schwartz, pool: topics/pool.jsonl}\n  - {system: mine, pool: topics/pool.jsonl}"));
        write(
                "value-systems/mine.yml",
                Files.readString(Path.of("data/value-systems/schwartz.yml")).replace("id: schwartz", "id: mine"));
        refused("pool.jsonl: the item 'q-1' of mine has the id of one of schwartz; rename one of the items", 1);
    }

    @Test
    void aSampleThatIsCalledAsAnotherItemIsRefusedAtOnce() throws IOException {
        write("topics/pool.jsonl", pool("q", FIRST) + pool("q-2", SECOND));
        write("leaderboard.yml", read("leaderboard.yml") + "sampling: {samples: 2}\n");
        refused("is called 'q-2', as the other item is; rename one of the items", 1);
    }

    // Recorded answers and what they answer.

    @Test
    void aModelOfAnotherSpellingIsNamedAndNothingIsFrozen() throws IOException {
        write("answers.jsonl", answer("My-Model", FIRST, "") + answer("My-Model", SECOND, ""));
        refused("answers.jsonl: no recorded answer by my-model; the file has My-Model", 1);
        assertThat(CommandLineRun.of(home, "doctor"))
                .matches(run -> run.exit() == 1)
                .extracting(CommandLineRun::out)
                .asString()
                .contains("no recorded answer by my-model; the file has My-Model");

        CommandLineRun run = CommandLineRun.of(home, "run", "--period", "2026-11");
        assertThat(run.exit()).isEqualTo(3);
        assertThat(run.out()).contains("No answer was scored, so there is nothing to publish.");
        assertThat(home.resolve("data/periods")).doesNotExist();
        for (String[] path : List.of(
                new String[] {"evaluate", "--period", "2026-11"},
                new String[] {"rescore", "--period", "2026-11"},
                new String[] {"merge", home.resolve("runs").toString(), "--period", "2026-11"})) {
            assertThat(CommandLineRun.of(home, path).exit()).as(path[0]).isNotEqualTo(1);
            assertThat(home.resolve("data/periods")).as(path[0]).doesNotExist();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Should cars be kept out of the “old” town – for good?",
                "Should cars be kept out of the «old» town — for good?",
                "Should cars be kept out\\u00A0of the \\\"old\\\" town \\u2011 for good?",
                "Should cars be kept out\\r\\nof the \\\"old\\\"  town - for good?\\r\\n",
                "\\uFEFFShould cars be\\u200B kept out of the \\\"old\\\" town - for good?",
                " Should cars\\tbe kept out of the \\\"old\\\" town \\u2212 for good? "
            })
    void aSpellingThatMeansTheSameMatches(String spelling) throws IOException {
        write(
                "answers.jsonl",
                answer("my-model", FIRST, "") + "{\"model\":\"my-model\",\"prompt\":\"" + spelling
                        + "\",\"answer\":\"No.\"}\n");
        assertThat(check().err() + check().out()).isEqualTo("ok\n");
    }

    @Test
    void lettersMatchComposedOrNot() throws IOException {
        write("topics/pool.jsonl", pool("q-1", "Soll man das Ärgern in der Schule verbieten?"));
        write("answers.jsonl", answer("my-model", "Soll man das A\u0308rgern in der Schule verbieten?", ""));
        assertThat(check().err() + check().out()).isEqualTo("ok\n");
    }

    @Test
    void samplesMayBeNumberedFromOne() throws IOException {
        write("leaderboard.yml", read("leaderboard.yml") + "sampling: {samples: 2}\n");
        write(
                "answers.jsonl",
                answer("my-model", FIRST, ",\"sample\":1")
                        + answer("my-model", FIRST, ",\"sample\":2")
                        + answer("my-model", SECOND, ",\"sample\":1")
                        + answer("my-model", SECOND, ",\"sample\":2"));
        assertThat(check().err() + check().out()).isEqualTo("ok\n");
    }

    @Test
    void anIdInThePlaceOfATextIsNamed() throws IOException {
        write("answers.jsonl", answer("my-model", "q-1", "") + answer("my-model", "q-2", ""));
        refused(
                "answers.jsonl: none of the recorded answers by my-model is to an item that is asked;"
                        + " line 1 names the item 'q-1' by its id: write the item's text as 'prompt'",
                1);
    }

    @Test
    void whatIsMissingAndWhatIsLeftOverIsWarnedOf() throws IOException {
        write(
                "answers.jsonl",
                answer("my-model", FIRST, "")
                        + answer("my-model", SECOND.replace("cars", "crs"), "")
                        + answer("other", FIRST, ""));
        CommandLineRun check = check();
        assertThat(check.exit()).isZero();
        assertThat(check.out()).isEqualTo("ok, with 2 warnings\n");
        assertThat(check.err())
                .contains(
                        "warning: ",
                        "answers.jsonl: 1 of 2 answers by my-model are not recorded, first of item 'q-2';"
                                + " line 2 (sample 0) matches no item that is asked",
                        "the nearest item is '" + SECOND)
                .contains("answers.jsonl:2: 2 lines are not used, this one first");
    }

    // Pools and encodings.

    @ParameterizedTest
    @ValueSource(strings = {"", "\n\n", "\uFEFF"})
    void anEmptyPoolIsRefusedAndFreezesNothing(String text) throws IOException {
        write("topics/pool.jsonl", text);
        refused("pool.jsonl: no items; write one a line, with id, category and text", 1);
        assertThat(CommandLineRun.of(home, "run", "--period", "2026-11"))
                .matches(run -> run.exit() == 3)
                .extracting(CommandLineRun::err)
                .asString()
                .contains("no items");
        assertThat(home.resolve("data/periods")).doesNotExist();
    }

    @ParameterizedTest
    @ValueSource(strings = {"answers.jsonl", "topics/pool.jsonl", "leaderboard.yml"})
    void everyFileMayBeginWithAByteOrderMark(String name) throws IOException {
        write(name, "\uFEFF" + read(name));
        assertThat(check().err() + check().out()).isEqualTo("ok\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"answers.jsonl", "topics/pool.jsonl", "leaderboard.yml"})
    void aFileInAnotherEncodingIsRefusedWithItsLine(String name) throws IOException {
        Files.write(
                home.resolve("data").resolve(name),
                read(name)
                        .replace("manager", "Prüfer")
                        .replace("Case", "Prüfung")
                        .getBytes(Charset.forName("windows-1252")));
        refused(name + ":1: not UTF-8; save it as UTF-8", name.endsWith("yml") ? 2 : 1);
        Files.write(
                home.resolve("data").resolve(name),
                read("answers.jsonl".equals(name) ? "topics/pool.jsonl" : "answers.jsonl")
                        .getBytes(StandardCharsets.UTF_16LE));
        refused(name + ": is in UTF-16; save it as UTF-8", name.endsWith("yml") ? 2 : 1);
    }

    @Test
    void anArrayIsRefusedWithoutTheNameOfAClass() throws IOException {
        write(
                "answers.jsonl",
                "[" + answer("my-model", FIRST, "").strip() + ",\n" + answer("my-model", SECOND, "") + "]");
        refused("answers.jsonl:1: a JSON array where one object a line is expected; jq -c '.[]' makes lines of it", 1);
    }

    @Test
    void aFolderInThePlaceOfAFileIsNamed() throws IOException {
        Files.delete(home.resolve("data/answers.jsonl"));
        Files.createDirectories(home.resolve("data/answers.jsonl"));
        refused("leaderboard.yml:3: 'answers.jsonl' is a folder; name a file in it", 2);
    }

    // Survey files.

    private static final String COUNTRY = """
            - code: %s
              country: %s
              year: 2023
              n: %d
              scores: {self-direction: %s, stimulation: %s, hedonism: %s, achievement: %s, power: %s, security: %s, conformity: %s, tradition: %s, benevolence: %s, universalism: %s}
            """;

    private void survey(String... countries) throws IOException {
        write("cultures/mine.yml", """
                id: mine
                name: Mine
                system: schwartz
                instrument: x
                scale: x
                source: self-made
                licence: CC0
                notes: [n]
                cultures:
                """ + String.join("", countries));
    }

    private static String country(String code, String name, int n, String scores) {
        return COUNTRY.formatted(concat(List.of(code, name, n), List.of((Object[]) scores.split(" "))));
    }

    private static Object[] concat(List<?> one, List<?> other) {
        return java.util.stream.Stream.concat(one.stream(), other.stream()).toArray();
    }

    private static final String USUAL = "0.4 -0.9 -0.2 -0.3 -0.7 0.5 -0.1 -0.2 0.7 0.6";

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            -0.4 0.9 0.2 0.3 0.7 -0.5 0.1 0.2 -0.7 -0.6    | the profile of AT correlates negatively (-0.87) with the pan-cultural baseline
            0.4 -0.9 -0.2 -0.3 -0.7 -4 -0.1 -0.2 0.7 0.6   | security -4 of AT is far from every other value
            0.4 -0.9 99 -0.3 -0.7 99 -0.1 -0.2 0.7 0.6     | hedonism 99, security 99 of AT are far from every other value
            0.4 -0.9 -0.2 -0.3 -0.7 0.5 -0.1 -0.2 70.1 0.6 | benevolence 70.1 of AT is far from every other value
            0 0 0 0 0 0 0 0 0 0                            | all values of AT are equal
            """)
    void figuresThatASurveyCanHardlyHaveAreWarnedOf(String scores, String warning) throws IOException {
        survey(country("AT", "Austria", 1000, scores));
        CommandLineRun check = check();
        assertThat(check.exit()).isZero();
        assertThat(check.out()).isEqualTo("ok, with 1 warning\n");
        assertThat(check.err()).contains("mine.yml:14: " + warning);
    }

    @Test
    void aHandfulOfRespondentsAndACopyAreWarnedOf() throws IOException {
        survey(country("AT", "Austria", 1, USUAL), country("DE", "Germany", 1000, USUAL));
        assertThat(check().err())
                .contains("mine.yml:13: a profile of 1 respondents says little of a country")
                .contains("mine.yml:19: the figures of DE are those of AT");
    }

    @Test
    void twoCodesOfOneCountryAreRefused() throws IOException {
        survey(
                country("GB", "United Kingdom", 1000, USUAL),
                country("UK", "United Kingdom", 1000, USUAL.replace("0.4", "0.3")));
        refused("mine.yml:15: the country code UK is not ISO 3166-1; write GB", 1);
        refused("mine.yml:16: 'United Kingdom' is twice in this series; keep one", 1);
    }

    @Test
    void theShippedSurveysAreNotDoubted() {
        assertThat(CommandLineRun.of(Path.of("."), "check").err()).doesNotContain("warning");
    }

    // The rest.

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            name: Model #2     | 'Model' is read without '#2', which is a comment in YAML; quote the whole value
            name: Mоdel        | the name 'Mоdel' has letters of two scripts that look alike in one word
            """)
    void aNameThatIsNotWhatItLooksLikeIsWarnedOf(String name, String warning) throws IOException {
        board(name);
        CommandLineRun check = check();
        assertThat(check.exit()).isZero();
        assertThat(check.err()).contains("leaderboard.yml:6: " + warning);
    }

    @ParameterizedTest
    @ValueSource(strings = {"name: Model # a comment", "name: \"Model #2\"", "name: Model#2"})
    void aCommentIsNoMistake(String name) throws IOException {
        board(name);
        assertThat(check().err() + check().out()).isEqualTo("ok\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"x.github.io/repo", "", "/repo/", "ftp://example.com/", "https:///x"})
    void aBaseThatIsNoAddressIsRefused(String base) throws IOException {
        CommandLineRun site = CommandLineRun.of(home, "site", "--base-url", base);
        assertThat(site.exit()).isEqualTo(2);
        assertThat(site.err()).contains("--base-url is not a web address", "write https://");
        if (!base.isEmpty()) {
            write(
                    "leaderboard.yml",
                    read("leaderboard.yml").replace("{name: Case}", "{name: Case, url: '" + base + "'}"));
            refused("leaderboard.yml:1: 'url' is not a web address: '" + base + "'; write https://", 2);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"0000-01", "0206-11", "9999-12", "2026-13", "26-11"})
    void aPeriodOfNoTimeIsRefused(String period) {
        assertThat(CommandLineRun.of(home, "plan", "--period", period))
                .matches(run -> run.exit() == 2)
                .extracting(CommandLineRun::err)
                .asString()
                .contains("--period " + period + " is not a month");
    }

    private CommandLineRun check() {
        return CommandLineRun.of(home, "check");
    }

    private void refused(String words, int exit) {
        CommandLineRun check = check();
        assertThat(check.err())
                .contains(words)
                .doesNotContain("dev.valuecompass", "java.", "Exception", "JsonToken", "$");
        assertThat(check.exit()).isIn(1, exit);
    }

    private static String pool(String id, String text) {
        return "{\"id\":\"" + id + "\",\"category\":\"work\",\"text\":\"" + text.replace("\"", "\\\"") + "\"}\n";
    }

    private static String answer(String model, String prompt, String more) {
        return "{\"model\":\"" + model + "\",\"prompt\":\"" + prompt.replace("\"", "\\\"") + "\",\"answer\":\"" + ANSWER
                + "\"" + more + "}\n";
    }

    private String read(String name) throws IOException {
        return Files.readString(home.resolve("data").resolve(name));
    }

    private void write(String name, String text) throws IOException {
        Files.createDirectories(home.resolve("data").resolve(name).getParent());
        Files.writeString(home.resolve("data").resolve(name), text);
    }
}
