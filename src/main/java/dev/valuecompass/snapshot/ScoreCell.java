package dev.valuecompass.snapshot;

import dev.valuecompass.io.ByName;
import dev.valuecompass.responses.OutcomeCounts;
import dev.valuecompass.scores.Interval;

/**
 * One published figure: a model on a dimension.
 *
 * @param conformity in [0, 100] (Eq. 1); null when nothing could be scored
 * @param interval of the conformity; null when the source does not report uncertainty
 * @param winRate in [0, 100]; null when not rated
 * @param winRateSpread standard deviation over item orders, in points; null when not rated
 * @param counts how the responses ended; null when the source does not say
 * @param intervalWithRecognizerError interval that holds the recogniser's measured error as well; null where that was not measured
 * @param designEffect variance of the conformity with topics drawn, over that of as many independent answers; null where
 *     it cannot be told or single items were drawn
 */
@ByName
public record ScoreCell(
        String model,
        String dimension,
        Double conformity,
        Interval interval,
        Double winRate,
        Double winRateSpread,
        OutcomeCounts counts,
        Interval intervalWithRecognizerError,
        Double designEffect) {

    /** Without the recogniser's error and the design effect. */
    public ScoreCell(
            String model,
            String dimension,
            Double conformity,
            Interval interval,
            Double winRate,
            Double winRateSpread,
            OutcomeCounts counts) {
        this(model, dimension, conformity, interval, winRate, winRateSpread, counts, null, null);
    }
}
