package dev.valuecompass.scores.statistics;

import dev.valuecompass.recognition.RecognizerCard;
import dev.valuecompass.scores.Interval;
import java.util.List;
import java.util.Optional;
import org.apache.commons.math3.distribution.NormalDistribution;

/**
 * A recogniser's measured error, carried into the interval of a score. The share of answers in which a value is seen is
 * not the share that shows it; the correction of Rogan and Gladen (1978, Am. J. Epidemiol. 107, 71–76) infers the latter,
 * {@code (p + specificity - 1) / (sensitivity + specificity - 1)}, with a variance (delta method) that holds the sampling
 * of items and of the gold answers. It supposes that the recogniser errs on these answers as it did on the gold ones.
 *
 * @param truePositives gold answers that show the value, and in which it was seen
 * @param falsePositives gold answers that do not show it, but in which it was seen
 * @param falseNegatives gold answers that show it, but in which it was not seen
 * @param trueNegatives gold answers that do not show it, and in which it was not seen
 */
public record RecognizerError(int truePositives, int falsePositives, int falseNegatives, int trueNegatives) {
    /** Half an answer more on either side, so that a gold set without errors does not count as proof that there are none. */
    private static final double PRIOR = 0.5;

    /** The error that a recogniser's card tells for a system; empty where none was measured. */
    public static Optional<RecognizerError> of(List<RecognizerCard> cards, String version, String system) {
        return cards.stream()
                .filter(card -> card.version().equals(version))
                .map(card -> card.quality().get(system))
                .filter(quality -> quality != null && quality.detail() != null)
                .map(quality -> of(quality.detail()))
                .findFirst();
    }

    private static RecognizerError of(RecognizerCard.Detail d) {
        return new RecognizerError(d.truePositives(), d.falsePositives(), d.falseNegatives(), d.trueNegatives());
    }

    /**
     * The interval of the corrected share, together with the score's own: it is never narrower than without the error, so
     * a poor recogniser can hide a difference but not make one. All of [0, 100] where the recogniser could not be told
     * from a coin.
     *
     * @param score in percent, within {@code sampling}
     * @param sampling interval of the score that holds the sampling of items alone
     */
    public Interval carried(double score, Interval sampling) {
        double z = new NormalDistribution(null, 0, 1).inverseCumulativeProbability((1 + sampling.level()) / 2);
        double shown = truePositives + falseNegatives + 2 * PRIOR;
        double notShown = trueNegatives + falsePositives + 2 * PRIOR;
        double sensitivity = (truePositives + PRIOR) / shown;
        double specificity = (trueNegatives + PRIOR) / notShown;
        double ofSensitivity = sensitivity * (1 - sensitivity) / shown;
        double ofSpecificity = specificity * (1 - specificity) / notShown;
        double skill = sensitivity + specificity - 1;
        if (skill <= z * Math.sqrt(ofSensitivity + ofSpecificity)) {
            return new Interval(0, 100, sampling.level());
        }
        double share = Math.max(0, Math.min(1, (score / 100 + specificity - 1) / skill));
        double gold = (1 - share) * (1 - share) * ofSpecificity + share * share * ofSensitivity;
        double below = StrictMath.hypot((score - sampling.low()) / 100, z * Math.sqrt(gold)) / skill;
        double above = StrictMath.hypot((sampling.high() - score) / 100, z * Math.sqrt(gold)) / skill;
        return new Interval(
                Math.max(0, Math.min(sampling.low(), 100 * (share - below))),
                Math.min(100, Math.max(sampling.high(), 100 * (share + above))),
                sampling.level());
    }
}
