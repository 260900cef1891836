package dev.valuecompass.pipeline.validation;

import dev.valuecompass.io.ByName;
import dev.valuecompass.io.Digest;
import dev.valuecompass.items.ItemIds;
import dev.valuecompass.snapshot.GoldRecord;
import java.util.List;

/**
 * One line of the operator's key to a draw: a value to look for in an answer. Raters see neither model nor reading.
 *
 * @param id all that a rater's file names; it tells nothing of the model
 * @param round of the draw, from 1
 * @param stratum that it was drawn from: answers of one model on one value that were read about alike
 * @param of how many answers the stratum has
 * @param shown how likely the recogniser took the value to be shown, in [0, 1]
 */
@ByName
record DrawnAnswer(
        String id,
        int round,
        String system,
        String dimension,
        String model,
        String item,
        int sample,
        String stratum,
        int of,
        double shown,
        String prompt,
        String answer) {
    private static final int ID_LENGTH = 16;

    static String id(String model, String caseId, String dimension) {
        return Digest.sha256(String.join("\n", List.of(model, caseId, dimension)))
                .substring(0, ID_LENGTH);
    }

    /** Whether a gold line is about the same value in the same answer. */
    boolean isOf(GoldRecord gold) {
        return id.equals(id(gold.model(), ItemIds.ofCase(gold.item(), gold.sample()), gold.dimension()));
    }
}
