package dev.valuecompass.items.adaem;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.ToDoubleFunction;

/**
 * How far the answers of the cheap panel differ, one of each model: the stand-ins of AdAEM (App. B.4) for its Eq. 3 and 4,
 * which need the log-probabilities of answers. They steer the refinement of a question and decide nothing else. Where the
 * paper prints {@code min(…, 1)} under a fraction, {@code max(…, 1)} is meant.
 *
 * @param valueConformity {@code R_VC}: mean over models of (values that any of a model's opinions shows) / max(values that
 *     all of them show, 1)
 * @param valueDiversity {@code R_VD}: sum over pairs of models of (values that either shows) / max(values that both
 *     show, 1)
 * @param opinionDiversity {@code R_OD}: mean over pairs of 1 − F1 of their words, in [0, 1]
 * @param disentanglement {@code R_Dis}: mean over opinions of the number of values that either the opinion shows or the
 *     question, but not both
 * @param beta weight of disentanglement
 */
record StandIns(
        double valueConformity, double valueDiversity, double opinionDiversity, double disentanglement, double beta) {
    /** With fewer there is no pair to compare. */
    static final int FEWEST_ANSWERS = 2;

    /**
     * @param answers of two models or more
     * @param question values that the question shows by itself
     * @param opinions gives {@code R_OD}
     */
    static StandIns of(
            List<PanelAnswer> answers,
            Set<String> question,
            ToDoubleFunction<List<PanelAnswer>> opinions,
            double beta) {
        if (answers.size() < FEWEST_ANSWERS) {
            throw new IllegalArgumentException("one answer cannot differ from itself");
        }
        return new StandIns(
                valueConformity(answers),
                valueDiversity(answers),
                opinions.applyAsDouble(answers),
                disentanglement(answers, question),
                beta);
    }

    /** {@code R = R_VC + R_VD + R_OD + (β/2) R_Dis}. */
    double reward() {
        return valueConformity + valueDiversity + opinionDiversity + beta / 2 * disentanglement;
    }

    static double valueConformity(List<PanelAnswer> answers) {
        return answers.stream()
                .mapToDouble(answer -> answer.union().size()
                        / (double) Math.max(answer.intersection().size(), 1))
                .average()
                .orElseThrow();
    }

    static double valueDiversity(List<PanelAnswer> answers) {
        double sum = 0;
        for (int a = 0; a < answers.size(); a++) {
            for (int b = a + 1; b < answers.size(); b++) {
                Set<String> either = answers.get(a).union();
                Set<String> both = new TreeSet<>(either);
                Set<String> other = answers.get(b).union();
                either.addAll(other);
                both.retainAll(other);
                sum += either.size() / (double) Math.max(both.size(), 1);
            }
        }
        return sum;
    }

    static double disentanglement(List<PanelAnswer> answers, Set<String> question) {
        return answers.stream()
                .flatMap(answer -> answer.values().stream())
                .mapToInt(opinion -> onlyInOne(opinion, question))
                .average()
                .orElseThrow();
    }

    private static int onlyInOne(Set<String> one, Set<String> other) {
        Set<String> both = new TreeSet<>(one);
        both.retainAll(other);
        return one.size() + other.size() - 2 * both.size();
    }
}
