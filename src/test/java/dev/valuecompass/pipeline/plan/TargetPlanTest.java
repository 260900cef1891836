package dev.valuecompass.pipeline.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.valuecompass.io.DataFolder;
import dev.valuecompass.items.Item;
import dev.valuecompass.items.Provenance;
import dev.valuecompass.pipeline.items.ItemSets;
import dev.valuecompass.scores.Interval;
import dev.valuecompass.scores.validity.Grade;
import dev.valuecompass.scores.validity.Reliability;
import dev.valuecompass.scores.validity.SystemValidity;
import dev.valuecompass.scores.validity.ValueValidity;
import dev.valuecompass.snapshot.PeriodValidity;
import dev.valuecompass.value.Theory;
import dev.valuecompass.value.ValueSystem;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What a wanted reliability would take: 20 items on care, 10 on fairness and 10 on both, two models at 0.01 $ an answer. */
class TargetPlanTest {
    private static final ValueSystem MFT =
            Theory.load(DataFolder.over(Path.of("data"))).system("mft");
    private static final String CARE = MFT.dimensionIds().get(0);
    private static final String FAIRNESS = MFT.dimensionIds().get(1);

    private static ItemSets set() {
        List<Item> items = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            items.add(new Item(
                    "q" + i,
                    "mft",
                    i < 20 ? List.of(CARE) : i < 30 ? List.of(FAIRNESS) : List.of(CARE, FAIRNESS),
                    "",
                    "A story begins " + i,
                    false,
                    new Provenance("pool", "", "", "", "", Map.of())));
        }
        return new ItemSets(MFT, items);
    }

    private static List<Plan.Stage> stages(BigDecimal dollars) {
        return List.of(PlanStageFields.builder()
                .stage("answers")
                .model("two models")
                .system("mft")
                .free(false)
                .calls(80)
                .stored(0)
                .promptTokens(0)
                .completionTokens(0)
                .dollars(dollars)
                .most(dollars)
                .oneByOne(null)
                .hours(1)
                .build());
    }

    private static ValueValidity of(String value, double coefficient, int items) {
        return new ValueValidity(
                value,
                Grade.WEAK,
                ValueValidity.Check.RELIABILITY,
                Map.of(),
                new Reliability(5, 10, items, coefficient, new Interval(0, 1, 0.9), 3, null),
                null,
                null,
                null);
    }

    private static TargetPlan plan(double target, BigDecimal dollars, ValueValidity... values) {
        PeriodValidity told = new PeriodValidity(
                1,
                "2026-10",
                1,
                false,
                List.of(new SystemValidity("mft", 5, null, Grade.UNKNOWN, null, null, List.of(values), List.of())));
        return TargetPlan.of(
                List.of(set()), stages(dollars), values.length == 0 ? Optional.empty() : Optional.of(told), target);
    }

    /** Spearman and Brown: from .5 with 30 items to .8 takes four times as many, from .8 with 20 to .8 as many. */
    @Test
    void itemsAreThoseOfTheLastPeriodAndCostWhatTheyCostHere() {
        TargetPlan plan = plan(0.8, BigDecimal.valueOf(0.8), of(CARE, 0.5, 30), of(FAIRNESS, 0.8, 20));
        TargetPlan.ValueNeed care = plan.values().get(0);
        assertThat(care.asked()).isEqualTo(30);
        assertThat(care.needed()).isEqualTo(120);
        assertThat(care.calls()).isEqualTo(240);
        assertThat(care.dollars()).isEqualByComparingTo("2.4");
        assertThat(plan.values().get(1).needed()).isEqualTo(20);
        // Items on care, on both: four times as many; on fairness alone as many as now.
        assertThat(plan.systems().get(0).items()).isEqualTo(4 * 30 + 10);
        assertThat(plan.text()).contains("reliability is that of period 2026-10", "0.50", "120");
    }

    /** One item of .05: .8 · .95 / (.05 · .2) = 76 items. */
    @Test
    void priorStandsInWhereNoPeriodTells() {
        TargetPlan plan = plan(0.8, null);
        assertThat(plan.period()).isNull();
        assertThat(plan.values()).allSatisfy(value -> {
            assertThat(value.needed()).isEqualTo(76);
            assertThat(value.measured()).isNull();
            assertThat(value.dollars()).isNull();
        });
        assertThat(plan.text()).contains("taken to correlate by 0.05", "unknown");
        double one = TargetPlan.PRIOR_CORRELATION;
        assertThat(Reliability.lengthened(one, 76)).isCloseTo(0.8, within(1e-9));
    }

    @Test
    void valueThatTellsNothingTakesNoNumberOfItems() {
        TargetPlan plan = plan(0.8, BigDecimal.ONE, of(CARE, -0.2, 30), of(FAIRNESS, 0.5, 20));
        assertThat(plan.values().get(0).needed()).isNull();
        assertThat(plan.systems().get(0).unreachable()).containsExactly(CARE);
        assertThat(plan.text()).contains("none", "no number of such items would do");
    }
}
