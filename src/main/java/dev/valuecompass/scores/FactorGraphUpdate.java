package dev.valuecompass.scores;

import de.gesundkrank.jskills.GameInfo;
import de.gesundkrank.jskills.Rating;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** A match as JSkills' factor graph sees it; in closed form where the upset is beyond the graph's tails. */
final class FactorGraphUpdate implements MatchUpdate {
    private final FactorGraph graph;
    private final TeamStrength teams;
    private final MatchUpdate closedForm;

    FactorGraphUpdate(GameInfo game, TeamStrength teams) {
        this.graph = new FactorGraph(game);
        this.teams = teams;
        this.closedForm = new TwoTeamUpdate(game, teams);
    }

    @Override
    public void apply(int[] players, int winners, double[] means, double[] variances) {
        int losers = players.length - winners;
        List<Rating> before = new ArrayList<>();
        for (int player : players) {
            before.add(new Rating(means[player], StrictMath.sqrt(variances[player])));
        }
        List<Rating> after;
        try {
            after = graph
                    .rate(
                            List.of(before.subList(0, winners), before.subList(winners, players.length)),
                            List.of(
                                    Collections.nCopies(winners, teams.weight(winners)),
                                    Collections.nCopies(losers, teams.weight(losers))),
                            1,
                            2)
                    .stream()
                    .flatMap(List::stream)
                    .toList();
        } catch (ArithmeticException beyondItsTails) {
            closedForm.apply(players, winners, means, variances);
            return;
        }
        for (int k = 0; k < players.length; k++) {
            means[players[k]] = after.get(k).getMean();
            variances[players[k]] = after.get(k).getVariance();
        }
    }
}
