package dev.valuecompass.site.culture;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LabelPlacesTest {
    @Test
    void fiveLabelsOnOnePointMoveApartAndStayNear() {
        List<double[]> points = IntStream.range(0, 5)
                .mapToObj(i -> new double[] {100 + i * 0.1, 100})
                .toList();
        double[][] places = LabelPlaces.of(points);
        for (int i = 0; i < 5; i++) {
            assertThat(Math.abs(places[i][1] - 100)).isLessThanOrEqualTo(20);
            for (int j = i + 1; j < 5; j++) {
                boolean aside = Math.abs(places[i][0] - places[j][0]) > 12;
                boolean above = Math.abs(places[i][1] - places[j][1]) > 7;
                assertThat(aside || above).as(i + " and " + j).isTrue();
            }
        }
    }

    @Test
    void aLabelThatIsAloneStaysOnItsPoint() {
        double[][] places = LabelPlaces.of(List.of(new double[] {10, 10}, new double[] {200, 10}));
        assertThat(places[0]).containsExactly(10, 10);
        assertThat(places[1]).containsExactly(200, 10);
    }
}
