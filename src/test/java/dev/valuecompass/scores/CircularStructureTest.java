package dev.valuecompass.scores;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.valuecompass.io.DataFolder;
import dev.valuecompass.scores.CircularStructure.DistanceCorrelation;
import dev.valuecompass.value.Culture;
import dev.valuecompass.value.Theory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CircularStructureTest {
    /**
     * Country level, centred means, by circular distance 1 to 5: computed once by other hands in another language from
     * the same country means (World Values Survey waves 5 and 6, European Social
     * Survey round 11, whose means were centred for each respondent there).
     */
    @ParameterizedTest
    @CsvSource({
        "wvs6, 60, 0.119, -0.054, -0.044, -0.280, -0.315, 0.0006",
        "wvs5, 52, 0.098, -0.050, -0.046, -0.275, -0.373, 0.0006",
        "ess11, 30, 0.311, 0.127, -0.179, -0.441, -0.615, 0.006"
    })
    void countriesAsComputedElsewhere(
            String series,
            int countries,
            double one,
            double two,
            double three,
            double four,
            double five,
            double precision) {
        Theory theory = Theory.load(DataFolder.over(Path.of("data")));
        CircularStructure found = CircularStructure.of(
                theory.system("schwartz").dimensionIds(),
                theory.series(series).cultures().stream().map(Culture::scores).toList(),
                20);
        assertThat(found.profiles()).isEqualTo(countries);
        assertThat(found.expected()).isCloseTo(-1.0 / 9, within(1e-12));
        assertThat(found.byDistance().stream()
                        .mapToDouble(DistanceCorrelation::correlation)
                        .toArray())
                .containsExactly(new double[] {one, two, three, four, five}, within(precision));
        assertThat(found.byDistance().stream()
                        .mapToInt(DistanceCorrelation::pairs)
                        .sum())
                .isEqualTo(45);
        assertThat(found.p()).isLessThan(0.01);
    }

    /**
     * Four values on cosines a quarter apart, and a sine for the other half of the profiles: neighbours are uncorrelated
     * and opposites the reverse of each other, so the steps are 0 and −1, whose mean over 4 and 2 pairs is −1/3, the
     * value that four centred values always have. Distances 1 and 2 against 0 and −1: r = −1. Of the 3 ways to lay
     * four values around a circle one is this.
     */
    @Test
    void aPerfectCircleByHand() {
        List<Map<String, Double>> profiles = new ArrayList<>();
        for (int k = 0; k < 8; k++) {
            double angle = Math.PI * k / 4;
            Map<String, Double> profile = new TreeMap<>();
            for (int v = 0; v < 4; v++) {
                profile.put("v" + v, 50 + 10 * Math.cos(angle - Math.PI * v / 2));
            }
            profiles.add(profile);
        }
        CircularStructure found = CircularStructure.of(List.of("v0", "v1", "v2", "v3"), profiles, 1);
        assertThat(found.byDistance().get(0).correlation()).isCloseTo(0, within(1e-9));
        assertThat(found.byDistance().get(1).correlation()).isCloseTo(-1, within(1e-9));
        assertThat(found.fit()).isCloseTo(-1, within(1e-9));
        assertThat(found.p()).isCloseTo(1.0 / 3, within(0.02));
    }

    @Test
    void chanceIsNoCircle() {
        List<String> circle = IntStream.range(0, 10).mapToObj(v -> "v" + v).toList();
        Random random = new Random(4);
        List<Map<String, Double>> profiles = new ArrayList<>();
        for (int k = 0; k < 40; k++) {
            Map<String, Double> profile = new TreeMap<>();
            circle.forEach(value -> profile.put(value, 100 * random.nextDouble()));
            profiles.add(profile);
        }
        assertThat(CircularStructure.of(circle, profiles, 1).p()).isGreaterThan(0.05);
        assertThat(CircularStructure.of(circle, profiles.subList(0, 2), 1))
                .as("two profiles")
                .isNull();
    }
}
