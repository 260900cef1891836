package dev.valuecompass.scores.validity;

import dev.valuecompass.recognition.RecognizerCard;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * How far the recogniser and whoever labelled answers by hand agree, as its card tells for a system.
 *
 * @param recogniser its id
 * @param n labelled pairs of answer and value
 * @param data what they were, and who labelled them
 * @param accuracy share of them on which both agree
 * @param kappa Cohen's κ: agreement beyond chance; null where undefined
 * @param low lower end of its 95 % interval; null where it was not kept
 * @param high its upper end
 */
public record ReaderAgreement(
        String recogniser, int n, String data, double accuracy, Double kappa, Double low, Double high) {
    private static final double SUBSTANTIAL = 0.6;
    private static final double MODERATE = 0.4;

    /** Empty where it was not measured. */
    public static Optional<ReaderAgreement> of(List<RecognizerCard> cards, String version, String system) {
        return cards.stream()
                .filter(card -> card.version().equals(version))
                .map(card -> of(card.id(), card.quality().get(system)))
                .filter(Objects::nonNull)
                .findFirst();
    }

    private static ReaderAgreement of(String id, RecognizerCard.Quality q) {
        return q == null
                ? null
                : new ReaderAgreement(
                        id,
                        q.n(),
                        q.data(),
                        q.accuracy(),
                        q.kappa(),
                        q.detail() == null ? null : q.detail().kappaLow(),
                        q.detail() == null ? null : q.detail().kappaHigh());
    }

    /** By the words of Landis and Koch (1977): substantial, moderate, or less. */
    Grade grade() {
        return Grade.atLeast(kappa, SUBSTANTIAL, MODERATE);
    }
}
