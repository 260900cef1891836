package dev.valuecompass.recognition.embedded;

import dev.valuecompass.recognition.embedded.features.Form;
import dev.valuecompass.recognition.embedded.features.View;

/**
 * The two questions about an answer.
 *
 * @param expresses whether it expresses the value
 * @param opposes whether it opposes it
 */
record Heads(Head expresses, Head opposes) {
    /**
     * What an opinion says against a value is taken off what it says for it, at this rate; chosen on our own examples. In a
     * story or a reply the same words may stand for what is resisted or put right in the end.
     */
    private static final double OPINION_NET = 0.25;

    /**
     * An answer's scores.
     *
     * @param shown the score by which it shows the value
     */
    record Net(Scores expresses, Scores opposes, double shown) {}

    Net read(String system, String dimension, View view) {
        Scores yes = Scores.of(expresses, system, dimension, view);
        Scores against = Scores.of(opposes, system, dimension, view);
        double off = view.form() == Form.OPINION ? OPINION_NET * against.answer() : 0;
        return new Net(yes, against, yes.answer() - off);
    }
}
