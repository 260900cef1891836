package dev.valuecompass.llm.offline;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The contexts of a panel that fit a question, remembered for the questions asked last: of each answer they are wanted for
 * every value several times.
 */
final class FittingContexts {
    private static final int MOST = 2_000;

    private final List<Context> contexts;
    private final Map<String, List<Context>> byQuestion = new LinkedHashMap<>(MOST, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, List<Context>> eldest) {
            return size() > MOST;
        }
    };

    /** @param contexts of those that fit, the first that names a value counts */
    FittingContexts(List<Context> contexts) {
        this.contexts = contexts;
    }

    /** The propensity that holds in the question's context; empty where none touches the model and the value. */
    Optional<Double> propensity(Panel.Member member, String system, String dimension, String question) {
        return fitting(question).stream()
                .flatMap(context -> context.propensity(member.model(), system, dimension).stream())
                .findFirst();
    }

    private synchronized List<Context> fitting(String question) {
        return byQuestion.computeIfAbsent(
                question,
                asked ->
                        contexts.stream().filter(context -> context.fits(asked)).toList());
    }
}
