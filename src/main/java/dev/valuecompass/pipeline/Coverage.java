package dev.valuecompass.pipeline;

import dev.valuecompass.config.LeaderboardConfig;
import dev.valuecompass.llm.Outcome;
import dev.valuecompass.llm.chain.ChatModels;
import dev.valuecompass.snapshot.EvaluatedSystem;
import dev.valuecompass.snapshot.LabelRecord;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The gate before publication. A model of whose responses too few are scored on a system falls short there. Where another run
 * would ask again what failed, and could so reach the coverage, the period waits for it (R8); where what came is final, the
 * model is left without figures on that system, and nobody else waits.
 *
 * @param minimum share of asked items that must have been scored
 * @param readAgain whether another run may read what could not be read
 */
public record Coverage(double minimum, boolean readAgain) {
    private static final Set<Outcome> ASKED_AGAIN =
            EnumSet.of(Outcome.PROVIDER_ERROR, Outcome.TRANSPORT_ERROR, Outcome.BUDGET_SKIPPED, Outcome.CANCELLED);

    /**
     * A model that falls short on a system, with how its other responses ended.
     *
     * @param answered responses that count for coverage
     * @param holdsUp whether the period waits: another run could lift the model above the coverage, or no model reaches it
     */
    public record Gap(
            String system, String model, int answered, int asked, Map<Outcome, Integer> others, boolean holdsUp) {
        /** One line, for people. */
        public String text() {
            String why = others.entrySet().stream()
                    .map(other -> other.getValue() + " " + other.getKey().name().toLowerCase(Locale.ROOT))
                    .collect(Collectors.joining(", "));
            return model + " on " + system + ": " + answered + " of " + asked + " answered (" + why + ")";
        }
    }

    /** Where a model reads, what it could not read is read again if any call of the run is still open. */
    public static Coverage of(LeaderboardConfig board, ChatModels chat) {
        boolean asks = !board.roles().recognizer().readers().isEmpty();
        return new Coverage(board.evaluation().minimumCoverage(), asks && chat.open() > 0);
    }

    /** Every model that falls short, by system and model. */
    public List<Gap> gaps(List<EvaluatedSystem> systems) {
        List<Gap> gaps = new ArrayList<>();
        for (EvaluatedSystem system : systems) {
            boolean nobody = system.covered(minimum).labels().isEmpty();
            system.labels().forEach((model, rows) -> {
                if (!LabelRecord.enough(rows, minimum)) {
                    gaps.add(gap(system.system().id(), model, rows, nobody));
                }
            });
        }
        return List.copyOf(gaps);
    }

    private Gap gap(String system, String model, List<LabelRecord> rows, boolean nobody) {
        Map<Outcome, Integer> ends = new EnumMap<>(Outcome.class);
        rows.stream().filter(row -> !row.covered()).forEach(row -> ends.merge(row.outcome(), 1, Integer::sum));
        int others = ends.values().stream().mapToInt(n -> n).sum();
        int again = ends.entrySet().stream()
                .filter(end -> askedAgain(end.getKey()))
                .mapToInt(Map.Entry::getValue)
                .sum();
        int answered = rows.size() - others;
        boolean holdsUp = nobody || answered + again >= minimum * rows.size();
        return new Gap(system, model, answered, rows.size(), ends, holdsUp);
    }

    private boolean askedAgain(Outcome outcome) {
        return ASKED_AGAIN.contains(outcome) || outcome == Outcome.UNSCORED && readAgain;
    }
}
