package dev.valuecompass.io;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class DecimalsTest {
    /** Texts for models, whose digests are kept, and rates of what is under way: no figure that is published. */
    private static final Set<String> NO_FIGURES = Set.of(
            "GeneratorPrompt.java",
            "Explorer.java",
            "Marking.java",
            "ModelProgress.java",
            "RunReport.java",
            "Plan.java",
            "ScoreChecks.java",
            "CultureDoubts.java");

    /** Every score with two decimals that ends in 5: what a browser's {@code toFixed(1)} prints. */
    @Test
    void everyHalfIsRoundedAsInTheBrowser() {
        for (int hundredths = -10_005; hundredths <= 10_005; hundredths += 10) {
            double value = hundredths / 100.0;
            BigDecimal exact = new BigDecimal(value).setScale(1, RoundingMode.HALF_UP);
            assertThat(Decimals.of(value, 1)).isEqualTo((exact.signum() == 0 ? exact.abs() : exact).toPlainString());
        }
        assertThat(Decimals.of(99.55, 1))
                .as("99.55 is a little less than it looks")
                .isEqualTo("99.5");
        assertThat(Decimals.of(99.45, 1)).as("99.45 is a little more").isEqualTo("99.5");
        assertThat(Decimals.of(-0.04, 1)).isEqualTo("0.0");
    }

    /** Java's own formats round the shortest decimal form: 99.55 would read 99.6 there and 99.5 on a page. */
    @Test
    void noPublishedFigureIsRoundedInAnotherWay() throws IOException {
        Pattern rounds = Pattern.compile("%[-0-9,]*\\.[0-9]|\"%\\.\" \\+|DecimalFormat");
        Set<String> others = new TreeSet<>();
        try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
            for (Path file : files.filter(f -> f.toString().endsWith(".java")).toList()) {
                if (rounds.matcher(Files.readString(file)).find()) {
                    others.add(file.getFileName().toString());
                }
            }
        }
        assertThat(NO_FIGURES).containsAll(others);
    }
}
