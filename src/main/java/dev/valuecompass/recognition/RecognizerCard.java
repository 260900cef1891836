package dev.valuecompass.recognition;

import java.util.List;
import java.util.Map;

/**
 * What a reader must know about a recogniser.
 *
 * @param id {@code embedded}, {@code direct} or {@code llm}
 * @param version SHA-256 over everything that decides its labels: weights, prompts, model ids
 * @param description how it works, in a sentence
 * @param fittedOn what its weights were fitted on; empty when it has none
 * @param quality measured on answers it was not fitted on, by system id; empty when not measured
 * @param sameFamily ids of examinees that the judging model is a relative of
 */
public record RecognizerCard(
        String id,
        String version,
        String description,
        List<String> fittedOn,
        Map<String, Quality> quality,
        List<String> sameFamily) {

    /**
     * Measured quality.
     *
     * @param n labelled (answer, dimension) pairs
     * @param data what they were
     * @param auc area under the ROC curve; null when undefined
     * @param accuracy in [0, 1]
     * @param f1 macro-averaged, in [0, 1]
     * @param kappa Cohen's kappa; null when undefined
     */
    public record Quality(int n, String data, Double auc, double accuracy, double f1, Double kappa) {}
}
