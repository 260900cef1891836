package dev.valuecompass.io.yaml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.valuecompass.io.DataException;
import dev.valuecompass.io.Defect;
import dev.valuecompass.io.Defects;
import dev.valuecompass.io.Range;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;

class YamlTest {
    private final Defects defects = new Defects();

    @Test
    void wordsThatLookLikeSomethingElseStayTexts() {
        YamlMap map = parse("a: no\nb: on\nc: 1.10\nd: 2026-01-31\ne: 0x1F\n");

        assertThat(List.of(map.text("a"), map.text("b"), map.text("c"), map.text("d"), map.text("e")))
                .containsExactly("no", "on", "1.10", "2026-01-31", "0x1F");
        assertThat(defects.isEmpty()).isTrue();
    }

    @Test
    void blocksAreTextsWithoutTheirLastLineBreak() {
        YamlMap map = parse("a: >-\n  one\n  two\nb: |\n  one\n  two\n");

        assertThat(map.text("a")).isEqualTo("one two");
        assertThat(map.text("b")).isEqualTo("one\ntwo");
    }

    /** Its tree is known from the first. */
    @Test
    void aTextThatTwoFilesHaveIsReportedInEachByItsName() {
        for (String file : List.of("one.yml", "other.yml")) {
            Defects own = new Defects();
            YamlMap map = Yaml.parse("a: 1\nb: [2\n,3]\nc: ' '\n", file, own);
            assertThat(map.text("a")).isEqualTo("1");
            map.text("b");
            map.text("c");
            map.done();
            assertThat(own.list())
                    .extracting(Defect::toString)
                    .hasSize(2)
                    .allMatch(mistake -> mistake.startsWith(file + ":"));
        }
    }

    @Test
    void aKeyWithoutValueIsMissing() {
        YamlMap map = parse("a:\nb: ''\nc: ~\n");

        assertThat(map.text("a", "x") + map.text("b", "x") + map.text("c", "x")).isEqualTo("xxx");
        assertThat(map.text("a")).isEmpty();
        map.done();
        assertThat(defects.list())
                .extracting(Defect::toString)
                .containsExactly("f.yml:1: 'a' is missing in the file;" + " add 'a: …'");
    }

    @Test
    void everyRepeatedAndEveryUnknownKeyIsReported() {
        YamlMap map = parse("a: 1\nb: 2\na: 3\nb: 4\nc: 5\n");
        map.text("a");
        map.text("b");
        map.done();

        assertThat(defects.list())
                .extracting(Defect::toString)
                .containsExactly(
                        "f.yml:3: 'a' is given twice in the file; keep this or the one in line 1",
                        "f.yml:4: 'b' is given twice in the file; keep this or the one in line 2",
                        "f.yml:5: unknown key 'c' in the file; known: a, b");
    }

    @Test
    void listsKnowTheLineOfEachEntry() {
        YamlMap map = parse("a:\n  - x\n  -\n    y: 1\n  - [z]\n");

        assertThat(map.list("a")).extracting(value -> value.place().line()).containsExactly(2, 4, 5);
    }

    @Test
    void hugeNumbersAreOutOfRangeAndHarmless() {
        YamlMap map = parse("a: 1e999\nb: " + "9".repeat(1000) + "\nc: 1e-999\n");
        Range range = Range.of(0L, 10L);

        assertThat(map.decimal("a", range)).isEmpty();
        assertThat(map.decimal("b", range)).isEmpty();
        assertThat(map.number("c", range)).isZero();
        assertThat(defects.list()).extracting(Defect::line).containsExactly(1, 2);
        assertThat(defects.list().get(1).what().length()).isLessThan(120);
    }

    @Test
    void hostileDocumentsEndInAMessage() {
        Assertions.assertTimeoutPreemptively(Duration.ofSeconds(60), () -> {
            assertThatThrownBy(() -> parse("a: " + "[".repeat(100_000)))
                    .isInstanceOf(DataException.class)
                    .hasMessageContaining("not valid YAML");
            assertThatThrownBy(() -> parse("a: b\u0000c")).isInstanceOf(DataException.class);
            assertThatThrownBy(() -> parse("a: *nowhere")).isInstanceOf(DataException.class);
            parse("a: &a\n  b: *a\n").section("a").section("b").done();
        });
    }

    private YamlMap parse(String text) {
        return Yaml.parse(text, "f.yml", defects);
    }
}
