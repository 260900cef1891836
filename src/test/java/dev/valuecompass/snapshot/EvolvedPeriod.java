package dev.valuecompass.snapshot;

import dev.valuecompass.items.Item;
import dev.valuecompass.items.ItemVersion;
import dev.valuecompass.items.Provenance;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** {@link SamplePeriod#frozen} with items that evolved in four pulls, the first of which gave nothing. */
public final class EvolvedPeriod {
    private EvolvedPeriod() {}

    public static EvolutionRecord evolution() {
        return EvolutionRecordFields.builder()
                .method("adaem")
                .worth("stand-ins")
                .settings("{\"budget\":4}")
                .explorers(List.of("alpha"))
                .scorers(List.of("beta", "gamma"))
                .initial(4.5)
                .top(2)
                .rewards(List.of(0.0, 6.0, 22.0 / 3, 5.0))
                .best(Arrays.asList(null, 6.5, 8.0, 8.0))
                .topics(List.of(0, 1, 2, 2))
                .continues(null)
                .arms(null)
                .check(null)
                .mixture(null)
                .review(null)
                .build();
    }

    public static PeriodRecord frozen() {
        return with(evolution());
    }

    /** The same as this version freezes it. */
    public static PeriodRecord proven() {
        return with(SamplePeriod.proven(), evolution());
    }

    /** The same with two items from each of three topics, as a run of this version scores it. */
    public static PeriodRecord scored() {
        PeriodRecord proven = proven();
        List<ItemRecord> items = new ArrayList<>(proven.items());
        for (int i = 0; i < items.size(); i++) {
            Item item = items.get(i).item();
            Provenance p = item.provenance();
            items.set(
                    i,
                    items.get(i)
                            .with(item.from(new Provenance(
                                            p.generator(),
                                            "topic-" + (1 + i / 2),
                                            p.model(),
                                            p.promptDigest(),
                                            p.period(),
                                            p.rewards())
                                    .along(p.path()))));
        }
        return SamplePeriod.scored(
                new PeriodRecord(proven.snapshot(), List.copyOf(items), proven.labels(), proven.cases()));
    }

    public static PeriodRecord with(EvolutionRecord evolution) {
        return with(SamplePeriod.frozen(), evolution);
    }

    private static PeriodRecord with(PeriodRecord period, EvolutionRecord evolution) {
        PeriodRecord base = SamplePeriod.withSnapshot(
                period,
                s -> s.withSystems(s.systems().stream()
                        .map(result ->
                                new SystemResult(result.system(), result.items(), result.scores(), true, evolution))
                        .toList()));
        List<ItemRecord> items = new ArrayList<>(base.items());
        items.replaceAll(line -> line.with(evolved(line.item())));
        return new PeriodRecord(base.snapshot(), items, base.labels(), base.cases());
    }

    private static Item evolved(Item item) {
        Provenance from = new Provenance(
                        "adaem",
                        "topic-1",
                        "alpha",
                        "abc",
                        "2025-03",
                        Map.of("reward", 8.0, "valueDiversity", 10.0 / 3))
                .along(List.of(new ItemVersion("Is it right?", 5), new ItemVersion(item.text(), 20.0 / 3)));
        return item.from(from);
    }
}
