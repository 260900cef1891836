package dev.valuecompass.pipeline.validation;

import dev.valuecompass.config.Examinee;
import dev.valuecompass.io.ByName;
import dev.valuecompass.io.Decimals;
import dev.valuecompass.items.Item;
import dev.valuecompass.pipeline.ResponseReader;
import dev.valuecompass.pipeline.evidence.PrimeInstruction;
import dev.valuecompass.scores.Interval;
import dev.valuecompass.scores.statistics.ClusteredShare;
import dev.valuecompass.scores.statistics.WilsonInterval;
import dev.valuecompass.scores.validity.Priming;
import dev.valuecompass.value.Dimension;
import dev.valuecompass.value.ValueSystem;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * Fictional models that are told to hold a value, value by value, and do: whether its score rises and those across the circle fall.
 *
 * @param labels {@code recognised}, or {@code true} where no recogniser could err
 * @param recognizer its version; empty for true labels
 * @param items that each model answered, without and with each instruction
 * @param models that were told, each once for every value
 * @param told how many times a model was told to hold a value, and could be measured
 * @param rose in how many of these it showed the value more often than without the instruction
 * @param share {@code rose / told}
 * @param bounds of the share at 95 %, with models as clusters
 * @param rise mean, in points
 * @param fell values whose opposites fell on average over the models
 */
@ByName
public record PrimedPanel(
        String system,
        String labels,
        String recognizer,
        int items,
        int models,
        int told,
        int rose,
        double share,
        Interval bounds,
        double rise,
        int fell) {

    /**
     * @param answering of the panel
     * @param models two or more, ids of the panel
     * @param items put to each, each of which measures every value
     * @param recognizer version of the reader
     */
    static List<PrimedPanel> of(
            ValueSystem system,
            PanelAnswering answering,
            PrimeInstruction instruction,
            List<String> models,
            List<Item> items,
            ResponseReader reader,
            String recognizer) {
        List<List<List<String[]>>> rows = IntStream.range(0, models.size())
                .parallel()
                .mapToObj(m -> {
                    Examinee examinee = TwinPanel.examinee(models.get(m));
                    List<List<String[]>> answers = new ArrayList<>();
                    answers.add(answers(answering, examinee, items, reader));
                    for (Dimension value : system.dimensions()) {
                        answers.add(answers(answering, instruction.told(examinee, value), items, reader));
                    }
                    return answers;
                })
                .toList();
        return List.of(
                PrimedPanelFields.copy(told(system, "recognised", models, items, rows, 0))
                        .recognizer(recognizer)
                        .build(),
                told(system, "true", models, items, rows, 1));
    }

    private static List<String[]> answers(
            PanelAnswering answering, Examinee examinee, List<Item> items, ResponseReader reader) {
        return items.stream()
                .map(item -> answering.rows(examinee, item, reader))
                .toList();
    }

    private static PrimedPanel told(
            ValueSystem system,
            String labels,
            List<String> models,
            List<Item> items,
            List<List<List<String[]>>> rows,
            int which) {
        SortedMap<String, Priming.InstructedLabels> byModel = new TreeMap<>();
        for (int m = 0; m < models.size(); m++) {
            SortedMap<String, List<String>> told = new TreeMap<>();
            for (int v = 0; v < system.dimensions().size(); v++) {
                told.put(system.dimensionIds().get(v), column(rows.get(m).get(v + 1), which));
            }
            byModel.put(
                    models.get(m),
                    new Priming.InstructedLabels(column(rows.get(m).get(0), which), told));
        }
        Priming.OfSystem measured = Priming.OfSystem.of(
                system.id(),
                new Priming.Asked(
                        0.95,
                        system.dimensionIds(),
                        items.stream().map(Item::id).toList(),
                        byModel));
        ClusteredShare share = new ClusteredShare(
                models.stream().mapToInt(model -> count(measured, model, -101)).toArray(),
                models.stream().mapToInt(model -> count(measured, model, 0)).toArray(),
                measured.models().size());
        Interval percent = WilsonInterval.of(share, 0.95);
        return PrimedPanelFields.builder()
                .system(system.id())
                .labels(labels)
                .recognizer("")
                .items(items.size())
                .models(models.size())
                .told(measured.models().size())
                .rose(IntStream.of(share.expressed()).sum())
                .share(share.share())
                .bounds(new Interval(percent.low() / 100, percent.high() / 100, percent.level()))
                .rise(measured.models().stream()
                        .mapToDouble(one -> one.rise().score())
                        .average()
                        .orElseThrow())
                .fell((int) measured.values().stream()
                        .filter(value ->
                                value.opposites() != null && value.opposites().score() < 0)
                        .count())
                .build();
    }

    private static List<String> column(List<String[]> rows, int which) {
        return rows.stream().map(row -> row[which]).toList();
    }

    /** Values of a model that rose by more than so many points. */
    private static int count(Priming.OfSystem measured, String model, double points) {
        return (int) measured.models().stream()
                .filter(one -> one.model().equals(model) && one.rise().score() > points)
                .count();
    }

    /** For people. */
    public String text() {
        return "Told to hold a value, %s, labels %s: it rises in %d of %d cases, a share of %s (95 %%: %s to %s), by %s points on average (%d models, %d items)"
                .formatted(
                        system,
                        labels,
                        rose,
                        told,
                        Decimals.of(share, 3),
                        Decimals.of(bounds.low(), 3),
                        Decimals.of(bounds.high(), 3),
                        Decimals.of(rise, 1),
                        models,
                        items);
    }
}
