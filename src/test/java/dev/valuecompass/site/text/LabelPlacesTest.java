package dev.valuecompass.site.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.valuecompass.site.text.LabelPlaces.Box;
import dev.valuecompass.site.text.LabelPlaces.LabelPosition;
import dev.valuecompass.site.text.LabelPlaces.LabelledDot;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LabelPlacesTest {
    private static final double SIDE = 400;

    private static LabelledDot dot(double x, double y, String label) {
        return new LabelledDot(x, y, 1.5, label, false);
    }

    private static List<LabelledDot> cloud() {
        Random random = new Random(7);
        return IntStream.range(0, 90)
                .mapToObj(i -> dot(
                        200 + 60 * random.nextGaussian(), 200 + 60 * random.nextGaussian(), i % 3 == 0 ? "MW" : "TR"))
                .toList();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void noTwoLabelsOfADenseCloudLieOnEachOther(boolean roomy) {
        List<LabelledDot> dots = cloud();
        List<LabelPosition> places = LabelPlaces.of(dots, SIDE, SIDE);
        List<Box> boxes = new ArrayList<>();
        for (int i = 0; i < dots.size(); i++) {
            LabelPosition place = places.get(i);
            if (place != null && (roomy || !place.roomy())) {
                boxes.add(place.box(dots.get(i).label(), roomy ? LabelPlaces.SMALL : LabelPlaces.LARGE));
            }
        }
        assertThat(boxes).hasSizeGreaterThan(roomy ? 55 : 25);
        for (int i = 0; i < boxes.size(); i++) {
            for (int j = i + 1; j < boxes.size(); j++) {
                assertThat(boxes.get(i).meets(boxes.get(j)))
                        .as(boxes.get(i) + " on " + boxes.get(j))
                        .isFalse();
            }
        }
        assertThat(LabelPlaces.of(dots, SIDE, SIDE)).isEqualTo(places);
    }

    @Test
    void aLabelThatIsAloneStandsToTheRightOfItsDotAndNeedsNoLine() {
        LabelPosition place =
                LabelPlaces.of(List.of(dot(10, 20, "DE")), SIDE, SIDE).get(0);
        // Radius 1.5 and a gap of 1.5.
        assertThat(place.x()).isEqualTo(13);
        assertThat(place.y()).isEqualTo(20);
        assertThat(place.anchor()).isEqualTo("start");
        assertThat(place.away()).isFalse();
        assertThat(place.roomy()).isFalse();
    }

    @Test
    void aLabelAtTheEdgeTurnsToTheOtherSide() {
        assertThat(LabelPlaces.of(List.of(dot(390, 20, "DE")), SIDE, SIDE)
                        .get(0)
                        .anchor())
                .isEqualTo("end");
    }

    @Test
    void ofMoreLabelsThanThereIsRoomForTheFirstStand() {
        List<LabelledDot> dots =
                IntStream.range(0, 80).mapToObj(i -> dot(200, 200, "TR")).toList();
        // Every place would lie on more than one of the other dots, but for those a line away.
        List<LabelPosition> places = LabelPlaces.of(dots, SIDE, SIDE);
        assertThat(places.get(0)).isNotNull();
        assertThat(places.stream().filter(Objects::nonNull).count()).isBetween(8L, 40L);
        assertThat(places.get(79)).isNull();
    }

    @Test
    void noLabelLiesOnASolidDot() {
        List<LabelledDot> dots = List.of(dot(100, 100, "DE"), new LabelledDot(110, 100, 3.5, null, true));
        assertThat(LabelPlaces.of(dots, SIDE, SIDE).get(0).anchor()).isEqualTo("end");
    }
}
