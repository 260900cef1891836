package dev.valuecompass.recognition;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/**
 * A percentile bootstrap interval (Efron 1979) for Cohen's κ. Whole prompts are drawn, not single answers, because
 * answers to one prompt are not independent.
 */
final class KappaInterval {
    private static final int DRAWS = 1_000;
    private static final double TAIL = 0.025;

    private KappaInterval() {}

    /** @return lower and upper end of the 95 % interval; null when κ is undefined in most draws */
    static double[] of(List<Agreement.Pair> pairs, long seed) {
        Map<String, List<Agreement.Pair>> byGroup = new TreeMap<>();
        pairs.forEach(pair -> byGroup.computeIfAbsent(pair.group(), group -> new ArrayList<>())
                .add(pair));
        List<List<Agreement.Pair>> groups = List.copyOf(byGroup.values());
        Random random = new Random(seed);
        double[] kappas = new double[DRAWS];
        int defined = 0;
        for (int draw = 0; draw < DRAWS; draw++) {
            List<Agreement.Pair> drawn = new ArrayList<>(pairs.size());
            for (int i = 0; i < groups.size(); i++) {
                drawn.addAll(groups.get(random.nextInt(groups.size())));
            }
            Double kappa = drawn.isEmpty() ? null : Agreement.of(drawn).kappa();
            if (kappa != null) {
                kappas[defined++] = kappa;
            }
        }
        if (defined <= DRAWS / 2) {
            return null;
        }
        double[] sorted = Arrays.copyOf(kappas, defined);
        Arrays.sort(sorted);
        int low = (int) Math.floor(TAIL * (defined - 1));
        return new double[] {sorted[low], sorted[defined - 1 - low]};
    }
}
