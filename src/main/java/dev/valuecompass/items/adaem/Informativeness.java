package dev.valuecompass.items.adaem;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.ToDoubleFunction;

/**
 * What a question tells about the differences between models: the stand-ins of AdAEM for its Eq. 3 and 4, which need the
 * log-probabilities of answers. Where the paper prints {@code min(…, 1)} under a fraction, {@code max(…, 1)} is meant.
 *
 * @param valueConformity {@code R_VC}: mean over models of (values that any of a model's opinions shows) / max(values that
 *     all of them show, 1)
 * @param valueDiversity {@code R_VD}: mean over pairs of models of (values that either shows) / max(values that both
 *     show, 1)
 * @param opinionDiversity {@code R_OD}: mean over pairs of 1 − F1 of their words, in [0, 1]
 * @param disentanglement {@code R_Dis}: mean over opinions of the number of values that either the opinion shows or the
 *     question, but not both
 * @param beta weight of disentanglement
 */
public record Informativeness(
        double valueConformity, double valueDiversity, double opinionDiversity, double disentanglement, double beta) {
    /** With fewer there is no pair to compare. */
    public static final int FEWEST_ANSWERS = 2;

    /**
     * @param answers of two models or more
     * @param question values that the question shows by itself
     * @param opinions gives {@code R_OD}
     */
    static Informativeness of(
            List<PanelAnswer> answers,
            Set<String> question,
            ToDoubleFunction<List<PanelAnswer>> opinions,
            double beta) {
        if (answers.size() < FEWEST_ANSWERS) {
            throw new IllegalArgumentException("one answer cannot differ from itself");
        }
        return new Informativeness(
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

    /** For the record, under the names by which items carry them. */
    public Map<String, Double> terms() {
        return new TreeMap<>(Map.of(
                "reward", rounded(reward()),
                "valueConformity", rounded(valueConformity),
                "valueDiversity", rounded(valueDiversity),
                "opinionDiversity", rounded(opinionDiversity),
                "disentanglement", rounded(disentanglement)));
    }

    private static double rounded(double value) {
        return Math.round(value * 1e6) / 1e6;
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
        int pairs = 0;
        for (int a = 0; a < answers.size(); a++) {
            for (int b = a + 1; b < answers.size(); b++) {
                Set<String> either = answers.get(a).union();
                Set<String> both = new TreeSet<>(either);
                Set<String> other = answers.get(b).union();
                either.addAll(other);
                both.retainAll(other);
                sum += either.size() / (double) Math.max(both.size(), 1);
                pairs++;
            }
        }
        return sum / pairs;
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
