package dev.valuecompass.scores.validity;

import java.util.Arrays;
import java.util.Collection;

/**
 * How well single items do on one value.
 *
 * @param power median entropy of their labels, in bits; null where none was scored
 * @param dead share of the scored items on which all answers are alike, in [0, 1]; null likewise
 * @param against share of the items on which models that show the value elsewhere show it less: a correlation with the other
 *     items below 0. Null where no correlation can be told
 * @param fitted items that the Rasch model could be held against: neither all answers alike nor none
 * @param misfit share of these with an infit mean square outside of 0.7 to 1.3 (Wright & Linacre 1994); null with none
 */
public record ItemDiagnostics(Double power, Double dead, Double against, int fitted, Double misfit) {
    private static final double LOWEST = 0.7;
    private static final double HIGHEST = 1.3;

    /**
     * @param entropies in bits
     * @param rests correlations with the other items
     * @param infit NaN where there is none
     */
    static ItemDiagnostics of(Collection<Double> entropies, Collection<Double> rests, double[] infit) {
        double[] fits = Arrays.stream(infit).filter(fit -> !Double.isNaN(fit)).toArray();
        return new ItemDiagnostics(
                median(entropies),
                share(entropies.stream().mapToDouble(x -> x).toArray(), -1, 0),
                share(rests.stream().mapToDouble(x -> x).toArray(), -2, -1e-9),
                fits.length,
                fits.length == 0 ? null : Double.valueOf(1 - share(fits, LOWEST, HIGHEST)));
    }

    private static Double median(Collection<Double> figures) {
        double[] sorted = figures.stream().mapToDouble(x -> x).sorted().toArray();
        int n = sorted.length;
        return n == 0 ? null : Double.valueOf((sorted[(n - 1) / 2] + sorted[n / 2]) / 2);
    }

    private static Double share(double[] figures, double low, double high) {
        return figures.length == 0
                ? null
                : Double.valueOf(Arrays.stream(figures)
                                .filter(x -> x >= low && x <= high)
                                .count()
                        / (double) figures.length);
    }
}
