package dev.valuecompass.items;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.valuecompass.io.DataException;
import dev.valuecompass.io.Defect;
import dev.valuecompass.items.screening.Screen;
import dev.valuecompass.value.Dimension;
import dev.valuecompass.value.Elicitation;
import dev.valuecompass.value.Measures;
import dev.valuecompass.value.ScoreMeaning;
import dev.valuecompass.value.ValueSystem;
import dev.valuecompass.value.ValueSystemFields;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TopicPoolTest {
    @TempDir
    Path folder;

    static ValueSystem system(Measures measures) {
        Dimension.Task task = new Dimension.Task("t1", "Task", List.of(new Dimension.Category("c1", "One")));
        return ValueSystemFields.builder()
                .id("toy")
                .name("Toy")
                .summary("")
                .reading(ScoreMeaning.NORMATIVE)
                .elicitation(Elicitation.REPLY)
                .measures(measures)
                .circular(false)
                .evolving(true)
                .dimensions(List.of(
                        new Dimension("calm", "Inner Calm", "calm", "Rest.", List.of(), "", "", List.of(task)),
                        new Dimension("zeal", "Zeal", "zeal", "Fire.", List.of(), "", "", List.of())))
                .groups(List.of())
                .sources(List.of())
                .build();
    }

    private Path file(String name, String... lines) throws IOException {
        return Files.writeString(folder.resolve(name), String.join("\n", lines));
    }

    @Test
    void readsItemsInTheOrderOfTheFile() throws IOException {
        Path file = file(
                "toy.jsonl",
                "{\"id\":\"b\",\"dimension\":\"zeal\",\"category\":\"free\",\"text\":\"Go?\"}",
                "",
                "{\"id\":\"a\",\"dimension\":\"calm\",\"category\":\"c1\",\"text\":\"Stay?\"}");
        List<Item> items = TopicPool.read(file, system(Measures.TARGET));
        assertThat(items).extracting(Item::id).containsExactly("b", "a");
        assertThat(items).extracting(Item::dimensions).containsExactly(List.of("zeal"), List.of("calm"));
        assertThat(TopicPool.read(
                        file("again.jsonl", TopicPool.write(items, system(Measures.TARGET))), system(Measures.TARGET)))
                .isEqualTo(items);
    }

    @Test
    void whatNoItemMayHaveIsNamedWithItsLineUnlessSomebodyReviewedIt() throws IOException {
        String text = "Should all visit free-prizes.xyz today?";
        String line = "{\"id\":\"%s\",\"category\":\"%s\",\"text\":\"%s\"%s}";
        Path file = file(
                "toy.jsonl",
                line.formatted("a", "work", "Should schools close?", ""),
                line.formatted("b", "work", text, ""),
                line.formatted("c", "work", text.replace("all", "some"), ",\"reviewed\":\"Jane\""),
                line.formatted("d", "t.me/x", "Should shops close?", ""));
        assertThat(TopicPool.unfit(file, system(Measures.ALL), Screen.of(List.of())))
                .extracting(Defect::toString)
                .satisfiesExactly(
                        b -> assertThat(b)
                                .contains("toy.jsonl:2: item 'b' has a web address ('free-prizes.xyz')", "reviewed"),
                        d -> assertThat(d).contains("toy.jsonl:4"));

        PoolImporter importer =
                new PoolImporter(system(Measures.ALL), new PoolColumns("id", "", "category", "text", Map.of()));
        PoolImporter.Imported imported = importer.read(file, Screen.of(List.of()));
        assertThat(imported.items()).extracting(Item::id).containsExactly("a");
        assertThat(imported.refused()).extracting(Defect::line).containsExactly(2, 3, 4);
    }

    @Test
    void anItemOfASystemThatMeasuresAllMeasuresAll() throws IOException {
        Path file = file("toy.jsonl", "{\"id\":\"a\",\"category\":\"work\",\"text\":\"Stay?\"}");
        assertThat(TopicPool.read(file, system(Measures.ALL)).get(0).dimensions())
                .containsExactly("calm", "zeal");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        {"id":"b","dimension":"zael","category":"x","text":"T"}  | unknown dimension 'zael'; did you mean 'zeal'
        {"id":"b","category":"x","text":"T"}                     | no dimension
        {"id":"b","dimension":"calm","category":"c9","text":"T"} | unknown category 'c9' of calm; did you mean 'c1'
        {"id":"a","dimension":"zeal","category":"x","text":"T"}  | id 'a' stands on line 1 already
        {"id":"b","dimension":"zeal","category":"x","text":"FIRST?"} | text 'first?' stands on line 1 already
        {"id":"b","dimension":"zeal","category":"x","text":"T "} | text 'T ' begins or ends with a space
        {"id":"b","dimension":"zeal","category":"x","text":""}   | no text
        {"id":"b","dimension":"zeal","category":"x"}             | no text
        {"id":" b","dimension":"zeal","category":"x","text":"T"} | id ' b' begins or ends with a space
        {"id":"b","dimension":"zeal","text":"T"}                 | no category
        {"id":"b","dimension":                                   | Unexpected end
        """)
    void mistakesNameTheirLine(String line, String message) throws IOException {
        Path file =
                file("toy.jsonl", "{\"id\":\"a\",\"dimension\":\"zeal\",\"category\":\"x\",\"text\":\"First?\"}", line);
        assertThatThrownBy(() -> TopicPool.read(file, system(Measures.TARGET)))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("toy.jsonl:2: " + message);
    }

    @Test
    void allMistakesAreReportedAtOnce() throws IOException {
        Path file = file("toy.jsonl", "{\"id\":\"a\"}", "{\"id\":\"a\"}");
        assertThatThrownBy(() -> TopicPool.read(file, system(Measures.TARGET)))
                .isInstanceOfSatisfying(
                        DataException.class,
                        e -> assertThat(e.defects()).hasSize(7)); // 3 missing parts a line, and the id once more
    }

    @Test
    void aDimensionIsRefusedWhereAllAreMeasured() throws IOException {
        Path file = file("toy.jsonl", "{\"id\":\"a\",\"dimension\":\"calm\",\"category\":\"x\",\"text\":\"T\"}");
        assertThatThrownBy(() -> TopicPool.read(file, system(Measures.ALL))).hasMessageContaining("name none");
    }

    @Test
    void importsCsvThroughAColumnMapping() throws IOException {
        Path file = file("d.csv", "label,prompt,topic", "Inner calm,\"Stay, then?\",c1", "FIRE,Go?,x");
        PoolColumns columns = new PoolColumns("", "label", "topic", "prompt", Map.of("fire", "zeal"));
        List<Item> items = new PoolImporter(system(Measures.TARGET), columns).read(file);
        assertThat(items).extracting(Item::text).containsExactly("Stay, then?", "Go?");
        assertThat(items).extracting(Item::dimensions).containsExactly(List.of("calm"), List.of("zeal"));
        assertThat(items.get(0).id()).matches("toy-[0-9a-f]{12}");
    }

    @Test
    void importsJsonLinesAndNamesWhatIsMissing() throws IOException {
        PoolColumns columns = new PoolColumns("n", "", "", "q", Map.of());
        PoolImporter importer = new PoolImporter(system(Measures.ALL), columns);
        assertThat(importer.read(file("d.jsonl", "{\"n\":7,\"q\":\"Go?\"}")).get(0))
                .returns("7", Item::id)
                .returns("imported", Item::category);
        Path bad = file("e.jsonl", "{\"n\":7,\"question\":\"Go?\"}");
        assertThatThrownBy(() -> importer.read(bad))
                .hasMessageContaining("e.jsonl:1: no field q; the line has n, question");
    }

    /** What people export from spreadsheets and data sets. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            d.csv   | `question;topic\n"Should cars, buses and trams go?";city`  | Should cars, buses and trams go?
            d.csv   | `question , topic\nShould cars go?, city`                  | Should cars go?
            d.csv   | `\uFEFFQuestion,TOPIC\r\nShould cars go?,city\r\n`         | Should cars go?
            d.CSV   | `topic\tquestion\ncity\tShould cars go?`                   | Should cars go?
            d.tsv   | `topic\tquestion\ncity\tShould "cars" go?`                 | Should "cars" go?
            d.jsonl | `\uFEFF{"question":"Should cars go?","topic":"city"}`      | Should cars go?
            """)
    void readsTheDialectsOfTables(String name, String text, String question) throws IOException {
        PoolImporter importer =
                new PoolImporter(system(Measures.ALL), new PoolColumns("", "", "topic", "question", Map.of()));
        Path file = Files.writeString(
                folder.resolve(name),
                text.replace("\\n", "\n")
                        .replace("\\r", "\r")
                        .replace("\\t", "\t")
                        .replace("\\uFEFF", "\uFEFF"));
        assertThat(importer.read(file))
                .singleElement()
                .returns(question, Item::text)
                .returns("city", Item::category);
    }

    @Test
    void aColumnThatStandsTwiceIsRefused() throws IOException {
        Path file = file("d.csv", "question,question,topic", "First?,Second?,c");
        PoolColumns columns = new PoolColumns("", "", "topic", "question", Map.of());
        assertThatThrownBy(() -> new PoolImporter(system(Measures.ALL), columns).read(file))
                .hasMessageContaining("d.csv:1: two columns are called 'question'; rename or remove one");
    }

    @Test
    void aMissingCsvColumnIsNamed() throws IOException {
        Path file = file("d.csv", "a,b", "1,2");
        PoolColumns columns = new PoolColumns("", "", "", "prompt", Map.of());
        assertThatThrownBy(() -> new PoolImporter(system(Measures.ALL), columns).read(file))
                .hasMessageContaining("d.csv:1: no column prompt; the file has a, b");
    }

    /** Files of the shape of Touché23-ValueEval and ValueBench, in words of our own: what comes twice is one topic. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            touche-shape.tsv     | Conclusion | Argument ID | ''    | 2 | 2 | b00003 | City parks should stay open at night
            valuebench-shape.csv | question   | ''          | value | 3 | 1 |        | Should I lend my tools to neighbours?
            """)
    void publicDatasetsBecomeTopicsEachTakenOnce(
            String file, String text, String id, String category, int items, int repeats, String second, String asked) {
        PoolImporter importer =
                new PoolImporter(system(Measures.ALL), new PoolColumns(id, "", category, text, Map.of()));
        PoolImporter.Imported imported =
                importer.read(Path.of("src/test/resources/datasets", file), Screen.of(List.of()));

        assertThat(imported.refused()).isEmpty();
        assertThat(imported.items()).hasSize(items);
        assertThat(imported.repeats()).isEqualTo(repeats);
        assertThat(imported.items().get(1).text()).isEqualTo(asked);
        if (second != null) {
            assertThat(imported.items().get(1).id()).isEqualTo(second);
        }
    }
}
