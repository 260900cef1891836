package dev.valuecompass.scores.validity;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.valuecompass.scores.Conformity;
import dev.valuecompass.scores.LabelTable;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.commons.math3.stat.StatUtils;

/**
 * Whether the scores on one value measure it.
 *
 * @param verdict fails or is weak where a check does; passes where reliability does and nothing fails; else unknown
 * @param reason the check that decides the verdict
 * @param checks the grade of each
 * @param reliability null with fewer than two models or topics
 * @param halves null with fewer than three models or two topics, or where models do not differ on a half
 * @param items null where no labels were published
 * @param facts further figures
 */
public record ValueValidity(
        String value,
        Grade verdict,
        Check reason,
        Map<Check, Grade> checks,
        Reliability reliability,
        SplitHalves halves,
        ItemDiagnostics items,
        ValueFacts facts) {

    /** What a value is judged by, in the order in which reasons are told. */
    public enum Check {
        /** Other topics would tell the same of the models. */
        RELIABILITY,
        /** It does not merely follow the other values. */
        DISTINCTNESS,
        /** It does not follow the length of the answers. */
        LENGTH,
        /** The recogniser sees what people see. */
        READER
    }

    /**
     * Further figures of a value.
     *
     * @param designEffect mean over the models; null where none was published
     * @param orderReliability share of the variance of win rates that does not come from the seeded order of the items; null
     *     where there are no win rates, their spreads are not known, or they do not differ
     * @param topics whether it depends on what is asked about; null with fewer than two models, or two categories in which all
     *     of them have scored answers to two topics
     * @param equalLength scores at equal length of answers; null where lengths were not frozen, or do not tell it
     * @param reader how much comes from who reads; null where people did not read enough of the same answers
     */
    public record ValueFacts(
            Double designEffect,
            Double orderReliability,
            TopicConditions topics,
            EqualLength equalLength,
            @JsonInclude(JsonInclude.Include.NON_NULL) ReaderShare reader) {}

    static ValueValidity of(SystemFigures figures, int dimension, GeneralFactor factor, LengthDependence length) {
        String value = figures.values().get(dimension);
        SystemFigures.ItemFigures asked = figures.items();
        TopicShares shares = asked == null ? null : TopicShares.of(asked.labels(), dimension);
        Reliability reliability = shares == null ? null : Reliability.of(shares, figures.level());
        Map<Check, Grade> checks = new EnumMap<>(Check.class);
        checks.put(Check.RELIABILITY, reliability == null ? Grade.UNKNOWN : reliability.grade());
        if (figures.descriptive()) {
            checks.put(Check.DISTINCTNESS, factor == null ? Grade.UNKNOWN : factor.distinctness(value));
        }
        checks.put(Check.LENGTH, length == null ? Grade.UNKNOWN : length.grade(value));
        checks.put(
                Check.READER,
                figures.reader() == null ? Grade.UNKNOWN : figures.reader().grade());
        Grade worst = Grade.worst(checks.values());
        Grade verdict = worst == Grade.PASS && checks.get(Check.RELIABILITY) == Grade.UNKNOWN ? Grade.UNKNOWN : worst;
        return new ValueValidity(
                value,
                verdict,
                checks.entrySet().stream()
                        .filter(check -> check.getValue() == verdict)
                        .map(Map.Entry::getKey)
                        .findFirst()
                        .orElse(Check.RELIABILITY),
                checks,
                reliability,
                shares == null
                        ? null
                        : SplitHalves.of(
                                shares,
                                figures.seed(),
                                "halves",
                                figures.system().id(),
                                value),
                shares == null
                        ? null
                        : ItemDiagnostics.of(
                                asked.entropies().getOrDefault(value, List.of()),
                                asked.restCorrelations().getOrDefault(value, List.of()),
                                RaschModel.of(asked.labels(), dimension).infit()),
                facts(figures, dimension, shares));
    }

    private static ValueFacts facts(SystemFigures figures, int dimension, TopicShares shares) {
        String value = figures.values().get(dimension);
        SystemFigures.PublishedFigures published = figures.published();
        List<Double> effects = published.designEffects().getOrDefault(value, List.of());
        return new ValueFacts(
                effects.isEmpty() ? null : Double.valueOf(mean(effects)),
                orders(
                        published.winRates().getOrDefault(value, List.of()),
                        published.orderSpreads().getOrDefault(value, List.of()),
                        published.orders()),
                shares == null
                        ? null
                        : TopicConditions.of(
                                shares,
                                model -> figures.items().labels().models().get(shares.place(model)),
                                topic -> figures.items().categories().get(shares.firstItem(topic)),
                                figures.level()),
                shares == null || figures.items().lengths() == null
                        ? null
                        : EqualLength.of(
                                figures.items().labels(),
                                dimension,
                                figures.items().lengths(),
                                figures.level()),
                shares == null ? null : reader(figures, dimension));
    }

    private static ReaderShare reader(SystemFigures figures, int dimension) {
        String value = figures.values().get(dimension);
        List<ReaderShare.DoubleReading> readings = figures.items().readings().getOrDefault(value, List.of());
        if (readings.isEmpty()) {
            return null;
        }
        LabelTable labels = figures.items().labels();
        double answers = IntStream.range(0, labels.models().size())
                .map(model -> IntStream.range(0, labels.items().size())
                        .map(item -> Conformity.scored(labels, item, model, dimension))
                        .sum())
                .filter(n -> n > 0)
                .average()
                .orElseThrow();
        String name = figures.system().id() + "/" + value;
        return ReaderShare.of(readings, answers, figures.level(), figures.seed(), name);
    }

    /** A published win rate is a mean over orders, so its variance is that over orders by their number. */
    private static Double orders(List<Double> rates, List<Double> spreads, int orders) {
        if (rates.size() < 2 || spreads.isEmpty() || orders < 2) {
            return null;
        }
        double variance = StatUtils.variance(rates.stream().mapToDouble(x -> x).toArray());
        double error =
                spreads.stream().mapToDouble(x -> x * x / orders).average().orElseThrow();
        return variance < 1e-9 ? null : Double.valueOf(1 - error / variance);
    }

    private static double mean(List<Double> figures) {
        return figures.stream().mapToDouble(x -> x).average().orElseThrow();
    }
}
