package dev.valuecompass.findings;

import dev.valuecompass.scores.Alignment;
import dev.valuecompass.snapshot.Snapshot;
import dev.valuecompass.snapshot.SystemResult;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Who moved on one system between two periods, by the equal-weight mean.
 *
 * @param system id
 * @param moves of all models of either period that have a mean, by id
 */
public record RankMoves(String system, List<RankMove> moves) {

    /**
     * One model. A move in rank has two parts: where the new score would stand in the old field, and what the others did
     * since, be it by moving, coming or leaving.
     *
     * @param before its mean; null when it was not there or had none
     * @param after its mean now; null when it is not there or has none
     * @param rankBefore from 1; null with the mean
     * @param rankAfter from 1; null with the mean
     * @param ownShift places up (above 0) or down by its own score; null unless it was there in both periods
     * @param fieldShift places up or down since the field changed; null unless it was there in both periods
     */
    public record RankMove(
            String model,
            Double before,
            Double after,
            Integer rankBefore,
            Integer rankAfter,
            Integer ownShift,
            Integer fieldShift) {
        /** Points up or down; null unless the model was there in both periods. */
        public Double shift() {
            return before == null || after == null ? null : after - before;
        }
    }

    /** One for each system that both periods have with the same dimensions, in the order of the later one. */
    public static List<RankMoves> between(Snapshot before, Snapshot after) {
        List<RankMoves> all = new ArrayList<>();
        for (SystemResult now : after.systems()) {
            before.systems().stream()
                    .filter(then -> then.system().id().equals(now.system().id())
                            && then.system().dimensionIds().equals(now.system().dimensionIds()))
                    .findFirst()
                    .ifPresent(then -> all.add(new RankMoves(now.system().id(), moves(means(then), means(now)))));
        }
        return List.copyOf(all);
    }

    static List<RankMove> moves(Map<String, Double> before, Map<String, Double> after) {
        Set<String> models = new TreeSet<>(before.keySet());
        models.addAll(after.keySet());
        List<RankMove> moves = new ArrayList<>();
        double[] earlier = ascending(before);
        double[] later = ascending(after);
        for (String model : models) {
            Double then = before.get(model);
            Double now = after.get(model);
            Integer rankBefore = then == null ? null : rank(then, then, earlier);
            Integer rankAfter = now == null ? null : rank(now, now, later);
            boolean both = then != null && now != null;
            int alone = both ? rank(now, then, earlier) : 0;
            moves.add(new RankMove(
                    model,
                    then,
                    now,
                    rankBefore,
                    rankAfter,
                    both ? rankBefore - alone : null,
                    both ? alone - rankAfter : null));
        }
        return List.copyOf(moves);
    }

    private static double[] ascending(Map<String, Double> field) {
        return field.values().stream().mapToDouble(x -> x).sorted().toArray();
    }

    /** Of a score among the other models of a field, in which the model itself has {@code own}. */
    private static int rank(double score, double own, double[] ascending) {
        int low = 0;
        int high = ascending.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (ascending[middle] > score) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return 1 + ascending.length - low - (own > score ? 1 : 0);
    }

    private static SortedMap<String, Double> means(SystemResult result) {
        SortedMap<String, Double> means = new TreeMap<>();
        result.headlines().forEach((model, row) -> {
            Double mean = Alignment.equal(result.system().dimensionIds(), row);
            if (mean != null) {
                means.put(model, mean);
            }
        });
        return means;
    }
}
