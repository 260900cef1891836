package dev.valuecompass.snapshot;

import dev.valuecompass.items.Item;
import dev.valuecompass.scores.LabelTable;
import dev.valuecompass.scores.ResampledUnit;
import dev.valuecompass.scores.validity.ReaderAgreement;
import dev.valuecompass.scores.validity.SystemFigures;
import dev.valuecompass.scores.validity.SystemFigures.AnswerLengths;
import dev.valuecompass.scores.validity.SystemFigures.ItemFigures;
import dev.valuecompass.scores.validity.SystemFigures.PublishedFigures;
import dev.valuecompass.scores.validity.SystemValidity;
import dev.valuecompass.value.ValueSystem;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * Whether a period is any good: {@code validity.json}. It follows from the period's other files alone.
 *
 * @param version of what is computed and of its form
 * @param systems in the order of publication
 */
public record PeriodValidity(
        int version, String period, int revision, boolean synthetic, List<SystemValidity> systems) {
    /** The version that this program computes. */
    public static final int VERSION = 1;

    private static final double USUAL_LEVEL = 0.9;

    /** Rounded as frozen figures are. */
    public static PeriodValidity of(PeriodRecord record) {
        Snapshot s = record.snapshot();
        return Rounding.frozen(new PeriodValidity(
                VERSION,
                s.period(),
                s.revision(),
                s.synthetic(),
                s.systems().stream()
                        .map(result -> SystemValidity.of(figures(record, result)))
                        .toList()));
    }

    private static SystemFigures figures(PeriodRecord record, SystemResult result) {
        Snapshot s = record.snapshot();
        ValueSystem system = result.system();
        return new SystemFigures(
                system,
                scores(result),
                new PublishedFigures(
                        byValue(result, ScoreCell::designEffect),
                        byValue(result, ScoreCell::winRate),
                        byValue(result, ScoreCell::winRateSpread),
                        s.run() == null ? 0 : s.run().scoring().orders()),
                s.run() == null || record.labels().isEmpty() ? null : items(record, system),
                lengths(record, system),
                ReaderAgreement.of(s.recognizers(), s.fingerprint().recognizer(), system.id())
                        .orElse(null),
                s.run() == null ? USUAL_LEVEL : s.run().scoring().level(),
                s.run() == null ? 0 : s.run().seed());
    }

    private static SortedMap<String, Map<String, Double>> scores(SystemResult result) {
        SortedMap<String, Map<String, Double>> scores = new TreeMap<>();
        result.scores().stream()
                .filter(cell -> cell.conformity() != null)
                .forEach(cell -> scores.computeIfAbsent(cell.model(), id -> new TreeMap<>())
                        .put(cell.dimension(), cell.conformity()));
        return scores;
    }

    private static Map<String, List<Double>> byValue(SystemResult result, Function<ScoreCell, Double> figure) {
        Map<String, List<Double>> byValue = new HashMap<>();
        result.scores().stream()
                .filter(cell -> figure.apply(cell) != null)
                .forEach(cell -> byValue.computeIfAbsent(cell.dimension(), id -> new ArrayList<>())
                        .add(figure.apply(cell)));
        return byValue;
    }

    private static ItemFigures items(PeriodRecord record, ValueSystem system) {
        EvaluatedSystem evaluated = EvaluatedSystem.of(record, system)
                .covered(record.snapshot().run().scoring().minimumCoverage());
        LabelTable labels = evaluated.table(ResampledUnit.TOPIC);
        List<ItemRecord> lines = record.items().stream()
                .filter(line -> line.item().system().equals(system.id()))
                .toList();
        return new ItemFigures(
                labels,
                evaluated.items().stream().map(Item::category).toList(),
                figures(lines, ItemRecord::entropy),
                figures(lines, ItemRecord::restCorrelation));
    }

    private static Map<String, List<Double>> figures(
            List<ItemRecord> lines, Function<ItemRecord, Map<String, Double>> figure) {
        Map<String, List<Double>> byValue = new HashMap<>();
        lines.forEach(line -> figure.apply(line)
                .forEach((value, one) ->
                        byValue.computeIfAbsent(value, id -> new ArrayList<>()).add(one)));
        return byValue;
    }

    private static AnswerLengths lengths(PeriodRecord record, ValueSystem system) {
        Map<String, Double> byModel = new HashMap<>();
        record.cases()
                .forEach((model, cases) -> cases.stream()
                        .filter(one -> one.system().equals(system.id()))
                        .mapToInt(one ->
                                one.answer().codePointCount(0, one.answer().length()))
                        .average()
                        .ifPresent(mean -> byModel.put(model, mean)));
        return new AnswerLengths("cases", byModel);
    }
}
