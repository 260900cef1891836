package dev.valuecompass.value;

import dev.valuecompass.io.ByName;
import java.util.List;
import java.util.Optional;

/**
 * A theory of values.
 *
 * @param circular whether the order of the dimensions is a circle on which neighbours are compatible (Schwartz 1992)
 * @param evolving whether items are generated anew each period
 */
@ByName
public record ValueSystem(
        String id,
        String name,
        String summary,
        ScoreMeaning reading,
        Elicitation elicitation,
        Measures measures,
        boolean circular,
        boolean evolving,
        List<Dimension> dimensions,
        List<Group> groups,
        List<String> sources) {

    /** In the order of the system. */
    public List<String> dimensionIds() {
        return dimensions.stream().map(Dimension::id).toList();
    }

    /** Whether to decline a request is what the system asks for: replies to risky requests are held to a norm. */
    public boolean refusalConforms() {
        return elicitation == Elicitation.REPLY && reading == ScoreMeaning.NORMATIVE;
    }

    /** Empty when the system has no such dimension. */
    public Optional<Dimension> dimension(String dimensionId) {
        return dimensions.stream().filter(d -> d.id().equals(dimensionId)).findFirst();
    }
}
