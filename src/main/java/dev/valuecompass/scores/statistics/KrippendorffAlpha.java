package dev.valuecompass.scores.statistics;

import dev.valuecompass.scores.Interval;
import dev.valuecompass.scores.Seeds;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.commons.math3.random.RandomGenerator;

/**
 * How far several raters agree beyond chance: Krippendorff's α for nominal labels (Krippendorff 2011, Computing
 * Krippendorff's alpha-reliability), for any number of raters, some of whom may be silent. It is the ceiling of what a machine
 * can agree with them.
 *
 * @param alpha 1 for full agreement, 0 for chance; null where all labels are alike or nothing has two raters
 * @param interval percentile bootstrap over groups, at 95 %; null where it cannot be told
 * @param units with two raters or more
 */
public record KrippendorffAlpha(Double alpha, Interval interval, int units) {
    private static final int DRAWS = 1_000;
    private static final double LEVEL = 0.95;
    private static final long SEED = 20_260_101;

    /**
     * What was rated.
     *
     * @param group units of one group are not independent: the prompt
     * @param labels a letter for each rater who said something
     */
    public record Unit(String group, String labels) {}

    /** @param units in any order; those with one rater say nothing */
    public static KrippendorffAlpha of(List<Unit> units) {
        Map<String, List<Unit>> byGroup = new TreeMap<>();
        units.stream()
                .filter(unit -> unit.labels().length() > 1)
                .forEach(unit -> byGroup.computeIfAbsent(unit.group(), group -> new ArrayList<>())
                        .add(unit));
        List<Coincidences> groups =
                byGroup.values().stream().map(Coincidences::of).toList();
        double[] drawn = new double[DRAWS];
        RandomGenerator random = Seeds.stream(SEED, "krippendorff");
        for (int draw = 0; draw < DRAWS; draw++) {
            Coincidences sum = new Coincidences();
            for (int i = 0; i < groups.size(); i++) {
                sum.add(groups.get(random.nextInt(groups.size())));
            }
            drawn[draw] = sum.alpha();
        }
        Coincidences all = new Coincidences();
        groups.forEach(all::add);
        boolean told = !Double.isNaN(all.alpha());
        return new KrippendorffAlpha(
                told ? all.alpha() : null,
                told && groups.size() > 1 ? Percentiles.interval(drawn, LEVEL) : null,
                byGroup.values().stream().mapToInt(List::size).sum());
    }

    /** How often two raters of a unit gave a pair of labels, each unit counting as its number of raters. */
    private static final class Coincidences {
        private final Map<Character, Double> totals = new TreeMap<>();
        private double alike;
        private double n;

        static Coincidences of(List<Unit> units) {
            Coincidences all = new Coincidences();
            units.forEach(unit -> all.add(unit.labels()));
            return all;
        }

        private void add(String labels) {
            int raters = labels.length();
            for (int i = 0; i < raters; i++) {
                totals.merge(labels.charAt(i), 1.0, Double::sum);
                for (int j = 0; j < raters; j++) {
                    alike += i != j && labels.charAt(i) == labels.charAt(j) ? 1.0 / (raters - 1) : 0;
                }
            }
            n += raters;
        }

        void add(Coincidences other) {
            other.totals.forEach((label, total) -> totals.merge(label, total, Double::sum));
            alike += other.alike;
            n += other.n;
        }

        /** NaN where chance alone would always agree. */
        double alpha() {
            double chance =
                    totals.values().stream().mapToDouble(c -> c * (c - 1)).sum() / (n - 1);
            return n < 2 || n - chance < 1e-9 ? Double.NaN : 1 - (n - alike) / (n - chance);
        }
    }
}
