package dev.valuecompass.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.valuecompass.io.DataFolder;
import dev.valuecompass.io.Defect;
import dev.valuecompass.io.Json;
import dev.valuecompass.llm.offline.Panel;
import dev.valuecompass.value.Theory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** The leaderboard that ships with the program, and its schema for editors. */
class ShippedLeaderboardTest {
    private static final Path FILE = Path.of("data/leaderboard.yml");
    private static final Path SCHEMA = Path.of("data/leaderboard.schema.json");
    private static final Theory THEORY = Theory.load(DataFolder.over(Path.of("no-such-folder")));

    @TempDir
    private Path folder;

    private String text;

    @BeforeEach
    void copy() throws IOException {
        text = Files.readString(FILE);
        Files.createDirectories(folder.resolve("simulated"));
        Files.writeString(folder.resolve("simulated/alike.yml"), "");
    }

    @Test
    void itIsSoundAndSynthetic() {
        LeaderboardConfig board = LeaderboardReader.read(FILE, THEORY);

        assertThat(board.synthetic()).isTrue();
        assertThat(board.examinees())
                .extracting(Examinee::id)
                .containsExactly(
                        "aurora-large",
                        "aurora-mini",
                        "borealis-70b",
                        "borealis-8b",
                        "cedar-chat",
                        "cedar-reason",
                        "delta-pro",
                        "delta-lite",
                        "ember-1",
                        "ember-1-think",
                        "fjord-22b",
                        "fjord-3b");
        assertThat(board.examinees()).allMatch(examinee -> examinee.model().equals(examinee.id()));
        assertThat(board.examinees().stream().map(Examinee::developer).distinct())
                .hasSize(6);
        assertThat(board.systems())
                .extracting(SystemPlan::system, SystemPlan::items)
                .containsExactly(tuple("schwartz", 48), tuple("mft", 30), tuple("unique", 48), tuple("safety", 42));
        assertThat(board.systems())
                .as("new items each period")
                .allMatch(plan -> plan.evolve() != null && plan.anchors() > 0 && plan.floor() > 0);
        assertThat(board.evaluation()).isEqualTo(new Evaluation(20, 5, 500, 4, 0.9, null));
    }

    @Test
    void thePanelKnowsEveryExaminee() {
        LeaderboardConfig board = LeaderboardReader.read(FILE, THEORY);
        List<String> simulated = Panel.read(
                        DataFolder.over(Path.of("no-such-folder")),
                        board.endpoints().get(0).file(),
                        THEORY)
                .models();
        assertThat(board.examinees()).extracting(Examinee::model).containsExactlyInAnyOrderElementsOf(simulated);
    }

    @Test
    void itNamesItsSchemaInTheFirstLine() {
        assertThat(text.lines().findFirst()).contains("# yaml-language-server: $schema=" + SCHEMA.getFileName());
    }

    @Test
    void itKeepsItsSchema() throws IOException {
        assertThat(schema().validate(text, InputFormat.YAML)).isEmpty();
    }

    /** The examples behind the marks are right too: taken away, the file is still sound. */
    @Test
    void theExamplesInTheRemarksAreSound() throws IOException {
        String shown = text.replaceAll("(?m)^  # (- id: example|  [a-z-]+: )", "  $1");
        Files.createDirectories(folder.resolve("providers"));
        Files.writeString(folder.resolve("providers/openai.yml"), "");

        assertThat(read(shown).examinee("example-large-2026").orElseThrow().endpoint())
                .isEqualTo("example");
        assertThat(schema().validate(shown, InputFormat.YAML)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    kind: simulated          | kind: imaginary
                    file: simulated/alike.yml| base-url: https://example.com
                    id: aurora-large         | id: Aurora
                    id: aurora-large         | id: nul.txt
                    id: aurora-large         | id: a..b
                    access: proprietary      | access: closed
                    released: 2026-03-12     | released: 12.3.2026
                    country: "CA"            | country: Canada
                    # not-evaluated:         | not-evaluated: []
                    items: 48                | items: -1
                    minimum-coverage: 0.9    | minimum-coverage: 90
                    orders: 5                | oders: 5
                    pool: topics/mft.jsonl   | pool: ../mft.jsonl
                    """)
    void schemaAndReaderRefuseTheSame(String sound, String mistake) throws IOException {
        assertThat(text).contains(sound);
        String wrong = text.replaceFirst(Pattern.quote(sound), Matcher.quoteReplacement(mistake));

        assertThat(schema().validate(wrong, InputFormat.YAML)).isNotEmpty();
        assertThat(defects(wrong)).isNotEmpty();
    }

    /** The reader lists its keys when it meets an unknown one; the schema must have the same. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    ''                          | 'zzz: 1\\n'                   | ''
                    '  name: Value Compass'     | '  zzz: 1\\n'                 | title
                    '    file: simulated'       | '    zzz: 1\\n'               | endpoint
                    '    name: Aurora Large'    | '    zzz: 1\\n'               | examinee
                    'input: 3,'                 | 'zzz: 1, '                   | price
                    '  recognizer: embedded'    | '  zzz: 1\\n'                 | roles
                    '    items: 48'             | '    zzz: 1\\n'               | system
                    'explore: 2, depth'         | 'zzz: 1, '                    | evolve
                    '  top-p: 0.95'             | '  zzz: 1\\n'                 | sampling
                    '  orders: 5'               | '  zzz: 1\\n'                 | evaluation
                    """)
    void schemaAndReaderKnowTheSameKeys(String before, String inserted, String definition) throws IOException {
        int at = text.indexOf(before);
        String extra = inserted.replace("\\n", "\n");
        Defect unknown = defects(text.substring(0, at) + extra + text.substring(at)).stream()
                .filter(defect -> defect.what().startsWith("unknown key 'zzz'"))
                .findFirst()
                .orElseThrow();
        List<String> known =
                Arrays.asList(unknown.fix().replaceFirst(".*known: ", "").split(", "));

        JsonNode root = Json.tree(Files.readString(SCHEMA), SCHEMA.toString());
        JsonNode object = definition.isEmpty() ? root : root.get("$defs").get(definition);
        assertThat(new TreeSet<>(known))
                .isEqualTo(new TreeSet<>(object.get("properties").propertyNames()));
    }

    private static Schema schema() throws IOException {
        return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(Files.readString(SCHEMA), InputFormat.JSON);
    }

    private LeaderboardConfig read(String yaml) throws IOException {
        Path file = Files.writeString(folder.resolve("leaderboard.yml"), yaml);
        return LeaderboardReader.read(file, THEORY);
    }

    private List<Defect> defects(String yaml) throws IOException {
        Path file = Files.writeString(folder.resolve("leaderboard.yml"), yaml);
        return catchThrowableOfType(ConfigException.class, () -> LeaderboardReader.read(file, THEORY))
                .defects();
    }
}
