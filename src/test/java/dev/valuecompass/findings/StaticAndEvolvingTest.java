package dev.valuecompass.findings;

import static dev.valuecompass.findings.Spoken.english;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.valuecompass.items.Item;
import dev.valuecompass.items.Provenance;
import dev.valuecompass.site.SmallPeriod;
import dev.valuecompass.snapshot.ItemRecord;
import dev.valuecompass.snapshot.PeriodRecord;
import dev.valuecompass.snapshot.SystemResult;
import dev.valuecompass.value.ValueSystem;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What evolved is told by the items of the period, whatever the file of a theory promises. */
class StaticAndEvolvingTest {
    private static final ValueSystem MFT = SmallPeriod.THEORY.system("mft");

    /** Two models and, of each of the five values, so many items of each kind; models conform to all static ones. */
    private static PeriodRecord period(String system, int pool, int anchors, int evolved, int conformedOf4) {
        ValueSystem theory = SmallPeriod.THEORY.system(system);
        SmallPeriod small = new SmallPeriod("2026-11", system);
        List<ItemRecord> items = new ArrayList<>();
        for (String model : List.of("one", "two")) {
            small.model(model, model, "Maker", true).scores(model, system, 50, 1);
        }
        for (int d = 0; d < theory.dimensions().size(); d++) {
            String dimension = theory.dimensionIds().get(d);
            for (int i = 0; i < pool + anchors + evolved; i++) {
                String id = dimension + "-" + i;
                boolean anchor = i >= pool && i < pool + anchors;
                String generator = i < pool ? "pool" : "denevil";
                items.add(new ItemRecord(
                        new Item(
                                id,
                                system,
                                List.of(dimension),
                                "c",
                                "Do " + id,
                                anchor,
                                new Provenance(generator, i < pool ? "" : "from-" + id, "", "", "2026-11", Map.of())),
                        Map.of()));
                for (String model : List.of("one", "two")) {
                    boolean conforms = i < pool + anchors || i % 4 < conformedOf4;
                    String row = " ".repeat(d)
                            + (conforms ? '+' : '-')
                            + " ".repeat(theory.dimensions().size() - d - 1);
                    small.label(model, id, row);
                }
            }
        }
        PeriodRecord built = small.build();
        return new PeriodRecord(built.snapshot(), items, built.labels(), built.cases());
    }

    private static List<Finding> found(PeriodRecord period) {
        return Findings.of(period, Optional.empty(), SmallPeriod.THEORY).stream()
                .filter(finding -> finding.id().startsWith("static-above-evolving"))
                .toList();
    }

    @Test
    void wherePoolItemsWereAskedNothingEvolvedThoughTheFileSaysSo() {
        assertThat(MFT.evolving()).isTrue();
        List<Finding> found = found(period("mft", 4, 0, 0, 0));
        assertThat(found).extracting(Finding::id).containsExactly("static-above-evolving-mft");
        assertThat(found.get(0).verdict()).isEqualTo(Verdict.CANNOT_BE_TOLD);
        assertThat(english(found.get(0).sentence()))
                .isEqualTo("No item of Moral Foundations was evolved for this period.");
    }

    /** Pool and anchors against what is new: all conform to the first, to the second half of the time. */
    @Test
    void evolvedItemsAreHeldAgainstPoolAndAnchorsOfTheSameSystem() {
        Finding found = found(period("mft", 4, 2, 8, 2)).get(0);
        assertThat(found.verdict()).isEqualTo(Verdict.HELD);
        assertThat(found.statistic().value()).isCloseTo(50, within(1e-9));
        assertThat(found.n()).isEqualTo(5 * 14);
        assertThat(english(found.unit())).isEqualTo("items, 40 of them evolved, on 70 topics");
        assertThat(english(found.sentence()))
                .contains(
                        "the same models score higher on pool and anchor items than on items evolved for this period");
        assertThat(found(period("mft", 4, 2, 8, 4)).get(0).verdict()).isNotEqualTo(Verdict.HELD);
        assertThat(english(found(period("mft", 0, 0, 8, 2)).get(0).sentence()))
                .contains("too few items are from the pool");
    }

    /** More is not better there, so it cannot be higher in any sense that matters. */
    @Test
    void nothingIsSaidOfSystemsWithoutANorm() {
        assertThat(found(period("unique", 4, 0, 8, 2))).isEmpty();
    }

    /** Of an import the source says which systems evolve; of both it must say it. */
    @Test
    void ofImportsTheSourceSaysIt() {
        SmallPeriod small = new SmallPeriod("2026-11", "mft", "safety", "unique");
        for (String model : List.of("one", "two", "three")) {
            small.model(model, model, "Maker", true);
            small.scores(model, "mft", 50, 1).scores(model, "unique", 20, 1);
        }
        small.scores("one", "safety", 90, 0).scores("two", "safety", 91, 0).scores("three", "safety", 92, 0);
        PeriodRecord unsaid = small.build();
        assertThat(english(found(unsaid).get(0).sentence())).contains("none is said to be static");
        Finding told = found(saying(unsaid, Map.of("mft", true, "safety", false, "unique", true)))
                .get(0);
        assertThat(told.id()).isEqualTo("static-above-evolving");
        assertThat(told.verdict()).isEqualTo(Verdict.HELD);
        assertThat(english(told.sentence()))
                .startsWith("Models score higher on Safety Taxonomy, of static items, than on Moral Foundations,");
    }

    private static PeriodRecord saying(PeriodRecord period, Map<String, Boolean> evolved) {
        return period.withSnapshot(period.snapshot()
                .withSystems(period.snapshot().systems().stream()
                        .map(result -> new SystemResult(
                                result.system(),
                                result.items(),
                                result.scores(),
                                evolved.get(result.system().id()),
                                null))
                        .toList()));
    }
}
