package dev.valuecompass.snapshot;

import dev.valuecompass.scores.Interval;
import dev.valuecompass.scores.statistics.RankCorrelation;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Whether what a round rewards is what items are for: what items were worth, held against how well they tell other models
 * apart, none of which had a say, by answers that nobody had seen.
 *
 * @param models ids of those other models
 * @param items so many were compared, half of them worth something; 0 where fewer than two other models could be asked
 * @param correlation Spearman's, of worth and entropy, in [−1, 1]; null when it cannot be told
 * @param low lower end of its 95 % interval; null when it cannot be told
 * @param high upper end; null as above
 */
public record RewardCheck(List<String> models, int items, Double correlation, Double low, Double high) {
    /** Other models that are asked at most. */
    public static final int MODELS = 5;
    /** Items that they are asked at most. */
    public static final int ITEMS = 60;

    private static final double LEVEL = 0.95;

    /** @param pairs of worth and entropy */
    public static RewardCheck of(List<String> models, List<double[]> pairs) {
        RankCorrelation found = RankCorrelation.of(
                pairs.stream().mapToDouble(pair -> pair[0]).toArray(),
                pairs.stream().mapToDouble(pair -> pair[1]).toArray(),
                LEVEL);
        Interval interval = found.interval();
        return Rounding.frozen(new RewardCheck(
                List.copyOf(models),
                pairs.size(),
                found.rho(),
                interval == null ? null : interval.low(),
                interval == null ? null : interval.high()));
    }

    /**
     * At most {@link #ITEMS}: half of them tell models apart and half do not, where there are so many of either, since most of
     * what a round makes may be worth nothing and cannot be ranked. Evenly spread over the ranks within each half.
     *
     * @param ranked by what they are worth
     * @param tells whether one is worth anything
     */
    public static <T> List<T> spread(List<T> ranked, Predicate<T> tells) {
        Map<Boolean, List<T>> halves = ranked.stream().collect(Collectors.partitioningBy(tells));
        int half = ITEMS / 2;
        int good = Math.min(
                halves.get(true).size(),
                Math.max(half, ITEMS - halves.get(false).size()));
        return Stream.of(spread(halves.get(true), good), spread(halves.get(false), ITEMS - good))
                .flatMap(List::stream)
                .toList();
    }

    private static <T> List<T> spread(List<T> ranked, int most) {
        int n = Math.min(most, ranked.size());
        return IntStream.range(0, n)
                .mapToObj(i -> ranked.get((int) ((2L * i + 1) * ranked.size() / (2L * n))))
                .toList();
    }
}
