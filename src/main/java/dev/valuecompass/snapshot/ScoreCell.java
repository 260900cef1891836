package dev.valuecompass.snapshot;

import com.fasterxml.jackson.annotation.JsonInclude;
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
 * @param corrected as people would have labelled the answers; null where people labelled too few
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
        Double designEffect,
        @JsonInclude(JsonInclude.Include.NON_NULL) Corrected corrected) {

    /**
     * An estimate of what people would have labelled.
     *
     * @param level in [0, 100]
     * @param interval holds the error of the recogniser and the choice of what was labelled
     * @param labels by people, of this model on this dimension
     */
    public record Corrected(double level, Interval interval, int labels) {}

    /** The score to show: corrected where it is; null when there is none. */
    public Double headline() {
        return corrected == null ? conformity : Double.valueOf(corrected.level());
    }

    /** The interval of the score to show, with the recogniser's error where that was measured; null when there is none. */
    public Interval headlineInterval() {
        return widened() ? intervalWithRecognizerError : resampledInterval();
    }

    /** Whether the interval of the score to show is wider than resampling gives it, by the recogniser's error. */
    public boolean widened() {
        return corrected == null && intervalWithRecognizerError != null;
    }

    /** The interval of the score to show as resampling gives it; null when there is none. */
    public Interval resampledInterval() {
        return corrected == null ? interval : corrected.interval();
    }

    /** Without the recogniser's error and the design effect. */
    public ScoreCell(
            String model,
            String dimension,
            Double conformity,
            Interval interval,
            Double winRate,
            Double winRateSpread,
            OutcomeCounts counts) {
        this(model, dimension, conformity, interval, winRate, winRateSpread, counts, null, null, null);
    }
}
