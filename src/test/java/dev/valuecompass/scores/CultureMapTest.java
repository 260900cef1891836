package dev.valuecompass.scores;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.valuecompass.scores.CultureMap.MapPoint;
import dev.valuecompass.scores.CultureMap.ValueProfile;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.commons.math3.stat.correlation.PearsonsCorrelation;
import org.junit.jupiter.api.Test;

class CultureMapTest {
    private static final List<String> ABC = List.of("a", "b", "c");
    private static final List<ValueProfile> PROFILES = List.of(
            profile("m1", 10, 20, 60),
            profile("m2", 80, 30, 20),
            profile("c1", -0.5, 0.4, 0.1),
            profile("c2", 0.2, 0.3, -0.5),
            profile("c3", 1, -0.2, -0.8));

    /**
     * Three values that are centred vary in two directions, so that the plane shows all there is: distances on the map
     * are √(2 · 3 · (1 − r)), whatever the scales.
     */
    @Test
    void distancesAreThoseOfTheCorrelations() {
        CultureMap map = CultureMap.of(ABC, PROFILES);
        assertThat(map.axes().get(0).share() + map.axes().get(1).share()).isCloseTo(1, within(1e-9));
        for (int i = 0; i < PROFILES.size(); i++) {
            for (int j = 0; j < i; j++) {
                MapPoint p = map.points().get(i);
                MapPoint q = map.points().get(j);
                double r = new PearsonsCorrelation().correlation(numbers(PROFILES.get(i)), numbers(PROFILES.get(j)));
                assertThat(Math.hypot(p.x() - q.x(), p.y() - q.y())).isCloseTo(Math.sqrt(6 * (1 - r)), within(1e-7));
            }
        }
    }

    @Test
    void thePictureIsNeverTurnedAround() {
        CultureMap map = CultureMap.of(ABC, PROFILES);
        map.axes().forEach(axis -> {
            List<Double> loadings = axis.loadings();
            int heaviest = IntStream.range(0, 3)
                    .boxed()
                    .max((i, j) -> Double.compare(Math.abs(loadings.get(i)), Math.abs(loadings.get(j))))
                    .orElseThrow();
            assertThat(loadings.get(heaviest)).isPositive();
            assertThat(loadings.stream().mapToDouble(x -> x * x).sum()).isCloseTo(1, within(1e-9));
        });
        List<ValueProfile> backwards = new ArrayList<>(PROFILES);
        Collections.reverse(backwards);
        List<MapPoint> found = new ArrayList<>(CultureMap.of(ABC, backwards).points());
        Collections.reverse(found);
        for (int i = 0; i < found.size(); i++) {
            assertThat(found.get(i).x()).isCloseTo(map.points().get(i).x(), within(1e-7));
            assertThat(found.get(i).y()).isCloseTo(map.points().get(i).y(), within(1e-7));
        }
    }

    @Test
    void whatHasNoShapeHasNoPlace() {
        List<ValueProfile> profiles = new ArrayList<>(PROFILES);
        profiles.add(profile("flat", 5, 5, 5));
        profiles.add(new ValueProfile("model", "hole", "Hole", Map.of("a", 1.0)));
        assertThat(CultureMap.of(ABC, profiles).points()).hasSize(5);
        assertThat(CultureMap.of(ABC, PROFILES.subList(0, 2))).isNull();
    }

    private static ValueProfile profile(String id, double a, double b, double c) {
        return new ValueProfile(id.startsWith("m") ? "model" : "culture", id, id, Map.of("a", a, "b", b, "c", c));
    }

    private static double[] numbers(ValueProfile profile) {
        return ABC.stream().mapToDouble(profile.scores()::get).toArray();
    }
}
