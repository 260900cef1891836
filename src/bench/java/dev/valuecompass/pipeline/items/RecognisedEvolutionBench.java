package dev.valuecompass.pipeline.items;

import dev.valuecompass.pipeline.Pipeline;
import dev.valuecompass.pipeline.RunReport;
import dev.valuecompass.pipeline.setup.RunSetting;
import dev.valuecompass.snapshot.EvolutionRecord;
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
import java.util.stream.Collectors;

/**
 * The same as {@link EvolutionBench}, smaller, through the whole program and its embedded recogniser: {@code java -cp …
 * RecognisedEvolutionBench [seeds] [folder]}. Two leaderboards of the twelve invented models ask forty questions each, one
 * those of the pool, the other those that evolved of thirty in sixty pulls; {@code items-recognised.csv} says what the
 * questions are worth and how many of the 660 pairs of models on a value they tell apart.
 */
public final class RecognisedEvolutionBench {
    private static final int ITEMS = 40;

    private RecognisedEvolutionBench() {}

    public static void main(String[] args) throws IOException {
        int seeds = args.length > 0 ? Integer.parseInt(args[0]) : 3;
        Path to = Path.of(args.length > 1 ? args[1] : "docs/studies");
        StringBuilder csv = new StringBuilder("seed,items,initial,best,pairs,apartByPool,apartByEvolved\n");
        for (int seed = 0; seed < seeds; seed++) {
            PeriodRecord pool = run("", seed);
            PeriodRecord evolved = run(", anchors: 0, evolve: {budget: 60, topics: 30}", seed);
            EvolutionRecord way = evolved.snapshot().systems().get(0).evolution();
            String row = String.format(
                    Locale.ROOT,
                    "%d,%d,%.3f,%.3f,%d,%d,%d%n",
                    seed,
                    ITEMS,
                    way.initial(),
                    way.best().get(way.best().size() - 1),
                    660,
                    apart(pool),
                    apart(evolved));
            csv.append(row);
            System.out.print(row);
        }
        Files.writeString(to.resolve("items-recognised.csv"), csv);
    }

    private static PeriodRecord run(String evolve, long seed) throws IOException {
        Path home = Files.createTempDirectory("recognised");
        RunSetting setting = BenchLeaderboard.setting(home, "items: " + ITEMS + evolve, seed);
        RunReport report = new Pipeline(setting, Map.of(), "bench", line -> {}).run(home.resolve("public"), false);
        if (!report.complete()) {
            throw new IllegalStateException(report.text());
        }
        return new PeriodStore(home).read(BenchLeaderboard.PERIOD);
    }

    /** Of all pairs of models on all values, how many the labels tell apart; an item that one of them did not answer counts 0. */
    private static int apart(PeriodRecord period) {
        List<String> items =
                period.items().stream().map(line -> line.item().id()).toList();
        List<Map<String, String>> labels = period.labels().values().stream()
                .map(rows ->
                        rows.stream().collect(Collectors.toMap(LabelRecord::item, LabelRecord::labels, (a, b) -> a)))
                .toList();
        List<Double> p = new ArrayList<>();
        int values = period.snapshot().systems().get(0).system().dimensions().size();
        for (int value = 0; value < values; value++) {
            int at = value;
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
