package dev.valuecompass.scores.statistics;

import dev.valuecompass.scores.Interval;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.apache.commons.math3.distribution.NormalDistribution;
import org.apache.commons.math3.random.RandomGenerator;

/**
 * Levels as people would have labelled them, from what a machine saw in all answers and people in some. A model's own labels
 * correct its share by prediction-powered inference with a tuned weight of the machine (PPI++; Angelopoulos, Duchi and Zrnic
 * 2023, arXiv 2311.01453), each label weighing as many answers as it was drawn for. As these are few for a model, its level is
 * pooled with what the shares of the other models predict (Fay and Herriot 1979, J. Am. Stat. Assoc. 74, 269–277), of which the
 * share that was seen is itself measured with an error (Ybarra and Lohr 2008, Biometrika 95, 919–931): share and level of a
 * model are jointly normal about the means of its value, with moments that all values of a system share.
 */
public final class GoldCorrection {
    /** Labels of a value below which nothing is corrected. */
    public static final int FEWEST_LABELS = 20;

    /** Answers without an error are no proof that there are none: half an answer more of each kind. */
    private static final double PRIOR = 0.5;
    /** Variance of what people saw of a model of which they saw nothing. */
    private static final double NO_LABELS = 1e9;
    /** Of the variance of shares that is not taken for noise, at least; a slope on noise alone has no bound. */
    private static final double LEAST_SIGNAL = 0.2;

    private final List<Value> values;
    private double seenVariance;
    private double slope;
    private double spread;

    private GoldCorrection(List<Value> values) {
        this.values = values;
    }

    /**
     * A label by people beside the machine's.
     *
     * @param weight answers that it stands for, above 0
     * @param shown whether people saw the value
     * @param seen whether the machine did
     */
    public record GoldLabel(double weight, boolean shown, boolean seen) {}

    /**
     * One model on one value.
     *
     * @param scored answers that the machine read, by topic
     * @param expressed those of them in which it saw the value, by topic
     * @param byRule answers that count as showing the value without being read, such as refusals
     * @param gold labels by people of answers that were read
     */
    public record GoldCell(int[] scored, int[] expressed, int byRule, List<GoldLabel> gold) {
        /** How many answers were read. */
        public int read() {
            return IntStream.of(scored).sum();
        }
    }

    /**
     * A corrected score.
     *
     * @param level in percent
     * @param error its standard error, in points
     * @param slope points by which it moves with a point of the share that was seen
     */
    public record Level(double level, double error, double slope) {
        /**
         * What resamples of answers and labels would give: the resampled share carried over, and chance for the rest of the error.
         *
         * @param resampled shares that were seen, in percent
         * @param seen the share itself
         */
        double[] drawn(double[] resampled, double seen, RandomGenerator random) {
            double[] moved = new double[resampled.length];
            double squares = 0;
            int n = 0;
            for (int r = 0; r < moved.length; r++) {
                moved[r] = slope * (resampled[r] - seen);
                if (!Double.isNaN(moved[r])) {
                    squares += moved[r] * moved[r];
                    n++;
                }
            }
            double rest = Math.sqrt(Math.max(0, error * error - (n == 0 ? 0 : squares / n)));
            for (int r = 0; r < moved.length; r++) {
                moved[r] += level + rest * random.nextGaussian();
            }
            return moved;
        }

        /** @param confidence in (0, 1) */
        public Interval interval(double confidence) {
            double z = new NormalDistribution(null, 0, 1).inverseCumulativeProbability((1 + confidence) / 2);
            return new Interval(Math.max(0, level - z * error), Math.min(100, level + z * error), confidence);
        }
    }

    /**
     * @param system for each value its models, in one order; null for a model without a read answer on it
     * @return the same shape, null where the cell is; empty when a value has too few labels, for levels that are corrected and
     *     levels that are not do not compare
     */
    public static List<List<Level>> of(List<List<GoldCell>> system) {
        List<Value> values = new ArrayList<>();
        for (List<GoldCell> cells : system) {
            int labels = cells.stream()
                    .mapToInt(cell -> cell == null ? 0 : cell.gold().size())
                    .sum();
            if (labels < FEWEST_LABELS) {
                return List.of();
            }
            values.add(Value.of(cells));
        }
        GoldCorrection correction = new GoldCorrection(values);
        correction.fit();
        return values.stream().map(correction::levels).toList();
    }

    /**
     * What is known of one model.
     *
     * @param seen share that the machine saw
     * @param seenError its variance
     * @param beyond mean of what people saw beyond the tuned machine; null without gold
     * @param beyondError its variance
     */
    private record Estimate(double seen, double seenError, Double beyond, double beyondError) {}

    /**
     * One value.
     *
     * @param tuning weight of the machine, in [0, 1]
     * @param models null for one without a read answer
     */
    private record Value(List<GoldCell> cells, double tuning, List<Estimate> models) {
        static Value of(List<GoldCell> cells) {
            double together = 0;
            double seen = 0;
            int labels = 0;
            int answers = 0;
            for (GoldCell cell : cells) {
                if (cell != null && !cell.gold().isEmpty()) {
                    Means means = Means.of(cell.gold(), 0);
                    for (GoldLabel one : cell.gold()) {
                        double f = number(one.seen()) - means.seen();
                        together += one.weight() * f * (number(one.shown()) - means.shown());
                        seen += one.weight() * f * f;
                    }
                    labels += cell.gold().size();
                    answers += cell.read();
                }
            }
            double tuning = seen == 0 ? 0 : together / seen / (1 + (double) labels / answers);
            double tuned = Math.max(0, Math.min(1, tuning));
            double residual = residual(cells, tuned);
            List<Estimate> models = new ArrayList<>();
            cells.forEach(
                    cell -> models.add(cell == null || cell.read() == 0 ? null : estimate(cell, tuned, residual)));
            return new Value(cells, tuned, models);
        }

        /** Variance within models of what the machine leaves unexplained. */
        private static double residual(List<GoldCell> cells, double tuning) {
            double squares = PRIOR / 4;
            double free = PRIOR;
            for (GoldCell cell : cells) {
                if (cell != null && cell.gold().size() > 1) {
                    Means means = Means.of(cell.gold(), tuning);
                    double sum = 0;
                    double weights = 0;
                    for (GoldLabel one : cell.gold()) {
                        double rest = number(one.shown()) - tuning * number(one.seen()) - means.rest();
                        sum += one.weight() * rest * rest;
                        weights += one.weight();
                    }
                    squares += sum / weights * cell.gold().size();
                    free += cell.gold().size() - 1;
                }
            }
            return squares / free;
        }

        private static Estimate estimate(GoldCell cell, double tuning, double residual) {
            ClusteredShare seen = new ClusteredShare(cell.scored(), cell.expressed(), cell.read());
            double sampling = seen.clusters() < 2 ? 1.0 / 4 : seen.variance();
            double weights = 0;
            double squares = 0;
            for (GoldLabel one : cell.gold()) {
                weights += one.weight();
                squares += one.weight() * one.weight();
            }
            return cell.gold().isEmpty()
                    ? new Estimate(seen.share(), sampling, null, 0)
                    : new Estimate(
                            seen.share(),
                            sampling,
                            Means.of(cell.gold(), tuning).rest(),
                            residual * squares / (weights * weights));
        }

        /** The models that have labels. */
        List<Estimate> labelled() {
            return models.stream()
                    .filter(one -> one != null && one.beyond() != null)
                    .toList();
        }

        double mean(ToDoubleFunction<Estimate> figure) {
            return labelled().stream().mapToDouble(figure).average().orElseThrow();
        }
    }

    /** Weighted means of what people saw, the machine saw, and people saw beyond the tuned machine. */
    private record Means(double shown, double seen, double rest) {
        static Means of(List<GoldLabel> gold, double tuning) {
            double weights = 0;
            double shown = 0;
            double seen = 0;
            for (GoldLabel one : gold) {
                weights += one.weight();
                shown += one.weight() * number(one.shown());
                seen += one.weight() * number(one.seen());
            }
            return new Means(shown / weights, seen / weights, (shown - tuning * seen) / weights);
        }
    }

    private static double number(boolean shown) {
        return shown ? 1 : 0;
    }

    /**
     * The moments that all values share: how shares vary over models beyond their own noise, how levels rise with shares, and how
     * they vary about that line.
     */
    private void fit() {
        double free = 0;
        double noise = 0;
        double xx = 0;
        double xr = 0;
        double tuned = 0;
        double rr = 0;
        for (Value value : values) {
            double x = value.mean(Estimate::seen);
            double r = value.mean(Estimate::beyond);
            int models = value.labelled().size();
            free += models - 1;
            tuned += value.tuning() * (models - 1);
            for (Estimate one : value.labelled()) {
                double kept = 1 - 1.0 / models;
                noise += kept * one.seenError();
                xx += (one.seen() - x) * (one.seen() - x);
                xr += (one.seen() - x) * (one.beyond() - r);
                rr += (one.beyond() - r) * (one.beyond() - r) - kept * one.beyondError();
            }
        }
        if (free == 0) {
            // One model: nothing to pool with, and its own labels decide.
            seenVariance = 1;
            slope = values.get(0).tuning();
            spread = 1;
            return;
        }
        seenVariance = Math.max((xx - noise) / free, LEAST_SIGNAL * xx / free);
        slope = seenVariance == 0 ? 0 : (xr / seenVariance + tuned) / free;
        double squares = 0;
        for (Value value : values) {
            squares += StrictMath.pow(slope - value.tuning(), 2)
                    * (value.labelled().size() - 1);
        }
        spread = Math.max(0, (rr - squares * seenVariance) / free);
    }

    private List<Level> levels(Value value) {
        List<Level> levels = new ArrayList<>();
        for (int m = 0; m < value.cells().size(); m++) {
            Estimate one = value.models().get(m);
            levels.add(one == null ? null : level(value, value.cells().get(m), one));
        }
        return levels;
    }

    /**
     * The level given what was seen and what people saw beyond it: a conditional normal mean and variance, and the error of the
     * means over models that they are taken about.
     */
    private Level level(Value value, GoldCell cell, Estimate one) {
        double rest = slope - value.tuning();
        double[] hidden = {slope * seenVariance, slope * rest * seenVariance + spread};
        double variance = slope * slope * seenVariance + spread;
        double[] weights = weights(rest, one.seenError(), one.beyond() == null ? NO_LABELS : one.beyondError(), hidden);
        double x = value.mean(Estimate::seen);
        double r = value.mean(Estimate::beyond);
        double share = value.tuning() * x
                + r
                + weights[0] * (one.seen() - x)
                + weights[1] * ((one.beyond() == null ? r : one.beyond()) - r);
        double[] ofMeans = {value.tuning() - weights[0], 1 - weights[1]};
        double means = (square(ofMeans[0]) * (seenVariance + value.mean(Estimate::seenError))
                        + 2 * ofMeans[0] * ofMeans[1] * rest * seenVariance
                        + square(ofMeans[1])
                                * (square(rest) * seenVariance + spread + value.mean(Estimate::beyondError)))
                / value.labelled().size();
        double error = Math.max(0, variance - weights[0] * hidden[0] - weights[1] * hidden[1]) + Math.max(0, means);
        double read = (double) cell.read() / (cell.read() + cell.byRule());
        return new Level(
                100 * (1 - read + read * Math.max(0, Math.min(1, share))),
                100 * read * Math.sqrt(error),
                read * weights[0]);
    }

    /** How the level moves with what was seen and with what people saw beyond: the covariances over the observed variances. */
    private double[] weights(double rest, double seenError, double beyondError, double[] hidden) {
        double a = seenVariance + seenError;
        double b = rest * seenVariance;
        double c = rest * rest * seenVariance + spread + beyondError;
        double determinant = a * c - b * b;
        if (determinant < 1e-18) {
            // Where nothing varies in what was seen, or in what people saw beyond it, the other one decides.
            return new double[] {a < 1e-12 ? 0 : hidden[0] / a, a >= 1e-12 || c < 1e-12 ? 0 : hidden[1] / c};
        }
        return new double[] {
            (hidden[0] * c - hidden[1] * b) / determinant, (hidden[1] * a - hidden[0] * b) / determinant
        };
    }

    private static double square(double x) {
        return x * x;
    }
}
