package dev.valuecompass.scores;

import de.gesundkrank.jskills.GameInfo;

/**
 * TrueSkill's update for two teams without a draw, in closed form (Herbrich, Minka & Graepel 2007): with
 * {@code c² = Σ w²(σ²+τ²+β²)} over both teams and {@code t} the difference of the team means over {@code c}, it is what
 * the factor graph converges to at once. With weights of one, {@code c² = Σ(σ²+τ²) + nβ²}. Not for draws.
 */
final class TwoTeamUpdate implements MatchUpdate {
    private final double betaSquared;
    private final double tauSquared;
    private final TeamStrength teams;

    /** @param game its draw probability is not looked at: there are no draws */
    TwoTeamUpdate(GameInfo game, TeamStrength teams) {
        this.betaSquared = game.getBeta() * game.getBeta();
        this.tauSquared = game.getDynamicsFactor() * game.getDynamicsFactor();
        this.teams = teams;
    }

    @Override
    public void apply(int[] players, int winners, double[] means, double[] variances) {
        double winnersWeight = teams.weight(winners);
        double losersWeight = teams.weight(players.length - winners);
        double difference = 0;
        double cSquared = 0;
        for (int k = 0; k < players.length; k++) {
            double weight = k < winners ? winnersWeight : -losersWeight;
            difference += weight * means[players[k]];
            cSquared += weight * weight * (variances[players[k]] + tauSquared + betaSquared);
        }
        double c = StrictMath.sqrt(cSquared);
        double t = difference / c;
        double v = Normal.hazard(t);
        double w = v * (v + t);
        for (int k = 0; k < players.length; k++) {
            int player = players[k];
            double weight = k < winners ? winnersWeight : -losersWeight;
            double variance = variances[player] + tauSquared;
            means[player] += weight * variance / c * v;
            variances[player] = variance * (1 - weight * weight * variance / cSquared * w);
        }
    }
}
