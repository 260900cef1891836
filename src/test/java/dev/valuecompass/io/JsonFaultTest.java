package dev.valuecompass.io;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is wrong with JSON is said in words of JSON, never in those of this program. */
class JsonFaultTest {
    @TempDir
    Path folder;

    enum Kind {
        ONE,
        TWO
    }

    record Line(String name, int number, Kind kind, LocalDate day, List<Line> parts, boolean open) {}

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '^', textBlock = """
            [{"name": "a"}]            | a JSON array where one object a line is expected; jq -c '.[]' makes lines of it
            {                          | an object that goes on over several lines; jq -c . puts each on one line
            "name"                     | a text where an object is expected
            7                          | a number where an object is expected
            {"name": ["a"]}            | a list where a text is expected in 'name'
            {"name": {"a": 1}}         | an object where a text is expected in 'name'
            {"number": "x"}            | 'x' where a number is expected in 'number'
            {"number": null}           | null where a number is expected in 'number'
            {"number": [1]}            | a list where a number is expected in 'number'
            {"kind": "THREE"}          | 'THREE' where one of one, two is expected in 'kind'
            {"day": "yesterday"}       | 'yesterday' where a date is expected in 'day'
            {"parts": "a"}             | a text where a list is expected in 'parts'
            {"parts": [{"open": "?"}]} | '?' where true or false is expected in 'parts[0].open'
            {"name": "a"} {"name": 1}  | more follows where the value has ended
            {"name": "a", "name": "b"} | Duplicate Object property "name"
            {"name": "a"               | Unexpected end-of-input
            {name: "a"}                | Unexpected character
            {"number": NaN}            | Non-standard token 'NaN'
            {'name': 'a'}              | Unexpected character
            """)
    void itIsNamedWithoutAClass(String line, String words) throws IOException {
        Path file = Files.writeString(folder.resolve("lines.jsonl"), "\n" + line + "\n");
        assertThatThrownBy(() -> JsonLines.read(file, Line.class))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("lines.jsonl:2: " + words)
                .hasMessageNotContaining("JsonFaultTest")
                .hasMessageNotContaining("JsonToken")
                .hasMessageNotContaining("Feature")
                .hasMessageNotContaining("java.");
    }
}
