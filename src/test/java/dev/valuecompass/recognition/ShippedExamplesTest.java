package dev.valuecompass.recognition;

import static org.assertj.core.api.Assertions.assertThat;

import dev.valuecompass.io.DataFolder;
import dev.valuecompass.responses.Opinion;
import dev.valuecompass.value.Theory;
import dev.valuecompass.value.ValueSystem;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the embedded recogniser learns from must say what it means: training takes these lines as they are. */
class ShippedExamplesTest {
    private static final DataFolder DATA = DataFolder.over(Path.of("data"));
    private static final Theory THEORY = Theory.load(DATA);

    private final List<LabelledAnswer> examples = DATA.list("recognizer/examples", ".jsonl").stream()
            .flatMap(file -> LabelledAnswer.read(file, THEORY).stream())
            .toList();

    @Test
    void evidenceStandsInTheAnswerToTheLetter() {
        assertThat(examples)
                .isNotEmpty()
                .allSatisfy(example -> assertThat(example.evidence())
                        .allSatisfy(mark -> assertThat(example.answer()).contains(mark)));
    }

    /** A key point without a mark is taken not to show the value, so a mark outside of all would teach the opposite. */
    @Test
    void evidenceOfAnOpinionLiesWithinOneOfItsPoints() {
        assertThat(examples)
                .filteredOn(example -> example.label() != 0
                        && example.opinion() != null
                        && !example.evidence().isEmpty())
                .isNotEmpty()
                .allSatisfy(example -> assertThat(example.evidence())
                        .anySatisfy(mark -> assertThat(example.opinion().points())
                                .anyMatch(point -> point.text().contains(mark)
                                        || mark.contains(point.text())
                                        || overlaps(example.answer().indexOf(mark), mark.length(), point))));
    }

    @Test
    void noLineIsThereTwiceOrContradictsAnother() {
        assertThat(examples)
                .extracting(example -> List.of(example.dimension(), example.prompt(), example.answer()))
                .doesNotHaveDuplicates();
    }

    /** Written for this project: at least 40 for each dimension, for and against or beside it. */
    @Test
    void everyDimensionHasExamplesOfBothKinds() {
        for (ValueSystem system : THEORY.systems()) {
            for (String dimension : system.dimensionIds()) {
                List<LabelledAnswer> own = examples.stream()
                        .filter(example -> example.system().equals(system.id())
                                && example.dimension().equals(dimension))
                        .toList();
                assertThat(own).as(dimension).hasSizeGreaterThanOrEqualTo(40);
                assertThat(own).as(dimension).anyMatch(example -> example.label() == 1);
                assertThat(own).as(dimension).anyMatch(example -> example.label() != 1);
            }
        }
    }

    private static boolean overlaps(int start, int length, Opinion.KeyPoint point) {
        return start < point.end() && start + length > point.start();
    }
}
