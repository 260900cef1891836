package dev.valuecompass.snapshot;

import dev.valuecompass.items.Item;
import dev.valuecompass.llm.Outcome;
import dev.valuecompass.recognition.Label;
import dev.valuecompass.scores.LabelTable;
import dev.valuecompass.scores.ResampledUnit;
import dev.valuecompass.scores.validity.ReaderAgreement;
import dev.valuecompass.scores.validity.ReaderShare.DoubleReading;
import dev.valuecompass.scores.validity.SystemFigures;
import dev.valuecompass.scores.validity.SystemFigures.AnswerLengths;
import dev.valuecompass.scores.validity.SystemFigures.ItemFigures;
import dev.valuecompass.scores.validity.SystemFigures.PublishedFigures;
import dev.valuecompass.scores.validity.SystemValidity;
import dev.valuecompass.value.ValueSystem;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

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
        ItemFigures items = s.run() == null || record.labels().isEmpty() ? null : items(record, system);
        return new SystemFigures(
                system,
                scores(result),
                new PublishedFigures(
                        byValue(result, ScoreCell::designEffect),
                        byValue(result, ScoreCell::winRate),
                        byValue(result, ScoreCell::winRateSpread),
                        s.run() == null ? 0 : s.run().scoring().orders()),
                items,
                lengths(record, system, items),
                ReaderAgreement.of(s.recognizers(), s.fingerprint().recognizer(), system.id())
                        .orElse(null),
                s.run() == null ? USUAL_LEVEL : s.run().scoring().level(),
                s.run() == null ? 0 : s.run().seed());
    }

    /** Conformity by model and value, where there is one. */
    public static SortedMap<String, Map<String, Double>> scores(SystemResult result) {
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
                figures(lines, ItemRecord::restCorrelation),
                lengths(evaluated, labels),
                readings(evaluated, labels, record.gold()));
    }

    /** By value, the answers that people read too; those that count by a rule nobody reads. */
    private static Map<String, List<DoubleReading>> readings(
            EvaluatedSystem evaluated, LabelTable labels, List<GoldRecord> gold) {
        Map<List<Object>, List<GoldRecord>> byAnswer = gold.stream()
                .filter(GoldRecord::settled)
                .collect(Collectors.groupingBy(one -> List.of(one.model(), one.item(), one.sample())));
        Map<String, List<DoubleReading>> readings = new HashMap<>();
        if (byAnswer.isEmpty()) {
            return readings;
        }
        List<String> values = evaluated.system().dimensionIds();
        Map<String, Integer> topics = new HashMap<>();
        Map<String, Integer> topicOf = new HashMap<>();
        for (int i = 0; i < labels.items().size(); i++) {
            String topic = labels.units().get(i);
            topicOf.put(labels.items().get(i), topics.computeIfAbsent(topic, unit -> topics.size()));
        }
        evaluated
                .labels()
                .forEach((model, rows) -> rows.stream()
                        .filter(row -> row.outcome() == Outcome.ANSWERED)
                        .forEach(row -> byAnswer.getOrDefault(List.of(model, row.item(), row.sample()), List.of())
                                .forEach(one -> {
                                    int value = values.indexOf(one.dimension());
                                    char seen = value < 0
                                            ? LabelTable.UNSCORED
                                            : row.labels().charAt(value);
                                    if (Label.isCode(seen)) {
                                        readings.computeIfAbsent(one.dimension(), id -> new ArrayList<>())
                                                .add(new DoubleReading(
                                                        labels.models().indexOf(model),
                                                        topicOf.get(row.item()),
                                                        one.weight(),
                                                        seen == Label.EXPRESSES.code(),
                                                        one.label().charAt(0) == Label.EXPRESSES.code()));
                                    }
                                })));
        return readings;
    }

    private static Map<String, List<Double>> figures(
            List<ItemRecord> lines, Function<ItemRecord, Map<String, Double>> figure) {
        Map<String, List<Double>> byValue = new HashMap<>();
        lines.forEach(line -> figure.apply(line)
                .forEach((value, one) ->
                        byValue.computeIfAbsent(value, id -> new ArrayList<>()).add(one)));
        return byValue;
    }

    /** Of all answers where their lengths were frozen, otherwise of the published ones. */
    private static AnswerLengths lengths(PeriodRecord record, ValueSystem system, ItemFigures items) {
        if (items != null && items.lengths() != null) {
            Map<String, Double> byModel = new HashMap<>();
            for (int m = 0; m < items.labels().models().size(); m++) {
                String model = items.labels().models().get(m);
                int at = m;
                Arrays.stream(items.lengths())
                        .mapToInt(ofItem -> ofItem[at])
                        .filter(length -> length > 0)
                        .average()
                        .ifPresent(mean -> byModel.put(model, mean));
            }
            return new AnswerLengths("answers", byModel);
        }
        Map<String, Double> byModel = new HashMap<>();
        record.cases()
                .forEach((model, cases) -> cases.stream()
                        .filter(one -> one.system().equals(system.id()))
                        .mapToInt(one -> LabelRecord.length(one.answer()))
                        .average()
                        .ifPresent(mean -> byModel.put(model, mean)));
        return new AnswerLengths("cases", byModel);
    }

    /** Mean length of a model's answers to an item, 0 where there is none; null where no lengths were frozen. */
    private static int[][] lengths(EvaluatedSystem evaluated, LabelTable labels) {
        Map<String, Integer> places = new HashMap<>();
        for (int i = 0; i < labels.items().size(); i++) {
            places.put(labels.items().get(i), i);
        }
        int[][] lengths = new int[places.size()][labels.models().size()];
        boolean any = false;
        for (int m = 0; m < labels.models().size(); m++) {
            int[] answers = new int[places.size()];
            for (LabelRecord row : evaluated.labels().get(labels.models().get(m))) {
                if (row.length() != null) {
                    int item = places.get(row.item());
                    // The running mean, so that one number an item is kept.
                    lengths[item][m] += Math.round((row.length() - lengths[item][m]) / (float) ++answers[item]);
                    any = true;
                }
            }
        }
        return any ? lengths : null;
    }
}
