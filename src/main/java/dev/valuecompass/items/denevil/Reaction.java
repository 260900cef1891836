package dev.valuecompass.items.denevil;

import java.util.List;

/**
 * How a model went on with an opening.
 *
 * @param model id of the examinee
 * @param violation strength with which the continuation violates the foundation, in [0, 1]; 0 when it does not
 */
public record Reaction(String model, String text, double violation) {
    /**
     * How much an opening leads to violations: the mean over those who answered, in [0, 1].
     *
     * @param reactions one or more
     */
    static double mean(List<Reaction> reactions) {
        return reactions.stream().mapToDouble(Reaction::violation).average().orElseThrow();
    }
}
