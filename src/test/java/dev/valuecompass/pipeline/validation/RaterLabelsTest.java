package dev.valuecompass.pipeline.validation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.valuecompass.io.DataException;
import dev.valuecompass.snapshot.GoldRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RaterLabelsTest {
    @TempDir
    Path folder;

    static DrawnAnswer drawn(String id, String stratum, int of) {
        return DrawnAnswerFields.builder()
                .id(id)
                .round(1)
                .system("toy")
                .dimension("daring")
                .model("alpha")
                .item("item-" + id)
                .sample(0)
                .stratum(stratum)
                .of(of)
                .shown(0.5)
                .prompt("Jump " + id + "?")
                .answer("I would jump at once.")
                .build();
    }

    private static final List<DrawnAnswer> DRAWN =
            List.of(drawn("a", "low", 10), drawn("b", "low", 10), drawn("c", "low", 10), drawn("d", "high", 6));

    private static Map<String, DrawnAnswer> byId() {
        return DRAWN.stream().collect(Collectors.toMap(DrawnAnswer::id, Function.identity()));
    }

    private Path file(String name, String... lines) throws IOException {
        return Files.writeString(folder.resolve(name), String.join("\n", lines) + "\n");
    }

    private static String line(String id, String rater, String label) {
        return "{\"id\":\"" + id + "\",\"rater\":\"" + rater + "\",\"label\":\"" + label + "\",\"evidence\":[]}";
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "{\"id\":\"z\",\"rater\":\"r1\",\"label\":\"not\"} | id 'z' was not drawn",
                "{\"rater\":\"r1\",\"label\":\"not\"} | id '' was not drawn",
                "{\"id\":\"a\",\"rater\":\"R 1\",\"label\":\"not\"} | rater 'R 1' is not a valid id",
                "{\"id\":\"a\",\"label\":\"not\"} | rater '' is not a valid id",
                "{\"id\":\"a\",\"rater\":\"r1\",\"label\":\"nto\"} | label 'nto' is unknown",
                "{\"id\":\"a\",\"rater\":\"r1\",\"label\":1} | label '1' is unknown",
                "{\"id\":\"a\",\"rater\":\"r1\",\"label\":\"expresses\",\"evidence\":[\"fly\"]} | evidence 'fly' is not in",
                "{\"id\":\"b\",\"rater\":\"r1\",\"label\":\"not\"} | rater r1 has labelled 'b' before",
                "[1] | a JSON array where one object a line is expected",
                "{\"id\": | ",
            })
    void everyBadLineIsRefusedWithItsPlace(String line, String what) throws IOException {
        Path file = file("r1.jsonl", line("b", "r1", "expresses"), line);
        assertThatThrownBy(() -> RaterLabels.read(List.of(file), byId()))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("r1.jsonl:2: " + (what == null ? "" : what));
    }

    @Test
    void allMistakesAreListedAtOnce() throws IOException {
        Path file = file("r1.jsonl", line("z", "r1", "not"), line("a", "r1", "maybe"));
        assertThatThrownBy(() -> RaterLabels.read(List.of(file), byId()))
                .hasMessageContaining("r1.jsonl:1: ")
                .hasMessageContaining("r1.jsonl:2: ");
    }

    private Adjudication adjudicated(String... raters) throws IOException {
        List<Path> files = new ArrayList<>();
        for (int r = 0; r < raters.length; r++) {
            List<String> lines = new ArrayList<>();
            for (int i = 0; i < DRAWN.size(); i++) {
                char code = raters[r].charAt(i);
                String label =
                        code == '+' ? "expresses" : code == '.' ? "not" : code == '-' ? "opposes" : "cannot-tell";
                if (code != ' ') {
                    lines.add(line(DRAWN.get(i).id(), "r" + r, label));
                }
            }
            files.add(file("r" + r + ".jsonl", lines.toArray(String[]::new)));
        }
        return Adjudication.of(DRAWN, RaterLabels.read(files, byId()));
    }

    private static SortedMap<String, String> labels(Adjudication result) {
        SortedMap<String, String> labels = new TreeMap<>();
        result.gold().forEach(one -> labels.put(one.item(), one.label() + " " + one.weight()));
        return labels;
    }

    /** Weights are the answers of the stratum over its settled labels: 10 over 2, 6 over 1. */
    @Test
    void whatBothSawHoldsAndTiesAreListed() throws IOException {
        Adjudication two = adjudicated("++.+", "+..+");
        assertThat(labels(two))
                .isEqualTo(Map.of("item-a", "+ 5.0", "item-b", "? 0.0", "item-c", ". 5.0", "item-d", "+ 6.0"));
        assertThat(two.divided()).extracting(DrawnAnswer::id).containsExactly("b");
        assertThat(two.gold())
                .filteredOn(one -> !one.settled())
                .extracting(GoldRecord::weight)
                .containsExactly(0.0);

        Adjudication three = adjudicated("++.+", "+..+", " -  ");
        assertThat(three.divided()).as("three raters, three labels").hasSize(1);
        assertThat(labels(adjudicated("++.+", "+..+", " +  "))).containsEntry("item-b", "+ 3.333333");
    }

    @Test
    void whoCannotTellIsNoVoteAndOneRaterIsNotEnough() throws IOException {
        Adjudication result = adjudicated("+?. ", "??.+");
        assertThat(labels(result)).containsEntry("item-a", "+ 5.0").containsEntry("item-b", "? 0.0");
        assertThat(result.divided())
                .as("nobody could tell: no further rater is asked")
                .isEmpty();
        assertThat(result.single()).isEqualTo(1);
        assertThat(labels(result)).doesNotContainKey("item-d");
    }
}
