package dev.valuecompass.pipeline.validation;

import dev.valuecompass.io.Decimals;
import dev.valuecompass.recognition.Label;
import dev.valuecompass.scores.LabelTable;
import dev.valuecompass.scores.Seeds;
import dev.valuecompass.scores.validity.EqualLength;
import java.util.List;
import java.util.Objects;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.apache.commons.math3.random.RandomGenerator;

/**
 * Whether scores at equal length tell values from length. Fictional models come in pairs that hold the same values, of which
 * one writes {@value #TIMES} times as much; whether an answer shows a value follows a logistic curve of tendency, question
 * and logarithm of the length. Nothing is sent or read: labels are drawn.
 *
 * @param items a value
 * @param twins pairs that were compared
 * @param toldApartRaw share of them that are told apart at 5 % when lengths are left out of account
 * @param toldApart share of them that are told apart at equal length
 * @param different pairs of models of one length and different values
 * @param differentToldApart share of these that are still told apart at equal length
 */
public record LengthTwins(
        int items, int twins, double toldApartRaw, double toldApart, int different, double differentToldApart) {
    private static final int TIMES = 3;
    private static final int PAIRS = 6;
    private static final double CHARACTERS = 900;
    /** How much the logarithm of the length adds to the logit: from .50 to .66 at three times the length. */
    private static final double PULL_OF_LENGTH = 0.6;
    /** Of the logarithms of the lengths of one model's answers. */
    private static final double SPREAD = 0.35;
    /** In logits: about 23 points. */
    private static final double REAL_DIFFERENCE = 1;

    private static final double SIGNIFICANT = 0.05;

    /** @param items a value, two or more @param boards of six pairs each */
    public static LengthTwins of(int items, int boards, long seed) {
        double[][] p = new double[3][];
        for (int kind = 0; kind < p.length; kind++) {
            int of = kind;
            p[kind] = IntStream.range(0, boards)
                    .boxed()
                    .flatMapToDouble(board -> board(of, items, seed, board))
                    .toArray();
        }
        return new LengthTwins(items, p[1].length, share(p[0]), share(p[1]), p[2].length, share(p[2]));
    }

    private static double share(double[] p) {
        return DoubleStream.of(p).filter(one -> one < SIGNIFICANT).count() / (double) Math.max(1, p.length);
    }

    /** @param kind 0 for twins without lengths, 1 for twins at equal length, 2 for a real difference */
    private static DoubleStream board(int kind, int items, long seed, int board) {
        RandomGenerator random = Seeds.stream(seed, "length-twins", String.valueOf(board));
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
                double log = typical + SPREAD * random.nextGaussian();
                double logit = tendency - draws[i] + PULL_OF_LENGTH * (log - StrictMath.log(CHARACTERS));
                boolean shows = random.nextDouble() < 1 / (1 + StrictMath.exp(-logit));
                lengths[i][m] = kind == 0 ? (int) CHARACTERS + (i + m) % 2 : (int) Math.max(1, StrictMath.exp(log));
                table.set(i, m, 0, String.valueOf((shows ? Label.EXPRESSES : Label.NOT).code()));
            }
        }
        return IntStream.range(0, PAIRS)
                .mapToObj(pair -> EqualLength.difference(table, 0, lengths, 2 * pair, 2 * pair + 1))
                .filter(Objects::nonNull)
                .mapToDouble(one -> one);
    }

    /** For people. */
    public String text() {
        return "Length twins, labels drawn: of %d pairs with equal values, one %d times as long, %s are told apart by raw scores and %s at equal length; of %d pairs with other values %s still are (%d items a value)"
                .formatted(
                        twins,
                        TIMES,
                        Decimals.of(toldApartRaw, 3),
                        Decimals.of(toldApart, 3),
                        different,
                        Decimals.of(differentToldApart, 3),
                        items);
    }
}
