package dev.valuecompass.recognition.embedded;

import java.util.List;

/**
 * One answer seen from one value by one head.
 *
 * @param logits one for each unit
 */
record Scores(List<Double> logits) {
    static Scores of(Head head, String system, String dimension, Form form, List<Features> units) {
        return new Scores(units.stream()
                .map(unit -> head.logit(system, dimension, form, unit))
                .toList());
    }

    /** The log of the mean odds: near the highest logit, but an answer that says it twice says it more. */
    double answer() {
        double highest = logits.get(highest());
        double sum = 0;
        for (double logit : logits) {
            sum += Math.exp(logit - highest);
        }
        return highest + Math.log(sum / logits.size());
    }

    /** The unit that says it most clearly. */
    int highest() {
        int best = 0;
        for (int i = 1; i < logits.size(); i++) {
            if (logits.get(i) > logits.get(best)) {
                best = i;
            }
        }
        return best;
    }
}
