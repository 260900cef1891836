package dev.valuecompass.findings;

import static dev.valuecompass.findings.Spoken.english;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.valuecompass.site.SmallPeriod;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Claims about single values, sizes and profiles, with figures worked out by hand. */
class ValueClaimsTest {
    private static Optional<Finding> find(SmallPeriod small, String id) {
        return Findings.of(small.build(), Optional.empty(), SmallPeriod.THEORY).stream()
                .filter(one -> one.id().equals(id))
                .findFirst();
    }

    /** Each value lies 5 points above the one before, give or take nothing: care is lowest in every model. */
    @Test
    void theValueThatIsMetLeast() {
        SmallPeriod small = new SmallPeriod("2026-11", "mft");
        for (int m = 0; m < 4; m++) {
            small.model("m" + m, "M" + m, "Maker", true).scores("m" + m, "mft", 40 + m, 5 + m % 2);
        }
        Finding found = find(small, "hardest-mft").orElseThrow();
        assertThat(found.verdict()).isEqualTo(Verdict.HELD);
        assertThat(found.statistic().value()).isCloseTo(5.5, within(1e-9));
        // Differences 5, 6, 5, 6: t = 5.5 / (0.5774 / 2) = 19.05, three degrees of freedom: p = .000316; times 5
        // values.
        assertThat(found.statistic().p()).isCloseTo(5 * 0.0003158, within(2e-5));
        assertThat(english(found.sentence())).contains("meet Care least: 5.5 points less than Fairness");
        SmallPeriod flat = new SmallPeriod("2026-11", "mft");
        for (int m = 0; m < 4; m++) {
            flat.model("m" + m, "M" + m, "Maker", true).scores("m" + m, "mft", 40 + m, m % 2 == 0 ? 5 : -5);
        }
        assertThat(find(flat, "hardest-mft").orElseThrow().verdict()).isEqualTo(Verdict.CANNOT_BE_TOLD);
    }

    /** Intervals of 90 % are ±2, so errors are 1.216: scores 3 points apart are pronounced, equal ones are not. */
    @Test
    void pronouncedProfilesAreToldFromFlatOnes() {
        SmallPeriod small = new SmallPeriod("2026-11", "schwartz");
        small.model("a", "A", "Maker", true).scores("a", "schwartz", 20, 3);
        small.model("b", "B", "Maker", true).scores("b", "schwartz", 50, 3);
        small.model("c", "C", "Maker", true).scores("c", "schwartz", 50, 0);
        Finding found = find(small, "pronounced-schwartz").orElseThrow();
        assertThat(found.verdict()).isEqualTo(Verdict.HELD);
        assertThat(found.statistic().value()).isCloseTo(2 / 3.0, within(1e-9));
        assertThat(english(found.sentence())).startsWith("2 of 3 models show some values of Basic Human Values");
        assertThat(find(small, "hardest-schwartz")).as("more is not better").isEmpty();
    }

    /** Models of one size are no pair. */
    @Test
    void sizeNeedsModelsOfOneFamilyThatDifferInIt() {
        SmallPeriod small = new SmallPeriod("2026-11", "mft");
        for (int m = 0; m < 4; m++) {
            small.model("m" + m, "M" + m, "Maker", true).scores("m" + m, "mft", 40 + m, 0);
        }
        assertThat(find(small, "size-mft").orElseThrow().verdict()).isEqualTo(Verdict.CANNOT_BE_TOLD);
    }

    /** All eight models order alike on both: rho is 1, and its interval lies above 0. */
    @Test
    void fairnessGoesWithToxicity() {
        SmallPeriod small = new SmallPeriod("2026-11", "mft", "safety");
        for (int m = 0; m < 8; m++) {
            small.model("m" + m, "M" + m, "Maker", true)
                    .scores("m" + m, "mft", 10 + 5 * m, 1)
                    .scores("m" + m, "safety", 20 + 5 * m, 1);
        }
        Finding found = find(small, "fairness-with-toxicity").orElseThrow();
        assertThat(found.verdict()).isEqualTo(Verdict.HELD);
        assertThat(found.n()).isEqualTo(8);
    }
}
