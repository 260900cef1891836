package dev.valuecompass.snapshot;

import dev.valuecompass.responses.OutcomeCounts;
import dev.valuecompass.scores.BetweenModels;
import dev.valuecompass.scores.ItemEntropy;
import dev.valuecompass.scores.LabelTable;
import dev.valuecompass.scores.Scoring;
import dev.valuecompass.scores.statistics.RecognizerError;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.stream.Collectors;

/** Computes every figure of a period from its labels; whoever verifies a period computes the same again. */
public final class PeriodFreezer {
    private final Scoring scoring;
    private final long seed;

    /** @param seed of orders and resamples */
    public PeriodFreezer(Scoring scoring, long seed) {
        this.scoring = scoring;
        this.seed = seed;
    }

    /** The same with intervals that hold the error of the recogniser; without them where it was not measured. */
    public SystemResult result(EvaluatedSystem evaluated, Optional<RecognizerError> error) {
        SystemResult result = result(evaluated);
        List<ScoreCell> cells = result.scores().stream()
                .map(cell -> error.filter(e -> cell.interval() != null)
                        .map(e -> carried(cell, e))
                        .orElse(cell))
                .toList();
        return new SystemResult(result.system(), result.items(), cells);
    }

    private static ScoreCell carried(ScoreCell cell, RecognizerError error) {
        return new ScoreCell(
                cell.model(),
                cell.dimension(),
                cell.conformity(),
                cell.interval(),
                cell.winRate(),
                cell.winRateSpread(),
                cell.counts(),
                error.carried(cell.conformity(), cell.interval()));
    }

    /** The result of one system: a cell for every model and dimension that anything was asked for. */
    public SystemResult result(EvaluatedSystem evaluated) {
        List<String> dimensions = evaluated.system().dimensionIds();
        Map<List<String>, CellScore> scores = SystemScores.of(evaluated.table(), scoring, seed).stream()
                .collect(Collectors.toMap(cell -> List.of(cell.model(), cell.dimension()), Function.identity()));
        List<ScoreCell> cells = new ArrayList<>();
        evaluated.labels().forEach((model, rows) -> {
            SortedMap<String, OutcomeCounts> counts = OutcomeCounting.byDimension(dimensions, rows);
            for (String dimension : dimensions) {
                if (counts.containsKey(dimension)) {
                    cells.add(cell(model, dimension, scores.get(List.of(model, dimension)), counts.get(dimension)));
                }
            }
        });
        return new SystemResult(evaluated.system(), evaluated.items().size(), cells);
    }

    /** The items with their discriminative power; a dimension that a figure cannot be told of is left out of it. */
    public static List<ItemRecord> items(EvaluatedSystem evaluated) {
        LabelTable table = evaluated.table();
        ItemEntropy entropy = new ItemEntropy(table);
        BetweenModels models = new BetweenModels(table);
        List<ItemRecord> records = new ArrayList<>();
        for (int i = 0; i < evaluated.items().size(); i++) {
            int item = i;
            records.add(new ItemRecord(
                    evaluated.items().get(i),
                    byDimension(table, d -> entropy.bits(item, d)),
                    byDimension(table, d -> models.share(item, d)),
                    byDimension(table, d -> models.rest(item, d)),
                    null));
        }
        return records;
    }

    private static SortedMap<String, Double> byDimension(LabelTable table, IntFunction<Double> figure) {
        SortedMap<String, Double> figures = new TreeMap<>();
        for (int d = 0; d < table.dimensions().size(); d++) {
            Double value = figure.apply(d);
            if (value != null) {
                figures.put(table.dimensions().get(d), value);
            }
        }
        return figures;
    }

    private static ScoreCell cell(String model, String dimension, CellScore score, OutcomeCounts counts) {
        return score == null
                ? new ScoreCell(model, dimension, null, null, null, null, counts)
                : new ScoreCell(
                        model,
                        dimension,
                        score.conformity(),
                        score.conformityInterval(),
                        score.winRate(),
                        score.winRateSpread(),
                        counts);
    }
}
