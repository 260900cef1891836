package dev.valuecompass.recognition;

import java.util.List;

/**
 * What one answer shows.
 *
 * @param judgements one for each dimension of the item, in the item's order; empty when the recogniser failed
 * @param failure why the recogniser failed; empty when it did not
 */
public record Recognition(String item, String model, int sample, List<Judgement> judgements, String failure) {
    /** Whether the answer could not be read; then there are no judgements. */
    public boolean failed() {
        return !failure.isEmpty();
    }
}
