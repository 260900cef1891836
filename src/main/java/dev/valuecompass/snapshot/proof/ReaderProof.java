package dev.valuecompass.snapshot.proof;

import dev.valuecompass.recognition.Agreement;
import dev.valuecompass.recognition.RecognizerCard;
import dev.valuecompass.recognition.RecognizerCard.Bin;
import dev.valuecompass.recognition.RecognizerCard.Detail;
import dev.valuecompass.recognition.RecognizerCard.Opposed;
import dev.valuecompass.recognition.RecognizerCard.Quality;
import dev.valuecompass.snapshot.PeriodFiles;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/** A recogniser's agreement with gold labels follows from four counts: answers that show the value or not, seen or not. */
final class ReaderProof {
    private static final String FILE = PeriodFiles.SNAPSHOT;

    private ReaderProof() {}

    static void check(List<RecognizerCard> cards, ProofVerdict verdict) {
        for (RecognizerCard card : cards) {
            qualities("quality of " + card.id(), card.quality(), verdict);
            qualities("agreement of " + card.id() + " with people", card.people(), verdict);
        }
    }

    private static void qualities(String what, Map<String, Quality> measured, ProofVerdict verdict) {
        new TreeMap<>(measured).forEach((system, quality) -> {
            String name = what + " on " + system;
            if (quality.detail() == null) {
                verdict.open(name + ": the counts that its figures follow from are not published");
            } else {
                figures(name, quality, quality.detail(), verdict);
            }
        });
    }

    private static void figures(String name, Quality quality, Detail detail, ProofVerdict verdict) {
        Agreement counts = new Agreement(
                detail.truePositives(), detail.falsePositives(), detail.falseNegatives(), detail.trueNegatives());
        verdict.holds(
                FILE,
                counts.n() == quality.n(),
                name + ": n is " + quality.n() + ", the counts add up to " + counts.n());
        if (counts.n() > 0) {
            figure(name + ": accuracy", quality.accuracy(), counts.accuracy(), verdict);
            figure(name + ": f1", quality.f1(), counts.macroF1(), verdict);
            figure(name + ": kappa", quality.kappa(), counts.kappa(), verdict);
        }
        calibration(name, detail, counts, verdict);
        verdict.holds(
                FILE,
                detail.evidenceMet() <= detail.evidenceOf() && detail.evidenceOf() <= counts.n(),
                name + ": evidence met in " + detail.evidenceMet() + " of " + detail.evidenceOf()
                        + " answers cannot be, of " + counts.n());
        opposed(name, detail, verdict);
    }

    /** What opposes a value does not show it. */
    private static void opposed(String name, Detail detail, ProofVerdict verdict) {
        Opposed opposed = detail.opposed();
        if (opposed != null) {
            verdict.holds(
                    FILE,
                    opposed.met() <= Math.min(opposed.labelled(), opposed.seen())
                            && (!opposed.data().isEmpty()
                                    || opposed.labelled() <= detail.falsePositives() + detail.trueNegatives()
                                            && opposed.seen() <= detail.falseNegatives() + detail.trueNegatives()),
                    name + ": " + opposed.met() + " met of " + opposed.labelled() + " labelled and " + opposed.seen()
                            + " seen as opposed cannot be");
        }
    }

    /** As it is kept in the file beside the recogniser, to three decimals. */
    private static void figure(String what, Double published, Double recomputed, ProofVerdict verdict) {
        Double rounded = recomputed == null ? null : Math.round(recomputed * 1000) / 1000.0;
        verdict.holds(
                FILE,
                Objects.equals(published, rounded),
                what + " is " + published + ", the counts of its detail give " + rounded);
    }

    private static void calibration(String name, Detail detail, Agreement counts, ProofVerdict verdict) {
        if (detail.calibration().isEmpty()) {
            return;
        }
        long n = detail.calibration().stream().mapToLong(Bin::n).sum();
        double shown = detail.calibration().stream()
                .mapToDouble(bin -> bin.n() * bin.observed())
                .sum();
        int expected = detail.truePositives() + detail.falseNegatives();
        // Each share is kept to three decimals.
        boolean fits = n == counts.n() && Math.abs(shown - expected) <= 0.0005 * n + 1e-6;
        verdict.holds(
                FILE,
                fits,
                name + ": its calibration tells of " + n + " answers, about " + Math.round(shown)
                        + " of which show the value; the counts say " + counts.n() + " and " + expected);
    }
}
