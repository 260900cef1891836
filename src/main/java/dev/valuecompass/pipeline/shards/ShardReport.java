package dev.valuecompass.pipeline.shards;

import dev.valuecompass.llm.Outcome;
import dev.valuecompass.llm.chain.SuspendedModel;
import dev.valuecompass.pipeline.Coverage;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.stream.Collectors;

/**
 * What one part of an evaluation did.
 *
 * @param shard such as {@code 2/4}
 * @param complete whether enough was answered; what was answered is kept either way
 * @param calls requests that were sent
 * @param outcomes how the answers ended, by model
 * @param gaps where too little was answered
 * @param parked models that were not asked any more
 * @param store the file that holds the answers
 */
public record ShardReport(
        String period,
        String shard,
        boolean complete,
        long calls,
        SortedMap<String, Map<Outcome, Integer>> outcomes,
        List<Coverage.Gap> gaps,
        List<SuspendedModel> parked,
        String store) {
    public String text() {
        StringBuilder text = new StringBuilder("shard " + shard + " of " + period + ": " + calls + " calls\n");
        outcomes.forEach((model, ends) -> text.append(model)
                .append(": ")
                .append(ends.entrySet().stream()
                        .map(end -> end.getValue() + " " + end.getKey().name().toLowerCase(Locale.ROOT))
                        .collect(Collectors.joining(", ")))
                .append('\n'));
        parked.forEach(one -> text.append(one.text()).append('\n'));
        gaps.forEach(gap -> text.append("too few: ").append(gap.text()).append('\n'));
        if (!complete) {
            text.append("incomplete: run the same command again to ask what is missing\n");
        }
        return text.append("answers   ").append(store).toString();
    }
}
