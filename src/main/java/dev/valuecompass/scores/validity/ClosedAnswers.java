package dev.valuecompass.scores.validity;

import dev.valuecompass.value.Instrument;
import java.util.List;
import java.util.SortedMap;

/**
 * The answers of models to an instrument.
 *
 * @param models by id
 */
public record ClosedAnswers(Instrument instrument, SortedMap<String, Given> models) {
    /**
     * Of one model.
     *
     * @param given by question, one entry for each order in which it was asked: the place of the chosen statement as shown
     *     (1 or 2), or the rating; null where there is no answer
     * @param outcomes how calls ended, by outcome in lower case
     */
    public record Given(SortedMap<String, List<Integer>> given, SortedMap<String, Integer> outcomes) {
        /** Calls that were answered in the form that was asked for. */
        public long answered() {
            return given.values().stream()
                    .flatMap(List::stream)
                    .filter(one -> one != null)
                    .count();
        }
    }
}
