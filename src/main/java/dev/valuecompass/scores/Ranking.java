package dev.valuecompass.scores;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/**
 * Competition ranks ("1, 2, 2, 4"), highest score first: equal scores share a rank, compared in full precision and
 * never as shown. What has no score comes last and has no rank.
 */
public final class Ranking {
    private Ranking() {}

    /**
     * One row of a leaderboard.
     *
     * @param score null when missing
     * @param rank from 1; null when the score is missing
     * @param tied whether others share the rank
     */
    public record RankedScore(String id, Double score, Integer rank, boolean tied) {}

    /** @param scores by id, null when missing; none is NaN. @return by rank, then id */
    public static List<RankedScore> of(Map<String, Double> scores) {
        scores.forEach((id, score) -> {
            if (score != null && !Double.isFinite(score)) {
                throw new IllegalArgumentException("score " + score + " of " + id + " has no rank");
            }
        });
        List<Map.Entry<String, Double>> rows = scores.entrySet().stream()
                .sorted(Comparator.comparing(
                                (Map.Entry<String, Double> row) -> row.getValue(),
                                Comparator.nullsLast(Comparator.reverseOrder()))
                        .thenComparing(Map.Entry::getKey))
                .toList();
        List<RankedScore> places = new ArrayList<>();
        int rank = 0;
        for (int i = 0; i < rows.size(); i++) {
            Double score = rows.get(i).getValue();
            boolean asBefore =
                    i > 0 && score != null && score.equals(rows.get(i - 1).getValue());
            boolean asNext = i + 1 < rows.size()
                    && score != null
                    && score.equals(rows.get(i + 1).getValue());
            rank = asBefore ? rank : i + 1;
            places.add(new RankedScore(rows.get(i).getKey(), score, score == null ? null : rank, asBefore || asNext));
        }
        return places;
    }
}
