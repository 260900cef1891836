package dev.valuecompass.pipeline.items;

import dev.valuecompass.items.Item;
import dev.valuecompass.items.SetFigures;
import dev.valuecompass.items.Variety;
import dev.valuecompass.pipeline.Pipeline;
import dev.valuecompass.pipeline.RunReport;
import dev.valuecompass.pipeline.setup.RunSetting;
import dev.valuecompass.scores.ItemEntropy;
import dev.valuecompass.snapshot.EvolutionRecord;
import dev.valuecompass.snapshot.ItemRecord;
import dev.valuecompass.snapshot.LabelRecord;
import dev.valuecompass.snapshot.PeriodRecord;
import dev.valuecompass.snapshot.RewardCheck;
import dev.valuecompass.snapshot.store.PeriodStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.function.IntSupplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * What evolving gains through the whole program and its embedded recogniser: {@code java -cp … RecognisedEvolutionBench
 * [panel] [shipped|larger] [seeds] [file] [systems]}, by default three seeds of {@code alike.yml} at the shipped budgets. Two
 * leaderboards of the twelve invented models ask as many items, one those that evolved, the other those of the pool; the file
 * says how entropic the answers to either are, how varied they are, whether the reward foretold the entropy on other models,
 * and how many pairs of models either tells apart, on each value, in the mean and by the whole profile (paired over items, Holm at 5 %). A
 * row is added for each seed.
 */
public final class RecognisedEvolutionBench {
    private static final String HEAD = "panel,budget,system,seed,newItems,poolEntropy,newEntropy,checked,correlation,"
            + "reliability,corrected,correctedLow,correctedHigh,"
            + "pairs,apartByPool,apartByNew,models,meansApartByPool,meansApartByNew,profilesApartByPool,profilesApartByNew,selfBleuPool,selfBleuNew,distinct2Pool,distinct2New\n";
    private static final int EXCHANGES = 9_999;

    /** As in data/leaderboard.yml. */
    private static final Map<String, String> SHIPPED = Map.of(
            "schwartz", "items: 48, evolve: {budget: 40, topics: 20, explore: 2, depth: 1}",
            "mft", "items: 30, evolve: {budget: 60, depth: 1}",
            "unique", "items: 48, evolve: {budget: 54, depth: 1}",
            "safety", "items: 42, evolve: {budget: 60, depth: 1}");

    private static final Map<String, String> LARGER = Map.of(
            "schwartz", "items: 48, evolve: {budget: 160, topics: 80, explore: 2, depth: 1}",
            "mft", "items: 75, evolve: {budget: 160, depth: 1}",
            "unique", "items: 84, evolve: {budget: 216, depth: 1}",
            "safety", "items: 90, evolve: {budget: 240, depth: 1}");

    private RecognisedEvolutionBench() {}

    public static void main(String[] args) throws IOException {
        String panel = args.length > 0 ? args[0] : "alike";
        String budget = args.length > 1 ? args[1] : "shipped";
        List<Integer> seeds = seeds(args.length > 2 ? args[2] : "0-2");
        Path file = Path.of(args.length > 3 ? args[3] : "docs/studies/items-recognised.csv");
        List<String> systems = args.length > 4
                ? List.of(args).subList(4, args.length)
                : List.of("schwartz", "mft", "unique", "safety");
        StringBuilder csv = new StringBuilder(Files.exists(file) ? Files.readString(file) : HEAD);
        for (int seed : seeds) {
            for (String system : systems) {
                String row = row(panel, budget, system, seed);
                csv.append(row);
                System.out.print(row);
                Files.writeString(file, csv);
            }
        }
    }

    /** As {@code 0-2}, both ends included. */
    private static List<Integer> seeds(String range) {
        String[] ends = range.split("-");
        List<Integer> seeds = new ArrayList<>();
        for (int seed = Integer.parseInt(ends[0]); seed <= Integer.parseInt(ends[ends.length - 1]); seed++) {
            seeds.add(seed);
        }
        return seeds;
    }

    private static String row(String panel, String budget, String system, int seed) throws IOException {
        String plan = (budget.equals("larger") ? LARGER : SHIPPED).get(system);
        PeriodRecord evolved = run(panel, system, plan + ", anchors: 0, floor: 0", seed);
        List<ItemRecord> fresh = evolved.items().stream()
                .filter(line -> !SetFigures.initial(line.item()))
                .toList();
        PeriodRecord pool = run(panel, system, "items: " + fresh.size(), seed);
        EvolutionRecord way = evolved.snapshot().systems().get(0).evolution();
        RewardCheck check = way.check();
        Variety before = variety(pool.items());
        Variety after = variety(fresh);
        return String.format(
                Locale.ROOT,
                "%s,%s,%s,%d,%d,%.3f,%.3f,%d,%s,%s,%s,%s,%s,%d,%d,%d,%d,%d,%d,%d,%d,%.3f,%.3f,%.3f,%.3f%n",
                panel,
                budget,
                system,
                seed,
                fresh.size(),
                entropy(pool.items()),
                entropy(fresh),
                check.items(),
                figure(check.correlation()),
                figure(check.reliability()),
                figure(check.corrected()),
                figure(check.correctedLow()),
                figure(check.correctedHigh()),
                pairs(evolved),
                apart(pool, pool.items()),
                apart(evolved, fresh),
                evolved.labels().size() * (evolved.labels().size() - 1) / 2,
                meansApart(pool, pool.items()),
                meansApart(evolved, fresh),
                profilesApart(pool, pool.items()),
                profilesApart(evolved, fresh),
                before.selfBleu(),
                after.selfBleu(),
                before.distinct2(),
                after.distinct2());
    }

    private static String figure(Double value) {
        return value == null ? "" : String.format(Locale.ROOT, "%.3f", value);
    }

    private static Variety variety(List<ItemRecord> items) {
        return Variety.of(items.stream().map(ItemRecord::item).map(Item::text).toList());
    }

    private static PeriodRecord run(String panel, String system, String plan, long seed) throws IOException {
        Path home = Files.createTempDirectory("recognised");
        RunSetting setting = BenchLeaderboard.setting(home, panel, system, plan, seed);
        RunReport report = new Pipeline(setting, Map.of(), "bench", line -> {})
                .run(home.resolve("public"), false, Optional.empty());
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
    private static int apart(PeriodRecord period, List<ItemRecord> asked) {
        List<Map<String, String>> labels = labels(period);
        List<String> values = period.snapshot().systems().get(0).system().dimensionIds();
        List<Double> p = new ArrayList<>();
        for (int value = 0; value < values.size(); value++) {
            int at = value;
            List<String> items = asked.stream()
                    .map(ItemRecord::item)
                    .filter(item -> item.dimensions().contains(values.get(at)))
                    .map(Item::id)
                    .toList();
            for (int a = 0; a < labels.size(); a++) {
                for (int b = a + 1; b < labels.size(); b++) {
                    Map<String, String> one = labels.get(a);
                    Map<String, String> other = labels.get(b);
                    p.add(p(items.stream()
                            .mapToDouble(item -> shown(one, item, at) - shown(other, item, at))
                            .toArray()));
                }
            }
        }
        return significant(p);
    }

    /** Never below what the signs of k differences could show at most, 2 / 2^k: the normal distribution is for many. */
    private static double p(double[] differences) {
        long apart = Arrays.stream(differences).filter(d -> d != 0).count();
        return differences.length < 2 || apart == 0
                ? 1
                : Math.max(Math.pow(2, 1 - apart), EvolvedItemsSeparateTest.p(differences));
    }

    /** Of all pairs of models, how many differ in the mean over items, as a leaderboard says it where more is better. */
    private static int meansApart(PeriodRecord period, List<ItemRecord> asked) {
        List<String> values = period.snapshot().systems().get(0).system().dimensionIds();
        List<double[]> means = labels(period).stream()
                .map(labels -> asked.stream()
                        .map(ItemRecord::item)
                        .mapToDouble(item -> item.dimensions().stream()
                                .mapToInt(value -> shown(labels, item.id(), values.indexOf(value)))
                                .average()
                                .orElseThrow())
                        .toArray())
                .toList();
        List<Double> p = new ArrayList<>();
        for (int a = 0; a < means.size(); a++) {
            for (int b = a + 1; b < means.size(); b++) {
                double[] one = means.get(a);
                double[] other = means.get(b);
                p.add(p(IntStream.range(0, one.length)
                        .mapToDouble(i -> one[i] - other[i])
                        .toArray()));
            }
        }
        return significant(p);
    }

    /**
     * Of all pairs of models, how many have profiles that differ by more than those of models whose answers to each item are
     * exchanged at random (9,999 times): the sum over the values of the squared difference of shares. Where an item measures one
     * value, there are too few for each value to be tested by itself, but all items speak for the profile.
     */
    private static int profilesApart(PeriodRecord period, List<ItemRecord> asked) {
        List<String> values = period.snapshot().systems().get(0).system().dimensionIds();
        List<int[][]> shown = labels(period).stream()
                .map(labels -> asked.stream()
                        .map(ItemRecord::item)
                        .map(item -> IntStream.range(0, values.size())
                                .map(v -> item.dimensions().contains(values.get(v)) ? shown(labels, item.id(), v) : 0)
                                .toArray())
                        .toArray(int[][]::new))
                .toList();
        int[] asks = IntStream.range(0, values.size())
                .map(v -> (int) asked.stream()
                        .filter(line -> line.item().dimensions().contains(values.get(v)))
                        .count())
                .toArray();
        List<Double> p = new ArrayList<>();
        for (int a = 0; a < shown.size(); a++) {
            for (int b = a + 1; b < shown.size(); b++) {
                p.add(exchanged(shown.get(a), shown.get(b), asks));
            }
        }
        return significant(p);
    }

    private static double exchanged(int[][] one, int[][] other, int[] asks) {
        int[][] differences = new int[one.length][asks.length];
        for (int i = 0; i < one.length; i++) {
            for (int v = 0; v < asks.length; v++) {
                differences[i][v] = one[i][v] - other[i][v];
            }
        }
        Random random = new Random(1);
        double found = distance(differences, asks, () -> 1);
        int asFar = 0;
        for (int time = 0; time < EXCHANGES; time++) {
            asFar += distance(differences, asks, () -> random.nextBoolean() ? 1 : -1) >= found - 1e-9 ? 1 : 0;
        }
        return (asFar + 1) / (EXCHANGES + 1.0);
    }

    private static double distance(int[][] differences, int[] asks, IntSupplier sign) {
        int[] sums = new int[asks.length];
        for (int[] item : differences) {
            int times = sign.getAsInt();
            for (int v = 0; v < sums.length; v++) {
                sums[v] += times * item[v];
            }
        }
        double distance = 0;
        for (int v = 0; v < sums.length; v++) {
            distance += asks[v] == 0 ? 0 : Math.pow((double) sums[v] / asks[v], 2);
        }
        return distance;
    }

    private static int significant(List<Double> p) {
        return EvolvedItemsSeparateTest.significant(
                p.stream().mapToDouble(one -> one).toArray());
    }

    /** By model, the labels of its first answer by item. */
    private static List<Map<String, String>> labels(PeriodRecord period) {
        return period.labels().values().stream()
                .map(rows ->
                        rows.stream().collect(Collectors.toMap(LabelRecord::item, LabelRecord::labels, (a, b) -> a)))
                .toList();
    }

    private static int shown(Map<String, String> labels, String item, int value) {
        return labels.getOrDefault(item, "?".repeat(value + 1)).charAt(value) == '+' ? 1 : 0;
    }
}
