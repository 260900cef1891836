package dev.valuecompass.scores.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.valuecompass.scores.statistics.KrippendorffAlpha.Unit;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class KrippendorffAlphaTest {
    private static List<Unit> units(String... labels) {
        List<Unit> units = new ArrayList<>();
        for (String one : labels) {
            units.add(new Unit("prompt " + units.size(), one));
        }
        return units;
    }

    /** The example of Krippendorff (2011), part C: four observers, twelve units, some silent, nominal α = .743. */
    @Test
    void theExampleOfItsAuthorComesOut() {
        KrippendorffAlpha alpha = KrippendorffAlpha.of(
                units("111", "2232", "3333", "3333", "2222", "1234", "4444", "1121", "2222", "555", "11", "3"));
        assertThat(alpha.alpha()).isCloseTo(0.743, within(0.0005));
        assertThat(alpha.units()).isEqualTo(11);
        assertThat(alpha.interval().low()).isLessThan(alpha.alpha());
        assertThat(alpha.interval().high()).isGreaterThan(alpha.alpha());
    }

    @Test
    void fullAgreementIsOneAndNothingToAgreeOnIsUnknown() {
        assertThat(KrippendorffAlpha.of(units("++", "..", "++")).alpha()).isEqualTo(1);
        assertThat(KrippendorffAlpha.of(units("..", "..")).alpha()).isNull();
        assertThat(KrippendorffAlpha.of(units("+", ".")).alpha()).isNull();
        assertThat(KrippendorffAlpha.of(List.of()).interval()).isNull();
    }
}
