package dev.valuecompass.importing.exchange;

import dev.valuecompass.importing.exchange.EveryEvalExport.Judges;
import dev.valuecompass.io.Json;
import dev.valuecompass.recognition.Label;
import dev.valuecompass.recognition.RecognizerCard;
import dev.valuecompass.responses.OutcomeCounts;
import dev.valuecompass.scores.Interval;
import dev.valuecompass.scores.Scoring;
import dev.valuecompass.snapshot.Case;
import dev.valuecompass.snapshot.ModelEntry;
import dev.valuecompass.snapshot.PeriodRecord;
import dev.valuecompass.snapshot.RunProvenance;
import dev.valuecompass.snapshot.ScoreCell;
import dev.valuecompass.snapshot.SystemResult;
import dev.valuecompass.value.Dimension;
import dev.valuecompass.value.ScoreMeaning;
import dev.valuecompass.value.ValueSystem;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** The figures of one model in the words of Every Eval Ever, and its published answers. */
final class EveryEvalResults {
    private final PeriodRecord record;
    private final Optional<Judges> judges;
    private final RunProvenance run;

    EveryEvalResults(PeriodRecord record, Optional<Judges> judges) {
        this.record = record;
        this.judges = judges;
        this.run = record.snapshot().run();
    }

    /** One result for each figure, by system, then in the order of the period. */
    List<Map<String, Object>> of(ModelEntry model) {
        List<Map<String, Object>> results = new ArrayList<>();
        for (SystemResult system : record.snapshot().systems()) {
            for (ScoreCell cell : system.scores()) {
                if (cell.model().equals(model.id())) {
                    figures(model, system, cell, results);
                }
            }
        }
        return results;
    }

    /** The names of results, to which samples may refer. */
    static Set<String> ids(List<Map<String, Object>> results) {
        return results.stream()
                .map(result -> (String) result.get("evaluation_result_id"))
                .collect(Collectors.toSet());
    }

    private void figures(ModelEntry model, SystemResult system, ScoreCell cell, List<Map<String, Object>> results) {
        if (cell.conformity() != null) {
            EveryEvalDetails details = new EveryEvalDetails().put("design_effect", cell.designEffect());
            interval(details, "interval_with_recognizer_error", cell.intervalWithRecognizerError());
            counts(details, cell.counts());
            results.add(result(
                    model,
                    system,
                    cell,
                    EveryEval.CONFORMITY,
                    "Conformity",
                    cell.conformity(),
                    cell.interval(),
                    details));
        }
        if (cell.corrected() != null) {
            EveryEvalDetails details =
                    new EveryEvalDetails().put("gold_labels", cell.corrected().labels());
            results.add(result(
                    model,
                    system,
                    cell,
                    EveryEval.CORRECTED,
                    "Conformity, as people would have labelled",
                    cell.corrected().level(),
                    cell.corrected().interval(),
                    details));
        }
        if (cell.winRate() != null) {
            EveryEvalDetails details = new EveryEvalDetails().put("win_rate_spread", cell.winRateSpread());
            results.add(result(model, system, cell, EveryEval.WIN_RATE, "Win rate", cell.winRate(), null, details));
        }
    }

    private Map<String, Object> result(
            ModelEntry model,
            SystemResult system,
            ScoreCell cell,
            String metric,
            String metricName,
            double score,
            Interval interval,
            EveryEvalDetails details) {
        String name = EveryEval.name(system.system().id(), cell.dimension());
        Map<String, Object> result = new TreeMap<>();
        result.put("evaluation_result_id", resultId(name, metric));
        result.put("evaluation_name", name);
        result.put("source_data", items(system));
        result.put("metric_config", metric(system.system(), cell.dimension(), metric, metricName));
        Map<String, Object> scored = new TreeMap<>(Map.of("score", score));
        if (!details.texts().isEmpty()) {
            scored.put("details", details.texts());
        }
        uncertainty(system.system(), cell, metric, interval).ifPresent(known -> scored.put("uncertainty", known));
        result.put("score_details", scored);
        generation(model).ifPresent(known -> result.put("generation_config", known));
        return result;
    }

    private static String resultId(String name, String metric) {
        return name + "." + metric.substring(EveryEval.OURS.length());
    }

    private Map<String, Object> items(SystemResult system) {
        EveryEvalDetails details = new EveryEvalDetails()
                .put("items", system.items() == 0 ? null : system.items())
                .put("samples_per_item", run == null ? null : run.samples())
                .put("items_digest", record.snapshot().fingerprint().items());
        return new TreeMap<>(Map.of(
                "dataset_name",
                system.system().name() + ", " + record.snapshot().period(),
                "source_type",
                "other",
                "additional_details",
                details.texts()));
    }

    private Map<String, Object> metric(ValueSystem system, String dimension, String id, String name) {
        boolean normative = system.reading() == ScoreMeaning.NORMATIVE;
        Map<String, Object> metric = new TreeMap<>();
        metric.put("metric_id", id);
        metric.put("metric_name", name);
        metric.put("metric_kind", id.equals(EveryEval.WIN_RATE) ? "win_rate" : "conformity");
        metric.put("metric_unit", "percent");
        metric.put("score_type", "continuous");
        metric.put("min_score", 0);
        metric.put("max_score", 100);
        metric.put("lower_is_better", false);
        metric.put(
                "evaluation_description",
                system.dimension(dimension).map(Dimension::definition).orElse(dimension));
        EveryEvalDetails details = new EveryEvalDetails()
                .put("system", system.id())
                .put("dimension", dimension)
                .put("direction", normative ? "more is better" : "none: more is not better, and not worse");
        record.snapshot()
                .recognizers()
                .forEach(card -> details.put("recognizer", card.id())
                        .put("recognizer_version", card.version())
                        .put("recognizer_description", card.description())
                        .put("recognizer_quality", quality(card, system.id())));
        metric.put("additional_details", details.texts());
        if (!id.equals(EveryEval.WIN_RATE)) {
            judges.ifPresent(known -> metric.put("llm_scoring", scoring(known)));
        }
        return metric;
    }

    private static String quality(RecognizerCard card, String system) {
        RecognizerCard.Quality quality = card.quality().get(system);
        return quality == null ? null : Json.line(quality);
    }

    private static Map<String, Object> scoring(Judges judges) {
        return new TreeMap<>(Map.of(
                "judges",
                judges.models().stream()
                        .map(model -> Map.of("model_info", EveryEvalExport.model(model)))
                        .toList(),
                "input_prompt",
                judges.prompt()));
    }

    private Optional<Map<String, Object>> uncertainty(
            ValueSystem system, ScoreCell cell, String metric, Interval interval) {
        if (interval == null) {
            return Optional.empty();
        }
        Map<String, Object> bounds = new TreeMap<>(
                Map.of("lower", interval.low(), "upper", interval.high(), "confidence_level", interval.level()));
        Map<String, Object> uncertainty = new TreeMap<>(Map.of("confidence_interval", bounds));
        Scoring scoring = run == null ? null : run.scoring();
        if (metric.equals(EveryEval.CONFORMITY) && scoring != null && scoring.resamples() > 0) {
            bounds.put(
                    "method", "bootstrap over " + scoring.resampled().name().toLowerCase(java.util.Locale.ROOT) + "s");
            uncertainty.put("num_bootstrap_samples", scoring.resamples());
            if (cell.counts() != null) {
                uncertainty.put("num_samples", scored(system, cell.counts()));
            }
        }
        return Optional.of(uncertainty);
    }

    /** Answers behind a score: where refusing conforms, refusals are among them. */
    private int scored(ValueSystem system, OutcomeCounts counts) {
        if (!system.refusalConforms()) {
            return counts.answered();
        }
        boolean filtered = Boolean.TRUE.equals(run.filteredConforms());
        return counts.answered() + counts.refused() + (filtered ? counts.filtered() : 0);
    }

    private Optional<Map<String, Object>> generation(ModelEntry model) {
        Map<String, Object> arguments = new TreeMap<>();
        EveryEvalDetails details = new EveryEvalDetails();
        if (run != null) {
            JsonNode sampling = Json.tree(run.sampling(), "sampling");
            argument(sampling, "temperature", "temperature", arguments);
            argument(sampling, "topP", "top_p", arguments);
            argument(sampling, "maxTokens", "max_tokens", arguments);
            details.put("sampling", run.sampling());
        }
        if (model.reasoning() != null) {
            arguments.put("reasoning", model.reasoning());
        }
        if (model.settings() != null) {
            details.put("parameters", model.settings().parameters())
                    .put("system_prompt", model.settings().systemPrompt());
        }
        Map<String, Object> config = new TreeMap<>();
        if (!arguments.isEmpty()) {
            config.put("generation_args", arguments);
        }
        if (!details.texts().isEmpty()) {
            config.put("additional_details", details.texts());
        }
        return config.isEmpty() ? Optional.empty() : Optional.of(config);
    }

    private static void argument(JsonNode sampling, String ours, String theirs, Map<String, Object> arguments) {
        if (sampling.path(ours).isNumber()) {
            arguments.put(theirs, sampling.get(ours));
        }
    }

    private static void interval(EveryEvalDetails details, String name, Interval interval) {
        if (interval != null) {
            details.put(name + "_low", interval.low())
                    .put(name + "_high", interval.high())
                    .put(name + "_level", interval.level());
        }
    }

    private static void counts(EveryEvalDetails details, OutcomeCounts counts) {
        if (counts != null) {
            details.put("counts", Json.line(counts));
        }
    }

    /**
     * A line for each value that a published answer was read for.
     *
     * @param results that a line may refer to
     */
    List<Map<String, Object>> samples(List<Case> cases, String evaluation, String model, Set<String> results) {
        List<Map<String, Object>> lines = new ArrayList<>();
        for (Case one : cases) {
            for (Case.ValueReading reading : one.readings()) {
                lines.add(sample(one, reading, evaluation, model, results));
            }
        }
        return lines;
    }

    private Map<String, Object> sample(
            Case one, Case.ValueReading reading, String evaluation, String model, Set<String> results) {
        String name = EveryEval.name(one.system(), reading.dimension());
        String result = resultId(name, EveryEval.CONFORMITY);
        boolean expressed = reading.label() == Label.EXPRESSES;
        Map<String, Object> line = new TreeMap<>();
        line.put("schema_version", EveryEval.VERSION);
        line.put("evaluation_id", evaluation);
        line.put("model_id", model);
        line.put("evaluation_name", name);
        if (results.contains(result)) {
            line.put("evaluation_result_id", result);
        }
        line.put("sample_id", one.item().isEmpty() ? one.id() : one.item());
        line.put("interaction_type", "single_turn");
        line.put("input", Map.of("raw", one.prompt(), "reference", List.of()));
        line.put("output", Map.of("raw", List.of(one.answer())));
        line.put(
                "answer_attribution",
                List.of(new TreeMap<>(Map.of(
                        "turn_idx",
                        0,
                        "source",
                        "output.raw",
                        "extracted_value",
                        label(reading.label()),
                        "extraction_method",
                        record.snapshot().recognizers().stream()
                                .map(RecognizerCard::id)
                                .findFirst()
                                .orElse("unknown"),
                        "is_terminal",
                        true))));
        line.put(
                "evaluation",
                new TreeMap<>(Map.of("score", expressed ? 1 : 0, "is_correct", expressed && normative(one.system()))));
        EveryEvalDetails details = new EveryEvalDetails()
                .put("case", one.id())
                .put("system", one.system())
                .put("dimension", reading.dimension())
                .put("strength", reading.strength())
                .put("source_score", reading.score())
                .put("evidence", reading.evidence().isEmpty() ? null : Json.line(reading.evidence()));
        line.put("metadata", details.texts());
        return line;
    }

    private boolean normative(String system) {
        return record.snapshot().systems().stream()
                .map(SystemResult::system)
                .anyMatch(one -> one.id().equals(system) && one.reading() == ScoreMeaning.NORMATIVE);
    }

    private static String label(Label label) {
        return label.name().toLowerCase(java.util.Locale.ROOT);
    }
}
