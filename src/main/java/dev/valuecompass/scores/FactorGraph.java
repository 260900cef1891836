package dev.valuecompass.scores;

import de.gesundkrank.jskills.GameInfo;
import de.gesundkrank.jskills.IPlayer;
import de.gesundkrank.jskills.ITeam;
import de.gesundkrank.jskills.Player;
import de.gesundkrank.jskills.Rating;
import de.gesundkrank.jskills.Team;
import de.gesundkrank.jskills.trueskill.FactorGraphTrueSkillCalculator;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.commons.math3.distribution.NormalDistribution;

/**
 * The guarded door to JSkills' factor graph, for matches with draws, partial play or more than two teams. JSkills 1.1
 * sorts the caller's array of ranks, confuses equal teams, and takes the draw margin of one player a side whatever
 * their number; none of this gets past here. Its two-team calculator leaves τ² out of c² and is not used, its partial
 * update is advertised but not done and is not offered.
 */
final class FactorGraph {
    /** In standard deviations of the difference; its error function gives out a little further on. */
    private static final double TAIL = 25;

    private final GameInfo game;

    FactorGraph(GameInfo game) {
        this.game = game;
    }

    /**
     * @param teams the players' ratings before, by team
     * @param weights of the players, as {@code teams}: the share of the match that each played, above 0
     * @param ranks of the teams, lower is better, equal for a draw
     * @return the ratings after, as {@code teams}
     * @throws ArithmeticException on an upset so extreme that JSkills' tails give out
     */
    List<List<Rating>> rate(List<List<Rating>> teams, List<List<Double>> weights, int... ranks) {
        refuseBeyondTails(teams, weights, ranks);
        List<List<IPlayer>> players = new ArrayList<>();
        List<ITeam> sides = new ArrayList<>();
        int next = 0;
        for (int t = 0; t < teams.size(); t++) {
            Team side = new Team();
            List<IPlayer> names = new ArrayList<>();
            for (int p = 0; p < teams.get(t).size(); p++) {
                // A number of its own for every player also keeps teams of equal ratings apart.
                IPlayer player = new Player<>(next++, weights.get(t).get(p));
                side.addPlayer(player, teams.get(t).get(p));
                names.add(player);
            }
            sides.add(side);
            players.add(names);
        }
        Map<IPlayer, Rating> after =
                new FactorGraphTrueSkillCalculator().calculateNewRatings(marginOf(next), sides, ranks.clone());
        return players.stream()
                .map(names -> names.stream().map(after::get).toList())
                .toList();
    }

    /**
     * The game whose draw margin in JSkills, {@code Φ⁻¹((p′+1)/2)·√2·β}, is the right one for two teams of n players
     * in all, {@code Φ⁻¹((p+1)/2)·√n·β}.
     */
    private GameInfo marginOf(int n) {
        if (game.getDrawProbability() == 0) {
            return game;
        }
        NormalDistribution normal = new NormalDistribution(null, 0, 1);
        double deviations = normal.inverseCumulativeProbability((game.getDrawProbability() + 1) / 2);
        double probability = 2 * normal.cumulativeProbability(deviations * Math.sqrt(n / 2.0)) - 1;
        return new GameInfo(
                game.getInitialMean(),
                game.getInitialStandardDeviation(),
                game.getBeta(),
                game.getDynamicsFactor(),
                probability);
    }

    /** Refuses what JSkills would get wrong without a word: beyond its tails it returns finite, false ratings. */
    private void refuseBeyondTails(List<List<Rating>> teams, List<List<Double>> weights, int[] ranks) {
        for (int better = 0; better < teams.size(); better++) {
            for (int worse = 0; worse < teams.size(); worse++) {
                if (ranks[better] < ranks[worse]) {
                    double difference =
                            mean(teams.get(better), weights.get(better)) - mean(teams.get(worse), weights.get(worse));
                    double deviation = Math.sqrt(variance(teams.get(better), weights.get(better))
                            + variance(teams.get(worse), weights.get(worse)));
                    if (difference < -TAIL * deviation) {
                        throw new ArithmeticException("an upset of " + -difference / deviation
                                + " standard deviations is beyond the factor graph, which can do " + TAIL);
                    }
                }
            }
        }
    }

    private static double mean(List<Rating> team, List<Double> weights) {
        return IntStream.range(0, team.size())
                .mapToDouble(p -> weights.get(p) * team.get(p).getMean())
                .sum();
    }

    private double variance(List<Rating> team, List<Double> weights) {
        double noise = game.getBeta() * game.getBeta() + game.getDynamicsFactor() * game.getDynamicsFactor();
        return IntStream.range(0, team.size())
                .mapToDouble(p -> weights.get(p)
                        * weights.get(p)
                        * (team.get(p).getStandardDeviation() * team.get(p).getStandardDeviation() + noise))
                .sum();
    }
}
