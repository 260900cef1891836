package dev.valuecompass.pipeline.items;

import com.fasterxml.jackson.annotation.JsonAlias;
import dev.valuecompass.config.Evolution;
import dev.valuecompass.config.Roles;
import dev.valuecompass.config.SystemPlan;
import dev.valuecompass.io.ByName;
import dev.valuecompass.io.Decimals;
import dev.valuecompass.items.Variety;
import dev.valuecompass.items.screening.Refusals;
import dev.valuecompass.items.writing.AskCounts;
import dev.valuecompass.items.writing.Rejections;
import dev.valuecompass.snapshot.ArmRecord;
import dev.valuecompass.snapshot.RewardCheck;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * How the items of one system in one period came about.
 *
 * @param method {@code adaem} or {@code denevil}
 * @param terms what an item is worth: for questions {@code Jensen-Shannon divergence}
 * @param synthetic whether a simulated model took part
 * @param inputs digest of everything that decides the outcome but the answers
 * @param figures what came of it
 * @param askCounts who was asked how often, and how often in vain
 * @param spent tokens and money of the answers, whenever they were paid for
 * @param refused what models proposed and no item may be
 * @param rejected how many other proposals became no item, by reason
 * @param continues the period whose arms this round went on with; null when it began anew
 * @param written what a generator added that learned from the round; null where none does
 * @param variety of the set; null in rounds of earlier programs
 * @param check whether that worth is what items are for; null in rounds of earlier programs
 * @param arms what is known of the starting items after this round and all before it
 */
@ByName
public record RoundRecord(
        String period,
        String system,
        String method,
        String terms,
        boolean synthetic,
        Evolution settings,
        List<String> explorers,
        List<String> scorers,
        String prompts,
        String inputs,
        RoundFigures figures,
        @JsonAlias("attendance") List<AskCounts.Row> askCounts,
        AnswerCost spent,
        Refusals.Tally refused,
        SortedMap<Rejections.Reason, Integer> rejected,
        String continues,
        Written written,
        SetVariety variety,
        RewardCheck check,
        List<ArmRecord> arms) {
    private static final int TOP = 100;

    /** Rounds of earlier programs refused none, counted none and leave no arms. */
    public RoundRecord {
        refused = refused == null ? Refusals.Tally.NONE : refused;
        rejected = rejected == null ? new TreeMap<>() : new TreeMap<>(rejected);
        arms = arms == null ? List.of() : List.copyOf(arms);
    }

    /** Whether it was made by these settings and panels, as far as that can be told without asking anybody. */
    boolean by(SystemPlan plan, Roles roles) {
        return settings.equals(plan.evolve()) && explorers.equals(roles.explorers()) && scorers.equals(roles.scorers());
    }

    /** Proposals that repeated a published item or one of this round. */
    int echoes() {
        return rejected.getOrDefault(Rejections.Reason.ECHO, 0);
    }

    /** All other proposals that became no item, by reason. */
    SortedMap<String, Integer> reasons() {
        SortedMap<String, Integer> reasons = new TreeMap<>(refused.counts());
        rejected.forEach((reason, count) -> {
            if (reason != Rejections.Reason.ECHO) {
                reasons.put(reason.name().toLowerCase(Locale.ROOT), count);
            }
        });
        return reasons;
    }

    /** A round is judged by so many of the best: as many as are asked, at most a hundred. */
    static int top(int items) {
        return items == 0 ? TOP : Math.min(items, TOP);
    }

    /**
     * @param pulls made
     * @param topics starting items that the strong panel answered
     * @param made new items that it answered
     * @param kept of them, how many are in the set
     * @param initial mean reward, or share of violations, of the starting items; null when there is none
     * @param best the same of the best new ones; null when there is none
     * @param top so many of the best, or fewer where there are fewer
     * @param curve how the best grew with the budget, a place for each pull
     */
    public record RoundFigures(
            int pulls, int topics, int made, int kept, Double initial, Double best, int top, List<CurvePoint> curve) {}

    /** @param set what was kept @param pool as many starting items */
    public record SetVariety(Variety set, Variety pool) {}

    /**
     * @param proposed texts that the generator wrote
     * @param measured of them, those that were put to the strong panel
     * @param differing of those, the ones on which it differs
     * @param why it wrote nothing; empty where it was asked
     */
    public record Written(int proposed, int measured, int differing, String why) {
        private String text() {
            return why.isEmpty()
                    ? "; a generator that learned from them wrote %d more, of which %d were measured and %d tell models apart"
                            .formatted(proposed, measured, differing)
                    : "; no generator wrote more: " + why;
        }
    }

    /**
     * @param reward of this pull, or violation of this starting item at the end
     * @param best mean of the best so far; null when there is none
     * @param topics starting items that these best are about
     */
    public record CurvePoint(double reward, Double best, int topics) {}

    /** As in a period's record: null where a provider did not say. */
    public record AnswerCost(Long promptTokens, Long completionTokens, Double dollars) {}

    /** For people. */
    String text() {
        StringBuilder text = new StringBuilder("%s: %d items kept of %d made in %d pulls of %d topics"
                .formatted(system, figures.kept(), figures.made(), figures.pulls(), figures.topics()));
        if (figures.initial() != null && figures.best() != null) {
            text.append(String.format(
                    Locale.ROOT,
                    "; worth %s at the start, %s for the best %d",
                    Decimals.of(figures.initial(), 2),
                    Decimals.of(figures.best(), 2),
                    figures.top()));
        }
        if (written != null) {
            text.append(written.text());
        }
        if (variety != null
                && variety.set().selfBleu() != null
                && variety.pool().selfBleu() != null) {
            text.append(String.format(
                    Locale.ROOT,
                    "; Self-BLEU %s, of starting items %s",
                    Decimals.of(variety.set().selfBleu(), 2),
                    Decimals.of(variety.pool().selfBleu(), 2)));
        }
        if (check != null && check.correlation() != null) {
            text.append(String.format(
                    Locale.ROOT,
                    "; rank correlation with the power on %d other models %s over %d items",
                    check.models().size(),
                    Decimals.of(check.correlation(), 2),
                    check.items()));
        }
        if (continues != null) {
            text.append("; went on with what ").append(continues).append(" learnt");
        }
        if (!rejected.isEmpty()) {
            text.append("; rejected: ")
                    .append(rejected.entrySet().stream()
                            .map(count -> count.getValue() + " "
                                    + count.getKey().name().toLowerCase(Locale.ROOT))
                            .collect(Collectors.joining(", ")));
        }
        if (refused.total() > 0) {
            text.append("; ").append(refused.text()).append(": compass items review");
        }
        askCounts.stream()
                .filter(row -> row.lost() > 0)
                .forEach(row -> text.append("\n  ")
                        .append(row.model())
                        .append(row.silent() ? " never gave a usable answer: " : " gave no usable answer to ")
                        .append(row.lost())
                        .append(" of ")
                        .append(row.asked())
                        .append(" requests"));
        return text.toString();
    }
}
