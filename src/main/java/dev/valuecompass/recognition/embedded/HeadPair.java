package dev.valuecompass.recognition.embedded;

/**
 * The two questions about an answer.
 *
 * @param expresses whether it expresses the value
 * @param opposes whether it opposes it
 */
record HeadPair(Head expresses, Head opposes) {
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
    public record AnswerScore(HeadScore expresses, HeadScore opposes, double shown) {}

    public AnswerScore read(String system, String dimension, View view) {
        HeadScore yes = HeadScore.of(expresses, system, dimension, view);
        HeadScore against = HeadScore.of(opposes, system, dimension, view);
        double off = view.form() == AnswerForm.OPINION ? OPINION_NET * against.answer() : 0;
        return new AnswerScore(yes, against, yes.answer() - off);
    }
}
