package dev.valuecompass.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.valuecompass.io.DataFolder;
import dev.valuecompass.value.Instrument.Question;
import dev.valuecompass.value.Instrument.Statement;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The shipped second instruments, and mistakes in others. */
class InstrumentTest {
    @TempDir
    Path own;

    @Test
    void everyPairOfValuesIsChosenBetweenTwiceInStatementsOfOneLength() {
        Instrument choice = read("schwartz-choice");
        assertThat(choice.questions()).hasSize(90);
        assertThat(choice.calls()).isEqualTo(180);
        Map<Object, Long> pairs = choice.questions().stream()
                .collect(Collectors.groupingBy(
                        question -> question.statements().stream()
                                .map(Statement::value)
                                .collect(Collectors.toCollection(TreeSet::new)),
                        Collectors.counting()));
        assertThat(pairs).hasSize(45).allSatisfy((pair, n) -> assertThat(n).isEqualTo(2));
        Map<String, Long> leading = choice.questions().stream()
                .collect(Collectors.groupingBy(
                        question -> question.statements().get(0).value(), Collectors.counting()));
        assertThat(leading).hasSize(10).allSatisfy((value, n) -> assertThat(n).isEqualTo(9));
        for (Question question : choice.questions()) {
            double one = question.statements().get(0).text().length();
            double other = question.statements().get(1).text().length();
            assertThat(Math.max(one, other) / Math.min(one, other))
                    .as(question.id())
                    .isLessThan(1.1);
        }
    }

    @Test
    void everyValueIsRatedSixTimesHalfOfThemReversed() {
        Map<String, Map<Boolean, Long>> byValue = read("schwartz-rating").questions().stream()
                .map(question -> question.statements().get(0))
                .collect(Collectors.groupingBy(
                        Statement::value, Collectors.groupingBy(Statement::reversed, Collectors.counting())));
        assertThat(byValue).hasSize(10).allSatisfy((value, n) -> assertThat(n).isEqualTo(Map.of(true, 3L, false, 3L)));
    }

    @Test
    void mistakesAreNamedWithTheirPlace() throws Exception {
        Files.createDirectories(own.resolve("instruments"));
        Files.writeString(own.resolve("instruments/mine.yml"), """
                id: other
                system: schwartz
                name: Mine
                elicitation: choice
                pairs:
                  - power: "One."
                    securty: "Two."
                  - power: "One."
                """);
        assertThatThrownBy(() -> read("mine"))
                .hasMessageContaining("the id 'other' is not the file's name")
                .hasMessageContaining("unknown value 'securty'")
                .hasMessageContaining("a statement stands twice")
                .hasMessageContaining("a pair has 1 statements");
    }

    @Test
    void unknownOneIsRefusedWithTheNearest() {
        assertThatThrownBy(() -> read("schwartz-choise")).hasMessageContaining("schwartz-choice");
    }

    private Instrument read(String id) {
        DataFolder data = DataFolder.over(own);
        return Instrument.read(data, Theory.load(data), id);
    }
}
