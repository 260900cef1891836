package dev.valuecompass.scores.validity;

import dev.valuecompass.scores.Conformity;
import dev.valuecompass.scores.LabelTable;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.commons.math3.distribution.TDistribution;

/**
 * How showing one value depends on the length of the answer: a logistic regression on the logarithm of the length, with an
 * intercept for each model and, so that questions which draw both long answers and the value do not pass for an effect of
 * length, the mean logarithm of the lengths of all models on the item (Mundlak 1978). What a model would have shown with
 * longer or shorter answers is the mean of the curve over its own answers (standardisation, Hernán & Robins 2020, chapter 13), so
 * it stays within 0 and 1 and bends where the score does. Errors are by influence functions over topics.
 */
final class LengthCurve {
    /** More models make the curve no surer than its topics do. */
    private static final int MOST_MODELS = 200;

    private static final int ROUNDS = 60;
    private static final double SETTLED = 1e-9;
    /** In logits. */
    private static final double LONGEST_STEP = 2;
    /** Sums of squares below are what rounding leaves. */
    private static final double NOTHING = 1e-9;

    private final LabelTable table;
    private final int dimension;
    private final int[][] lengths;
    private final int[] topicOf;
    /** By item, the mean logarithm of the lengths, less the mean of these. */
    private final double[] typical;
    /** Whether items differ in it. */
    private final boolean uneven;
    /** By model, its answers if the curve is drawn by them; else null. */
    private final Answers[] drawnBy;

    private double ofLength;
    private double ofTypical;
    private double explained;
    private int topics;
    /** By topic, how it moves each of the two coefficients. */
    private double[][] influence;

    /** The share that a model would show. @param influence of each topic on it */
    record Standardised(double share, double[] influence) {
        Standardised less(Standardised other) {
            double[] difference = influence.clone();
            for (int topic = 0; topic < difference.length; topic++) {
                difference[topic] -= other.influence[topic];
            }
            return new Standardised(share - other.share, difference);
        }
    }

    private LengthCurve(LabelTable table, int dimension, int[][] lengths) {
        this.table = table;
        this.dimension = dimension;
        this.lengths = lengths;
        this.topicOf = topics(table);
        this.drawnBy = new Answers[table.models().size()];
        this.typical = new double[lengths.length];
        for (int item = 0; item < typical.length; item++) {
            int i = item;
            typical[item] = IntStream.range(0, table.models().size())
                    .filter(model -> counts(i, model))
                    .mapToDouble(model -> StrictMath.log(lengths[i][model]))
                    .average()
                    .orElse(Double.NaN);
        }
        double middle = Arrays.stream(typical)
                .filter(one -> !Double.isNaN(one))
                .average()
                .orElse(0);
        for (int item = 0; item < typical.length; item++) {
            typical[item] -= middle;
        }
        this.uneven = Arrays.stream(typical)
                        .filter(one -> !Double.isNaN(one))
                        .map(one -> one * one)
                        .sum()
                > NOTHING;
    }

    /**
     * @param lengths by item and model of the table, 0 where there is no answer
     * @return null where the lengths of one model's answers, beside what items have in common, differ on fewer than two topics, or
     *     where so few answers differ that the curve cannot but fit them
     */
    static LengthCurve of(LabelTable table, int dimension, int[][] lengths) {
        LengthCurve curve = new LengthCurve(table, dimension, lengths);
        return curve.fitted() ? curve : null;
    }

    /** Its degrees of freedom are those of the topics that say something of the length. */
    TDistribution student() {
        return new TDistribution(null, topics - 1.0);
    }

    /** The standard error, with topics as clusters. */
    double error(Standardised one) {
        double squares =
                Arrays.stream(one.influence()).map(effect -> effect * effect).sum();
        return Math.sqrt(squares * topics / (topics - 1.0));
    }

    /** Share of the deviance that is left by models and items which length explains, in [0, 1]. */
    double explained() {
        return explained;
    }

    /** Whether there is an answer of known length that was read. */
    boolean counts(int item, int model) {
        return lengths[item][model] > 0 && Conformity.scored(table, item, model, dimension) > 0;
    }

    /** NaN without an answer that counts. */
    double meanLog(int model) {
        return IntStream.range(0, lengths.length)
                .filter(item -> counts(item, model))
                .mapToDouble(item -> StrictMath.log(lengths[item][model]))
                .average()
                .orElse(Double.NaN);
    }

    /** What the share of a model gains, by the curve, from logarithms of the length that are greater by {@code more}. */
    double gain(int model, double more) {
        Answers answers = answers(model);
        return answers.mean(more) - answers.share;
    }

    /** What twice as long answers would add to the share of the models, in the mean. */
    Standardised doubled() {
        boolean[] all = new boolean[lengths.length];
        Arrays.fill(all, true);
        double share = 0;
        double[] effect = new double[influence.length];
        int[] models = sample().filter(model -> !Double.isNaN(meanLog(model))).toArray();
        for (int model : models) {
            Standardised gain = standardised(model, StrictMath.log(2), all).less(standardised(model, 0, all));
            share += gain.share() / models.length;
            for (int topic = 0; topic < effect.length; topic++) {
                effect[topic] += gain.influence()[topic] / models.length;
            }
        }
        return new Standardised(share, effect);
    }

    /**
     * The share of a model on some of the items with logarithms of the length that are greater by {@code more}: what it showed and
     * what the curve adds.
     *
     * @param over by item
     */
    Standardised standardised(int model, double more, boolean[] over) {
        return answers(model).standardised(more, over);
    }

    private Answers answers(int model) {
        return drawnBy[model] == null ? new Answers(model).settle() : drawnBy[model];
    }

    /** Models by which the curve is drawn. */
    private IntStream sample() {
        int all = table.models().size();
        int taken = Math.min(all, MOST_MODELS);
        return IntStream.range(0, taken).map(m -> (int) ((long) m * all / taken));
    }

    private boolean fitted() {
        Answers[] models = sample().mapToObj(model -> drawnBy[model] = new Answers(model))
                .filter(Answers::differ)
                .toArray(Answers[]::new);
        double[] spread = new double[Arrays.stream(topicOf).max().orElse(-1) + 1];
        Arrays.stream(models).forEach(one -> one.addSpread(spread));
        topics = (int) Arrays.stream(spread).filter(one -> one > NOTHING).count();
        if (topics < 2 || !settled(models, false)) {
            return false;
        }
        double without = deviance(models);
        if (!settled(models, true)) {
            return false;
        }
        double with = deviance(models);
        if (!(with > NOTHING * without)) {
            return false;
        }
        explained = Math.max(0, 1 - with / without);
        double[] bread = new Sums(models).inverse(true);
        influence = new double[spread.length][2];
        Arrays.stream(models).forEach(one -> one.addInfluence(bread, influence));
        return true;
    }

    /** Newton's method, all coefficients at once. @return whether it came to rest */
    private boolean settled(Answers[] models, boolean withLength) {
        double moved = Double.MAX_VALUE;
        for (int round = 0; round < ROUNDS && moved > SETTLED; round++) {
            Sums sums = new Sums(models);
            double[] inverse = sums.inverse(withLength);
            double length = capped(inverse[0] * sums.ofLength + inverse[1] * sums.ofTypical);
            double typically = capped(inverse[1] * sums.ofLength + inverse[2] * sums.ofTypical);
            if (Double.isNaN(length + typically)) {
                return false;
            }
            ofLength += length;
            ofTypical += typically;
            moved = Math.abs(length) + Math.abs(typically);
            for (Answers one : models) {
                moved = Math.max(moved, one.step(length, typically));
            }
        }
        return moved <= SETTLED;
    }

    /** A step of Newton's method that does not run away. */
    private static double capped(double step) {
        return Math.max(-LONGEST_STEP, Math.min(LONGEST_STEP, step));
    }

    private static double deviance(Answers[] models) {
        return Arrays.stream(models).mapToDouble(Answers::deviance).sum();
    }

    private static int[] topics(LabelTable table) {
        Map<String, Integer> places = new HashMap<>();
        return table.units().stream()
                .mapToInt(unit -> places.computeIfAbsent(unit, key -> places.size()))
                .toArray();
    }

    private static double logistic(double logit) {
        return 1 / (1 + StrictMath.exp(-logit));
    }

    /** Scores and information about the two coefficients, the intercepts taken out. */
    private final class Sums {
        private double ofLength;
        private double ofTypical;
        private double lengths;
        private double both;
        private double typicals;

        Sums(Answers[] models) {
            for (Answers one : models) {
                for (int k = 0; k < one.items.length; k++) {
                    double longer = one.beside[k] - one.besideMean;
                    double typically = typical[one.items[k]] - one.typicalMean;
                    double weight = one.weight(k);
                    ofLength += (one.shown[k] - one.chance[k]) * longer;
                    ofTypical += (one.shown[k] - one.chance[k]) * typically;
                    lengths += weight * longer * longer;
                    both += weight * longer * typically;
                    typicals += weight * typically * typically;
                }
            }
        }

        /** First, mixed and second entry. */
        double[] inverse(boolean withLength) {
            if (!uneven) {
                return new double[] {withLength ? 1 / lengths : 0, 0, 0};
            }
            if (!withLength) {
                return new double[] {0, 0, 1 / typicals};
            }
            double determinant = lengths * typicals - both * both;
            return new double[] {typicals / determinant, -both / determinant, lengths / determinant};
        }
    }

    /** The answers of one model that count. */
    private final class Answers {
        private final int[] items;
        /** The logarithm of the length, less what is typical of the item. */
        private final double[] beside;

        private final double[] shown;
        private final double[] chance;
        private final double share;
        private double intercept;
        /** Means with the weights of the fit. */
        private double besideMean;

        private double typicalMean;
        private double weights;

        Answers(int model) {
            items = IntStream.range(0, lengths.length)
                    .filter(item -> counts(item, model))
                    .toArray();
            beside = Arrays.stream(items)
                    .mapToDouble(item -> StrictMath.log(lengths[item][model]) - typical[item])
                    .toArray();
            double middle = Arrays.stream(beside).average().orElse(0);
            for (int k = 0; k < beside.length; k++) {
                beside[k] -= middle;
            }
            shown = Arrays.stream(items)
                    .mapToDouble(item -> (double) Conformity.expressed(table, item, model, dimension)
                            / Conformity.scored(table, item, model, dimension))
                    .toArray();
            chance = new double[items.length];
            share = Arrays.stream(shown).average().orElse(0);
            intercept = StrictMath.log(share / (1 - share));
            predict();
        }

        /** Whether it sometimes shows the value and sometimes does not; else no length explains anything. */
        boolean differ() {
            return share > 0 && share < 1;
        }

        double weight(int k) {
            return chance[k] * (1 - chance[k]);
        }

        /** A step of the intercept, with those of the coefficients. @return how far it went */
        double step(double length, double typically) {
            double excess = Arrays.stream(shown).sum() - Arrays.stream(chance).sum();
            double step = capped(excess / weights) - length * besideMean - typically * typicalMean;
            intercept += step;
            predict();
            return Math.abs(step);
        }

        /** The intercept at which the curve gives as many as there are, the coefficients being what they are. */
        Answers settle() {
            predict();
            double step = 1;
            for (int round = 0; round < ROUNDS && differ() && step > SETTLED; round++) {
                step = step(0, 0);
            }
            return this;
        }

        private void predict() {
            weights = 0;
            besideMean = 0;
            typicalMean = 0;
            for (int k = 0; k < items.length; k++) {
                chance[k] =
                        differ() ? logistic(intercept + ofLength * beside[k] + ofTypical * typical[items[k]]) : share;
                weights += weight(k);
                besideMean += weight(k) * beside[k];
                typicalMean += weight(k) * typical[items[k]];
            }
            besideMean = differ() ? besideMean / weights : 0;
            typicalMean = differ() ? typicalMean / weights : 0;
        }

        double mean(double more) {
            return IntStream.range(0, items.length)
                    .mapToDouble(k -> moved(k, more))
                    .average()
                    .orElse(Double.NaN);
        }

        /** Odds times as many. */
        private double moved(int k, double more) {
            double odds = chance[k] * StrictMath.exp(ofLength * more);
            return odds / (1 - chance[k] + odds);
        }

        Standardised standardised(double more, boolean[] over) {
            int[] asked =
                    IntStream.range(0, items.length).filter(k -> over[items[k]]).toArray();
            double[] effect = new double[influence.length];
            double mean = Arrays.stream(asked)
                    .mapToDouble(k -> shown[k] + moved(k, more) - chance[k])
                    .average()
                    .orElse(Double.NaN);
            double byIntercept = 0;
            double byLength = 0;
            double byTypical = 0;
            for (int k : asked) {
                double moved = moved(k, more);
                effect[topicOf[items[k]]] += (shown[k] + moved - chance[k] - mean) / asked.length;
                double after = moved * (1 - moved) / asked.length;
                double before = weight(k) / asked.length;
                byIntercept += after - before;
                byLength += after * (beside[k] + more - besideMean) - before * (beside[k] - besideMean);
                byTypical += (after - before) * (typical[items[k]] - typicalMean);
            }
            for (int k = 0; k < items.length && differ(); k++) {
                effect[topicOf[items[k]]] += byIntercept * (shown[k] - chance[k]) / weights;
            }
            for (int topic = 0; topic < effect.length; topic++) {
                effect[topic] += byLength * influence[topic][0] + byTypical * influence[topic][1];
            }
            return new Standardised(mean, effect);
        }

        double deviance() {
            double sum = 0;
            for (int k = 0; k < items.length; k++) {
                sum += part(shown[k], chance[k]) + part(1 - shown[k], 1 - chance[k]);
            }
            return 2 * sum;
        }

        private double part(double observed, double expected) {
            return observed == 0 ? 0 : observed * StrictMath.log(observed / expected);
        }

        void addSpread(double[] byTopic) {
            for (int k = 0; k < items.length; k++) {
                byTopic[topicOf[items[k]]] += beside[k] * beside[k];
            }
        }

        void addInfluence(double[] bread, double[][] byTopic) {
            for (int k = 0; k < items.length; k++) {
                double longer = (shown[k] - chance[k]) * (beside[k] - besideMean);
                double typically = (shown[k] - chance[k]) * (typical[items[k]] - typicalMean);
                byTopic[topicOf[items[k]]][0] += bread[0] * longer + bread[1] * typically;
                byTopic[topicOf[items[k]]][1] += bread[1] * longer + bread[2] * typically;
            }
        }
    }
}
