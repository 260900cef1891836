package dev.valuecompass.scores.validity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.valuecompass.scores.validity.SystemFigures.AnswerLengths;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** What values share, and what length explains, against R 4.2.2 with psych 2.2.9 and simulated structures. */
class GeneralFactorTest {
    private static final List<String> QUESTIONS =
            List.of("rating", "complaints", "privileges", "learning", "raises", "critical", "advance");

    /** R's data set {@code attitude}: thirty departments on seven questions (Chatterjee and Price 1977). */
    private static final int[][] ATTITUDE = {
        {43, 51, 30, 39, 61, 92, 45}, {63, 64, 51, 54, 63, 73, 47}, {71, 70, 68, 69, 76, 86, 48},
        {61, 63, 45, 47, 54, 84, 35}, {81, 78, 56, 66, 71, 83, 47}, {43, 55, 49, 44, 54, 49, 34},
        {58, 67, 42, 56, 66, 68, 35}, {71, 75, 50, 55, 70, 66, 41}, {72, 82, 72, 67, 71, 83, 31},
        {67, 61, 45, 47, 62, 80, 41}, {64, 53, 53, 58, 58, 67, 34}, {67, 60, 47, 39, 59, 74, 41},
        {69, 62, 57, 42, 55, 63, 25}, {68, 83, 83, 45, 59, 77, 35}, {77, 77, 54, 72, 79, 77, 46},
        {81, 90, 50, 72, 60, 54, 36}, {74, 85, 64, 69, 79, 79, 63}, {65, 60, 65, 75, 55, 80, 60},
        {65, 70, 46, 57, 75, 85, 46}, {50, 58, 68, 54, 64, 78, 52}, {50, 40, 33, 34, 43, 64, 33},
        {64, 61, 52, 62, 66, 80, 41}, {53, 66, 52, 50, 63, 80, 37}, {40, 37, 42, 58, 50, 57, 49},
        {63, 54, 42, 48, 66, 75, 33}, {66, 77, 66, 63, 88, 76, 72}, {78, 75, 58, 74, 80, 78, 49},
        {48, 57, 44, 45, 51, 83, 38}, {85, 85, 71, 71, 77, 74, 55}, {82, 82, 39, 59, 64, 78, 39}
    };

    /** R: mean of the lower triangle of cor(attitude), psych::principal(attitude, 1), and cor with the means of the others. */
    @Test
    void ofAttitudesIsAsRFindsIt() {
        GeneralFactor factor = GeneralFactor.of(QUESTIONS, rows(ATTITUDE));
        assertThat(factor.models()).isEqualTo(30);
        assertThat(factor.values()).isEqualTo(7);
        assertThat(factor.meanCorrelation()).isCloseTo(0.42690664, within(1e-8));
        assertThat(factor.firstComponent()).isCloseTo(0.53091082, within(1e-8));
        assertThat(factor.negativePairs()).isZero();
        assertThat(factor.rest().get("rating")).isCloseTo(0.671262, within(1e-6));
        assertThat(factor.rest().get("critical")).isCloseTo(0.265034, within(1e-6));
        assertThat(factor.grade()).isEqualTo(Grade.WEAK);
        assertThat(factor.distinctness("critical")).isEqualTo(Grade.PASS);
        assertThat(factor.distinctness("complaints")).isEqualTo(Grade.FAIL);
    }

    /** Scores that are a common factor and as much of their own have a mean correlation of one half. */
    @Test
    void knownFactorComesBack() {
        Random random = new Random(5);
        List<Map<String, Double>> scores = new ArrayList<>();
        for (int m = 0; m < 2000; m++) {
            double common = random.nextGaussian();
            Map<String, Double> row = new HashMap<>();
            QUESTIONS.forEach(value -> row.put(value, common + random.nextGaussian()));
            scores.add(row);
        }
        GeneralFactor factor = GeneralFactor.of(QUESTIONS, scores);
        assertThat(factor.meanCorrelation()).isCloseTo(0.5, within(0.03));
        // 1/7 + 6/7 · 1/2
        assertThat(factor.firstComponent()).isCloseTo(4.0 / 7, within(0.03));
    }

    @Test
    void incompleteModelsAndValuesThatAreAllAlikeAreLeftAside() {
        List<Map<String, Double>> rows = rows(ATTITUDE);
        rows.get(0).remove("rating");
        rows.forEach(row -> row.put("raises", 100.0));
        GeneralFactor factor = GeneralFactor.of(QUESTIONS, rows);
        assertThat(factor.models()).isEqualTo(29);
        assertThat(factor.values()).isEqualTo(6);
        assertThat(factor.distinctness("raises")).isEqualTo(Grade.UNKNOWN);
        assertThat(GeneralFactor.of(QUESTIONS, rows.subList(0, 4))).isNull();
    }

    /** Two opposites add up to the same for everybody, so that nothing can go with them. */
    @Test
    void valueWhoseOthersDoNotDifferHasNoCorrelationWithThem() {
        List<Map<String, Double>> scores = new ArrayList<>();
        double[] third = {5, 90, 31.7, 60};
        for (int m = 0; m < 4; m++) {
            scores.add(Map.of("a", third[m], "b", 10.1 * m, "c", 100 - 10.1 * m));
        }
        GeneralFactor factor = GeneralFactor.of(List.of("a", "b", "c"), scores);
        assertThat(factor.rest()).containsOnlyKeys("b", "c");
        assertThat(factor.distinctness("a")).isEqualTo(Grade.UNKNOWN);
    }

    /** R: cor(rowMeans(attitude[, 1:6]), attitude$advance, method = "spearman") and the same for two of the questions. */
    @Test
    void lengthIsHeldAgainstMeansAndValues() {
        SortedMap<String, Map<String, Double>> scores = new TreeMap<>();
        Map<String, Double> lengths = new HashMap<>();
        List<Map<String, Double>> rows = rows(ATTITUDE);
        for (int m = 0; m < rows.size(); m++) {
            lengths.put("m" + m, rows.get(m).get("advance"));
            scores.put("m" + m, rows.get(m));
        }
        LengthDependence told =
                LengthDependence.of(new AnswerLengths("answers", lengths), QUESTIONS.subList(0, 6), scores, 0.9);
        assertThat(told.models()).isEqualTo(30);
        assertThat(told.ofMean().rho()).isCloseTo(0.47809206, within(1e-6));
        assertThat(told.byValue().get("learning").rho()).isCloseTo(0.53926867, within(1e-6));
        assertThat(told.byValue().get("rating").rho()).isCloseTo(0.2029456, within(1e-6));
        assertThat(told.grade("learning")).isEqualTo(Grade.FAIL);
        assertThat(told.grade("rating")).isEqualTo(Grade.PASS);
        assertThat(LengthDependence.of(new AnswerLengths("answers", Map.of("m1", 5.0)), QUESTIONS, scores, 0.9))
                .isNull();
    }

    private static List<Map<String, Double>> rows(int[][] figures) {
        List<Map<String, Double>> rows = new ArrayList<>();
        for (int[] row : figures) {
            Map<String, Double> byValue = new HashMap<>();
            for (int v = 0; v < row.length; v++) {
                byValue.put(QUESTIONS.get(v), (double) row[v]);
            }
            rows.add(byValue);
        }
        return rows;
    }
}
