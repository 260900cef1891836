package dev.valuecompass.bench;

import de.gesundkrank.jskills.GameInfo;
import de.gesundkrank.jskills.ITeam;
import de.gesundkrank.jskills.Player;
import de.gesundkrank.jskills.Rating;
import de.gesundkrank.jskills.Team;
import de.gesundkrank.jskills.trueskill.FactorGraphTrueSkillCalculator;
import dev.valuecompass.scores.LabelTable;
import dev.valuecompass.scores.TeamStrength;
import dev.valuecompass.scores.WinRate;
import dev.valuecompass.scores.statistics.ItemBootstrap;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * What scores cost at the size of a large period: {@code java -cp … dev.valuecompass.bench.ScoresBench}. Prints wall seconds,
 * best of three, one thread.
 */
final class ScoresBench {
    private static final int ITEMS = 12_310;
    private static final int DIMENSIONS = 10;
    private static final int RATED = 16;
    private static final int ORDERS = 10;
    private static final int GRAPH_MATCHES = 20_000;
    private static final int RESAMPLED = 100;
    private static final int RESAMPLES = 1000;

    private ScoresBench() {}

    public static void main(String[] arguments) {
        LabelTable sixteen = table(ITEMS, RATED);
        double closed = best(() -> WinRate.of(sixteen, TeamStrength.MEAN, ORDERS, 1));
        say("%,d matches by the closed form: %.2f s", (long) ITEMS * DIMENSIONS * ORDERS, closed);
        factorGraph(closed / ((double) ITEMS * DIMENSIONS * ORDERS));
        LabelTable hundred = table(ITEMS, RESAMPLED);
        double resampled = best(() -> {
            ItemBootstrap bootstrap = new ItemBootstrap(hundred, RESAMPLES, 1);
            for (int m = 0; m < RESAMPLED; m++) {
                for (int d = 0; d < DIMENSIONS; d++) {
                    bootstrap.conformity(m, d);
                }
            }
        });
        Runtime memory = Runtime.getRuntime();
        say(
                "%,d resamples of %d models: %.1f s, heap in use %d MB of which the labels are %d MB",
                RESAMPLES,
                RESAMPLED,
                resampled,
                (memory.totalMemory() - memory.freeMemory()) >> 20,
                ITEMS * RESAMPLED * DIMENSIONS >> 20);
    }

    /** The same kind of match by JSkills alone: sides of 16 models with equal shares of play on either side. */
    private static void factorGraph(double closedSeconds) {
        Random random = new Random(1);
        GameInfo game = new GameInfo(25, 25.0 / 3, 25.0 / 6, 25.0 / 300, 0);
        FactorGraphTrueSkillCalculator calculator = new FactorGraphTrueSkillCalculator();
        Map<Integer, Rating> ratings = new HashMap<>();
        IntStream.range(0, RATED).forEach(m -> ratings.put(m, game.getDefaultRating()));
        double seconds = best(() -> {
            for (int match = 0; match < GRAPH_MATCHES; match++) {
                List<Integer> models = new ArrayList<>(ratings.keySet());
                Collections.shuffle(models, random);
                int winners = 1 + random.nextInt(RATED - 1);
                List<ITeam> sides = List.of(
                        side(models.subList(0, winners), ratings), side(models.subList(winners, RATED), ratings));
                calculator
                        .calculateNewRatings(game, sides, 1, 2)
                        .forEach((player, rating) -> ratings.put((Integer) ((Player<?>) player).getId(), rating));
            }
        });
        say(
                "%,d matches by JSkills' factor graph: %.2f s, %.0f times the closed form's time a match",
                GRAPH_MATCHES, seconds, seconds / GRAPH_MATCHES / closedSeconds);
    }

    private static Team side(List<Integer> models, Map<Integer, Rating> ratings) {
        Team side = new Team();
        models.forEach(model -> side.addPlayer(new Player<>(model, 1.0 / models.size()), ratings.get(model)));
        return side;
    }

    private static double best(Runnable work) {
        return IntStream.range(0, 3)
                .mapToDouble(i -> {
                    long start = System.nanoTime();
                    work.run();
                    return (System.nanoTime() - start) / 1e9;
                })
                .min()
                .orElseThrow();
    }

    private static void say(String text, Object... figures) {
        System.out.println(String.format(Locale.ROOT, text, figures));
    }

    /** Model m expresses each value with probability (m+1)/(models+1). */
    private static LabelTable table(int items, int models) {
        Random random = new Random(1);
        LabelTable table = new LabelTable("bench", names("d", DIMENSIONS), names("q", items), names("m", models), 1);
        char[] row = new char[DIMENSIONS];
        for (int i = 0; i < items; i++) {
            for (int m = 0; m < models; m++) {
                for (int d = 0; d < DIMENSIONS; d++) {
                    row[d] = random.nextDouble() * (models + 1) < m + 1 ? '+' : '.';
                }
                table.set(i, m, 0, new String(row));
            }
        }
        return table;
    }

    private static List<String> names(String prefix, int n) {
        return IntStream.range(0, n).mapToObj(i -> prefix + i).toList();
    }
}
