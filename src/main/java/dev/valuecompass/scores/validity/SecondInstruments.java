package dev.valuecompass.scores.validity;

import java.util.List;

/**
 * What second instruments say of the models of a period, and how far that is what the period says: {@code instruments.json}.
 * Scores and convergence follow from the answers and the period's scores.
 *
 * @param version of what is computed and of its form
 * @param frozen SHA-256 of the checksum file of the period that it stands beside
 * @param dollars that the answers cost; null where no price is known
 */
public record SecondInstruments(
        int version,
        String period,
        int revision,
        String frozen,
        boolean synthetic,
        Double dollars,
        List<OfSystem> systems)
        implements BesidePeriod {
    /** The version that this program computes. */
    public static final int VERSION = 1;

    /** How many calls were answered in the form that was asked for. */
    public long answered() {
        return systems.stream()
                .flatMap(system -> system.answers().stream())
                .flatMap(one -> one.models().values().stream())
                .mapToLong(ClosedAnswers.Given::answered)
                .sum();
    }

    /** The instruments of one value system. @param convergence of each pair, the period's own scores first */
    public record OfSystem(
            String system, List<ClosedAnswers> answers, List<ClosedScores> scores, List<Convergence> convergence) {}
}
