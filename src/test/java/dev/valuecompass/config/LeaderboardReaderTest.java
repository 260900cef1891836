package dev.valuecompass.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.valuecompass.io.DataFolder;
import dev.valuecompass.io.Defect;
import dev.valuecompass.value.Theory;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** One mistake after the other is made in a sound file, and must be reported at its line with a remedy. */
class LeaderboardReaderTest {
    private static final String SOUND = """
            title:
              name: Test board
            endpoints:
              - id: web
                kind: openai
                base-url: https://api.example.com/v1/
                key-env: EXAMPLE_KEY
                concurrency: 8
                timeout-seconds: 30
                retries: 2
              - id: replay
                kind: recorded
                file: answers.jsonl
            examinees:
              - id: alpha-1.5
                name: Alpha 1.5
                endpoint: web
                model: alpha-1.5-2026-01-31
                developer: Alpha Inc.
                country: NO
                family: alpha
                access: proprietary
                type: reasoning
                released: 2026-01-31
                licence: proprietary
                size-billions: 70.5
                price: {input: 2.50, output: 10, cached-input: 1.25, since: 2026-02-01}
                website: https://example.com/alpha
              - id: beta
                name: Beta
                endpoint: replay
                model: beta
                developer: Beta Ltd
                access: open
                type: chat
            roles:
              recognizer: llm
              judge: beta
              concept-extractor: alpha-1.5
              explorers: [beta]
              scorers: [alpha-1.5]
            systems:
              - system: schwartz
                pool: topics/schwartz.jsonl
                items: 12
              - system: mft
                pool: topics/mft.jsonl
            sampling:
              temperature: 0.7
              max-tokens: 512
            evaluation:
              seed: 7
              minimum-coverage: 0.8
              budget: 12.50
            not-evaluated:
              - name: Gamma
                reason: its maker withdrew it
                since: 2026-01
            """;

    private static final Theory THEORY = Theory.load(DataFolder.over(Path.of("no-such-folder")));

    @TempDir
    private Path folder;

    @BeforeEach
    void answers() throws IOException {
        Files.writeString(folder.resolve("answers.jsonl"), "");
    }

    @Test
    void aSoundFileBecomesRecords() throws IOException {
        LeaderboardConfig board = read(SOUND);

        assertThat(board.title().name()).isEqualTo("Test board");
        assertThat(board.notEvaluated()).containsExactly(new Absence("Gamma", "its maker withdrew it", "2026-01"));
        assertThat(board.endpoints())
                .containsExactly(
                        EndpointFields.builder()
                                .id("web")
                                .kind(Endpoint.Kind.OPENAI)
                                .baseUrl("https://api.example.com/v1")
                                .keyEnv("EXAMPLE_KEY")
                                .file("")
                                .profile("")
                                .concurrency(8)
                                .timeout(Duration.ofSeconds(30))
                                .retries(2)
                                .limits(RateLimits.NONE)
                                .batch(false)
                                .build(),
                        EndpointFields.builder()
                                .id("replay")
                                .kind(Endpoint.Kind.RECORDED)
                                .baseUrl("")
                                .keyEnv("")
                                .file("answers.jsonl")
                                .profile("")
                                .concurrency(4)
                                .timeout(Duration.ofSeconds(120))
                                .retries(4)
                                .limits(RateLimits.NONE)
                                .batch(false)
                                .build());
        assertThat(board.examinee("alpha-1.5").orElseThrow())
                .isEqualTo(ExamineeFields.builder()
                        .id("alpha-1.5")
                        .name("Alpha 1.5")
                        .endpoint("web")
                        .model("alpha-1.5-2026-01-31")
                        .developer("Alpha Inc.")
                        .country("NO")
                        .family("alpha")
                        .open(false)
                        .reasoning(true)
                        .released(LocalDate.of(2026, 1, 31))
                        .knowledgeCutoff(null)
                        .licence("proprietary")
                        .sizeBillions(70.5)
                        .price(new Price(
                                new BigDecimal("2.50"),
                                BigDecimal.TEN,
                                new BigDecimal("1.25"),
                                LocalDate.of(2026, 2, 1)))
                        .website("https://example.com/alpha")
                        .settings(Examinee.Settings.NONE)
                        .build());
        assertThat(board.examinee("beta").orElseThrow())
                .matches(beta ->
                        beta.open() && !beta.reasoning() && beta.family().equals("beta"))
                .matches(beta -> beta.released() == null && beta.sizeBillions() == null && beta.price() == null);
        assertThat(board.roles())
                .isEqualTo(
                        new Roles(RecognizerKind.LLM, "beta", "alpha-1.5", List.of("beta"), List.of("alpha-1.5"), ""));
        assertThat(board.systems())
                .containsExactly(
                        new SystemPlan("schwartz", "topics/schwartz.jsonl", 12, null, 0),
                        new SystemPlan("mft", "topics/mft.jsonl", 0, null, 0));
        assertThat(board.sampling()).isEqualTo(new AnswerSampling(0.7, null, 512, 1, 3));
        assertThat(board.evaluation()).isEqualTo(new Evaluation(7, 5, 500, 4, 0.8, new BigDecimal("12.50")));
        assertThat(board.synthetic()).isFalse();
        assertThat(board.conditions()).isNull();
        assertThat(read(SOUND + "conditions: {wordings: 2, personas: [{id: nurse, system-prompt: You are a nurse.}]}")
                        .conditions())
                .isEqualTo(new ConditionPlan(
                        20, 2, 2, List.of(new ConditionPlan.Persona("nurse", "You are a nurse.")), List.of()));
        assertThat(read(SOUND.replace("minimum-coverage: 0.8", "ratings: jskills"))
                        .evaluation()
                        .ratings())
                .isEqualTo(Evaluation.Ratings.JSKILLS);
    }

    /** Columns: what is replaced, by what, the line of the defect, a part of its text. */
    @ParameterizedTest(name = "{1}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    `title:`                      | `titel:`                        | 1  | unknown key 'titel' in the file; did you mean 'title'? known: title, endpoints, examinees, roles, systems, sampling, evaluation
                    `title:`                      | `titel:`                        | 1  | 'title' is missing in the file; add 'title: …'
                    `  name: Test board`          | `  name:`                       | 2  | 'name' is missing in 'title'
                    `name: Test board`            | `name: "Test board "`           | 2  | 'name' has a blank at its start or end: "Test board "; write 'Test board'
                    `name: Test board`            | `name: [Test board]`            | 2  | 'name' is not a text
                    `id: web`                     | `id: Web`                       | 4  | 'id' is not a valid id: 'Web'; use lower-case letters, digits, hyphens and single dots
                    `id: replay`                  | `id: web`                       | 11 | two endpoints have the id 'web'
                    `kind: openai`                | `kind: openia`                  | 5  | 'kind' is not allowed: 'openia'; did you mean 'openai'? known: openai, recorded, simulated
                    `https://api.example.com/v1/` | api.example.com/v1              | 6  | 'base-url' is not a web address: 'api.example.com/v1'; write https://host/path
                    `https://api.example.com/v1/` | `ftp://api.example.com/v1`      | 6  | 'base-url' is not a web address
                    `https://api.example.com/v1/` | `https://api.exa mple.com/v1`   | 6  | 'base-url' is not a web address
                    `https://api`                 | `https://me:hunter2@api`        | 6  | 'base-url' contains a user name or password; remove what stands before the '@'
                    `example.com/v1/`             | `example.com/v1?api_key=hunter2`| 6  | 'base-url' contains a key; remove it and name a variable with 'key-env'
                    `https://api`                 | `http://api`                    | 6  | the key would travel unencrypted to api.example.com; use https://
                    `    base-url: https://api.example.com/v1/` | `    profile:`    | 4  | 'base-url' is missing in 'endpoints'
                    `key-env: EXAMPLE_KEY`        | `key-env: sk-hunter2`           | 7  | 'key-env' is not the name of an environment variable
                    `key-env: EXAMPLE_KEY`        | `key-env: EXAMPLE_KEY\\n    file: answers.jsonl` | 8 | 'file' has no meaning for an endpoint of kind 'openai'; remove it
                    `key-env: EXAMPLE_KEY`        | `api-key: hunter2`              | 7  | unknown key 'api-key' in 'endpoints'; known: id, kind, key-env
                    `key-env: EXAMPLE_KEY`        | `profile: no-such-provider`     | 7  | unknown provider profile 'no-such-provider'
                    `concurrency: 8`              | `concurrency: 0`                | 8  | 'concurrency' is out of range: '0'; write a number from 1 to 1024
                    `concurrency: 8`              | `concurrency: 2.5`              | 8  | 'concurrency' is not a whole number: '2.5'
                    `concurrency: 8`              | `concurrency: "8"`              | 8  | 'concurrency' is not a number: "8"
                    `timeout-seconds: 30`         | `timeout-seconds: 1h`           | 9  | 'timeout-seconds' is not a number: '1h'
                    `retries: 2`                  | `retries: 1e9`                  | 10 | 'retries' is out of range: '1e9'
                    `file: answers.jsonl`         | `file: answer.jsonl`            | 13 | no such file: 'answer.jsonl'; did you mean 'answers.jsonl'?
                    `file: answers.jsonl`         | `file: ../answers.jsonl`        | 13 | 'file' is not a file of the data folder: '../answers.jsonl'
                    `file: answers.jsonl`         | `file: /etc/passwd`             | 13 | 'file' is not a file of the data folder: '/etc/passwd'
                    `file: answers.jsonl`         | `file: answers.jsonl\\n    key-env: A` | 14 | 'key-env' has no meaning for an endpoint of kind 'recorded'
                    `id: alpha-1.5`               | `id: alpha..1`                  | 15 | 'id' is not a valid id: 'alpha..1'
                    `id: alpha-1.5`               | `id: ../../x`                   | 15 | 'id' is not a valid id: '../../x'
                    `id: alpha-1.5`               | `id: alpha/1.5`                 | 15 | 'id' is not a valid id: 'alpha/1.5'
                    `id: alpha-1.5`               | `id: nul.5`                     | 15 | 'id' is a reserved device name on Windows: 'nul.5'
                    `id: beta`                    | `id: alpha-1.5`                 | 29 | two examinees have the id 'alpha-1.5'
                    `name: Beta`                  | `name: ALPHA-1.5`               | 30 | the name 'ALPHA-1.5' can be mistaken for 'Alpha 1.5'
                    `endpoint: replay`            | `endpoint: reply`               | 31 | unknown endpoint 'reply'; did you mean 'replay'? known: web, replay
                    `country: NO`                 | `country: Norway`               | 20 | the country code Norway is not ISO 3166-1; write NO
                    `access: open`                | `access: yes`                   | 34 | 'access' is not allowed: 'yes'; known: open, proprietary
                    `    type: chat\\n`            | ``                              | 29 | 'type' is missing in 'examinees'
                    `released: 2026-01-31`        | `released: 07/23/2024.`         | 24 | 'released' is not a date: '07/23/2024.'; write year-month-day, such as 2026-01-31
                    `released: 2026-01-31`        | `released: 2026-02-30`          | 24 | 'released' is not a date: '2026-02-30'
                    `released: 2026-01-31`        | `released: 0206-01-31`          | 24 | 'released' is not a likely date: '0206-01-31'
                    `size-billions: 70.5`         | `size-billions: -70`            | 26 | 'size-billions' is out of range: '-70'
                    `size-billions: 70.5`         | `size-billions: .nan`           | 26 | 'size-billions' is not a finite number: '.nan'
                    `input: 2.50, `               | ``                              | 27 | 'input' is missing in 'price'
                    `output: 10`                  | `ouput: 10`                     | 27 | unknown key 'ouput' in 'price'; did you mean 'output'? known: input, output, cached-input, cache-write, since
                    `website: https:`             | `website: javascript:`          | 28 | 'website' is not a web address
                    `recognizer: llm`             | `recognizer: lmm`               | 37 | 'recognizer' is not allowed: 'lmm'; did you mean 'llm'? known: embedded, direct, llm
                    `  concept-extractor: alpha-1.5\\n` | ``                         | 37 | the recognizer 'llm' needs 'concept-extractor'
                    `judge: beta`                 | `judge: betta`                  | 38 | unknown examinee 'betta' in 'roles'; did you mean 'beta'? known: alpha-1.5, beta
                    `explorers: [beta]`           | `explorers: [beta, gamma]`      | 40 | unknown examinee 'gamma' in 'roles'
                    `explorers: [beta]`           | `explorers: [beta, beta]`       | 40 | 'beta' is twice in 'explorers'
                    `explorers: [beta]`           | `explorers: beta`               | 40 | 'explorers' is not a list: 'beta'; write one entry a line
                    `not-evaluated:` | `conditions: {items: 4}\\nnot-evaluated:` | 55 | 'conditions' names no other wording, persona or language; write 'wordings: 3', or remove 'conditions'
                    `not-evaluated:` | `conditions: {wordings: 21}\\nnot-evaluated:` | 55 | 'wordings' is out of range: '21'
                    `not-evaluated:` | `conditions: {wordings: 1, languages: [chinese]}\\nnot-evaluated:` | 55 | 'chinese' is no two-letter code (ISO 639-1); write such as zh
                    `not-evaluated:` | `conditions: {personas: [{id: nurse}]}\\nnot-evaluated:` | 55 | 'system-prompt' is missing in 'personas'
                    `not-evaluated:` | `conditions: {personas: [{id: n, system-prompt: a}, {id: n, system-prompt: b}]}\\nnot-evaluated:` | 55 | two personas have the id 'n'; rename one
                    `not-evaluated:` | `conditions: {wording: 1}\\nnot-evaluated:` | 55 | unknown key 'wording' in 'conditions'; did you mean 'wordings'?
                    `system: schwartz`            | `system: shwartz`               | 43 | unknown value system 'shwartz'; did you mean 'schwartz'? known: mft, safety, schwartz, unique
                    `system: schwartz`            | `system: mft`                   | 46 | the value system 'mft' is listed twice
                    `pool: topics/schwartz.jsonl` | `pool: topics/swartz.jsonl`     | 44 | no such file: 'topics/swartz.jsonl'; did you mean 'topics/schwartz.jsonl'?
                    `items: 12`                   | `reference-pools: [topics/swartz.jsonl]` | 45 | no such file: 'topics/swartz.jsonl'; did you mean 'topics/schwartz.jsonl'?
                    `items: 12`                   | `reference-pools: [../mft.jsonl]` | 45 | 'reference-pools' is not a file of the data folder: '../mft.jsonl'
                    `items: 12`                   | `items: -1`                     | 45 | 'items' is out of range: '-1'; write a number from 0 to 1000000
                    `items: 12`                   | `items: 12\\n    items: 13`      | 46 | 'items' is given twice in 'systems'; keep this or the one in line 45
                    `temperature: 0.7`            | `temperature: 3`                | 49 | 'temperature' is out of range: '3'; write a number from 0 to 2
                    `temperature: 0.7`            | `top_p: 0.7`                    | 49 | unknown key 'top_p' in 'sampling'; did you mean 'top-p'? known: temperature, top-p, max-tokens
                    `max-tokens: 512`             | `max-tokens: 8`                 | 50 | 'max-tokens' is out of range: '8'
                    `minimum-coverage: 0.8`       | `ratings: trueskill`            | 53 | 'ratings' is not allowed: 'trueskill'
                    `minimum-coverage: 0.8`       | `minimum-coverage: 80`          | 53 | 'minimum-coverage' is out of range: '80'; write a number from 0 to 1
                    `budget: 12.50`               | `budget: free`                  | 54 | 'budget' is not a number: 'free'
                    `name: Gamma`                 | `name: alpha_1.5`               | 56 | 'alpha_1.5' is listed as not evaluated, but 'Alpha 1.5' is an examinee
                    `name: Gamma`                 | `name: Gamma\\n    reason: x\\n  - name: gamma` | 58 | 'gamma' is listed twice as not evaluated
                    `    reason: its maker withdrew it\\n` | ``                     | 56 | 'reason' is missing in 'not-evaluated'
                    `since: 2026-01`              | `since: last May`               | 58 | 'since' is neither a date nor a period: 'last May'
                    `  name: Test board`          | `\\tname: Test board`            | 2  | not valid YAML
                    """)
    void eachMistakeHasItsPlaceAndRemedy(String sound, String mistake, int line, String message) throws IOException {
        List<Defect> defects = defects(
                SOUND.replaceFirst(Pattern.quote(unescape(sound)), Matcher.quoteReplacement(unescape(mistake))));

        assertThat(defects).anySatisfy(defect -> {
            assertThat(defect.toString()).contains(message);
            assertThat(defect.line()).isEqualTo(line);
            assertThat(defect.file()).endsWith("leaderboard.yml");
            assertThat(defect.fix()).isNotBlank();
        });
        assertThat(defects.toString()).as("secrets are not repeated").doesNotContain("hunter2");
    }

    /** The paper's values hold for what is left out. */
    @Test
    void itemsEvolveByThePaperUnlessTold() throws IOException {
        LeaderboardConfig board = read(SOUND.replace("scorers: [alpha-1.5]", "scorers: [alpha-1.5, beta]")
                .replace("items: 12", "items: 12\n    evolve: {budget: 60, gain: 0.25}"));

        assertThat(board.systems().get(0).evolve())
                .isEqualTo(EvolutionFields.builder()
                        .budget(60)
                        .topics(0)
                        .explore(3)
                        .shots(5)
                        .similarity(0.85)
                        .nearest(3)
                        .gain(0.25)
                        .depth(3)
                        .beta(1)
                        .opinions(3)
                        .temperature(1)
                        .topP(0.95)
                        .mostPerTopic(10)
                        .build());
        assertThat(board.systems().get(1).evolve()).isNull();
    }

    /**
     * B 1500, the whole pool, N_explore 3, N_shot 5, ε .85 over the 3 nearest, τ .5, depth 3, β 1, k 3, temperature 1,
     * top-p .95; for stories, whose worth is a share, τ is .05.
     */
    @Test
    void everySettingOfAnEvolutionHasItsDefault() throws IOException {
        String scored = SOUND.replace("scorers: [alpha-1.5]", "scorers: [alpha-1.5, beta]");
        assertThat(read(scored.replace("items: 12", "items: 12\n    evolve: {topics: 0}"))
                        .systems()
                        .get(0)
                        .evolve())
                .isEqualTo(EvolutionFields.builder()
                        .budget(1500)
                        .topics(0)
                        .explore(3)
                        .shots(5)
                        .similarity(0.85)
                        .nearest(3)
                        .gain(0.5)
                        .depth(3)
                        .beta(1)
                        .opinions(3)
                        .temperature(1)
                        .topP(0.95)
                        .mostPerTopic(10)
                        .build());
        assertThat(read(scored.replace("topics/mft.jsonl", "topics/mft.jsonl\n    evolve: {topics: 0}"))
                        .systems()
                        .get(1)
                        .evolve()
                        .gain())
                .isEqualTo(0.05);
    }

    @Test
    void whatCannotEvolveSaysWhy() throws IOException {
        String one = SOUND.replace("items: 12", "items: 12\n    evolve: {budgt: 60}")
                .replace("explorers: [beta]", "explorers: []");
        assertThat(defects(one).toString())
                .contains("fewer than two models score", "no model explores", "unknown key 'budgt' in 'evolve'");
    }

    /** Opinions, completions and replies. */
    @Test
    void everyShippedSystemEvolves() {
        assertThat(THEORY.systemIds()).allMatch(id -> THEORY.system(id).evolving());
    }

    @Test
    void allMistakesAreReportedAtOnceInTheOrderOfLines() throws IOException {
        List<Defect> defects = defects(SOUND.replace("kind: openai", "kind: opnai")
                .replace("endpoint: replay", "endpoint: reply")
                .replace("2026-01-31\n    licence", "31.1.2026\n    licence")
                .replace("items: 12", "items: many"));

        assertThat(defects).extracting(Defect::line).isSorted().contains(5, 24, 31, 45);
    }

    @Test
    void anEmptyAndATornFileAreRefused() throws IOException {
        assertThat(defects("")).extracting(Defect::what).containsExactly("the file is empty");
        assertThat(defects("# nothing but a remark\n")).extracting(Defect::what).containsExactly("the file is empty");
        assertThat(defects("- a\n- b\n")).extracting(Defect::what).containsExactly("not a mapping");
        assertThat(defects("title: {name: 'x\n"))
                .singleElement()
                .matches(defect -> defect.what().startsWith("not valid YAML"));
        assertThat(defects("title: {name: x}\n---\ntitle: {name: y}\n"))
                .singleElement()
                .matches(defect -> defect.what().startsWith("not valid YAML"));
    }

    @Test
    void aMissingFileIsAMistakeOfTheConfiguration() {
        ConfigException refused = catchThrowableOfType(
                ConfigException.class, () -> LeaderboardReader.read(folder.resolve("none.yml"), THEORY));
        assertThat(refused.defects())
                .singleElement()
                .matches(defect -> defect.what().startsWith("cannot be read"));
    }

    @Test
    void aMarkAtTheStartAndWindowsLineEndsDoNoHarm() throws IOException {
        assertThat(read("\uFEFF" + SOUND.replace("\n", "\r\n")).examinees()).hasSize(2);
    }

    @Test
    void aNameThatTurnsTheDirectionOfWritingIsRefused() throws IOException {
        assertThat(defects(SOUND.replace("name: Beta", "name: \"Be\\u202Eta\"")))
                .singleElement()
                .matches(defect -> defect.line() == 30 && defect.what().contains("invisible control character"));
    }

    @Test
    void aKeyOverPlainHttpMayStayOnThisMachine() throws IOException {
        for (String host : List.of("localhost:8000", "127.0.0.1:8000", "[::1]:8000")) {
            LeaderboardConfig board = read(SOUND.replace("https://api.example.com", "http://" + host));
            assertThat(board.endpoints().get(0).baseUrl()).isEqualTo("http://" + host + "/v1");
        }
        assertThat(read(SOUND.replace("https://api", "http://api").replace("    key-env: EXAMPLE_KEY\n", ""))
                        .endpoints())
                .hasSize(2);
        assertThat(defects(SOUND.replace("https://api.example.com", "http://127.0.0.1.example.com")))
                .hasSize(1);
    }

    @Test
    void namesThatDifferInADotOrPlusAreDifferent() throws IOException {
        assertThat(read(SOUND.replace("name: Beta", "name: Alpha 15")).examinees())
                .hasSize(2);
        assertThat(read(SOUND.replace("name: Beta", "name: Alpha 1.5+")).examinees())
                .hasSize(2);
    }

    @Test
    void theDigestIsOfWhatDecidesFiguresAndNotOfBytes() throws IOException {
        String digest = read(SOUND).digest();
        assertThat(read("# a comment\n" + SOUND).digest()).isEqualTo(digest);
        assertThat(read(SOUND.replace("name: Beta", "name: Better")).digest()).isEqualTo(digest);
        assertThat(read(SOUND.replaceFirst("model: ", "model: another-")).digest())
                .isNotEqualTo(digest);
    }

    private static String unescape(String text) {
        return text == null ? "" : text.replace("\\n", "\n").replace("\\t", "\t");
    }

    private LeaderboardConfig read(String text) throws IOException {
        Path file = folder.resolve("leaderboard.yml");
        Files.write(file, text.getBytes(StandardCharsets.UTF_8));
        return LeaderboardReader.read(file, THEORY);
    }

    private List<Defect> defects(String text) throws IOException {
        Path file = folder.resolve("leaderboard.yml");
        Files.write(file, text.getBytes(StandardCharsets.UTF_8));
        return catchThrowableOfType(ConfigException.class, () -> LeaderboardReader.read(file, THEORY))
                .defects();
    }
}
