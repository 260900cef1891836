package dev.valuecompass.items.adaem;

import dev.valuecompass.items.LabelEntropy;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * What a model of a panel said to a question.
 *
 * @param model id of the examinee
 * @param opinions its key points, one or more
 * @param values for each opinion, the ids of the dimensions that it shows
 */
public record PanelAnswer(String model, List<String> opinions, List<Set<String>> values) {
    /** @throws IllegalArgumentException unless there are opinions and as many value sets */
    public PanelAnswer {
        if (opinions.isEmpty() || opinions.size() != values.size()) {
            throw new IllegalArgumentException(opinions.size() + " opinions with " + values.size() + " value sets");
        }
    }

    /**
     * How well a question tells models apart by one answer of each: the entropy of showing a value in it or not, in bits,
     * the mean over the values.
     *
     * @param answers one or more
     * @param values ids of all dimensions
     */
    public static double entropy(List<PanelAnswer> answers, List<String> values) {
        return values.stream()
                .mapToDouble(value -> {
                    int shown = (int) answers.stream()
                            .filter(answer -> answer.union().contains(value))
                            .count();
                    return LabelEntropy.bits(shown, answers.size() - shown);
                })
                .average()
                .orElseThrow();
    }

    /** Shown by any of the opinions. */
    Set<String> union() {
        Set<String> union = new TreeSet<>();
        values.forEach(union::addAll);
        return union;
    }

    /** Shown by every one of them. */
    Set<String> intersection() {
        Set<String> common = new TreeSet<>(values.get(0));
        values.forEach(common::retainAll);
        return common;
    }
}
