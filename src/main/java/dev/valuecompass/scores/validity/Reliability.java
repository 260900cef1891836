package dev.valuecompass.scores.validity;

import dev.valuecompass.scores.Interval;
import org.apache.commons.math3.distribution.FDistribution;
import org.apache.commons.math3.stat.StatUtils;

/**
 * How much of the differences between models on one value would come back with other topics: the generalizability
 * coefficient for relative decisions of a design in which every model meets every topic (Brennan 2001, eq. 2.34),
 * {@code Eρ² = 1 − error / variance}. {@code variance} is that of the models' scores; {@code error} is the mean variance that a
 * score has over topics once what is common to all models is taken out,
 * {@code M/(M−1) · T/(T−1) · Σₜ (xₘₜ − nₘₜ(pₘ + δₜ))² / Nₘ²}. With as many answers to each topic it is Hoyt's coefficient and
 * Cronbach's α; otherwise topics count with their answers, as they do in the score.
 *
 * @param models of whom two topics or more were scored
 * @param topics with a scored answer of these models
 * @param items likewise
 * @param coefficient at most 1; below 0 where models differ less than topics alone would make them. Null where all models
 *     score alike
 * @param interval of the coefficient (Feldt 1965); null where it is
 * @param standardError of a score, in points, as far as it matters for comparing models
 * @param itemsNeeded of the same kind for a coefficient of {@value #WANTED} (Spearman–Brown); null where no number would do,
 *     since the coefficient is not above 0
 */
public record Reliability(
        int models,
        int topics,
        int items,
        Double coefficient,
        Interval interval,
        double standardError,
        Long itemsNeeded) {
    /** What a score must reach to tell models apart (Nunnally & Bernstein 1994). */
    public static final double WANTED = 0.8;

    static final double TOLERABLE = 0.6;
    private static final double NO_DIFFERENCES = 1e-12;

    /** Null with fewer than two models or topics. @param level of the interval, in (0, 1) */
    static Reliability of(TopicShares shares, double level) {
        int models = shares.models();
        int topics = shares.topics();
        if (models < 2 || topics < 2) {
            return null;
        }
        double[] scores = new double[models];
        for (int model = 0; model < models; model++) {
            scores[model] = shares.share(model);
        }
        double error = error(shares, scores);
        double variance = StatUtils.variance(scores);
        Double coefficient = variance < NO_DIFFERENCES ? null : Double.valueOf(1 - error / variance);
        return new Reliability(
                models,
                topics,
                shares.items(),
                coefficient,
                coefficient == null ? null : interval(coefficient, models, topics, level),
                100 * Math.sqrt(error),
                coefficient == null ? null : needed(shares.items(), coefficient, WANTED));
    }

    private static double error(TopicShares shares, double[] scores) {
        int models = shares.models();
        double[] effect = new double[shares.topics()];
        for (int topic = 0; topic < effect.length; topic++) {
            double above = 0;
            int n = 0;
            for (int model = 0; model < models; model++) {
                above += shares.expressed(model, topic) - shares.scored(model, topic) * scores[model];
                n += shares.scored(model, topic);
            }
            effect[topic] = above / n;
        }
        double sum = 0;
        for (int model = 0; model < models; model++) {
            double squares = 0;
            int met = 0;
            double answers = 0;
            for (int topic = 0; topic < effect.length; topic++) {
                int n = shares.scored(model, topic);
                double rest = shares.expressed(model, topic) - n * (scores[model] + effect[topic]);
                squares += rest * rest;
                met += n > 0 ? 1 : 0;
                answers += n;
            }
            sum += squares / (answers * answers) * met / (met - 1);
        }
        return sum / models * models / (models - 1);
    }

    private static Interval interval(double coefficient, int models, int topics, double level) {
        FDistribution f = new FDistribution(null, models - 1.0, (models - 1.0) * (topics - 1));
        return new Interval(
                1 - (1 - coefficient) * f.inverseCumulativeProbability((1 + level) / 2),
                1 - (1 - coefficient) * f.inverseCumulativeProbability((1 - level) / 2),
                level);
    }

    /** The grade of the coefficient. */
    Grade grade() {
        return Grade.atLeast(coefficient, WANTED, TOLERABLE);
    }

    /**
     * How many items give another reliability; null where no number would.
     *
     * @param reliability that so many items give
     * @param wanted in (0, 1)
     */
    public static Long needed(int items, double reliability, double wanted) {
        return reliability <= 0
                ? null
                : Long.valueOf((long) Math.ceil(items * factor(Math.min(1, reliability), wanted) - 1e-9));
    }

    /** Spearman–Brown: the reliability of a test of {@code times} the length. */
    public static double lengthened(double reliability, double times) {
        return times * reliability / (1 + (times - 1) * reliability);
    }

    /** Spearman–Brown turned around: how many times as long a test must be. @param reliability in (0, 1] */
    static double factor(double reliability, double wanted) {
        return wanted * (1 - reliability) / (reliability * (1 - wanted));
    }
}
