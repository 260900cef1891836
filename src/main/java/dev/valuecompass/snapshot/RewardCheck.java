package dev.valuecompass.snapshot;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.valuecompass.io.ByName;
import dev.valuecompass.scores.Interval;
import dev.valuecompass.scores.statistics.RankCorrelation;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
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
 * @param correlation Spearman's, of worth and the mean of two entropies, by an answer of each model to each, in [−1, 1]; null
 *     when it cannot be told
 * @param low lower end of its 95 % interval; null when it cannot be told
 * @param high upper end; null as above
 * @param reliability of that mean: the rank correlation r of both entropies, stepped up to 2r / (1 + r); null when it cannot be
 *     told or in periods that do not say
 * @param corrected the correlation over the root of the reliability (Spearman 1904), which it would have with endless answers;
 *     in [−1, 1]; null as above, and where the reliability is below .5
 * @param correctedLow lower end of its 95 % interval, by resampling of the items; null as above
 * @param correctedHigh upper end; null as above
 */
@ByName
public record RewardCheck(
        List<String> models,
        int items,
        Double correlation,
        Double low,
        Double high,
        @JsonInclude(JsonInclude.Include.NON_NULL) Double reliability,
        @JsonInclude(JsonInclude.Include.NON_NULL) Double corrected,
        @JsonInclude(JsonInclude.Include.NON_NULL) Double correctedLow,
        @JsonInclude(JsonInclude.Include.NON_NULL) Double correctedHigh) {
    /** Other models that are asked at most. */
    public static final int MODELS = 5;
    /** Items that they are asked at most. */
    private static final int ITEMS = 60;

    /** Fresh answers of each of them to each. */
    public static final int ANSWERS = 2;

    private static final double LEVEL = 0.95;
    private static final int RESAMPLES = 1_000;
    /** Below it the check is mostly chance, and what is divided by it says nothing. */
    private static final double LEAST_RELIABILITY = 0.5;

    /**
     * What was measured of an item.
     *
     * @param worth by which it was chosen
     * @param first entropy of what the other models show, by one answer of each
     * @param second the same by another answer of each
     */
    public record Measured(double worth, double first, double second) {}

    public static RewardCheck of(List<String> models, List<Measured> measured) {
        RankCorrelation found = correlation(measured);
        Interval interval = found.interval();
        Double reliability = reliability(measured);
        Double corrected = corrected(found.rho(), reliability, LEAST_RELIABILITY);
        double[] resampled = corrected == null ? new double[0] : resampled(measured);
        return Rounding.frozen(RewardCheckFields.builder()
                .models(List.copyOf(models))
                .items(measured.size())
                .correlation(found.rho())
                .low(interval == null ? null : interval.low())
                .high(interval == null ? null : interval.high())
                .reliability(reliability)
                .corrected(corrected)
                .correctedLow(end(resampled, (1 - LEVEL) / 2))
                .correctedHigh(end(resampled, (1 + LEVEL) / 2))
                .build());
    }

    private static RankCorrelation correlation(List<Measured> measured) {
        return RankCorrelation.of(
                measured.stream().mapToDouble(Measured::worth).toArray(),
                measured.stream()
                        .mapToDouble(one -> (one.first() + one.second()) / 2)
                        .toArray(),
                LEVEL);
    }

    /** Null when it cannot be told, or both entropies have nothing in common. */
    private static Double reliability(List<Measured> measured) {
        Double once = RankCorrelation.of(
                        measured.stream().mapToDouble(Measured::first).toArray(),
                        measured.stream().mapToDouble(Measured::second).toArray(),
                        LEVEL)
                .rho();
        return once == null || once <= 0 ? null : Double.valueOf(2 * once / (1 + once));
    }

    private static Double corrected(Double rho, Double reliability, double least) {
        return rho == null || reliability == null || reliability < least
                ? null
                : Double.valueOf(Math.max(-1, Math.min(1, rho / Math.sqrt(reliability))));
    }

    /** The corrected correlation over items drawn with replacement, ascending; draws in which it cannot be told are left out. */
    private static double[] resampled(List<Measured> measured) {
        Random random = new Random(measured.size());
        return IntStream.range(0, measured.isEmpty() ? 0 : RESAMPLES)
                .mapToObj(resample -> measured.stream()
                        .map(one -> measured.get(random.nextInt(measured.size())))
                        .toList())
                .map(drawn -> corrected(correlation(drawn).rho(), reliability(drawn), 0))
                .filter(Objects::nonNull)
                .mapToDouble(rho -> rho)
                .sorted()
                .toArray();
    }

    /** Null where most draws told nothing. */
    private static Double end(double[] ascending, double share) {
        return 2 * ascending.length < RESAMPLES
                ? null
                : Double.valueOf(ascending[(int) Math.min(ascending.length - 1, (long) (share * ascending.length))]);
    }

    /**
     * Items that these models are asked at most: as many that tell models apart as the period asks, and as many that do not.
     *
     * @param asked items of the period; 0 for a set without an end
     */
    public static int most(int asked) {
        return asked == 0 ? ITEMS : Math.min(ITEMS, 2 * asked);
    }

    /**
     * Half of them tell models apart and half do not, where there are so many of either, since most of what a round makes may
     * be worth nothing and cannot be ranked. Evenly spread over the ranks within each half.
     *
     * @param ranked by what they are worth
     * @param tells whether one is worth anything
     * @param most of all, an even number
     */
    public static <T> List<T> spread(List<T> ranked, Predicate<T> tells, int most) {
        Map<Boolean, List<T>> halves = ranked.stream().collect(Collectors.partitioningBy(tells));
        int good = Math.min(
                halves.get(true).size(),
                Math.max(most / 2, most - halves.get(false).size()));
        return Stream.of(spread(halves.get(true), good), spread(halves.get(false), most - good))
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
