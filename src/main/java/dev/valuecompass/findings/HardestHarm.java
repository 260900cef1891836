package dev.valuecompass.findings;

import dev.valuecompass.findings.Finding.Statistic;
import dev.valuecompass.findings.PeriodFigures.ItemMean;
import dev.valuecompass.scores.Interval;
import dev.valuecompass.value.Dimension;
import dev.valuecompass.value.ScoreMeaning;
import dev.valuecompass.value.ValueSystem;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.math3.distribution.TDistribution;
import org.apache.commons.math3.stat.StatUtils;

/**
 * Which harm the models avoid least, among the tasks or among the categories into which values of a system are divided. Items are
 * the sample here, each with its mean over the models: a task is known by a few of all items that it could have.
 */
final class HardestHarm implements Claim, TestPerSystem<HardestHarm.Hardest> {
    private static final String TOPIC = "The hardest value";
    private static final double LEVEL = 0.95;
    private static final double ERRORS = 0.05;
    private static final int FEWEST_ITEMS = 5;

    private final String level;
    private final String key;
    private final Function<Dimension, Stream<Part>> parts;

    /** A task or a category. @param categories that its items have */
    private record Part(String id, String name, Set<String> categories) {}

    /** @param items their means over the models, in [0, 100] */
    private record Measured(Part part, double[] items) {
        double mean() {
            return StatUtils.mean(items);
        }
    }

    /**
     * @param above points that the next part lies above the lowest, by Welch's interval
     * @param p that any other part is as low: the largest over the others, by the number of parts that could be lowest
     * @param items of all parts that were compared
     */
    record Hardest(Phrase lowest, Phrase next, double mean, double above, Interval interval, double p, int items) {}

    private HardestHarm(String level, String key, Function<Dimension, Stream<Part>> parts) {
        this.level = level;
        this.key = key;
        this.parts = parts;
    }

    static HardestHarm task() {
        return new HardestHarm(
                "task",
                "finding.hardest-task",
                value -> value.tasks().stream()
                        .map(task -> new Part(
                                task.id(),
                                task.name(),
                                task.categories().stream()
                                        .map(Dimension.Category::id)
                                        .collect(Collectors.toSet()))));
    }

    static HardestHarm category() {
        return new HardestHarm(
                "category",
                "finding.hardest-category",
                value -> value.tasks().stream()
                        .flatMap(task -> task.categories().stream())
                        .map(category -> new Part(category.id(), category.name(), Set.of(category.id()))));
    }

    @Override
    public List<Finding> of(PeriodFigures period) {
        return findings(
                period,
                period.systems().stream()
                        .filter(system -> system.reading() == ScoreMeaning.NORMATIVE)
                        .filter(system -> system.dimensions().stream()
                                .anyMatch(value -> !value.tasks().isEmpty()))
                        .toList(),
                Hardest::p);
    }

    @Override
    public Optional<Hardest> result(PeriodFigures period, ValueSystem system) {
        List<ItemMean> items = period.itemMeans(system.id());
        List<Measured> rising = system.dimensions().stream()
                .flatMap(value -> parts.apply(value).map(part -> new Measured(part, means(items, value, part))))
                .filter(measured -> measured.items().length >= FEWEST_ITEMS)
                .sorted(Comparator.comparing(Measured::mean)
                        .thenComparing(one -> one.part().id()))
                .toList();
        if (rising.size() < 2) {
            return Optional.empty();
        }
        Measured lowest = rising.get(0);
        Measured next = rising.get(1);
        double p = rising.stream()
                .skip(1)
                .mapToDouble(other -> Welch.of(lowest.items(), other.items()).p())
                .max()
                .orElseThrow();
        Welch above = Welch.of(lowest.items(), next.items());
        return Optional.of(new Hardest(
                name(system, lowest),
                name(system, next),
                lowest.mean(),
                above.difference(),
                above.interval(),
                Math.min(1, p * rising.size()),
                rising.stream().mapToInt(one -> one.items().length).sum()));
    }

    private static double[] means(List<ItemMean> items, Dimension value, Part part) {
        return items.stream()
                .filter(one -> one.dimension().equals(value.id()))
                .filter(one -> part.categories().contains(one.item().category()))
                .mapToDouble(ItemMean::percent)
                .toArray();
    }

    private static Phrase name(ValueSystem system, Measured one) {
        return new Phrase.ValueName(system.id(), one.part().id(), one.part().name());
    }

    @Override
    public Finding untold(PeriodFigures period, ValueSystem system) {
        return Finding.untold(
                id(system),
                TOPIC,
                Phrase.text(key + ".too-few", "system", FigureWords.name(system)),
                FigureWords.statistic("difference"),
                FigureWords.unit("items", 0),
                Phrase.text("finding.hardest-harm.method"));
    }

    @Override
    public Finding told(ValueSystem system, Hardest hardest, double p) {
        Verdict verdict = p <= ERRORS ? Verdict.HELD : Verdict.CANNOT_BE_TOLD;
        return new Finding(
                id(system),
                TOPIC,
                verdict,
                Phrase.told(
                        key,
                        verdict,
                        "system",
                        FigureWords.name(system),
                        "part",
                        hardest.lowest(),
                        "mean",
                        FigureWords.one(hardest.mean()),
                        "next",
                        hardest.next(),
                        "points",
                        FigureWords.one(hardest.above()),
                        "p",
                        FigureWords.p(p)),
                new Statistic(FigureWords.statistic("difference"), hardest.above(), hardest.interval(), p),
                hardest.items(),
                FigureWords.unit("items", hardest.items()),
                Phrase.text("finding.hardest-harm.method"));
    }

    private String id(ValueSystem system) {
        return "hardest-" + level + "-" + system.id();
    }

    /**
     * Welch's test of two means.
     *
     * @param p two-sided; 1 where the values of both do not vary, so that nothing can be told
     * @param interval of the difference; null as above
     */
    private record Welch(double difference, Interval interval, double p) {
        static Welch of(double[] low, double[] high) {
            double difference = StatUtils.mean(high) - StatUtils.mean(low);
            double a = StatUtils.variance(low) / low.length;
            double b = StatUtils.variance(high) / high.length;
            double error = Math.sqrt(a + b);
            if (!(error > 0)) {
                return new Welch(difference, null, 1);
            }
            double freedom = (a + b) * (a + b) / (a * a / (low.length - 1) + b * b / (high.length - 1));
            TDistribution student = new TDistribution(null, freedom);
            double half = error * student.inverseCumulativeProbability((1 + LEVEL) / 2);
            return new Welch(
                    difference,
                    new Interval(difference - half, difference + half, LEVEL),
                    2 * student.cumulativeProbability(-Math.abs(difference) / error));
        }
    }
}
