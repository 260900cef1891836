package dev.valuecompass.snapshot;

import dev.valuecompass.items.Item;
import dev.valuecompass.items.Topics;
import dev.valuecompass.llm.Outcome;
import dev.valuecompass.recognition.Label;
import dev.valuecompass.scores.ResampledUnit;
import dev.valuecompass.scores.Scoring;
import dev.valuecompass.scores.statistics.GoldCorrection;
import dev.valuecompass.scores.statistics.GoldCorrection.GoldCell;
import dev.valuecompass.scores.statistics.GoldCorrection.GoldLabel;
import dev.valuecompass.scores.statistics.GoldCorrection.Level;
import dev.valuecompass.value.ValueSystem;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Levels of one system as people would have labelled its answers, from labels by the recogniser and by people. */
public final class GoldLevels {
    private final EvaluatedSystem evaluated;
    private final Map<String, Integer> units = new HashMap<>();
    private final Map<List<Object>, List<GoldRecord>> gold;
    private int topics;

    private GoldLevels(EvaluatedSystem evaluated, List<GoldRecord> gold, ResampledUnit drawn) {
        this.evaluated = evaluated;
        List<String> ids = evaluated.items().stream().map(Item::id).toList();
        List<String> topicOf = drawn == ResampledUnit.TOPIC ? Topics.of(evaluated.items()) : ids;
        Map<String, Integer> places = new HashMap<>();
        for (int i = 0; i < ids.size(); i++) {
            units.put(ids.get(i), places.computeIfAbsent(topicOf.get(i), topic -> places.size()));
        }
        this.topics = places.size();
        this.gold = gold.stream()
                .filter(GoldRecord::settled)
                .collect(Collectors.groupingBy(one -> List.of(one.model(), one.item(), one.sample())));
    }

    /** The levels of a frozen system. @return by model and dimension; empty where nothing is corrected */
    public static Map<List<String>, Level> of(PeriodRecord record, ValueSystem system) {
        Scoring scoring =
                record.snapshot().run() == null ? null : record.snapshot().run().scoring();
        return scoring == null
                ? Map.of()
                : of(EvaluatedSystem.of(record, system).covered(scoring.minimumCoverage()), record.gold(), scoring);
    }

    /** @param covered models with enough answers */
    static Map<List<String>, Level> of(EvaluatedSystem covered, List<GoldRecord> gold, Scoring scoring) {
        return gold.isEmpty() ? Map.of() : new GoldLevels(covered, gold, scoring.resampled()).levels();
    }

    private Map<List<String>, Level> levels() {
        List<String> dimensions = evaluated.system().dimensionIds();
        List<String> models = List.copyOf(evaluated.labels().keySet());
        List<List<GoldCell>> system = new ArrayList<>();
        List<String> scored = new ArrayList<>();
        for (int d = 0; d < dimensions.size(); d++) {
            int dimension = d;
            List<GoldCell> cells =
                    models.stream().map(model -> cell(model, dimension)).toList();
            if (cells.stream().anyMatch(cell -> cell.read() > 0)) {
                system.add(cells);
                scored.add(dimensions.get(d));
            }
        }
        Map<List<String>, Level> levels = new HashMap<>();
        List<List<Level>> corrected = GoldCorrection.of(system);
        for (int d = 0; d < corrected.size(); d++) {
            for (int m = 0; m < models.size(); m++) {
                Level level = corrected.get(d).get(m);
                if (level != null) {
                    levels.put(List.of(models.get(m), scored.get(d)), level);
                }
            }
        }
        return levels;
    }

    private GoldCell cell(String model, int d) {
        int[] read = new int[topics];
        int[] expressed = new int[topics];
        int byRule = 0;
        List<GoldLabel> labels = new ArrayList<>();
        String dimension = evaluated.system().dimensionIds().get(d);
        for (LabelRecord row : evaluated.labels().get(model)) {
            char code = row.labels().charAt(d);
            if (Label.isCode(code)) {
                boolean seen = code == Label.EXPRESSES.code();
                if (row.outcome() == Outcome.ANSWERED) {
                    read[units.get(row.item())]++;
                    expressed[units.get(row.item())] += seen ? 1 : 0;
                    gold.getOrDefault(List.of(model, row.item(), row.sample()), List.of()).stream()
                            .filter(one -> one.dimension().equals(dimension))
                            .forEach(one -> labels.add(new GoldLabel(
                                    one.weight(), one.label().charAt(0) == Label.EXPRESSES.code(), seen)));
                } else {
                    byRule++;
                }
            }
        }
        return new GoldCell(read, expressed, byRule, labels);
    }
}
