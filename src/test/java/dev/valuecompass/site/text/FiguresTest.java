package dev.valuecompass.site.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FiguresTest {
    @ParameterizedTest
    // What (57.25).toFixed(1) and its like print in a browser; 0.15 is a little less than it looks.
    @CsvSource({"57.25, 57.3", "0.15, 0.1", "100, 100.0", "0, 0.0", "-0.04, 0.0", "-1.25, −1.3", "99.96, 100.0"})
    void roundsAsTheBrowserDoes(double value, String text) {
        assertThat(Figures.one(value)).isEqualTo(text);
    }

    @Test
    void theQuickWayRoundsAsTheExactOne() {
        Random random = new Random(11);
        for (int i = 0; i < 20_000; i++) {
            double value = (random.nextDouble() - 0.5) * Math.pow(10, random.nextInt(11));
            int decimals = random.nextInt(4);
            BigDecimal exact = new BigDecimal(value).setScale(decimals, RoundingMode.HALF_UP);
            assertThat(Figures.rounded(value, decimals))
                    .isEqualTo((exact.signum() == 0 ? exact.abs() : exact)
                            .toPlainString()
                            .replace('-', '\u2212'));
        }
        assertThat(Figures.rounded(1e300, 1)).hasSize(303);
    }

    @Test
    void peopleReadAMinusSignAndDrawingsAHyphen() {
        assertThat(Figures.two(-0.123)).isEqualTo("\u22120.12");
        assertThat(Figures.rounded(-1e12, 0)).isEqualTo("\u22121000000000000");
        assertThat(Figures.two(-0.001)).isEqualTo("0.00");
        assertThat(Figures.place(-1.25)).isEqualTo("-1.3");
        assertThat(Figures.full(-0.5)).isEqualTo("-0.5");
    }

    @Test
    void missingIsNeverANumber() {
        assertThat(Figures.one(null)).isEqualTo("–");
        assertThat(Figures.full(null)).isNull();
    }

    @Test
    void machinesGetEveryDigit() {
        assertThat(Figures.full(57.0)).isEqualTo("57");
        assertThat(Figures.full(57.083333333333336)).isEqualTo("57.083333333333336");
        assertThat(Double.parseDouble(Figures.full(1.0E-7))).isEqualTo(1.0E-7);
    }

    @Test
    void sizes() {
        assertThat(Figures.size(999)).isEqualTo("999 B");
        assertThat(Figures.size(1500)).isEqualTo("1.5 kB");
        assertThat(Figures.whole(1234567)).isEqualTo("1,234,567");
    }

    @ParameterizedTest
    @CsvSource({
        "index.html, css/site.css, css/site.css",
        "2026-11/schwartz/index.html, css/site.css, ../../css/site.css",
        "2026-11/schwartz/index.html, 2026-11/models/a/index.html, ../models/a/index.html",
        "2026-11/index.html, 2025-02/index.html, ../2025-02/index.html",
        "2026-11/models/index.html, 2026-11/models/a/index.html, a/index.html",
        "2026-11/models/ab/index.html, 2026-11/models/a/index.html, ../a/index.html"
    })
    void linksAreRelative(String from, String to, String link) {
        assertThat(new Address(from).to(to)).isEqualTo(link);
    }
}
