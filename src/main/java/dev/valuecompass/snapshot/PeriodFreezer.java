package dev.valuecompass.snapshot;

import dev.valuecompass.items.Item;
import dev.valuecompass.responses.OutcomeCounts;
import dev.valuecompass.scores.BetweenModels;
import dev.valuecompass.scores.ItemEntropy;
import dev.valuecompass.scores.LabelTable;
import dev.valuecompass.scores.ResampledUnit;
import dev.valuecompass.scores.Scoring;
import dev.valuecompass.scores.statistics.GoldCorrection;
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

    /** The same as people would have labelled the answers, where they labelled enough of them. */
    public SystemResult result(EvaluatedSystem evaluated, Optional<RecognizerError> error, List<GoldRecord> gold) {
        SystemResult result = result(evaluated, error);
        Map<List<String>, GoldCorrection.Level> levels =
                GoldLevels.of(evaluated.covered(scoring.minimumCoverage()), gold, scoring);
        Map<List<String>, Long> labels = gold.stream()
                .filter(GoldRecord::settled)
                .collect(Collectors.groupingBy(one -> List.of(one.model(), one.dimension()), Collectors.counting()));
        List<ScoreCell> cells = result.scores().stream()
                .map(cell -> corrected(cell, levels, labels))
                .toList();
        return new SystemResult(result.system(), result.items(), cells, result.evolved(), null);
    }

    private ScoreCell corrected(
            ScoreCell cell, Map<List<String>, GoldCorrection.Level> levels, Map<List<String>, Long> labels) {
        List<String> place = List.of(cell.model(), cell.dimension());
        GoldCorrection.Level level = levels.get(place);
        return level == null || cell.conformity() == null
                ? cell
                : ScoreCellFields.copy(cell)
                        .corrected(new ScoreCell.Corrected(
                                level.level(),
                                level.interval(scoring.level()),
                                labels.getOrDefault(place, 0L).intValue()))
                        .build();
    }

    /** The same with intervals that hold the error of the recogniser; without them where it was not measured. */
    public SystemResult result(EvaluatedSystem evaluated, Optional<RecognizerError> error) {
        SystemResult result = result(evaluated);
        List<ScoreCell> cells = result.scores().stream()
                .map(cell -> error.filter(e -> cell.interval() != null)
                        .map(e -> carried(cell, e))
                        .orElse(cell))
                .toList();
        return new SystemResult(result.system(), result.items(), cells, result.evolved(), null);
    }

    private static ScoreCell carried(ScoreCell cell, RecognizerError error) {
        return ScoreCellFields.copy(cell)
                .intervalWithRecognizerError(error.carried(cell.conformity(), cell.interval()))
                .build();
    }

    /**
     * The result of one system: a cell for every model and dimension that anything was asked for. Of a model below the
     * coverage there are the counts alone.
     */
    public SystemResult result(EvaluatedSystem evaluated) {
        List<String> dimensions = evaluated.system().dimensionIds();
        Map<List<String>, CellScore> scores =
                SystemScores.of(evaluated.covered(scoring.minimumCoverage()).table(scoring.resampled()), scoring, seed)
                        .stream()
                        .collect(
                                Collectors.toMap(cell -> List.of(cell.model(), cell.dimension()), Function.identity()));
        List<ScoreCell> cells = new ArrayList<>();
        evaluated.labels().forEach((model, rows) -> {
            SortedMap<String, OutcomeCounts> counts = OutcomeCounting.byDimension(dimensions, rows);
            for (String dimension : dimensions) {
                if (counts.containsKey(dimension)) {
                    cells.add(cell(model, dimension, scores.get(List.of(model, dimension)), counts.get(dimension)));
                }
            }
        });
        boolean evolved = evaluated.items().stream().anyMatch(Item::evolved);
        return new SystemResult(evaluated.system(), evaluated.items().size(), cells, evolved, null);
    }

    /** The items with their discriminative power; a dimension that a figure cannot be told of is left out of it. */
    public static List<ItemRecord> items(EvaluatedSystem evaluated) {
        LabelTable table = evaluated.table(ResampledUnit.ITEM);
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
                : ScoreCellFields.builder()
                        .model(model)
                        .dimension(dimension)
                        .conformity(score.conformity())
                        .interval(score.conformityInterval())
                        .winRate(score.winRate())
                        .winRateSpread(score.winRateSpread())
                        .counts(counts)
                        .intervalWithRecognizerError(null)
                        .designEffect(score.designEffect())
                        .corrected(null)
                        .build();
    }
}
