package dev.valuecompass.findings;

import dev.valuecompass.findings.Finding.Statistic;
import dev.valuecompass.findings.PeriodFigures.ItemMean;
import dev.valuecompass.scores.statistics.Lowest;
import dev.valuecompass.scores.statistics.MeanChange;
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
import org.apache.commons.math3.stat.StatUtils;

/**
 * Which harm the models avoid least, among the tasks or among the categories into which values of a system are divided. Items are
 * the sample here, each with its mean over the models: a task is known by a few of all items that it could have.
 */
final class HardestHarm implements TestPerSystem<Lowest<HardestHarm.Measured>> {
    private static final String TOPIC = "The hardest value";
    private static final double LEVEL = 0.95;
    private static final double ERRORS = 0.05;
    private static final int FEWEST_ITEMS = 5;

    private final String level;
    private final String key;
    private final Function<Dimension, Stream<Part>> parts;

    /** A task or a category. @param categories that its items have */
    record Part(String id, String name, Set<String> categories) {}

    /** @param items their means over the models, in [0, 100] */
    record Measured(Part part, double[] items) {
        double mean() {
            return StatUtils.mean(items);
        }
    }

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

    /** Of the systems that are divided so; a family with the hardest values. */
    List<FamilyTest> tests(PeriodFigures period) {
        return tests(
                period,
                period.systems().stream()
                        .filter(system -> system.reading() == ScoreMeaning.NORMATIVE)
                        .filter(system -> system.dimensions().stream()
                                .anyMatch(value -> !value.tasks().isEmpty()))
                        .toList(),
                Lowest::p);
    }

    @Override
    public Optional<Lowest<Measured>> result(PeriodFigures period, ValueSystem system) {
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
        return Optional.of(Lowest.of(rising, (one, other) -> MeanChange.between(other.items(), one.items(), LEVEL)));
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
                Phrase.text(key + ".too-few").with("system", FigureWords.name(system)),
                FigureWords.statistic("difference"),
                FigureWords.unit("items", 0),
                Phrase.text("finding.hardest-harm.method"));
    }

    @Override
    public Finding told(ValueSystem system, Lowest<Measured> hardest, double p) {
        Verdict verdict = p <= ERRORS ? Verdict.HELD : Verdict.CANNOT_BE_TOLD;
        int items =
                hardest.rising().stream().mapToInt(one -> one.items().length).sum();
        MeanChange above = hardest.above();
        return new Finding(
                id(system),
                TOPIC,
                verdict,
                Phrase.told(key, verdict)
                        .with("system", FigureWords.name(system))
                        .with("part", name(system, hardest.lowest()))
                        .with("mean", FigureWords.one(hardest.lowest().mean()))
                        .with("next", name(system, hardest.next()))
                        .with("points", FigureWords.one(above.mean()))
                        .with("p", FigureWords.p(p)),
                new Statistic(FigureWords.statistic("difference"), above.mean(), above.interval(), p),
                items,
                FigureWords.unit("items", items),
                Phrase.text("finding.hardest-harm.method"));
    }

    private String id(ValueSystem system) {
        return "hardest-" + level + "-" + system.id();
    }
}
