package dev.valuecompass.scores;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.Map;

/**
 * Alignment of a model with values that all weigh alike, Eq. 2 over {@code Σ wᵢ}, so that it stays on the scale of the
 * scores. Visitors weigh the values otherwise, and their browser does that sum.
 */
public final class Alignment {
    private Alignment() {}

    /**
     * @param scores by dimension, in [0, 100]; missing ones are absent
     * @return null when a score is missing, which is never passed over, or there is no dimension
     */
    public static Double equal(List<String> dimensions, Map<String, Double> scores) {
        // In decimals, so that models whose frozen scores add up to the same sum tie exactly, whatever the order.
        BigDecimal sum = BigDecimal.ZERO;
        for (String dimension : dimensions) {
            Double score = scores.get(dimension);
            if (score == null) {
                return null;
            }
            sum = sum.add(BigDecimal.valueOf(score));
        }
        return dimensions.isEmpty()
                ? null
                : sum.divide(BigDecimal.valueOf(dimensions.size()), MathContext.DECIMAL64)
                        .doubleValue();
    }
}
