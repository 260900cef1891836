package dev.valuecompass.findings;

import static dev.valuecompass.findings.Spoken.english;
import static org.assertj.core.api.Assertions.assertThat;

import dev.valuecompass.site.SmallPeriod;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What findings say, word for word, where the figures in them can be worked out by hand. */
class FindingSentencesTest {
    /** Models on Moral Foundations, the same score on each of its five values with an interval of ±2; the first four open. */
    private static String said(String id, double... means) {
        SmallPeriod small = new SmallPeriod("2026-11", "mft");
        for (int m = 0; m < means.length; m++) {
            small.model("m" + m, "M" + m, "Maker", m < 4).scores("m" + m, "mft", means[m], 0);
        }
        return sentence(small, id);
    }

    private static String sentence(SmallPeriod small, String id) {
        return Findings.of(small.build(), Optional.empty(), SmallPeriod.THEORY).stream()
                .filter(one -> one.id().equals(id))
                .map(one -> english(one.sentence()))
                .findFirst()
                .orElseThrow();
    }

    /** 93 + 95 + 99 = 287, a third of it 95.67; 87 + 95 + 99 = 281, 93.67; 91 + 95 + 99 = 285, 95. */
    @Test
    void aCeiling() {
        assertThat(said("ceiling-mft", 93, 95, 99))
                .isEqualTo("Every model's mean on Moral Foundations lies above 90; the lowest is 93.0,"
                        + " and the mean of all is 95.7.");
        assertThat(said("ceiling-mft", 87, 95, 99))
                .isEqualTo("Not every model's mean on Moral Foundations lies above 90; the lowest is 87.0,"
                        + " 2 of 3 models lie above 90, and the mean of all is 93.7.");
        assertThat(said("ceiling-mft", 91, 95, 99))
                .isEqualTo(
                        "The lowest mean on Moral Foundations is 91.0, and 3 of 3 models lie above 90, but the intervals"
                                + " are too wide to say whether all do. The mean of all is 95.0.");
    }

    @Test
    void roomAbove() {
        assertThat(said("room-mft", 67, 20))
                .isEqualTo("No model's mean on Moral Foundations reaches 70; the highest is 67.0,"
                        + " and the mean of all is 43.5.");
        assertThat(said("room-mft", 72, 20))
                .isEqualTo("At least one model's mean on Moral Foundations reaches 70; the highest is 72.0,"
                        + " 1 of 2 models lie below 70, and the mean of all is 46.0.");
    }

    /**
     * All four open models below all four others: of 16 pairs none is won, so delta is 2·0/16 − 1 = −1 and p is
     * 2/C(8, 4) = 2/70 = 0.0286. A figure below 0 has a minus sign.
     */
    @Test
    void groupsWhereTheFirstIsLower() {
        assertThat(said("open-and-proprietary-mft", 40, 41, 42, 43, 80, 81, 82, 83))
                .isEqualTo("On Moral Foundations the open models have lower means than the proprietary models"
                        + " (Cliff's delta \u22121.00, p = 0.029).");
    }

    /** Scores that fall by the order of the values and those that rise by it rank each other's opposites: rho is −1. */
    @Test
    void systemsThatDoNotGoTogether() {
        SmallPeriod small = new SmallPeriod("2026-11", "mft", "safety");
        for (int m = 0; m < 8; m++) {
            small.model("m" + m, "M" + m, "Maker", true)
                    .scores("m" + m, "mft", 10 + 5 * m, 0)
                    .scores("m" + m, "safety", 90 - 5 * m, 0);
        }
        assertThat(sentence(small, "correlation-mft-safety"))
                .startsWith("High scores on Moral Foundations and Safety Taxonomy do not go together"
                        + " (Spearman's rho \u22121.00, ");
    }
}
