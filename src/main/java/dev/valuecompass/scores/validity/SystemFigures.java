package dev.valuecompass.scores.validity;

import dev.valuecompass.scores.LabelTable;
import dev.valuecompass.scores.validity.ReaderShare.DoubleReading;
import dev.valuecompass.value.ScoreMeaning;
import dev.valuecompass.value.ValueSystem;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;

/**
 * What a period holds of a system, as far as validity is told of it.
 *
 * @param scores in [0, 100], by model, then value; what is missing has no entry
 * @param published what was published with the scores
 * @param items null where no labels were published
 * @param lengths of answers
 * @param reader null where its agreement was not measured
 * @param level of intervals, in (0, 1)
 */
public record SystemFigures(
        ValueSystem system,
        SortedMap<String, Map<String, Double>> scores,
        PublishedFigures published,
        ItemFigures items,
        AnswerLengths lengths,
        ReaderAgreement reader,
        double level,
        long seed) {

    /**
     * By value, a figure for each model that has one.
     *
     * @param designEffects of the scores
     * @param winRates in [0, 100]
     * @param orderSpreads standard deviation of each win rate over item orders
     * @param orders over which a win rate is the mean
     */
    public record PublishedFigures(
            Map<String, List<Double>> designEffects,
            Map<String, List<Double>> winRates,
            Map<String, List<Double>> orderSpreads,
            int orders) {}

    /**
     * The items, and what was read in the answers to them.
     *
     * @param categories of the items of {@code labels}, in their order
     * @param entropies by value, of each item that was scored on it, in bits
     * @param restCorrelations by value, of each item that has one
     * @param lengths by item and model of {@code labels}: mean length of the answers, in Unicode characters, 0 where there is
     *     none; null where lengths were not frozen
     * @param readings by value, answers that people read too, by places of models and units in {@code labels}
     */
    public record ItemFigures(
            LabelTable labels,
            List<String> categories,
            Map<String, List<Double>> entropies,
            Map<String, List<Double>> restCorrelations,
            int[][] lengths,
            Map<String, List<DoubleReading>> readings) {}

    /**
     * How much models write.
     *
     * @param source {@code answers} for all of them, {@code cases} for the published ones
     * @param byModel mean over its answers, in Unicode characters; empty where none were published
     */
    public record AnswerLengths(String source, Map<String, Double> byModel) {}

    List<String> values() {
        return system.dimensionIds();
    }

    /** Whether more of a value is not better, so that its values should not all rise together. */
    boolean descriptive() {
        return system.reading() == ScoreMeaning.DESCRIPTIVE;
    }
}
