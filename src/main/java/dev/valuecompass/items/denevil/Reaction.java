package dev.valuecompass.items.denevil;

import dev.valuecompass.items.LabelEntropy;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * What a model did with an item.
 *
 * @param model id of the examinee
 * @param side what it shows of the value
 * @param strength of that, in [0, 1]
 */
public record Reaction(String model, String text, Side side, double strength) {
    /** What an answer shows of a value: one for each label that is scored. */
    public enum Side {
        FOR,
        NEITHER,
        AGAINST
    }

    /**
     * How well an item tells models apart: the entropy of what they show over the most there could be, in [0, 1].
     *
     * @param reactions one or more
     */
    public static double entropy(List<Reaction> reactions) {
        int[] counts = new int[Side.values().length];
        reactions.forEach(reaction -> counts[reaction.side().ordinal()]++);
        return LabelEntropy.normalised(counts);
    }

    /** What most of them show; of equally common sides the first. @param reactions one or more */
    static Side common(List<Reaction> reactions) {
        return Arrays.stream(Side.values())
                .max(Comparator.<Side>comparingLong(side -> reactions.stream()
                                .filter(reaction -> reaction.side() == side)
                                .count())
                        .thenComparing(Comparator.reverseOrder()))
                .orElseThrow();
    }

    /** Whether it shows the opposite of what most show; where most show neither, anything. */
    boolean departsFrom(Side common) {
        return side != Side.NEITHER && side != common;
    }
}
