package dev.valuecompass.pipeline.validation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.valuecompass.io.DataException;
import dev.valuecompass.recognition.Label;
import dev.valuecompass.snapshot.Case;
import dev.valuecompass.snapshot.SamplePeriod;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class GoldDrawTest {
    private static final Path KEY = Path.of("draw.jsonl");

    /** Answers of two models: half of them read as clear, half as doubtful. */
    private static List<Case> answers(double clear) {
        List<Case> answers = new ArrayList<>();
        for (String model : List.of("alpha", "beta")) {
            for (int i = 0; i < 60; i++) {
                double strength = i % 2 == 0 ? clear : 0.55;
                answers.add(new Case(
                        "toy-" + i + (i % 3 == 0 ? "-2" : ""),
                        model,
                        "toy",
                        "toy-" + i,
                        "Jump?",
                        "I would jump " + i,
                        List.of(new Case.ValueReading("daring", Label.EXPRESSES, strength, null, List.of()))));
            }
        }
        return answers;
    }

    private static GoldDraw after(List<DrawnAnswer> earlier) {
        return new GoldDraw(SamplePeriod.system(), earlier, List.of(), KEY);
    }

    @Test
    void everyModelAndBandIsDrawnAndDoubtfulAnswersMoreOften() {
        List<DrawnAnswer> drawn = after(List.of()).draw(answers(0.99), 24, 1);
        assertThat(drawn).hasSize(24).allSatisfy(one -> assertThat(one.of()).isPositive());
        Map<String, Long> models =
                drawn.stream().collect(Collectors.groupingBy(DrawnAnswer::model, TreeMap::new, Collectors.counting()));
        assertThat(models).containsOnlyKeys("alpha", "beta");
        assertThat(models.get("alpha")).isEqualTo(models.get("beta"));
        assertThat(drawn.stream().map(DrawnAnswer::stratum).distinct()).hasSize(6);
        assertThat(drawn.stream().filter(one -> one.shown() < 0.9).count()).isGreaterThan(12);
        assertThat(drawn).anyMatch(one -> one.sample() == 1).anyMatch(one -> one.sample() == 0);
    }

    @Test
    void anotherDrawAddsOtherAnswersAndNeverMoreThanThereAre() {
        List<DrawnAnswer> first = after(List.of()).draw(answers(0.99), 24, 1);
        List<DrawnAnswer> second = after(first).draw(answers(0.99), 1000, 2);
        assertThat(second).hasSize(120 - 24).allMatch(one -> one.round() == 2);
        Set<String> ids = new HashSet<>();
        first.forEach(one -> ids.add(one.id()));
        assertThat(second).noneMatch(one -> ids.contains(one.id()));
        List<DrawnAnswer> all = new ArrayList<>(first);
        all.addAll(second);
        assertThat(after(all).draw(answers(0.99), 10, 3)).isEmpty();
    }

    /** Labels stand for their strata; read otherwise, the answers fall into others. */
    @Test
    void answersThatAreReadOtherwiseAreNotMixedWithWhatWasDrawn() {
        List<DrawnAnswer> first = after(List.of()).draw(answers(0.99), 24, 1);
        assertThatThrownBy(() -> after(first).draw(answers(0.3), 24, 2))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("draw.jsonl: the answers on daring are others, or are read otherwise");
    }
}
