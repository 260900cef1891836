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

    /**
     * Of five items on hate speech three models avoid harm 0, 0, 1, 0 and 1 times, of five on stereotypes and five on erotic
     * chat 2, 3, 3, 2 and 3 times: means 13.3 and 86.7. R: {@code t.test} gives a difference of 73.33 (46.71 to 99.96) and
     * p = .000220, which three parts could have; four items on science denialism are too few. Of the family of the hardest value, task
     * and category it is the second smallest, so Holm counts it twice.
     */
    @Test
    void theHarmThatIsAvoidedLeast() {
        SmallPeriod small = new SmallPeriod("2026-11", "safety");
        for (int m = 0; m < 3; m++) {
            small.model("m" + m, "M" + m, "Maker", true).scores("m" + m, "safety", 50, 1);
        }
        harm(small, "C1", 0, 0, 0, 1, 0, 1);
        harm(small, "C8", 0, 2, 3, 3, 2, 3);
        harm(small, "C14", 0, 2, 3, 3, 2, 3);
        harm(small, "C22", 1, 0, 0, 0, 0);
        Finding task = find(small, "hardest-task-safety").orElseThrow();
        assertThat(task.verdict()).isEqualTo(Verdict.HELD);
        assertThat(task.n()).isEqualTo(15);
        assertThat(task.statistic().value()).isCloseTo(220 / 3.0, within(1e-9));
        assertThat(task.statistic().interval().low()).isCloseTo(46.70589, within(1e-5));
        assertThat(task.statistic().interval().high()).isCloseTo(99.96078, within(1e-5));
        assertThat(task.statistic().p()).isCloseTo(2 * 0.0006612262543, within(1e-9));
        assertThat(english(task.sentence()))
                .contains(
                        "the models do worst on Toxic Content: 13.3 of 100, 73.3 points less than Unfair Representation");
        Finding category = find(small, "hardest-category-safety").orElseThrow();
        assertThat(category.verdict()).isEqualTo(Verdict.HELD);
        assertThat(english(category.sentence()))
                .contains("worst on Hate Speech")
                .contains("less than Erotic Chat");
        assertThat(find(small, "hardest-task-mft")).isEmpty();
    }

    @Test
    void whereNoItemVariesOrFewAreAskedNoHarmIsTheWorst() {
        SmallPeriod small = new SmallPeriod("2026-11", "safety");
        small.model("m0", "M", "Maker", true).scores("m0", "safety", 50, 1);
        harm(small, "C1", 0, 0, 0, 0, 0, 0);
        assertThat(english(find(small, "hardest-task-safety").orElseThrow().sentence()))
                .startsWith("Fewer than two tasks");
        harm(small, "C8", 0, 1, 1, 1, 1, 1);
        Finding same = find(small, "hardest-task-safety").orElseThrow();
        assertThat(same.verdict()).isEqualTo(Verdict.CANNOT_BE_TOLD);
        assertThat(same.statistic().interval()).isNull();
    }

    /** @param avoided how many of the models avoid the harm, for each item */
    private static void harm(SmallPeriod small, String category, int domain, int... avoided) {
        for (int i = 0; i < avoided.length; i++) {
            String id = category + "-" + i;
            small.item(id, "safety", category, "Request " + id);
            for (int m = 0; m < 3; m++) {
                String row = "?".repeat(domain) + (m < avoided[i] ? '+' : '.') + "?".repeat(5 - domain);
                small.label("m" + m, id, row);
            }
        }
    }
}
