package dev.valuecompass.scores;

import dev.valuecompass.items.LabelEntropy;
import dev.valuecompass.recognition.Label;

/**
 * How well an item tells models apart: the entropy of its labels over models and samples. 0 when all answers get one
 * label, log₂3 when expressing, not expressing and opposing are equally common.
 */
public final class ItemEntropy {
    private static final double MOST = LabelEntropy.most(Label.values().length);

    private final LabelTable table;

    public ItemEntropy(LabelTable table) {
        this.table = table;
    }

    /** In bits, from 0 to log₂3; null when no answer to the item was scored on the dimension. */
    public Double bits(int item, int dimension) {
        int[] counts = new int[Label.values().length];
        int n = 0;
        for (int model = 0; model < table.models().size(); model++) {
            for (int sample = 0; sample < table.samples(); sample++) {
                char code = table.label(item, model, sample, dimension);
                for (Label label : Label.values()) {
                    if (label.code() == code) {
                        counts[label.ordinal()]++;
                        n++;
                    }
                }
            }
        }
        return n == 0 ? null : LabelEntropy.bits(counts);
    }

    /** @param bits from 0 to log₂3; the result is in [0, 1] */
    public static double normalised(double bits) {
        return bits / MOST;
    }
}
