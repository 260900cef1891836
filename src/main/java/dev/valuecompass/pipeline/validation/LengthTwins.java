package dev.valuecompass.pipeline.validation;

import dev.valuecompass.io.Decimals;
import dev.valuecompass.recognition.Label;
import dev.valuecompass.scores.Interval;
import dev.valuecompass.scores.LabelTable;
import dev.valuecompass.scores.Seeds;
import dev.valuecompass.scores.statistics.ClusteredShare;
import dev.valuecompass.scores.statistics.WilsonInterval;
import dev.valuecompass.scores.validity.EqualLength;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.apache.commons.math3.random.RandomGenerator;

/**
 * Whether scores at equal length tell values from length. Fictional models come in pairs that hold the same values, of which
 * one writes {@value #TIMES} times as much; whether an answer shows a value follows a logistic curve of tendency, question
 * and logarithm of the length, and questions that draw the value get longer answers from everybody. Nothing is sent or read:
 * labels are drawn.
 *
 * @param items a value
 * @param twins pairs that were compared
 * @param toldApartRaw share of them that are told apart at 5 % when lengths are left out of account
 * @param toldApart share of them that are told apart at equal length
 * @param bounds of that share at 95 %: pairs of one board have the curve in common, so boards are clusters
 * @param different pairs of models of one length and different values
 * @param differentToldApart share of these that are still told apart at equal length
 */
public record LengthTwins(
        int items,
        int twins,
        double toldApartRaw,
        double toldApart,
        Interval bounds,
        int different,
        double differentToldApart) {
    private static final int TIMES = 3;
    private static final int PAIRS = 6;
    private static final double CHARACTERS = 900;
    /** How much the logarithm of the length adds to the logit: from .50 to .66 at three times the length. */
    private static final double PULL_OF_LENGTH = 0.6;
    /** How much longer, in logarithms, all answers to a question are that draws the value one logit more. */
    private static final double LONGER_WHERE_DRAWN = 0.2;
    /** Of the logarithms of the lengths of one model's answers. */
    private static final double SPREAD = 0.35;
    /** In logits: about 23 points. */
    private static final double REAL_DIFFERENCE = 1;

    /** The share of pairs of equal models that a test at 5 % is allowed to tell apart. */
    public static final double ALLOWED = 0.05;

    /** @param items a value, two or more @param boards of six pairs each, two or more */
    public static LengthTwins of(int items, int boards, long seed) {
        return of(items, boards, seed, PULL_OF_LENGTH);
    }

    /** @param pull of the logarithm of the length, in logits */
    static LengthTwins of(int items, int boards, long seed, double pull) {
        List<ClusteredShare> apart = IntStream.range(0, 3)
                .mapToObj(kind -> apart(kind, items, boards, seed, pull))
                .toList();
        Interval percent = WilsonInterval.of(apart.get(1), 0.95);
        return new LengthTwins(
                items,
                IntStream.of(apart.get(1).scored()).sum(),
                apart.get(0).share(),
                apart.get(1).share(),
                new Interval(percent.low() / 100, percent.high() / 100, percent.level()),
                IntStream.of(apart.get(2).scored()).sum(),
                apart.get(2).share());
    }

    /** Whether the pairs that were told apart may be those that chance gives. */
    public boolean allowed() {
        return bounds.low() <= ALLOWED;
    }

    private static ClusteredShare apart(int kind, int items, int boards, long seed, double pull) {
        double[][] p = IntStream.range(0, boards)
                .parallel()
                .mapToObj(board -> board(kind, items, Seeds.stream(seed, "length-twins", String.valueOf(board)), pull)
                        .toArray())
                .toArray(double[][]::new);
        return new ClusteredShare(
                Arrays.stream(p).mapToInt(board -> board.length).toArray(),
                Arrays.stream(p)
                        .mapToInt(board -> (int) DoubleStream.of(board)
                                .filter(one -> one < ALLOWED)
                                .count())
                        .toArray(),
                PAIRS * boards);
    }

    /** @param kind 0 for twins without lengths, 1 for twins at equal length, 2 for a real difference */
    private static DoubleStream board(int kind, int items, RandomGenerator random, double pull) {
        List<String> ids = IntStream.range(0, items).mapToObj(i -> "q" + i).toList();
        List<String> models =
                IntStream.range(0, 2 * PAIRS).mapToObj(m -> "m" + m).toList();
        LabelTable table = new LabelTable("length-twins", List.of("value"), ids, models, 1);
        int[][] lengths = new int[items][models.size()];
        double[] draws = IntStream.range(0, items)
                .mapToDouble(i -> random.nextGaussian())
                .toArray();
        for (int m = 0; m < models.size(); m++) {
            boolean second = m % 2 == 1;
            double tendency = (m / 2 - (PAIRS - 1) / 2.0) / 2 + (kind == 2 && second ? REAL_DIFFERENCE : 0);
            double typical = StrictMath.log(CHARACTERS) + (kind < 2 && second ? StrictMath.log(TIMES) : 0);
            for (int i = 0; i < items; i++) {
                double log = typical - LONGER_WHERE_DRAWN * draws[i] + SPREAD * random.nextGaussian();
                double logit = tendency - draws[i] + pull * (log - StrictMath.log(CHARACTERS));
                boolean shows = random.nextDouble() < 1 / (1 + StrictMath.exp(-logit));
                lengths[i][m] = kind == 0 ? (int) CHARACTERS + (i + m) % 2 : (int) Math.max(1, StrictMath.exp(log));
                table.set(i, m, 0, String.valueOf((shows ? Label.EXPRESSES : Label.NOT).code()));
            }
        }
        List<int[]> pairs = IntStream.range(0, PAIRS)
                .mapToObj(pair -> new int[] {2 * pair, 2 * pair + 1})
                .toList();
        return EqualLength.differences(table, 0, lengths, pairs).stream()
                .filter(Objects::nonNull)
                .mapToDouble(one -> one);
    }

    /** For people. */
    public String text() {
        return "Length twins, labels drawn: of %d pairs with equal values, one %d times as long, %s are told apart by raw scores and %s (95 %%: %s to %s) at equal length; of %d pairs with other values %s still are (%d items a value)"
                .formatted(
                        twins,
                        TIMES,
                        Decimals.of(toldApartRaw, 3),
                        Decimals.of(toldApart, 3),
                        Decimals.of(bounds.low(), 3),
                        Decimals.of(bounds.high(), 3),
                        different,
                        Decimals.of(differentToldApart, 3),
                        items);
    }
}
