package dev.valuecompass.pipeline.validation;

import dev.valuecompass.recognition.Label;
import dev.valuecompass.scores.Interval;
import dev.valuecompass.scores.LabelTable;
import dev.valuecompass.scores.statistics.RecognizerError;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What is known of the recogniser's error, from two sources: its card, measured on answers of other models to other
 * questions, and a gold set of the models at hand, a hundred labelled answers a value.
 *
 * @param card empty where the card tells no error of the system
 * @param gold one for each dimension, in the order of the system
 */
record ErrorBars(Optional<RecognizerError> card, List<RecognizerError> gold) {
    /** Labelled answers a value that somebody who runs a leaderboard can be expected to label. */
    static final int GOLD_A_VALUE = 100;

    /**
     * The gold set are answers of the twins, which enter no score: of each question the answer of one twin, all in turn.
     *
     * @param labelled of the models, then of as many twins
     */
    static ErrorBars of(Optional<RecognizerError> card, PanelAnswering.LabelTables labelled, int models) {
        List<RecognizerError> gold = new ArrayList<>();
        for (int d = 0; d < labelled.oracle().dimensions().size(); d++) {
            gold.add(gold(labelled, models, d));
        }
        return new ErrorBars(card, List.copyOf(gold));
    }

    /** With the error that the card tells; the interval itself where it tells none. */
    Interval byCard(double score, Interval sampling) {
        return card.map(error -> error.carried(score, sampling)).orElse(sampling);
    }

    Interval byGold(int dimension, double score, Interval sampling) {
        return gold.get(dimension).carried(score, sampling);
    }

    private static RecognizerError gold(PanelAnswering.LabelTables labelled, int models, int d) {
        LabelTable recognised = labelled.recognised();
        LabelTable oracle = labelled.oracle();
        int[] counts = new int[4];
        int taken = 0;
        for (int i = 0; i < oracle.items().size() && taken < GOLD_A_VALUE; i++) {
            int twin = models + i % models;
            char truth = oracle.label(i, twin, 0, d);
            char seen = recognised.label(i, twin, 0, d);
            if (truth != LabelTable.NOT_MEASURED && seen != LabelTable.UNSCORED) {
                boolean shown = truth == Label.EXPRESSES.code();
                boolean found = seen == Label.EXPRESSES.code();
                counts[(shown ? 0 : 2) + (found ? 0 : 1)]++;
                taken++;
            }
        }
        return new RecognizerError(counts[0], counts[2], counts[1], counts[3]);
    }
}
