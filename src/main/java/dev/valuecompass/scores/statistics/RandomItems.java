package dev.valuecompass.scores.statistics;

import java.util.Arrays;
import java.util.List;

/**
 * The Rasch model with random items: the chance that a model shows a value is {@code 1/(1 + exp(b − θ))}, where the draw
 * {@code b} of a question is normal, with a mean and a spread for the questions of the earlier period alone, of the later one
 * alone, and of both. Marginal maximum likelihood by expectation and maximisation (Bock & Aitkin 1981) with models and items
 * in exchanged places: a period has a dozen models and hundreds of questions, so it is the questions that are a sample (De
 * Boeck 2008). Joint estimates would be inconsistent with so few models, and would leave out whatever question all or none
 * of them answer alike. Both periods are calibrated at once; questions asked in both tie their scales.
 */
final class RandomItems {
    private static final int NODES = 21;
    private static final double FARTHEST = 4.5;
    private static final int MOST_ROUNDS = 300;
    private static final double SETTLED = 1e-4;
    private static final double LARGEST_TENDENCY = 8;
    private static final double LARGEST_STEP = 1;
    private static final double LEAST_SPREAD = 0.05;
    private static final double[] Z = new double[NODES];
    private static final double[] LOG_DENSITY = new double[NODES];

    static {
        for (int k = 0; k < NODES; k++) {
            Z[k] = FARTHEST * (2.0 * k / (NODES - 1) - 1);
            LOG_DENSITY[k] = -Z[k] * Z[k] / 2;
        }
    }

    /** When a question was asked; the anchors have mean 0. */
    enum Asked {
        THEN,
        NOW,
        BOTH
    }

    /**
     * A question and its answers.
     *
     * @param topic that it hangs together with
     * @param scored answers, of each model in the earlier period, then of each in the later
     * @param expressed of these, how many show the value
     */
    record Question(Asked asked, String topic, int[] scored, int[] expressed) {}

    private final List<Question> questions;
    private final int models;

    /** In logits, of each model in the earlier period, then of each in the later. */
    private final double[] tendency;

    private final double[] mean = new double[Asked.values().length];
    private final double[] spread = {1, 1, 1};
    /** Of each question over the nodes. */
    private final double[][] posterior;

    private RandomItems(List<Question> questions, int models) {
        this.questions = questions;
        this.models = models;
        this.tendency = new double[2 * models];
        this.posterior = new double[questions.size()][NODES];
    }

    static RandomItems of(List<Question> questions, int models) {
        RandomItems fit = new RandomItems(questions, models);
        fit.run(MOST_ROUNDS);
        return fit;
    }

    /** The same fit to other questions, from where this one ended. @param rounds at most */
    RandomItems refitted(List<Question> others, int rounds) {
        RandomItems fit = new RandomItems(others, models);
        System.arraycopy(tendency, 0, fit.tendency, 0, tendency.length);
        System.arraycopy(mean, 0, fit.mean, 0, mean.length);
        System.arraycopy(spread, 0, fit.spread, 0, spread.length);
        fit.run(rounds);
        return fit;
    }

    /** In logits, by model. @param later whether of the later period */
    double tendency(int model, boolean later) {
        return tendency[later ? models + model : model];
    }

    double mean(Asked asked) {
        return mean[asked.ordinal()];
    }

    double spread(Asked asked) {
        return spread[asked.ordinal()];
    }

    /** What each model would score on the questions of the later period, in [0, 100]. @param later with its tendency then or now */
    double[] expected(boolean later) {
        double[] expected = new double[models];
        double[][] weight = new double[Asked.values().length][NODES];
        double all = 0;
        for (int q = 0; q < questions.size(); q++) {
            if (questions.get(q).asked() != Asked.THEN) {
                int asked = questions.get(q).asked().ordinal();
                for (int k = 0; k < NODES; k++) {
                    weight[asked][k] += posterior[q][k];
                }
                all++;
            }
        }
        for (int m = 0; m < models; m++) {
            for (int asked = 0; asked < weight.length; asked++) {
                for (int k = 0; k < NODES; k++) {
                    if (weight[asked][k] > 0) {
                        expected[m] += 100 * weight[asked][k] / all * chance(tendency(m, later) - draw(asked, k));
                    }
                }
            }
        }
        return expected;
    }

    private static double chance(double logit) {
        return 1 / (1 + StrictMath.exp(-logit));
    }

    private double draw(int asked, int node) {
        return mean[asked] + spread[asked] * Z[node];
    }

    private void run(int rounds) {
        for (int round = 0; round < rounds; round++) {
            expect();
            double[] before = tendency.clone();
            maximise();
            double largest = 0;
            for (int c = 0; c < tendency.length; c++) {
                largest = Math.max(largest, Math.abs(tendency[c] - before[c]));
            }
            if (largest < SETTLED) {
                break;
            }
        }
        expect();
    }

    private void expect() {
        double[][][] logits = new double[Asked.values().length][tendency.length][NODES];
        double[][][] costs = new double[logits.length][tendency.length][NODES];
        for (int asked = 0; asked < logits.length; asked++) {
            for (int c = 0; c < tendency.length; c++) {
                for (int k = 0; k < NODES; k++) {
                    double logit = tendency[c] - draw(asked, k);
                    logits[asked][c][k] = logit;
                    costs[asked][c][k] = Math.max(0, logit) + StrictMath.log1p(StrictMath.exp(-Math.abs(logit)));
                }
            }
        }
        for (int q = 0; q < posterior.length; q++) {
            Question question = questions.get(q);
            double[][] logit = logits[question.asked().ordinal()];
            double[][] cost = costs[question.asked().ordinal()];
            double[] log = LOG_DENSITY.clone();
            for (int c = 0; c < tendency.length; c++) {
                int n = question.scored()[c];
                int x = question.expressed()[c];
                for (int k = 0; n > 0 && k < NODES; k++) {
                    log[k] += x * logit[c][k] - n * cost[c][k];
                }
            }
            double highest = Arrays.stream(log).max().orElseThrow();
            double sum = 0;
            for (int k = 0; k < NODES; k++) {
                posterior[q][k] = StrictMath.exp(log[k] - highest);
                sum += posterior[q][k];
            }
            for (int k = 0; k < NODES; k++) {
                posterior[q][k] /= sum;
            }
        }
    }

    private void maximise() {
        int kinds = Asked.values().length;
        double[][][] scored = new double[kinds][tendency.length][NODES];
        double[] expressed = new double[tendency.length];
        double[] first = new double[kinds];
        double[] second = new double[kinds];
        int[] count = new int[kinds];
        for (int q = 0; q < posterior.length; q++) {
            Question question = questions.get(q);
            int asked = question.asked().ordinal();
            count[asked]++;
            for (int k = 0; k < NODES; k++) {
                first[asked] += posterior[q][k] * draw(asked, k);
                second[asked] += posterior[q][k] * draw(asked, k) * draw(asked, k);
            }
            for (int c = 0; c < tendency.length; c++) {
                int n = question.scored()[c];
                expressed[c] += question.expressed()[c];
                for (int k = 0; n > 0 && k < NODES; k++) {
                    scored[asked][c][k] += n * posterior[q][k];
                }
            }
        }
        for (int c = 0; c < tendency.length; c++) {
            double rest = expressed[c];
            double information = 0;
            for (int asked = 0; asked < kinds; asked++) {
                for (int k = 0; k < NODES; k++) {
                    double p = chance(tendency[c] - draw(asked, k));
                    rest -= scored[asked][c][k] * p;
                    information += scored[asked][c][k] * p * (1 - p);
                }
            }
            if (information > 0) {
                double step = Math.max(-LARGEST_STEP, Math.min(LARGEST_STEP, rest / information));
                tendency[c] = Math.max(-LARGEST_TENDENCY, Math.min(LARGEST_TENDENCY, tendency[c] + step));
            }
        }
        for (int asked = 0; asked < kinds; asked++) {
            if (count[asked] > 0) {
                mean[asked] = first[asked] / count[asked];
                spread[asked] =
                        Math.max(LEAST_SPREAD, Math.sqrt(second[asked] / count[asked] - mean[asked] * mean[asked]));
            }
        }
        if (count[Asked.THEN.ordinal()] > 0) {
            tie(scored[Asked.BOTH.ordinal()]);
        }
        double origin = mean[Asked.BOTH.ordinal()];
        for (int asked = 0; asked < kinds; asked++) {
            mean[asked] -= origin;
        }
        for (int c = 0; c < tendency.length; c++) {
            tendency[c] -= origin;
        }
    }

    /** Moves the earlier period as a whole to where its answers to the anchors want it; without this, it creeps there. */
    private void tie(double[][] scored) {
        double rest = 0;
        double information = 0;
        for (Question question : questions) {
            for (int c = 0; question.asked() == Asked.BOTH && c < models; c++) {
                rest += question.expressed()[c];
            }
        }
        for (int c = 0; c < models; c++) {
            for (int k = 0; k < NODES; k++) {
                double p = chance(tendency[c] - draw(Asked.BOTH.ordinal(), k));
                rest -= scored[c][k] * p;
                information += scored[c][k] * p * (1 - p);
            }
        }
        double shift = information > 0 ? Math.max(-LARGEST_STEP, Math.min(LARGEST_STEP, rest / information)) : 0;
        for (int c = 0; c < models; c++) {
            tendency[c] += shift;
        }
        mean[Asked.THEN.ordinal()] += shift;
    }
}
