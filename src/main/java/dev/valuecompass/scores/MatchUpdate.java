package dev.valuecompass.scores;

/** One match between two groups of players: what the result says about their skills. */
interface MatchUpdate {
    /**
     * Changes the players' means and variances in place.
     *
     * @param players places in the arrays: first the winners, then the losers
     * @param winners how many of them won, from 1 to all but one
     */
    void apply(int[] players, int winners, double[] means, double[] variances);
}
