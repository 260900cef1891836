package dev.valuecompass.pipeline.items;

import dev.valuecompass.items.SetFigures;
import dev.valuecompass.pipeline.Pipeline;
import dev.valuecompass.pipeline.RunReport;
import dev.valuecompass.pipeline.setup.RunSetting;
import dev.valuecompass.scores.ItemEntropy;
import dev.valuecompass.snapshot.EvolutionRecord;
import dev.valuecompass.snapshot.ItemRecord;
import dev.valuecompass.snapshot.LabelRecord;
import dev.valuecompass.snapshot.PeriodRecord;
import dev.valuecompass.snapshot.store.PeriodStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * The same as {@link EvolutionBench}, smaller, through the whole program and its embedded recogniser: {@code java -cp …
 * RecognisedEvolutionBench [seeds] [folder] [systems]}. Two leaderboards of the twelve invented models ask sixty items each,
 * one those of the pool, the other those that evolved; {@code items-recognised.csv} says how entropic the answers to either
 * are, whether the reward foretold that on other models, and how many pairs of models on a value either tells apart.
 */
public final class RecognisedEvolutionBench {
    private static final int ITEMS = 60;
    private static final Map<String, String> PLANS = Map.of(
            "schwartz", "budget: 60, topics: 30",
            "mft", "budget: 90, topics: 45",
            "unique", "budget: 90, topics: 45",
            "safety", "budget: 90, topics: 45");

    private RecognisedEvolutionBench() {}

    public static void main(String[] args) throws IOException {
        int seeds = args.length > 0 ? Integer.parseInt(args[0]) : 3;
        Path to = Path.of(args.length > 1 ? args[1] : "docs/studies");
        List<String> systems = args.length > 2
                ? List.of(args).subList(2, args.length)
                : List.of("schwartz", "mft", "unique", "safety");
        StringBuilder csv =
                new StringBuilder("system,seed,poolItems,newItems,poolEntropy,newEntropy,checked,correlation,"
                        + "pairs,apartByPool,apartByEvolved\n");
        for (String system : systems) {
            for (int seed = 0; seed < seeds; seed++) {
                PeriodRecord pool = run(system, "", seed);
                PeriodRecord evolved = run(system, ", anchors: 0, floor: 0, evolve: {" + PLANS.get(system) + "}", seed);
                EvolutionRecord way = evolved.snapshot().systems().get(0).evolution();
                List<ItemRecord> fresh = evolved.items().stream()
                        .filter(line -> !SetFigures.initial(line.item()))
                        .toList();
                String row = String.format(
                        Locale.ROOT,
                        "%s,%d,%d,%d,%.3f,%.3f,%d,%s,%d,%d,%d%n",
                        system,
                        seed,
                        pool.items().size(),
                        fresh.size(),
                        entropy(pool.items()),
                        entropy(fresh),
                        way.check().items(),
                        way.check().correlation(),
                        pairs(evolved),
                        apart(pool),
                        apart(evolved));
                csv.append(row);
                System.out.print(row);
                Files.writeString(to.resolve("items-recognised.csv"), csv);
            }
        }
    }

    private static PeriodRecord run(String system, String evolve, long seed) throws IOException {
        Path home = Files.createTempDirectory("recognised");
        RunSetting setting = BenchLeaderboard.setting(home, system, "items: " + ITEMS + evolve, seed);
        RunReport report = new Pipeline(setting, Map.of(), "bench", line -> {}).run(home.resolve("public"), false);
        if (!report.complete()) {
            throw new IllegalStateException(report.text());
        }
        return new PeriodStore(home).read(BenchLeaderboard.PERIOD);
    }

    /** Mean over the items of the mean over their values, over the most there could be. */
    private static double entropy(List<ItemRecord> items) {
        return items.stream()
                .mapToDouble(line -> line.entropy().values().stream()
                        .filter(Objects::nonNull)
                        .mapToDouble(ItemEntropy::normalised)
                        .average()
                        .orElse(0))
                .average()
                .orElse(Double.NaN);
    }

    private static int pairs(PeriodRecord period) {
        int models = period.labels().size();
        return models
                * (models - 1)
                / 2
                * period.snapshot().systems().get(0).system().dimensions().size();
    }

    /** Of all pairs of models on all values, how many the labels tell apart; an item that one of them did not answer counts 0. */
    private static int apart(PeriodRecord period) {
        List<Map<String, String>> labels = period.labels().values().stream()
                .map(rows ->
                        rows.stream().collect(Collectors.toMap(LabelRecord::item, LabelRecord::labels, (a, b) -> a)))
                .toList();
        List<String> values = period.snapshot().systems().get(0).system().dimensionIds();
        List<Double> p = new ArrayList<>();
        for (int value = 0; value < values.size(); value++) {
            int at = value;
            List<String> items = period.items().stream()
                    .map(ItemRecord::item)
                    .filter(item -> item.dimensions().contains(values.get(at)))
                    .map(item -> item.id())
                    .toList();
            for (int a = 0; a < labels.size(); a++) {
                for (int b = a + 1; b < labels.size(); b++) {
                    Map<String, String> one = labels.get(a);
                    Map<String, String> other = labels.get(b);
                    p.add(EvolvedItemsSeparateTest.p(items.stream()
                            .mapToDouble(item -> shown(one, item, at) - shown(other, item, at))
                            .toArray()));
                }
            }
        }
        return EvolvedItemsSeparateTest.significant(
                p.stream().mapToDouble(one -> one).toArray());
    }

    private static int shown(Map<String, String> labels, String item, int value) {
        return labels.getOrDefault(item, "?".repeat(value + 1)).charAt(value) == '+' ? 1 : 0;
    }
}
