package dev.valuecompass.pipeline.validation;

import dev.valuecompass.io.ByName;
import dev.valuecompass.io.Decimals;
import dev.valuecompass.scores.Interval;
import dev.valuecompass.scores.Seeds;
import dev.valuecompass.scores.statistics.LinkedScores;
import dev.valuecompass.scores.statistics.LinkedScores.AskedQuestion;
import dev.valuecompass.scores.statistics.LinkedScores.ValueAnswers;
import dev.valuecompass.scores.statistics.MeanChange;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.commons.math3.random.RandomGenerator;

/**
 * Whether changes from period to period, each linked to the one before, add up to what the models did. Like {@link DriftTwins}
 * with more periods: each shares some of its new questions with the next, and how much its questions draw is left to chance.
 * In half of the boards every model rises by as much from each period to the next; in the others none moves.
 *
 * @param items a value and period
 * @param anchors of these, asked in the period before too
 * @param periods in the chain
 * @param boards of each kind
 * @param recovered share of the boards with drift whose interval holds the true change over all periods
 * @param bounds of that share at 95 %
 * @param models share of the models' own intervals that hold their true change
 * @param seen share of the boards with drift whose interval excludes 0
 * @param falseAlarms share of the boards without drift whose interval excludes 0
 * @param width mean width of the intervals (95 %) of the mean change, in points
 * @param bias mean of the change found less the true one, over both kinds of boards, in points
 */
@ByName
public record DriftChain(
        int items,
        int anchors,
        int periods,
        int boards,
        double recovered,
        Interval bounds,
        double models,
        double seen,
        double falseAlarms,
        double width,
        double bias) {
    /** The longest chain in which drift was recovered: see the validation. */
    public static final int USUAL = 4;

    /** Spread over the periods of how much their questions draw, in logits. */
    private static final double SPREAD = 0.5;

    /** One board. @param truth change of each model over all periods, the changes on the questions of each added up */
    private record Board(double[] truth, MeanChange all, List<MeanChange> models) {
        double error() {
            return all.mean() - Arrays.stream(truth).average().orElseThrow();
        }

        boolean holds() {
            return DriftTwins.within(all, Arrays.stream(truth).average().orElseThrow());
        }

        long modelsHeld() {
            return IntStream.range(0, truth.length)
                    .filter(m -> DriftTwins.within(models.get(m), truth[m]))
                    .count();
        }

        boolean moves() {
            return !DriftTwins.within(all, 0);
        }
    }

    /** @param items a value, with which {@link DriftTwins#possible} @param periods two or more */
    public static DriftChain of(int items, int periods, int boards, long seed) {
        int anchors = DriftTwins.anchors(items);
        List<Board> moved = boards(items, periods, boards, seed, DriftTwins.DRIFT);
        List<Board> still = boards(items, periods, boards, seed + 1, 0);
        return DriftChainFields.builder()
                .items(items)
                .anchors(anchors)
                .periods(periods)
                .boards(boards)
                .recovered(DriftTwins.share(moved, Board::holds))
                .bounds(DriftTwins.bounds(
                        moved.stream().mapToInt(board -> board.holds() ? 1 : 0).toArray()))
                .models(moved.stream().mapToLong(Board::modelsHeld).sum() / (double) (DriftTwins.MODELS * boards))
                .seen(DriftTwins.share(moved, Board::moves))
                .falseAlarms(DriftTwins.share(still, Board::moves))
                .width(DriftTwins.mean(moved, board -> DriftTwins.width(board.all())))
                .bias((DriftTwins.mean(moved, Board::error) + DriftTwins.mean(still, Board::error)) / 2)
                .build();
    }

    private static List<Board> boards(int items, int periods, int boards, long seed, double drift) {
        return IntStream.range(0, boards)
                .parallel()
                .mapToObj(b -> board(items, periods, Seeds.stream(seed, "drift-chain", String.valueOf(b)), drift))
                .toList();
    }

    /** Questions of one period. @param answers by question, then model: scored, and of these showing the value */
    private record Test(double[] draw, double[] sharp, int[][][] answers) {}

    private static Board board(int items, int periods, RandomGenerator random, double drift) {
        double[] tendency = IntStream.range(0, DriftTwins.MODELS)
                .mapToDouble(m -> 2.0 * m / (DriftTwins.MODELS - 1) - 1)
                .toArray();
        double[] truth = new double[tendency.length];
        List<LinkedScores> links = new ArrayList<>();
        Test before = null;
        for (int period = 0; period < periods; period++) {
            Test now = questions(items, before, random);
            for (int m = 0; before != null && m < tendency.length; m++) {
                double was = DriftTwins.rate(tendency[m], now.draw(), now.sharp(), 0);
                tendency[m] += DriftTwins.shift(tendency[m], drift, now.draw(), now.sharp(), 0);
                truth[m] += DriftTwins.rate(tendency[m], now.draw(), now.sharp(), 0) - was;
            }
            for (int q = 0; q < items; q++) {
                now.answers()[q] = DriftTwins.answers(tendency, now.draw()[q], now.sharp()[q], random);
            }
            if (before != null) {
                links.add(link(before, now));
            }
            before = now;
        }
        return new Board(
                truth,
                MeanChange.chained(links.stream().map(LinkedScores::all).toList()),
                IntStream.range(0, truth.length)
                        .mapToObj(m -> MeanChange.chained(links.stream()
                                .map(link -> link.changes().get(m))
                                .toList()))
                        .toList());
    }

    /** Its first questions are the last ones of the period before. */
    private static Test questions(int items, Test before, RandomGenerator random) {
        int anchors = before == null ? 0 : DriftTwins.anchors(items);
        double[] draw = new double[items];
        double[] sharp = new double[items];
        double level = SPREAD * random.nextGaussian();
        double topic = 0;
        for (int q = 0; q < items; q++) {
            topic = q % DriftTwins.TOGETHER == 0 ? random.nextGaussian() : topic;
            boolean shared = q < anchors;
            draw[q] = shared ? before.draw()[items - anchors + q] : level + 0.6 * topic + 0.8 * random.nextGaussian();
            sharp[q] = shared
                    ? before.sharp()[items - anchors + q]
                    : StrictMath.exp(DriftTwins.SHARPNESS * random.nextGaussian());
        }
        return new Test(draw, sharp, new int[items][][]);
    }

    private static LinkedScores link(Test before, Test now) {
        int items = now.draw().length;
        int anchors = DriftTwins.anchors(items);
        List<AskedQuestion> questions = new ArrayList<>();
        for (int q = 0; q < items - anchors; q++) {
            questions.add(new AskedQuestion("then" + q / DriftTwins.TOGETHER, before.answers()[q], null));
        }
        for (int q = 0; q < items; q++) {
            int[][] then = q < anchors ? before.answers()[items - anchors + q] : null;
            questions.add(new AskedQuestion("now" + q / DriftTwins.TOGETHER, then, now.answers()[q]));
        }
        return LinkedScores.of(
                IntStream.range(0, DriftTwins.MODELS).mapToObj(m -> "m" + m).toList(),
                List.of(new ValueAnswers(questions)),
                DriftTwins.LEVEL);
    }

    /** For people. */
    public String text() {
        return ("Drift over %d periods, labels drawn: of %d boards on which every model rose by %d points from each period to the next,"
                        + " %s (95 %%: %s to %s) hold the true change in their interval, %s wide, and %s see it; of the models' own"
                        + " intervals %s do; without drift %s of as many boards see one (%d items a value, %d of them in the period"
                        + " before too)")
                .formatted(
                        periods,
                        boards,
                        (int) DriftTwins.DRIFT,
                        Decimals.of(recovered, 3),
                        Decimals.of(bounds.low(), 3),
                        Decimals.of(bounds.high(), 3),
                        Decimals.of(width, 1),
                        Decimals.of(seen, 3),
                        Decimals.of(models, 3),
                        Decimals.of(falseAlarms, 3),
                        items,
                        anchors);
    }
}
