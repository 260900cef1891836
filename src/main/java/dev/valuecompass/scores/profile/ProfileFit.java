package dev.valuecompass.scores.profile;

import dev.valuecompass.scores.profile.CultureFit.Formula;
import java.util.List;
import java.util.Map;

/**
 * How much a model's profile is like a target, which for a descriptive system says more than a weighted sum: that grows
 * with every value a model shows, also with those that the target puts last.
 *
 * @param order Spearman's rank correlation
 * @param shape Pearson's correlation, which also heeds the distances; null for a target of which only the order is known
 */
record ProfileFit(Target target, CultureFit order, CultureFit shape) {

    /**
     * @param dimensions that are compared; the target has a value for each
     * @param scores of the model by dimension; missing ones are absent
     */
    static ProfileFit of(List<String> dimensions, Map<String, Double> scores, Target target) {
        return new ProfileFit(
                target,
                CultureFit.of(Formula.SPEARMAN, dimensions, scores, target.values()),
                target.orderOnly() ? null : CultureFit.of(Formula.PEARSON, dimensions, scores, target.values()));
    }
}
