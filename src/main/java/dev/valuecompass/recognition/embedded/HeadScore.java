package dev.valuecompass.recognition.embedded;

import java.util.List;

/**
 * One answer seen from one value by one head.
 *
 * @param whole logit of the whole answer; null for an opinion
 * @param parts one logit for each part
 */
record HeadScore(Double whole, List<Double> parts) {
    static HeadScore of(Head head, String system, String dimension, View view) {
        return new HeadScore(
                view.whole() == null ? null : head.logit(system, dimension, view.form(), view.whole()),
                view.parts().stream()
                        .map(part -> head.logit(system, dimension, view.form(), part))
                        .toList());
    }

    /** The clearest part, and where the whole is read, the mean of both. */
    public double answer() {
        double clearest = parts.get(highest());
        return whole == null ? clearest : (clearest + whole) / 2;
    }

    /** The part that says it most clearly. */
    int highest() {
        int best = 0;
        for (int i = 1; i < parts.size(); i++) {
            if (parts.get(i) > parts.get(best)) {
                best = i;
            }
        }
        return best;
    }
}
