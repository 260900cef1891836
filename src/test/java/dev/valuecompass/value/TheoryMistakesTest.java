package dev.valuecompass.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.valuecompass.io.DataException;
import dev.valuecompass.io.DataFolder;
import dev.valuecompass.io.Defect;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A leaderboard adds its own theory; each mistake in it is made alone and must be reported at its line. */
class TheoryMistakesTest {
    private static final String SYSTEM = """
            id: virtues
            name: Virtues
            summary: Two virtues.
            reading: normative
            elicitation: reply
            measures: target
            sources: ["Aristotle, Nicomachean Ethics"]
            dimensions:
              - id: courage
                name: Courage
                short-name: Cour
                definition: Facing danger for a good reason.
                source: Book III
                tasks:
                  - id: T1
                    name: War
                    categories:
                      - {id: C1, name: Battle}
                      - {id: C2, name: Siege}
              - id: justice
                name: Justice
                short-name: Just
                definition: Giving everybody their due.
                keywords: [due, equal]
                opposite: Taking more than one's share.
                source: Book V
            groups:
              - id: cardinal
                name: Cardinal
                definition: The hinges.
                dimensions: [courage, justice]
            """;
    private static final String CULTURES = """
            id: polis
            name: Poleis
            system: virtues
            instrument: Oracle
            scale: 0 to 10
            range: {least: 0, most: 10}
            source: Delphi
            licence: free
            notes: [Old.]
            cultures:
              - code: GR
                country: Greece
                year: 2020
                n: 300
                scores: {courage: 7.5, justice: 6}
              - code: IT
                country: Italy
                year: 2021
                scores: {courage: 6.25, justice: 10}
            """;
    private static final String BASELINE = """
            id: order
            name: Order
            system: virtues
            order: [justice, courage]
            source: Delphi
            """;
    private static final String WEIGHTS = """
            system: virtues
            profiles:
              - id: judge
                name: A judge
                author: Solon
                reason: Laws come first.
                weights: {justice: 3, courage: 0.5}
            """;

    @TempDir
    private Path folder;

    @Test
    void aSoundTheoryOfOnesOwnIsLoadedBesideTheShippedOne() throws IOException {
        Theory theory = load(SYSTEM, CULTURES, BASELINE, WEIGHTS);

        assertThat(theory.systemIds()).containsExactly("mft", "safety", "schwartz", "unique", "virtues");
        assertThat(theory.system("virtues").dimension("justice").orElseThrow())
                .isEqualTo(new Dimension(
                        "justice",
                        "Justice",
                        "Just",
                        "Giving everybody their due.",
                        List.of("due", "equal"),
                        "Taking more than one's share.",
                        "Book V",
                        List.of()));
        assertThat(theory.system("virtues").dimensions().get(0).tasks())
                .containsExactly(new Dimension.Task(
                        "T1",
                        "War",
                        List.of(new Dimension.Category("C1", "Battle"), new Dimension.Category("C2", "Siege"))));
        assertThat(theory.culture("polis/IT"))
                .isEqualTo(new Culture(
                        "polis/IT", "IT", "Italy", "polis", 2021, null, Map.of("courage", 6.25, "justice", 10.0)));
        assertThat(theory.culture("polis/GR").n()).isEqualTo(300);
        assertThat(theory.baseline("virtues").orElseThrow().order()).containsExactly("justice", "courage");
        assertThat(theory.profiles("virtues")).extracting(WeightProfile::id).containsExactly("equal", "judge");
        assertThat(theory.profiles("virtues").get(1).weights()).containsEntry("courage", 0.5);
    }

    @ParameterizedTest(name = "{1}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    id: virtues            | id: virtue                  | 1  | the id 'virtue' is not the file's name; write 'id: virtues' or rename the file
                    reading: normative     | reading: normativ           | 4  | 'reading' is not allowed: 'normativ'; did you mean 'normative'? known: descriptive, normative
                    elicitation: reply     | elicitation: survey         | 5  | 'elicitation' is not allowed: 'survey'; known: opinion, completion, reply
                    measures: target       | mesures: target             | 6  | unknown key 'mesures' in the file; did you mean 'measures'?
                    measures: target       | `measures: target\\nreader: {prompt: beside}` | 7 | 'prompt' is not allowed: 'beside'; known: unseen, joined, apart
                    measures: target       | `measures: target\\nreader: {prompt-words: 0}` | 7 | 'prompt-words' is out of range: '0'; write a number from 1 to 400
                    measures: target       | `measures: target\\nreader: {c: 0}` | 7 | 'c' is out of range: '0'
                    measures: target       | `measures: target\\nreader: {part: whole}` | 7 | unknown key 'part' in 'reader'; did you mean 'parts'?
                    sources: ["            | sources: []\\n#             | 7  | 'sources' is missing or empty
                    id: courage            | id: Courage                 | 9  | 'id' is not a valid id: 'Courage'
                    id: courage            | id: justice                 | 20 | 'id' is used twice in this file: 'justice'
                    name: Courage          | name: Justice               | 21 | 'name' is used twice in this file: 'Justice'
                    short-name: Cour       | short-name: Courage         | 11 | 'short-name' is too long for narrow columns: 'Courage'; use at most 6 characters
                    `definition: Facing`   | `# Facing`                  | 9  | 'definition' is missing in 'dimensions'
                    `id: C2`               | `id: C1`                    | 19 | 'id' is used twice in this file: 'C1'
                    `id: C2`               | `id: C 2`                   | 19 | 'id' is not a valid id: 'C 2'
                    `[courage, justice]`   | `[courage, justise]`        | 31 | unknown dimension 'justise' in a group; did you mean 'justice'? known: courage, justice
                    `[courage, justice]`   | `[courage, courage]`        | 31 | dimension 'courage' is twice in the group
                    `dimensions:\\n  - id: courage` | `dimensions: []\\nx:\\n  - id: courage` | 8 | 'dimensions' is empty
                    name: Virtues          | `name: "Virtues`            | 7  | not valid YAML
                    """)
    void mistakesInASystem(String sound, String mistake, int line, String message) throws IOException {
        assertReported(defects(change(SYSTEM, sound, mistake), null, null, null), "value-systems", line, message);
    }

    @ParameterizedTest(name = "{1}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    system: virtues        | system: virtue              | 3  | unknown value system 'virtue'; did you mean 'virtues'?
                    licence: free          | # none                      | 1  | 'licence' is missing in the file
                    code: IT               | code: ITA                   | 16 | the country code ITA is not ISO 3166-1; write IT
                    code: IT               | code: GR                    | 16 | the country 'GR' is twice in this series
                    year: 2021             | year: MMXXI                 | 18 | 'year' is not a number: 'MMXXI'
                    n: 300                 | n: 0                        | 14 | 'n' is out of range: '0'
                    `, justice: 6}`        | `}`                         | 15 | 'justice' is missing in 'scores'
                    `justice: 6}`          | `justice: }`                | 15 | 'justice' is missing in 'scores'
                    justice: 6             | justice: .nan               | 15 | 'justice' is not a finite number: '.nan'
                    justice: 6             | justice: NaN                | 15 | 'justice' is not a finite number: 'NaN'
                    justice: 6             | justice: 60                 | 15 | 'justice' is out of range: '60'; write a number from 0 to 10
                    justice: 6             | `justice: 6, mercy: 2`      | 15 | unknown key 'mercy' in 'scores'; known: courage, justice
                    """)
    void mistakesInCultures(String sound, String mistake, int line, String message) throws IOException {
        assertReported(defects(SYSTEM, change(CULTURES, sound, mistake), null, null), "cultures", line, message);
    }

    @ParameterizedTest(name = "{1}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    `[justice, courage]`   | `[justice]`                 | 4  | dimension 'courage' is missing in the order
                    `[justice, courage]`   | `[justice, corage]`         | 4  | unknown dimension 'corage'; did you mean 'courage'?
                    `[justice, courage]`   | `[justice, courage, justice]` | 4 | dimension 'justice' is twice in the order
                    """)
    void mistakesInABaseline(String sound, String mistake, int line, String message) throws IOException {
        assertReported(defects(SYSTEM, null, change(BASELINE, sound, mistake), null), "baselines", line, message);
    }

    @ParameterizedTest(name = "{1}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    justice: 3             | justice: -3                 | 7  | 'justice' is out of range: '-3'; write a number from 0 to 1000
                    justice: 3             | justce: 3                   | 7  | unknown key 'justce' in 'weights'; did you mean 'justice'?
                    `justice: 3, courage: 0.5` | `justice: 0`            | 7  | no value has a weight above 0
                    id: judge              | id: equal                   | 3  | the id 'equal' is taken by equal weights
                    author: Solon          | # nobody                    | 3  | 'author' is missing in 'profiles'
                    """)
    void mistakesInWeights(String sound, String mistake, int line, String message) throws IOException {
        assertReported(defects(SYSTEM, null, null, change(WEIGHTS, sound, mistake)), "weights", line, message);
    }

    @Test
    void mistakesOfAllFilesAreReportedTogether() throws IOException {
        List<Defect> defects = defects(
                change(SYSTEM, "short-name: Cour", "short-name: Courage"),
                change(CULTURES, "justice: 6", "justice: x"),
                change(BASELINE, "[justice, courage]", "[justice]"),
                change(WEIGHTS, "justice: 3", "justice: -3"));

        assertThat(defects)
                .extracting(defect -> Path.of(defect.file()).getFileName().toString())
                .containsExactly("virtues.yml", "order.yml", "polis.yml", "mine.yml");
    }

    @Test
    void twoProfilesOfOneIdAreRefused() throws IOException {
        List<Defect> defects = defects(SYSTEM, null, null, WEIGHTS + WEIGHTS.substring(WEIGHTS.indexOf("  - id")));

        assertThat(defects)
                .extracting(Defect::toString)
                .containsExactly("weights: two weight profiles of virtues have the id 'judge'; rename one");
    }

    private static String change(String text, String sound, String mistake) {
        assertThat(text).contains(sound.replace("\\n", "\n"));
        return text.replaceFirst(
                Pattern.quote(sound.replace("\\n", "\n")), Matcher.quoteReplacement(mistake.replace("\\n", "\n")));
    }

    private static void assertReported(List<Defect> defects, String subfolder, int line, String message) {
        assertThat(defects).anySatisfy(defect -> {
            assertThat(defect.toString()).contains(message);
            assertThat(defect.line()).isEqualTo(line);
            assertThat(Path.of(defect.file()).getParent().getFileName()).hasToString(subfolder);
            assertThat(defect.fix()).isNotBlank();
        });
    }

    private List<Defect> defects(String system, String cultures, String baseline, String weights) throws IOException {
        write(system, cultures, baseline, weights);
        return catchThrowableOfType(DataException.class, () -> Theory.load(DataFolder.over(folder)))
                .defects();
    }

    private Theory load(String system, String cultures, String baseline, String weights) throws IOException {
        write(system, cultures, baseline, weights);
        return Theory.load(DataFolder.over(folder));
    }

    private void write(String system, String cultures, String baseline, String weights) throws IOException {
        write("value-systems/virtues.yml", system);
        write("cultures/polis.yml", cultures);
        write("baselines/order.yml", baseline);
        write("weights/mine.yml", weights);
    }

    private void write(String name, String text) throws IOException {
        if (text != null) {
            Files.createDirectories(folder.resolve(name).getParent());
            Files.writeString(folder.resolve(name), text);
        }
    }
}
