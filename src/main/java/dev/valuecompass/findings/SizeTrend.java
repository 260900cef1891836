package dev.valuecompass.findings;

import dev.valuecompass.findings.Finding.Statistic;
import dev.valuecompass.scores.Seeds;
import dev.valuecompass.snapshot.ModelEntry;
import dev.valuecompass.value.ScoreMeaning;
import dev.valuecompass.value.ValueSystem;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.commons.math3.random.RandomGenerator;

/** Of two models of one family the larger scores higher. Only where higher means better. */
final class SizeTrend implements Claim, TestPerSystem<SizeTrend.Trend> {
    private static final String TOPIC = "Size within a family";
    private static final double LEVEL = 0.05;
    private static final int SHUFFLES = 9999;
    private static final int FEWEST_PAIRS = 3;
    private static final long SEED = 20;

    /**
     * Pairs of models of one family that differ in size.
     *
     * @param models that are in one
     * @param excess pairs in which the larger is higher, less those in which it is lower, over all pairs; in [−1, 1]
     * @param p two-sided, by shuffles within families
     */
    record Trend(int models, int families, int pairs, double excess, double p) {}

    /** The models of one family that are in a pair. */
    private record Family(double[] size, double[] score) {
        /** @param order of the scores */
        int concordance(int[] order) {
            int sum = 0;
            for (int i = 0; i < size.length; i++) {
                for (int j = 0; j < i; j++) {
                    sum += (int) (Math.signum(size[i] - size[j]) * Math.signum(score[order[i]] - score[order[j]]));
                }
            }
            return sum;
        }

        int pairs() {
            int pairs = 0;
            for (int i = 0; i < size.length; i++) {
                for (int j = 0; j < i; j++) {
                    pairs += size[i] == size[j] ? 0 : 1;
                }
            }
            return pairs;
        }
    }

    @Override
    public List<Finding> of(PeriodFigures period) {
        return findings(
                period,
                period.systems().stream()
                        .filter(system -> system.reading() == ScoreMeaning.NORMATIVE)
                        .toList(),
                Trend::p);
    }

    @Override
    public Optional<Trend> result(PeriodFigures period, ValueSystem system) {
        Map<String, List<double[]>> byFamily = new TreeMap<>();
        period.means(system.id()).forEach((id, mean) -> {
            Optional<ModelEntry> model = period.model(id);
            if (model.isPresent()
                    && !model.get().family().isEmpty()
                    && model.get().sizeBillions() != null) {
                byFamily.computeIfAbsent(model.get().family(), name -> new ArrayList<>())
                        .add(new double[] {model.get().sizeBillions(), mean});
            }
        });
        List<Family> families = byFamily.values().stream()
                .map(of -> new Family(
                        of.stream().mapToDouble(one -> one[0]).toArray(),
                        of.stream().mapToDouble(one -> one[1]).toArray()))
                .filter(family -> family.pairs() > 0)
                .toList();
        int pairs = families.stream().mapToInt(Family::pairs).sum();
        if (pairs < FEWEST_PAIRS) {
            return Optional.empty();
        }
        RandomGenerator random = Seeds.stream(SEED, "size", system.id());
        int found = concordance(families, null);
        int extreme = 0;
        for (int s = 0; s < SHUFFLES; s++) {
            extreme += Math.abs(concordance(families, random)) >= Math.abs(found) ? 1 : 0;
        }
        return Optional.of(new Trend(
                families.stream().mapToInt(family -> family.size().length).sum(),
                families.size(),
                pairs,
                (double) found / pairs,
                (extreme + 1.0) / (SHUFFLES + 1)));
    }

    /** @param random null for the models as they are */
    private static int concordance(List<Family> families, RandomGenerator random) {
        int sum = 0;
        for (Family family : families) {
            int[] order = new int[family.size().length];
            for (int i = 0; i < order.length; i++) {
                order[i] = i;
            }
            sum += family.concordance(random == null ? order : Seeds.permutation(order.length, random));
        }
        return sum;
    }

    @Override
    public Finding untold(PeriodFigures period, ValueSystem system) {
        return Finding.untold(
                "size-" + system.id(),
                TOPIC,
                Phrase.text("finding.size.too-few").with("system", FigureWords.name(system)),
                FigureWords.statistic("size"),
                FigureWords.unit("models", 0),
                Phrase.text("finding.size.method"));
    }

    @Override
    public Finding told(ValueSystem system, Trend trend, double p) {
        Verdict verdict = trend.excess() <= 0 ? Verdict.NOT_HELD : p <= LEVEL ? Verdict.HELD : Verdict.CANNOT_BE_TOLD;
        return new Finding(
                "size-" + system.id(),
                TOPIC,
                verdict,
                Phrase.told("finding.size", verdict)
                        .with("system", FigureWords.name(system))
                        .with("excess", FigureWords.two(trend.excess()))
                        .with("pairs", trend.pairs())
                        .with("p", FigureWords.p(p)),
                new Statistic(FigureWords.statistic("size"), trend.excess(), null, p),
                trend.models(),
                FigureWords.unit("models", trend.models()),
                Phrase.text("finding.size.method"));
    }
}
