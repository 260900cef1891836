package dev.valuecompass.items;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.valuecompass.io.DataException;
import dev.valuecompass.io.DataFolder;
import dev.valuecompass.value.Theory;
import dev.valuecompass.value.ValueSystem;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Files of the shapes that are published, in words of our own. */
class ItemSourceTest {
    private static final DataFolder DATA = DataFolder.over(Path.of("data"));
    private static final ValueSystem SCHWARTZ = Theory.load(DATA).system("schwartz");

    @TempDir
    Path folder;

    private List<Item> read(String source, String name, String text) throws IOException {
        return new PoolImporter(SCHWARTZ, ItemSource.named(source, DATA).columns())
                .read(Files.writeString(folder.resolve(name), text));
    }

    @Test
    void valuePortraitIsAListOfNestedItems() throws IOException {
        List<Item> items = read("value-portrait", "query-response-tagged.json", """
                [{"portrait_id": 7, "content": {"title": "A dog that barks", "text": "Should I speak to the owner?"},
                  "outputs": [{"id": 1, "content": "Yes.", "correlations": [["Security", 0.1]]}]},
                 {"portrait_id": 8, "content": {"title": null, "text": "Should I move to the coast?"}, "outputs": []}]
                """);
        assertThat(items).extracting(Item::id).containsExactly("7", "8");
        assertThat(items)
                .extracting(Item::text)
                .containsExactly("A dog that barks\n\nShould I speak to the owner?", "Should I move to the coast?");
    }

    @Test
    void dailyDilemmasHaveTwoRowsEach() throws IOException {
        List<Item> items = read("daily-dilemmas", "dilemma_to_action_to_values_aggregated.csv", """
                idx,dilemma_idx,basic_situation,dilemma_situation,action_type,action,negative_consequence,values_aggregated,topic,topic_group
                0,0,a lost purse,"You find a purse, and nobody looks. Do you keep it?",to_do,keep it,none,"['honesty']",1,work
                1,0,a lost purse,"You find a purse, and nobody looks. Do you keep it?",not_to_do,hand it in,none,"['greed']",1,work
                2,1,a late bus,"The bus is late. Do you walk?",to_do,walk,none,[],2,city
                """);
        assertThat(items).extracting(Item::id).containsExactly("0", "1");
        assertThat(items).extracting(Item::category).containsExactly("work", "city");
    }

    @Test
    void valueBenchSharesQuestionsBetweenQuestionnaires() throws IOException {
        List<Item> items = read("valuebench", "value_orientation.csv", """
                questionnaire,item,value,agreement,question
                ONE,I like maps.,Order,1,Should I like maps?
                TWO,I like maps.,Plans,-1,Should I like maps?
                TWO,I like rain.,Plans,1,Should I like rain?
                """);
        assertThat(items).extracting(Item::text).containsExactly("Should I like maps?", "Should I like rain?");
        assertThat(items).extracting(Item::category).containsExactly("ONE", "TWO");
    }

    @Test
    void moralChoiceHasASituationAndTwoActions() throws IOException {
        List<Item> items = read("moral-choice", "moralchoice_high_ambiguity.csv", """
                scenario_id,ambiguity,generation_type,generation_rule,context,action1,action2,a1_death,a1_pain,a2_death,a2_pain
                H_001,high,Hand-Written,Do not cheat,"You find the key to a test, and nobody looks.",I leave it.,I read it.,No,No,No,No
                H_002,high,Generated,Do your duty,Your shift ends before the last guest leaves.,I stay.,I go.,No,No,No,No
                """);
        assertThat(items)
                .extracting(Item::text)
                .containsExactly(
                        "You find the key to a test, and nobody looks.\n\nI leave it.\n\nI read it.",
                        "Your shift ends before the last guest leaves.\n\nI stay.\n\nI go.");
        assertThat(items).extracting(Item::category).containsExactly("Do not cheat", "Do your duty");
        assertThat(items).extracting(Item::id).doesNotHaveDuplicates();
    }

    private List<Item> pointed(String items, String text, String json) throws IOException {
        return new PoolImporter(SCHWARTZ, new PoolColumns(items, "", "", "", text, Map.of()))
                .read(Files.writeString(folder.resolve("nested.json"), json));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "/data | q | {'data': [{'q': 'Go?'}, {'q': 'Stay?'}]}",
                "/topics/*/questions | /q/text | {'topics': {'a': {'questions': [{'q': {'text': 'Go?'}}]}, 'b': {'questions': [{'q': {'text': 'Stay?'}}]}}}",
                "/* | /0 | {'a': [['Go?', 1]], 'b': [['Stay?', 2]]}",
                "`` | /a~1b | [{'a/b': 'Go?'}, {'a/b': 'Stay?'}]",
                "/ | q | [{'q': 'Go?'}, {'q': 'Stay?'}]",
                "/x~1y | q | {'x/y': [{'q': 'Go?'}, {'q': 'Stay?'}]}",
            })
    void pointersLeadToItems(String items, String text, String json) throws IOException {
        assertThat(pointed(items, text, json.replace('\'', '"')))
                .extracting(Item::text)
                .containsExactly("Go?", "Stay?");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "/data | q | {'date': []} | has no item at '/data'; the file is an object of date",
                "/data | q | {'data': []} | has no item at '/data'",
                "data | q | {'data': []} | 'data' is no JSON pointer; begin it with a slash",
                "/data | q | {'data': [{'q': 'Go?'}, {'p': 1}]} | nested.json:2: no field q; the line has p",
                "/data | /q/t | {'data': [{'q': 'Go?'}]} | nested.json:1: no field /q/t",
                "/data | q | {'data': [7]} | nested.json:1: no field q",
                "/data | q | {'data': [{'q': ''}]} | nested.json:1: no text",
                "/data | q | {'data': [{'q': ['Go?']}]} | nested.json:1: no text",
                "/data | q | {'data': | nested.json",
            })
    void whatIsNotThereIsNamed(String items, String text, String json, String what) {
        assertThatThrownBy(() -> pointed(items, text, json.replace('\'', '"')))
                .isInstanceOf(DataException.class)
                .hasMessageContaining(what);
    }

    /** Of a table with text and id, one thing is wrong at a time. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "no.csv | `` | no header",
                "no.csv | `q,n\nGo?,1,2` | no.csv:2: 3 values under 2 columns",
                "no.csv | `q,n\n\"Go?,1` | no.csv:2: a quote that is never closed",
                "no.csv | `q,n\nGo\"?,1` | no.csv:2: a quote inside an unquoted value",
                "no.csv | `q,n\n\"Go?\"x,1` | no.csv:2: text after a closing quote",
                "no.csv | `q,q\nGo?,1` | no.csv:1: two columns are called 'q'",
                "no.csv | `t,n\nGo?,1` | no.csv:1: no column q",
                "no.csv | `q,n\n ,1` | no.csv:2: no text",
                "no.csv | `q,n\nGo?,1\nStay?,1` | no.csv:3: id '1' stands on line 2 already",
                "no.csv | `PK\u0003\u0004` | is a zip archive",
                "no.csv | `q,n\nG\u0000,1` | holds a NUL character",
                "no.jsonl | `{\"q\":\"Go?\",\"n\":1}\n{\"q\":` | no.jsonl:2",
                "no.jsonl | `{\"q\":\"Go?\",\"n\":1,\"n\":2}` | no.jsonl:1",
                "no.jsonl | `{\"q\":\"Go?\"}` | no.jsonl:1: no field n; the line has q",
                "no.jsonl | `{\"q\":null,\"n\":1}` | no.jsonl:1: no text",
                "no.jsonl | `[{\"q\":\"Go?\",\"n\":1}]` | a JSON array where one object a line is expected",
                "no.jsonl | `{\n\"q\":\"Go?\"}` | no.jsonl:1: an object that goes on over several lines",
                "no.jsonl | `%PDF-1.7` | is a PDF",
                "no.json | `[{\"q\":\"Go?\",\"n\":1}` | no.json",
                "no.json | `[[[[7]]]] 8` | more follows where the value has ended",
                "no.json | `[]` | has no item at ''",
                "none/no.json | `` | no.json",
            })
    void whatIsNoPoolIsNamedWithItsPlace(String name, String text, String what) throws IOException {
        Path file = folder.resolve(name);
        if (!name.startsWith("none/")) {
            Files.writeString(file, text);
        }
        PoolImporter importer = new PoolImporter(SCHWARTZ, new PoolColumns("", "n", "", "", "q", Map.of()));
        assertThatThrownBy(() -> importer.read(file))
                .isInstanceOf(DataException.class)
                .hasMessageContaining(what)
                .satisfies(refusal -> assertThat(((DataException) refusal).defects())
                        .allSatisfy(defect -> assertThat(defect.fix()).isNotBlank()));
    }

    @Test
    void whatWouldFillMemoryIsRefused() throws IOException {
        PoolColumns columns = new PoolColumns("", "", "", "", "q", Map.of());
        for (String name : List.of("large.csv", "large.tsv", "large.jsonl")) {
            Path file = folder.resolve(name);
            try (RandomAccessFile large = new RandomAccessFile(file.toFile(), "rw")) {
                large.setLength(3L << 30);
            }
            assertThatThrownBy(() -> new PoolImporter(SCHWARTZ, columns).read(file))
                    .hasMessageContaining(name + ": is larger than ");
            Files.delete(file);
        }
        String many = "[" + "[],".repeat(2_000_001) + "[]]";
        for (String name : List.of("deep.jsonl", "deep.json")) {
            String text = name.endsWith("l") ? "{\"q\":" + many + "}" : "[{\"q\":" + many + "}]";
            assertThatThrownBy(() ->
                            new PoolImporter(SCHWARTZ, columns).read(Files.writeString(folder.resolve(name), text)))
                    .hasMessageContaining("holds more than 2 million values in one entry");
        }
        assertThatThrownBy(() -> new PoolImporter(SCHWARTZ, columns)
                        .read(Files.writeString(folder.resolve("many.jsonl"), "7\n".repeat(5_000))))
                .hasMessageContaining("many.jsonl:1000: ")
                .hasMessageContaining("reading stopped here");
        assertThatThrownBy(() -> new PoolImporter(SCHWARTZ, columns).read(folder))
                .hasMessageContaining("is a folder");
    }

    @Test
    void anUnknownSourceIsNamedWithThoseThatAreKnown() {
        assertThatThrownBy(() -> ItemSource.named("value-bench", DATA))
                .hasMessageContaining("no source is called 'value-bench'")
                .hasMessageContaining("valuebench");
    }
}
