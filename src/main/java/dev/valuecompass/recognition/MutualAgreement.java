package dev.valuecompass.recognition;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * How far two recognisers see the same in the same answers, whoever of them is right. Two that agree may both be wrong; two
 * that do not cannot both be right.
 *
 * @param systems by system id
 */
public record MutualAgreement(String one, String other, Map<String, PairMetrics> systems) {
    private static final long SEED = 20_260_101;

    /**
     * @param n lines that both read
     * @param same share of them with the same of the three labels
     * @param one share in which the one sees the value
     * @param other share in which the other does
     * @param kappa Cohen's κ of seeing the value; null where both see it in all lines, or both in none
     * @param kappaLow lower end of its 95 % interval, bootstrapped over prompts; null where undefined
     * @param kappaHigh upper end
     */
    public record PairMetrics(
            int n, double same, double one, double other, Double kappa, Double kappaLow, Double kappaHigh) {}

    /**
     * @param seenByOne a label for each line, null where it could not be read
     * @param seenByOther the same of the other
     */
    public static MutualAgreement of(
            String one, List<Label> seenByOne, String other, List<Label> seenByOther, List<LabelledAnswer> lines) {
        Map<String, List<Integer>> systems = new TreeMap<>();
        for (int i = 0; i < lines.size(); i++) {
            if (seenByOne.get(i) != null && seenByOther.get(i) != null) {
                systems.computeIfAbsent(lines.get(i).system(), id -> new ArrayList<>())
                        .add(i);
            }
        }
        Map<String, PairMetrics> figures = new TreeMap<>();
        systems.forEach((id, places) -> figures.put(id, figures(seenByOne, seenByOther, lines, places)));
        return new MutualAgreement(one, other, figures);
    }

    private static PairMetrics figures(
            List<Label> one, List<Label> other, List<LabelledAnswer> lines, List<Integer> places) {
        List<Agreement.Pair> pairs = places.stream()
                .map(i -> new Agreement.Pair(
                        lines.get(i).prompt(),
                        one.get(i) == Label.EXPRESSES,
                        other.get(i) == Label.EXPRESSES,
                        other.get(i) == Label.EXPRESSES ? 1 : 0))
                .toList();
        double n = places.size();
        double[] interval = KappaInterval.of(pairs, SEED);
        return new PairMetrics(
                places.size(),
                places.stream().filter(i -> one.get(i) == other.get(i)).count() / n,
                pairs.stream().filter(Agreement.Pair::shown).count() / n,
                pairs.stream().filter(Agreement.Pair::seen).count() / n,
                Agreement.of(pairs).kappa(),
                interval == null ? null : interval[0],
                interval == null ? null : interval[1]);
    }
}
