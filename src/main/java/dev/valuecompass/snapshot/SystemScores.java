package dev.valuecompass.snapshot;

import dev.valuecompass.scores.Conformity;
import dev.valuecompass.scores.LabelTable;
import dev.valuecompass.scores.ResampledUnit;
import dev.valuecompass.scores.Scoring;
import dev.valuecompass.scores.WinRate;
import dev.valuecompass.scores.statistics.ItemBootstrap;
import java.util.ArrayList;
import java.util.List;

/** Every published figure of one system, from its labels alone. */
public final class SystemScores {
    private SystemScores() {}

    /**
     * One figure for each model and dimension for which any response was scored, by model id, then in the order of the
     * dimensions. The order of items and models in the table makes no difference.
     */
    public static List<CellScore> of(LabelTable labels, Scoring scoring, long seed) {
        LabelTable table = labels.sorted();
        Conformity conformity = new Conformity(table);
        ItemBootstrap bootstrap = scoring.resamples() == 0 ? null : new ItemBootstrap(table, scoring.resamples(), seed);
        List<List<WinRate.Figure>> ratings = WinRate.of(table, scoring, seed);
        List<CellScore> cells = new ArrayList<>();
        for (int m = 0; m < table.models().size(); m++) {
            for (int d = 0; d < table.dimensions().size(); d++) {
                Double score = conformity.score(m, d);
                if (score != null) {
                    WinRate.Figure rating = ratings.get(m).get(d);
                    cells.add(new CellScore(
                            table.models().get(m),
                            table.dimensions().get(d),
                            score,
                            bootstrap == null ? null : bootstrap.interval(m, d, scoring.level()),
                            rating == null ? null : rating.percent(),
                            rating == null ? null : rating.spread(),
                            bootstrap == null || scoring.resampled() == ResampledUnit.ITEM
                                    ? null
                                    : bootstrap.designEffect(m, d)));
                }
            }
        }
        return cells;
    }
}
