package dev.valuecompass.pipeline.validation;

import dev.valuecompass.io.ByName;
import dev.valuecompass.io.Decimals;
import dev.valuecompass.scores.Interval;
import dev.valuecompass.scores.Seeds;
import dev.valuecompass.scores.statistics.ClusteredShare;
import dev.valuecompass.scores.statistics.LinkedScores;
import dev.valuecompass.scores.statistics.LinkedScores.AskedQuestion;
import dev.valuecompass.scores.statistics.LinkedScores.ValueAnswers;
import dev.valuecompass.scores.statistics.MeanChange;
import dev.valuecompass.scores.statistics.WilsonInterval;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.apache.commons.math3.random.RandomGenerator;

/**
 * Whether linked periods tell drift of the models from other questions. The same fictional models are asked in two periods
 * whose questions differ: those of the later one draw less, and more unequally. In half of the boards every model rises by
 * {@value #DRIFT} points; in the others none moves. The answers are drawn from a curve that is not the model's: questions
 * differ in how sharply they tell models apart. Nothing is sent or read.
 *
 * @param items a value and period
 * @param anchors of these, asked in both
 * @param boards of each kind
 * @param recovered share of the boards with drift whose interval holds the true mean change
 * @param bounds of that share at 95 %
 * @param seen share of them whose interval excludes 0
 * @param models share of the models' own intervals that hold their true change
 * @param falseAlarms share of the boards without drift whose interval excludes 0
 * @param width mean width of the intervals (95 %) of the mean change, in points
 * @param modelWidth likewise, of a model's own
 * @param bias mean of the change found less the true one, over both kinds of boards, in points
 * @param unlinked mean change that raw scores show without drift, in points
 */
@ByName
public record DriftTwins(
        int items,
        int anchors,
        int boards,
        double recovered,
        Interval bounds,
        double seen,
        double models,
        double falseAlarms,
        double width,
        double modelWidth,
        double bias,
        double unlinked) {
    /** The share of the boards with drift whose interval should hold it. */
    public static final double WANTED = 0.9;

    /** In points of the later questions. */
    static final double DRIFT = 5;

    static final int MODELS = 12;
    /** How much less the later questions draw, in logits. */
    private static final double HARDER = 0.5;
    /** Spread of the logarithms of how sharply questions tell models apart. */
    static final double SHARPNESS = 0.3;

    static final double LEVEL = 0.95;
    /** Questions on one topic. */
    static final int TOGETHER = 2;

    /** One board. @param truth mean change of each model, in points */
    private record Board(double[] truth, LinkedScores linked, double raw) {
        double error() {
            return linked.all().mean() - Arrays.stream(truth).average().orElseThrow();
        }

        boolean holds() {
            return within(linked.all(), Arrays.stream(truth).average().orElseThrow());
        }

        long modelsHeld() {
            return IntStream.range(0, truth.length)
                    .filter(m -> within(linked.changes().get(m), truth[m]))
                    .count();
        }
    }

    /** Whether so many items a value have anchors enough to link by. */
    public static boolean possible(int items) {
        return anchors(items) >= LinkedScores.FEWEST_ANCHORS;
    }

    /** As many as a period carries over unless told otherwise. */
    static int anchors(int items) {
        return items / 5;
    }

    /** @param items a value, {@link #possible} */
    public static DriftTwins of(int items, int boards, long seed) {
        int anchors = anchors(items);
        List<Board> moved = boards(items, anchors, boards, seed, DRIFT);
        List<Board> still = boards(items, anchors, boards, seed + 1, 0);
        return DriftTwinsFields.builder()
                .items(items)
                .anchors(anchors)
                .boards(boards)
                .recovered(share(moved, Board::holds))
                .bounds(bounds(moved))
                .seen(share(moved, board -> !within(board.linked().all(), 0)))
                .models(moved.stream().mapToLong(Board::modelsHeld).sum() / (double) (MODELS * boards))
                .falseAlarms(share(still, board -> !within(board.linked().all(), 0)))
                .width(mean(moved, board -> width(board.linked().all())))
                .modelWidth(mean(
                        moved,
                        board -> board.linked().changes().stream()
                                .mapToDouble(DriftTwins::width)
                                .average()
                                .orElseThrow()))
                .bias((mean(moved, Board::error) + mean(still, Board::error)) / 2)
                .unlinked(mean(still, Board::raw))
                .build();
    }

    static boolean within(MeanChange change, double truth) {
        return change.interval().low() <= truth && truth <= change.interval().high();
    }

    static double width(MeanChange change) {
        return change.interval().high() - change.interval().low();
    }

    static <B> double share(List<B> boards, Predicate<B> of) {
        return boards.stream().filter(of).count() / (double) boards.size();
    }

    private static Interval bounds(List<Board> moved) {
        return bounds(moved.stream().mapToInt(board -> board.holds() ? 1 : 0).toArray());
    }

    /** Wilson's of a share. @param held 1 for each board that counts, else 0 */
    static Interval bounds(int[] held) {
        int[] each = IntStream.generate(() -> 1).limit(held.length).toArray();
        Interval percent = WilsonInterval.of(new ClusteredShare(each, held, held.length), LEVEL);
        return new Interval(percent.low() / 100, percent.high() / 100, LEVEL);
    }

    static <B> double mean(List<B> boards, ToDoubleFunction<B> of) {
        return boards.stream().mapToDouble(of).average().orElseThrow();
    }

    private static List<Board> boards(int items, int anchors, int boards, long seed, double drift) {
        return IntStream.range(0, boards)
                .parallel()
                .mapToObj(b -> board(items, anchors, Seeds.stream(seed, "drift-twins", String.valueOf(b)), drift))
                .toList();
    }

    private static Board board(int items, int anchors, RandomGenerator random, double drift) {
        int all = 2 * items - anchors;
        double[] draw = new double[all];
        double[] sharp = new double[all];
        double topic = 0;
        for (int q = 0; q < all; q++) {
            topic = q % TOGETHER == 0 ? random.nextGaussian() : topic;
            boolean later = q >= items;
            draw[q] = (later ? HARDER : 0) + (later ? 1.3 : 1) * (0.6 * topic + 0.8 * random.nextGaussian());
            sharp[q] = StrictMath.exp(SHARPNESS * random.nextGaussian());
        }
        double[] before = new double[MODELS];
        double[] after = new double[MODELS];
        double[] truth = new double[MODELS];
        for (int m = 0; m < MODELS; m++) {
            before[m] = 2.0 * m / (MODELS - 1) - 1;
            after[m] = before[m] + shift(before[m], drift, draw, sharp, items - anchors);
            truth[m] = rate(after[m], draw, sharp, items - anchors) - rate(before[m], draw, sharp, items - anchors);
        }
        List<AskedQuestion> questions = new ArrayList<>();
        double[] raw = new double[2];
        for (int q = 0; q < all; q++) {
            boolean now = q >= items - anchors;
            boolean then = q < items;
            int[][] thenAnswers = then ? answers(before, draw[q], sharp[q], random) : null;
            int[][] nowAnswers = now ? answers(after, draw[q], sharp[q], random) : null;
            raw[0] += then ? shown(thenAnswers) / items : 0;
            raw[1] += now ? shown(nowAnswers) / items : 0;
            questions.add(new AskedQuestion("t" + q / TOGETHER, thenAnswers, nowAnswers));
        }
        return new Board(
                truth,
                LinkedScores.of(
                        IntStream.range(0, MODELS).mapToObj(m -> "m" + m).toList(),
                        List.of(new ValueAnswers(questions)),
                        LEVEL),
                raw[1] - raw[0]);
    }

    private static double shown(int[][] answers) {
        return 100.0 * Arrays.stream(answers).mapToInt(one -> one[1]).sum() / answers.length;
    }

    static int[][] answers(double[] tendency, double draw, double sharp, RandomGenerator random) {
        int[][] answers = new int[tendency.length][];
        for (int m = 0; m < answers.length; m++) {
            answers[m] = new int[] {1, random.nextDouble() < chance(tendency[m], draw, sharp) ? 1 : 0};
        }
        return answers;
    }

    private static double chance(double tendency, double draw, double sharp) {
        return 1 / (1 + StrictMath.exp(sharp * (draw - tendency)));
    }

    /** On the later questions, in percent. */
    static double rate(double tendency, double[] draw, double[] sharp, int from) {
        return IntStream.range(from, draw.length)
                .mapToDouble(q -> 100 * chance(tendency, draw[q], sharp[q]))
                .average()
                .orElseThrow();
    }

    /** What raises a tendency by so many points, by bisection. */
    static double shift(double tendency, double points, double[] draw, double[] sharp, int from) {
        double low = 0;
        double high = 2;
        double start = rate(tendency, draw, sharp, from);
        for (int i = 0; i < 30; i++) {
            double middle = (low + high) / 2;
            if (rate(tendency + middle, draw, sharp, from) - start < points) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** For people. */
    public String text() {
        return ("Drift, labels drawn: of %d boards on which every model rose by %d points between periods, %s (95 %%: %s to %s)"
                        + " hold the true mean change in their interval, %s wide, and %s see it; of the models' own intervals, %s wide, %s do; without drift, where"
                        + " raw scores move by %s points, %s of as many boards see one (%d items a value, %d of them in both periods)")
                .formatted(
                        boards,
                        (int) DRIFT,
                        Decimals.of(recovered, 3),
                        Decimals.of(bounds.low(), 3),
                        Decimals.of(bounds.high(), 3),
                        Decimals.of(width, 1),
                        Decimals.of(seen, 3),
                        Decimals.of(modelWidth, 1),
                        Decimals.of(models, 3),
                        Decimals.of(unlinked, 1).replace('-', '\u2212'),
                        Decimals.of(falseAlarms, 3),
                        items,
                        anchors);
    }
}
