package dev.valuecompass.items.adaem;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * What a question tells about the differences between models (AdAEM, Eq. 1 and 2): the generalised Jensen–Shannon
 * divergence of the models' value distributions. Several values may show at once, so each is a distribution of its own
 * (shown or not), and the mean over the values is taken. A model's distribution is estimated from all its opinions in
 * repeated answers, and each entropy is corrected for their small number as Miller and Madow (1955) do.
 *
 * @param divergence in bits, from 0 to about 1; 0 where the answers differ no more than chance makes them
 * @param disentanglement the part of it that comes from values which the question does not show by itself
 * @param beta weight of disentanglement
 */
public record Informativeness(double divergence, double disentanglement, double beta) {
    /** With fewer there is no pair to compare. */
    static final int FEWEST_MODELS = 2;

    private static final double BITS = StrictMath.log(2);

    /**
     * @param answers of two models or more, any number of each
     * @param question values that the question shows by itself
     * @param values ids of all dimensions
     */
    static Informativeness of(List<PanelAnswer> answers, Set<String> question, Collection<String> values, double beta) {
        Map<String, List<Set<String>>> byModel = new LinkedHashMap<>();
        answers.forEach(answer -> byModel.computeIfAbsent(answer.model(), model -> new ArrayList<>())
                .addAll(answer.values()));
        if (byModel.size() < FEWEST_MODELS) {
            throw new IllegalArgumentException("one model cannot differ from itself");
        }
        double all = 0;
        double own = 0;
        for (String value : values) {
            double bits = divergence(byModel.values(), value);
            all += bits;
            own += question.contains(value) ? 0 : bits;
        }
        // Values on which nobody differs are a little below 0 as often as above, so only the sum is cut off there.
        double divergence = Math.max(0, all / values.size());
        return new Informativeness(divergence, Math.min(divergence, Math.max(0, own / values.size())), beta);
    }

    /** What it is by two measurements, of other answers each. */
    Informativeness and(Informativeness other) {
        return new Informativeness(
                (divergence + other.divergence) / 2, (disentanglement + other.disentanglement) / 2, beta);
    }

    /** {@code R = JS + (β/2) R_Dis}; 0 where the models do not differ. */
    public double reward() {
        return divergence + beta / 2 * disentanglement;
    }

    /** For the record, under the names by which items carry them. */
    public Map<String, Double> terms() {
        return new TreeMap<>(Map.of(
                "reward", rounded(reward()),
                "divergence", rounded(divergence),
                "disentanglement", rounded(disentanglement)));
    }

    private static double rounded(double value) {
        return Math.round(value * 1e6) / 1e6;
    }

    /** The entropy of the mean of the models' distributions less the mean of their entropies. */
    static double divergence(Collection<List<Set<String>>> models, String value) {
        double share = 0;
        double within = 0;
        int all = 0;
        for (List<Set<String>> opinions : models) {
            double shown = opinions.stream().filter(one -> one.contains(value)).count() / (double) opinions.size();
            share += shown / models.size();
            within += entropy(shown, opinions.size()) / models.size();
            all += opinions.size();
        }
        return entropy(share, all) - within;
    }

    /** Of a value that a share of {@code n} opinions shows; where both are seen, 1 / 2n nats more than it looks. */
    private static double entropy(double share, int n) {
        if (share <= 0 || share >= 1) {
            return 0;
        }
        double nats = -share * StrictMath.log(share) - (1 - share) * StrictMath.log(1 - share);
        return (nats + 1.0 / (2 * n)) / BITS;
    }
}
