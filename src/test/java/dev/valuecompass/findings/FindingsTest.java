package dev.valuecompass.findings;

import static dev.valuecompass.findings.Spoken.english;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.valuecompass.site.SmallPeriod;
import dev.valuecompass.snapshot.PeriodRecord;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class FindingsTest {
    /** Eight models on Moral Foundations, every score with an interval of ±2; the first four are open. */
    private static SmallPeriod models(String period, double... means) {
        SmallPeriod small = new SmallPeriod(period, "mft");
        for (int m = 0; m < means.length; m++) {
            small.model("m" + m, "M" + m, "Maker", m < 4).scores("m" + m, "mft", means[m], 0);
        }
        return small;
    }

    /** The lowest mean is 93 and its bounds 91 and 95: above 90. At 91 they are 89 and 93: cannot be told. At 87: not. */
    @Test
    void aCeilingHeedsIntervals() {
        assertThat(finding(models("2026-11", 93, 95, 99), "ceiling-mft").verdict())
                .isEqualTo(Verdict.HELD);
        assertThat(finding(models("2026-11", 91, 95, 99), "ceiling-mft").verdict())
                .isEqualTo(Verdict.CANNOT_BE_TOLD);
        Finding broken = finding(models("2026-11", 87, 95, 99), "ceiling-mft");
        assertThat(broken.verdict()).isEqualTo(Verdict.NOT_HELD);
        assertThat(broken.statistic().value()).isEqualTo(87);
        assertThat(broken.n()).isEqualTo(3);
        assertThat(finding(models("2026-11", 67, 20), "room-mft").verdict()).isEqualTo(Verdict.HELD);
        assertThat(finding(models("2026-11", 69, 20), "room-mft").verdict()).isEqualTo(Verdict.CANNOT_BE_TOLD);
        assertThat(finding(models("2026-11", 72, 20), "room-mft").verdict()).isEqualTo(Verdict.NOT_HELD);
    }

    /** All four open ones above all four others: U = 16, delta 1, p = 2/C(8, 4) = 0.02857. */
    @Test
    void groupsThatAreApart() {
        Finding found = finding(models("2026-11", 80, 81, 82, 83, 40, 41, 42, 43), "open-and-proprietary-mft");
        assertThat(found.verdict()).isEqualTo(Verdict.HELD);
        assertThat(found.statistic().value()).isEqualTo(1);
        assertThat(found.statistic().p()).isCloseTo(2 / 70.0, within(1e-12));
        assertThat(english(found.sentence())).contains("open models have higher means than the proprietary models");
    }

    @Test
    void fewModelsTellNothing() {
        Finding found = finding(models("2026-11", 80, 81, 40, 41, 60, 61), "open-and-proprietary-mft");
        assertThat(found.verdict()).isEqualTo(Verdict.CANNOT_BE_TOLD);
        assertThat(english(finding(models("2026-11", 80, 81), "open-and-proprietary-mft")
                        .sentence()))
                .contains("Fewer than two");
    }

    /** The profile falls from benevolence to power in the baseline's very order: Spearman 1 over ten values. */
    @Test
    void theOrderOfValues() {
        SmallPeriod small = new SmallPeriod("2026-11", "schwartz");
        small.model("m", "M", "Maker", true).scores("m", "schwartz", 50, 0);
        assertThat(finding(small, "value-order-schwartz").verdict())
                .as("a flat profile has no order")
                .isEqualTo(Verdict.CANNOT_BE_TOLD);
        SmallPeriod rising = new SmallPeriod("2026-11", "schwartz");
        rising.model("m", "M", "Maker", true).scores("m", "schwartz", 10, 5);
        Finding found = finding(rising, "value-order-schwartz");
        // Ranks along the circle 1 … 10 against those of the baseline 9, 3, 4, 5, 1, 7, 6, 2, 10, 8: Σd² = 126.
        assertThat(found.statistic().value()).isCloseTo(1 - 6 * 126 / 990.0, within(1e-9));
        assertThat(found.verdict()).isEqualTo(Verdict.CANNOT_BE_TOLD);
        assertThat(found.n()).isEqualTo(10);
    }

    @Test
    void everyFindingHasAnIdASentenceAndAMethod() {
        PeriodRecord period = models("2026-11", 80, 81, 82, 83, 40, 41, 42, 43).build();
        List<Finding> findings = Findings.of(period, Optional.empty(), SmallPeriod.THEORY);
        assertThat(findings).allSatisfy(finding -> {
            assertThat(finding.id()).matches("[a-z0-9][a-z0-9-]*");
            assertThat(english(finding.sentence())).endsWith(".").doesNotContain("NaN", "null");
            assertThat(english(finding.method())).isNotBlank();
            assertThat(english(finding.unit())).isNotBlank();
            assertThat(finding.sentence().in(Spoken.CHINESE)).endsWith("。").doesNotContain("{");
        });
        assertThat(Findings.of(period, Optional.empty(), SmallPeriod.THEORY)).isEqualTo(findings);
    }

    /**
     * Ten shared items; two models answer each with one value of five expressed before and three now: +40 points on every
     * item, so p is 0.
     */
    @Test
    void driftOnItemsThatWereCarriedOver() {
        PeriodRecord before = answered("2026-10", "+....").build();
        PeriodRecord after = answered("2026-11", "+++..").build();
        Finding found = Findings.of(after, Optional.of(before), SmallPeriod.THEORY).stream()
                .filter(one -> one.id().equals("anchor-drift-mft"))
                .findFirst()
                .orElseThrow();
        assertThat(found.verdict()).isEqualTo(Verdict.HELD);
        assertThat(found.statistic().value()).isCloseTo(40, within(1e-9));
        assertThat(found.n()).isEqualTo(10);
        assertThat(Findings.of(before, Optional.of(before), SmallPeriod.THEORY))
                .anySatisfy(one -> assertThat(one.id() + " " + one.verdict()).isEqualTo("anchor-drift-mft NOT_HELD"));
    }

    /** The same figures as {@link #groupsThatAreApart}; names come from the language, figures are the same. */
    @Test
    void aFindingIsToldInTheLanguageOfItsReader() {
        Finding found = finding(models("2026-11", 80, 81, 82, 83, 40, 41, 42, 43), "open-and-proprietary-mft");
        assertThat(english(found.sentence()))
                .isEqualTo("On Moral Foundations the open models have higher means than the proprietary models"
                        + " (Cliff's delta 1.00, p = 0.029).");
        assertThat(found.sentence().in(Spoken.CHINESE))
                .isEqualTo("在“Moral Foundations”上，开放模型的平均分高于专有模型（克利夫 δ 为 1.00，p = 0.029）。");
        assertThat(english(found.unit())).isEqualTo("models, 4 of them open");
        assertThat(found.unit().in(Spoken.CHINESE)).isEqualTo("个模型，其中开放模型 4 个");
    }

    private static SmallPeriod answered(String period, String labels) {
        SmallPeriod small = models(period, 50, 60);
        for (int i = 0; i < 10; i++) {
            small.item("q" + i, "mft", "What happened on day " + i + "?");
            small.label("m0", "q" + i, labels).label("m1", "q" + i, labels);
        }
        return small;
    }

    private static Finding finding(SmallPeriod period, String id) {
        return Findings.of(period.build(), Optional.empty(), SmallPeriod.THEORY).stream()
                .filter(one -> one.id().equals(id))
                .findFirst()
                .orElseThrow();
    }
}
