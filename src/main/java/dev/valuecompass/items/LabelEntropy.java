package dev.valuecompass.items;

/** The entropy of how often each of some labels occurs. */
public final class LabelEntropy {
    private LabelEntropy() {}

    /**
     * In bits, from 0 to the logarithm of the number of labels.
     *
     * @param counts of each label; one or more in all
     */
    public static double bits(int... counts) {
        int n = 0;
        for (int count : counts) {
            n += count;
        }
        double bits = 0;
        for (int count : counts) {
            if (count > 0) {
                double share = (double) count / n;
                bits -= share * StrictMath.log(share) / StrictMath.log(2);
            }
        }
        return Math.max(0, bits);
    }

    /** Over the most there could be, in [0, 1]. @param counts as above, of two labels or more */
    public static double normalised(int... counts) {
        return bits(counts) / most(counts.length);
    }

    /** Of so many labels that are equally common, in bits. */
    public static double most(int labels) {
        return StrictMath.log(labels) / StrictMath.log(2);
    }
}
