package dev.valuecompass.pipeline;

import dev.valuecompass.config.AnswerSampling;
import dev.valuecompass.config.Examinee;
import dev.valuecompass.io.Decimals;
import dev.valuecompass.llm.Outcome;
import dev.valuecompass.snapshot.LabelRecord;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.stream.Collectors;

/**
 * What a reader must know of one model in one period. It is frozen, so nothing is in it that differs when the same
 * answers come in another order or after other failures.
 */
final class Remarks {
    /** Above this share of cut answers what is left is a selection, and figures do not compare (R2). */
    public static final double MOST_TRUNCATED = 0.02;

    private final List<String> remarks = new ArrayList<>();

    /** Says what of the wished sampling was not sent, and what was sent instead. */
    Remarks parameters(AnswerSampling wished, Map<String, Object> sent) {
        List<String> without = new ArrayList<>();
        if (wished.temperature() != null && !sent.containsKey("temperature")) {
            without.add("temperature");
        }
        if (wished.topP() != null && !sent.containsKey("top_p")) {
            without.add("top_p");
        }
        if (!without.isEmpty()) {
            remarks.add("Asked without " + String.join(" and ", without) + ", which its endpoint does not take.");
        }
        if (wished.temperature() != null
                && sent.get("temperature") instanceof Number used
                && used.doubleValue() != wished.temperature()) {
            remarks.add("Asked at temperature " + used + ", the highest that its endpoint takes.");
        }
        return this;
    }

    /** Says under which names it was served, where that is not the one it was asked by, or not one alone (R11). */
    Remarks served(Examinee examinee, SortedMap<String, Integer> servedAs) {
        Set<String> names = servedAs.keySet().stream()
                .map(name -> name.split(" ")[0])
                .collect(Collectors.toCollection(LinkedHashSet::new));
        if (names.size() > 1) {
            remarks.add("The provider answered as more than one model in this period: "
                    + servedAs.entrySet().stream()
                            .map(name -> name.getKey() + " (" + name.getValue() + ")")
                            .collect(Collectors.joining(", "))
                    + ".");
        } else if (names.size() == 1 && !names.contains(examinee.model())) {
            remarks.add("Asked for as " + examinee.model() + ", served as "
                    + names.iterator().next() + ".");
        }
        return this;
    }

    /** Says where too many answers were cut. */
    Remarks truncated(String system, List<LabelRecord> rows) {
        long cut =
                rows.stream().filter(row -> row.outcome() == Outcome.TRUNCATED).count();
        if (cut > MOST_TRUNCATED * rows.size()) {
            remarks.add(cut + " of " + rows.size() + " answers on " + system + (cut == 1 ? " was" : " were")
                    + " cut by the output limit and not scored: compare its figures there with care.");
        }
        return this;
    }

    /** Says where it has no figures since too few of its responses could be scored. @param minimum share, in [0, 1] */
    public Remarks covered(String system, List<LabelRecord> rows, double minimum) {
        if (!LabelRecord.enough(rows, minimum)) {
            remarks.add("Not ranked on " + system + ": "
                    + rows.stream().filter(LabelRecord::covered).count() + " of " + rows.size()
                    + " responses could be scored, and " + percent(minimum) + " are needed.");
        }
        return this;
    }

    private static String percent(double share) {
        return BigDecimal.valueOf(share).movePointRight(2).stripTrailingZeros().toPlainString() + " %";
    }

    /** Says how many answers are in a language in which nothing can be read, as if they said nothing. */
    public Remarks notLearned(String system, List<LabelRecord> rows) {
        long unread = rows.stream()
                .filter(row -> row.outcome() == Outcome.NOT_LEARNED)
                .count();
        if (unread > 0) {
            remarks.add(unread + " of " + rows.size() + " answers on " + system
                    + " are in a language that the recogniser has not learned; they are not scored.");
        }
        return this;
    }

    /** Says how steady its answers were, where it was asked more than once. */
    Remarks steadiness(String system, int samples, List<LabelRecord> rows) {
        Steadiness steadiness = Steadiness.of(rows);
        if (samples > 1 && steadiness.agreement() != null) {
            remarks.add(String.format(
                    Locale.ROOT,
                    "Asked %d times on %s: %s %% of the pairs of answers show the same, variance %s.",
                    samples,
                    system,
                    Decimals.of(100 * steadiness.agreement(), 1),
                    Decimals.of(steadiness.variance(), 4)));
        }
        return this;
    }

    /** On one line; empty when there is nothing to say. */
    String text() {
        return String.join(" ", remarks);
    }

    List<String> list() {
        return List.copyOf(remarks);
    }
}
