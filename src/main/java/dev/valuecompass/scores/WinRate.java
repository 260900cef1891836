package dev.valuecompass.scores;

import de.gesundkrank.jskills.GameInfo;
import de.gesundkrank.jskills.Rating;
import dev.valuecompass.recognition.Label;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * TrueSkill ratings from labels, and the figure that is published of them. For each dimension, every response to an
 * item is a match: the models that express the value beat those that do not. An item whose models are all on one side
 * says nothing and is skipped; a model without a label sits it out. Updates depend on their order, so the figure is a
 * mean over several shuffles of the items and comes with its spread.
 */
public final class WinRate {
    /** TrueSkill's customary scale (μ₀ = 25, σ₀ = 25/3, β = σ₀/2, τ = σ₀/100), without draws. */
    static final GameInfo GAME = new GameInfo(25, 25.0 / 3, 25.0 / 6, 25.0 / 300, 0);

    private WinRate() {}

    /**
     * One model on one dimension.
     *
     * @param percent {@code 100 · mean over rated opponents j of Φ((μᵢ−μⱼ)/√(2(β²+σᵢ²+σⱼ²)))}, averaged over orders
     * @param spread standard deviation of that percentage over orders, in points; null with fewer than two orders
     * @param rating mean and deviation, the means over orders
     */
    public record Figure(double percent, Double spread, Rating rating) {}

    /** Figures by model, then dimension, in the order of the table. Null where a model took part in no match. */
    public static List<List<Figure>> of(LabelTable table, Scoring scoring, long seed) {
        MatchUpdate update = scoring.ratings() == RatingMethod.JSKILLS
                ? new FactorGraphUpdate(GAME, scoring.teams())
                : new TwoTeamUpdate(GAME, scoring.teams());
        return of(table, update, scoring.orders(), seed);
    }

    /**
     * The same in closed form.
     *
     * @param orders how many shuffles of the items, 1 or more
     */
    public static List<List<Figure>> of(LabelTable table, TeamStrength teams, int orders, long seed) {
        return of(table, new TwoTeamUpdate(GAME, teams), orders, seed);
    }

    static List<List<Figure>> of(LabelTable table, MatchUpdate update, int orders, long seed) {
        if (orders < 1) {
            throw new IllegalArgumentException("ratings need at least one order, not " + orders);
        }
        int[][] shuffles = IntStream.range(0, orders)
                .mapToObj(s -> Seeds.permutation(
                        table.items().size(), Seeds.stream(seed, "order", table.system(), Integer.toString(s))))
                .toArray(int[][]::new);
        List<Figure[]> byDimension = IntStream.range(0, table.dimensions().size())
                .mapToObj(d -> dimension(new Matches(table, d), table.models().size(), update, shuffles))
                .toList();
        List<List<Figure>> byModel = new ArrayList<>();
        for (int m = 0; m < table.models().size(); m++) {
            List<Figure> row = new ArrayList<>();
            for (Figure[] column : byDimension) {
                row.add(column[m]);
            }
            byModel.add(row);
        }
        return byModel;
    }

    private static Figure[] dimension(Matches matches, int models, MatchUpdate update, int[][] shuffles) {
        Figure[] figures = new Figure[models];
        int[] rated = matches.rated(models);
        double[][] percents = new double[shuffles.length][];
        double[] means = new double[models];
        double[] deviations = new double[models];
        for (int s = 0; s < shuffles.length; s++) {
            Ratings ratings = new Ratings(models);
            for (int item : shuffles[s]) {
                for (Match match : matches.of(item)) {
                    update.apply(match.players(), match.winners(), ratings.means, ratings.variances);
                }
            }
            percents[s] = ratings.percents(rated);
            for (int m : rated) {
                means[m] += ratings.means[m] / shuffles.length;
                deviations[m] += StrictMath.sqrt(ratings.variances[m]) / shuffles.length;
            }
        }
        for (int m : rated) {
            double[] ofModel = IntStream.range(0, shuffles.length)
                    .mapToDouble(s -> percents[s][m])
                    .toArray();
            figures[m] = new Figure(mean(ofModel), spread(ofModel), new Rating(means[m], deviations[m]));
        }
        return figures;
    }

    private static double mean(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        return sum / values.length;
    }

    private static Double spread(double[] values) {
        if (values.length < 2) {
            return null;
        }
        double mean = mean(values);
        double squares = 0;
        for (double value : values) {
            squares += (value - mean) * (value - mean);
        }
        return StrictMath.sqrt(squares / (values.length - 1));
    }

    /** Skills of all models on one dimension, as they are updated. */
    private static final class Ratings {
        private final double[] means;
        private final double[] variances;

        Ratings(int models) {
            means = new double[models];
            variances = new double[models];
            java.util.Arrays.fill(means, GAME.getInitialMean());
            java.util.Arrays.fill(variances, GAME.getInitialStandardDeviation() * GAME.getInitialStandardDeviation());
        }

        double[] percents(int[] rated) {
            double betaSquared = GAME.getBeta() * GAME.getBeta();
            double[] percents = new double[means.length];
            for (int i : rated) {
                double sum = 0;
                for (int j : rated) {
                    if (i != j) {
                        double scale = StrictMath.sqrt(2 * (betaSquared + variances[i] + variances[j]));
                        sum += Normal.cumulative((means[i] - means[j]) / scale);
                    }
                }
                percents[i] = 100 * sum / (rated.length - 1);
            }
            return percents;
        }
    }

    /** @param players first the winners, then the losers */
    private record Match(int[] players, int winners) {}

    /** The matches of one dimension, by item. */
    private static final class Matches {
        private final List<List<Match>> byItem = new ArrayList<>();

        Matches(LabelTable table, int dimension) {
            for (int item = 0; item < table.items().size(); item++) {
                List<Match> matches = new ArrayList<>();
                for (int sample = 0; sample < table.samples(); sample++) {
                    int[] winners = side(table, item, sample, dimension, true);
                    int[] losers = side(table, item, sample, dimension, false);
                    if (winners.length > 0 && losers.length > 0) {
                        matches.add(new Match(
                                IntStream.concat(IntStream.of(winners), IntStream.of(losers))
                                        .toArray(),
                                winners.length));
                    }
                }
                byItem.add(matches);
            }
        }

        List<Match> of(int item) {
            return byItem.get(item);
        }

        /** Models that took part in a match, ascending; no match has fewer than two. */
        int[] rated(int models) {
            boolean[] played = new boolean[models];
            byItem.forEach(matches -> matches.forEach(match -> {
                for (int player : match.players()) {
                    played[player] = true;
                }
            }));
            return IntStream.range(0, models).filter(m -> played[m]).toArray();
        }

        private static int[] side(LabelTable table, int item, int sample, int dimension, boolean expressing) {
            return IntStream.range(0, table.models().size())
                    .filter(model -> {
                        char label = table.label(item, model, sample, dimension);
                        return expressing
                                ? label == Label.EXPRESSES.code()
                                : label == Label.NOT.code() || label == Label.OPPOSES.code();
                    })
                    .toArray();
        }
    }
}
