package dev.valuecompass.importing.exchange;

import dev.valuecompass.io.DataException;
import dev.valuecompass.io.Defect;
import dev.valuecompass.scores.Interval;
import dev.valuecompass.snapshot.ScoreCell;
import dev.valuecompass.snapshot.ScoreCellFields;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import tools.jackson.databind.JsonNode;

/**
 * The results of one model on one value, of which our own metrics are put together again; any other is the score. Win rates
 * and counts are left out: they follow from labels, and an imported period has none.
 */
final class EveryEvalCell {
    private static final double PERCENT = 100;

    private final Set<String> metrics = new HashSet<>();
    private Double conformity;
    private Interval interval;
    private ScoreCell.Corrected corrected;
    private Interval wide;
    private Double designEffect;

    /** @throws DataException when it is no score, or another one of the same metric is here already */
    void add(JsonNode result, String place, Consumer<Defect> doubts) {
        JsonNode metric = result.path("metric_config");
        JsonNode score = result.path("score_details");
        JsonNode details = score.path("details");
        String id = metric.path("metric_id").asString("");
        Scale scale = Scale.of(metric, place);
        double figure = scale.percent(number(score.path("score"), "score_details.score", place));
        Interval bounds = interval(score.path("uncertainty").path("confidence_interval"), scale, place, doubts);
        switch (id) {
            case EveryEval.WIN_RATE -> once(id, place);
            case EveryEval.CORRECTED -> {
                once(id, place);
                Double labels = known(details, "gold_labels", place);
                corrected = new ScoreCell.Corrected(figure, bounds, labels == null ? 0 : labels.intValue());
            }
            default -> {
                once(EveryEval.CONFORMITY, place);
                conformity = figure;
                interval = bounds;
                designEffect = known(details, "design_effect", place);
                wide = wide(details, place);
            }
        }
    }

    /** Empty where no figure that is kept came. */
    Optional<ScoreCell> cell(String model, String dimension) {
        return conformity == null
                ? Optional.empty()
                : Optional.of(ScoreCellFields.builder()
                        .model(model)
                        .dimension(dimension)
                        .conformity(conformity)
                        .interval(interval)
                        .winRate(null)
                        .winRateSpread(null)
                        .counts(null)
                        .intervalWithRecognizerError(wide)
                        .designEffect(designEffect)
                        .corrected(corrected)
                        .build());
    }

    private void once(String metric, String place) {
        if (!metrics.add(metric)) {
            throw new DataException(
                    place, "is a second score of its model on this value", "keep one metric and one run");
        }
    }

    private static double number(JsonNode value, String name, String place) {
        if (!value.isNumber() || !Double.isFinite(value.doubleValue())) {
            throw new DataException(place, name + " is no number", "mend the file, or leave the result out");
        }
        return value.doubleValue();
    }

    /** Null where nothing is said. */
    private static Double known(JsonNode details, String name, String place) {
        String text = details.path(name).asString("");
        if (text.isEmpty()) {
            return null;
        }
        try {
            return Double.valueOf(text);
        } catch (NumberFormatException e) {
            throw new DataException(new Defect(place, name + " '" + text + "' is no number", "mend the file"), e);
        }
    }

    private static Interval wide(JsonNode details, String place) {
        Double low = known(details, "interval_with_recognizer_error_low", place);
        Double high = known(details, "interval_with_recognizer_error_high", place);
        Double level = known(details, "interval_with_recognizer_error_level", place);
        return low == null || high == null || level == null ? null : new Interval(low, high, level);
    }

    private static Interval interval(JsonNode bounds, Scale scale, String place, Consumer<Defect> doubts) {
        if (!bounds.isObject()) {
            return null;
        }
        if (!bounds.path("confidence_level").isNumber()) {
            doubts.accept(new Defect(
                    place, "its interval names no confidence_level and is left out", "add the level to the file"));
            return null;
        }
        return new Interval(
                scale.percent(number(bounds.path("lower"), "confidence_interval.lower", place)),
                scale.percent(number(bounds.path("upper"), "confidence_interval.upper", place)),
                bounds.get("confidence_level").doubleValue());
    }

    /** Where a metric begins and ends; ours go from 0 to 100, more being more. */
    private record Scale(double least, double most) {
        static Scale of(JsonNode metric, String place) {
            if (metric.path("lower_is_better").asBoolean(false)) {
                throw new DataException(
                        place,
                        "less of its metric is better, and here more is",
                        "turn the figures round in the file, if that is what they mean");
            }
            JsonNode least = metric.path("min_score");
            JsonNode most = metric.path("max_score");
            if (!least.isNumber() || !most.isNumber() || !(least.doubleValue() < most.doubleValue())) {
                throw new DataException(
                        place,
                        "its metric has no finite min_score below a max_score, so it is not known what per cent it is",
                        "write the bounds of the metric into the file");
            }
            return new Scale(least.doubleValue(), most.doubleValue());
        }

        double percent(double score) {
            return least == 0 && most == PERCENT ? score : PERCENT * (score - least) / (most - least);
        }
    }
}
