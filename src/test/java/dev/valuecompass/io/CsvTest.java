package dev.valuecompass.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class CsvTest {
    @Test
    void readsQuotesCommasAndLineEndsInsideValues() {
        Csv.Table table = Csv.parse("\uFEFFa,b\r\n\"x, \"\"y\"\"\",\"two\nlines\"\r\n,last", "t.csv");
        assertThat(table.header()).containsExactly("a", "b");
        assertThat(table.rows())
                .containsExactly(
                        new Csv.Row(2, List.of("x, \"y\"", "two\nlines")), new Csv.Row(4, List.of("", "last")));
    }

    @Test
    void anEmptyLastValueIsAValue() {
        assertThat(Csv.parse("a,b\n1,", "t.csv").rows()).containsExactly(new Csv.Row(2, List.of("1", "")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a;b\n1,5;x",
                "a\tb\n1,5\tx",
                "sep=;\r\na;b\r\n1,5;x",
                "\uFEFFsep=\t\na\tb\n1,5\tx",
                " a , b \n\"1,5\",x",
                "\"a\";\"b\"\n\"1,5\";x",
                "a\u00A0,b\n\"1,5\",x"
            })
    void readsWhatSpreadsheetsOfOtherCountriesWrite(String text) {
        Csv.Table table = Csv.parse(text, "t.csv");
        assertThat(table.header()).containsExactly("a", "b");
        assertThat(table.rows()).extracting(Csv.Row::values).containsExactly(List.of("1,5", "x"));
    }

    @Test
    void findsAColumnWhateverItsCapitals() {
        Csv.Table table = Csv.parse("Question,id,ID\n", "t.csv");
        assertThat(table.column("question")).isZero();
        assertThat(table.column("ID")).isEqualTo(2);
        assertThat(table.column("Id")).as("either could be meant").isEqualTo(-1);
        assertThat(table.column("topic")).isEqualTo(-1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a,b, a\n1,2,3|t.csv:1: two columns are called 'a'; rename or remove one",
                "a;b\n1;2;3|t.csv:2: 3 values under 2 columns; quote values that hold semicolons",
                "a\n\"open|t.csv:2: a quote that is never closed",
                "a\nx\"y|t.csv:2: a quote inside an unquoted value",
                "a\n\"x\"y|t.csv:2: text after a closing quote",
                "a,b\n1,2\n3|t.csv:3: 1 values under 2 columns",
                "|t.csv:1: no header"
            })
    void mistakesNameTheirLine(String textAndMessage) {
        String[] parts = textAndMessage.split("\\|");
        assertThatThrownBy(() -> Csv.parse(parts[0], "t.csv"))
                .isInstanceOf(DataException.class)
                .hasMessageContaining(parts[1]);
    }

    /** R73: what a spreadsheet would run is text; numbers stay numbers. */
    @Test
    void guardsTextsThatASpreadsheetWouldRun() {
        assertThat(write(
                        List.of("t", "n"),
                        List.of(
                                List.of("=HYPERLINK(\"x\")", -1.5),
                                List.of("+1", 0),
                                List.of("-2", 3L),
                                List.of("@a", 1e-7),
                                List.of("\tb", 2),
                                List.of("\0c", 2),
                                List.of("＝d", 2),
                                List.of("a=b", 2))))
                .isEqualTo(
                        "t,n\r\n\"'=HYPERLINK(\"\"x\"\")\",-1.5\r\n'+1,0\r\n'-2,3\r\n'@a,0.00000010\r\n'\tb,2\r\n'\0c,2\r\n'＝d,2\r\na=b,2\r\n");
    }

    static LongStream seeds() {
        return LongStream.range(0, 50);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void readsBackWhateverItWrites(long seed) {
        Random random = new Random(seed);
        String alphabet = "ab,\"\n\r é\u202E漢";
        List<List<String>> rows = new ArrayList<>();
        for (int r = 0; r < 20; r++) {
            rows.add(IntStream.range(0, 3)
                    .mapToObj(c -> "x"
                            + random.ints(random.nextInt(8), 0, alphabet.length())
                                    .mapToObj(i -> alphabet.substring(i, i + 1))
                                    .reduce("", String::concat))
                    .toList());
        }
        assertThat(Csv.parse(write(List.of("a", "b", "c"), rows), "t").rows())
                .extracting(Csv.Row::values)
                .isEqualTo(rows);
    }

    private static String write(List<String> header, List<? extends List<?>> rows) {
        return Csv.line(header) + rows.stream().map(Csv::line).collect(Collectors.joining());
    }
}
