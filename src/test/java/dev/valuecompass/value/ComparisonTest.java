package dev.valuecompass.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.valuecompass.io.DataException;
import dev.valuecompass.io.DataFolder;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class ComparisonTest {
    private final Theory theory = Theory.load(DataFolder.over(Path.of("no-such-folder")));

    @Test
    void culturesOfOneSeriesMayStandSideBySide() {
        Comparison comparison = Comparison.of(List.of(theory.culture("wvs6/CN"), theory.culture("wvs6/US")));

        assertThat(comparison.series()).isEqualTo("wvs6");
        assertThat(comparison.cultures()).extracting(Culture::code).containsExactly("CN", "US");
        assertThat(Comparison.of(theory.series("ess11")).cultures()).hasSize(30);
    }

    @Test
    void seriesAreNeverMixed() {
        assertThatThrownBy(() -> Comparison.of(List.of(theory.culture("wvs6/CN"), theory.culture("ess11/FR"))))
                .isInstanceOf(DataException.class)
                .hasMessage("comparison of cultures: it mixes the series wvs6 and ess11 (France, ess11/FR), whose"
                        + " figures come from different instruments and cannot be compared; compare within one series");
        // Two waves of one survey are different series too: the item for benevolence changed.
        assertThatThrownBy(() -> Comparison.of(List.of(theory.culture("wvs6/CN"), theory.culture("wvs5/CN"))))
                .hasMessageContaining("mixes the series wvs6 and wvs5");
    }

    @Test
    void nothingAndRepetitionAreRefused() {
        assertThatThrownBy(() -> Comparison.of(List.of())).hasMessageContaining("no culture to compare with");
        assertThatThrownBy(() -> Comparison.of(List.of(theory.culture("wvs6/CN"), theory.culture("wvs6/CN"))))
                .hasMessageContaining("named twice: wvs6/CN");
    }
}
