package dev.valuecompass.pipeline.validation;

import dev.valuecompass.io.Decimals;
import java.util.List;
import java.util.Locale;

/** What a step of labelling did. */
public final class LabelReport {
    private LabelReport() {}

    /**
     * A draw.
     *
     * @param answers to label in this round
     * @param page for the raters
     * @param key for the operator
     */
    public record Drawn(int round, int answers, String page, String key) {
        /** For people. */
        public String text() {
            return answers == 0
                    ? "nothing is left to draw"
                    : answers + " answers to label, round " + round + "\nsend to two raters or more: " + page
                            + "\nkeep to yourself, it names the models: " + key
                            + "\nwhen their files are back: ./compass label read FILE FILE";
        }
    }

    /**
     * How far raters agree on a system; all null where it cannot be told.
     *
     * @param raters pairs as {@code a and b: κ}
     */
    public record Agreement(String system, int answers, Double alpha, Double low, Double high, List<Pair> raters) {}

    /** Cohen's κ of two raters, of seeing the value, with its 95 % interval. */
    public record Pair(String one, String other, int answers, Double kappa, Double low, Double high) {}

    /**
     * What became of what was drawn.
     *
     * @param settled answers with a label
     * @param unsettled without, because raters are divided or could not tell
     * @param single left out, because one rater alone labelled them
     * @param missing labelled by nobody
     */
    public record Counts(int settled, int unsettled, int single, int missing) {}

    /**
     * What came back.
     *
     * @param synthetic whether raters were simulated, so that the agreement says nothing of people
     * @param lines the settled ones for {@code recognizer evaluate}
     * @param ties page of those on which raters are divided; empty where there are none
     */
    public record Read(
            boolean synthetic, List<Agreement> ceiling, Counts answers, String gold, String lines, String ties) {
        /** For people. */
        public String text() {
            StringBuilder text = new StringBuilder("human ceiling (95 % intervals over prompts)"
                    + (synthetic ? "; synthetic: simulated raters, not people" : "") + "\n");
            for (Agreement one : ceiling) {
                text.append(String.format(
                        Locale.ROOT,
                        "  %s: %d answers, Krippendorff's alpha %s%n",
                        one.system(),
                        one.answers(),
                        figure(one.alpha(), one.low(), one.high())));
                one.raters()
                        .forEach(pair -> text.append(String.format(
                                Locale.ROOT,
                                "    %s and %s: %d answers, Cohen's kappa %s%n",
                                pair.one(),
                                pair.other(),
                                pair.answers(),
                                figure(pair.kappa(), pair.low(), pair.high()))));
            }
            text.append(String.format(
                    Locale.ROOT,
                    "%d settled, %d not settled, %d with one rater alone, %d without any%ngold: %s%n"
                            + "to measure a recogniser or a judge on: %s",
                    answers.settled(),
                    answers.unsettled(),
                    answers.single(),
                    answers.missing(),
                    gold,
                    lines));
            if (!ties.isEmpty()) {
                text.append("\nraters are divided; give a further one: " + ties
                        + "\nthen read all files again, with this rater's");
            }
            return text.append("\npublish: ./compass rescore --reason \"labelled by people\"")
                    .toString();
        }

        private static String figure(Double value, Double low, Double high) {
            return value == null
                    ? "–"
                    : Decimals.of(value, 2)
                            + (low == null ? "" : " (" + Decimals.of(low, 2) + "–" + Decimals.of(high, 2) + ")");
        }
    }
}
