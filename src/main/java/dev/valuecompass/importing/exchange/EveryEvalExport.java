package dev.valuecompass.importing.exchange;

import dev.valuecompass.importing.ModelIds;
import dev.valuecompass.io.Digest;
import dev.valuecompass.io.Json;
import dev.valuecompass.io.JsonLines;
import dev.valuecompass.snapshot.Case;
import dev.valuecompass.snapshot.ModelEntry;
import dev.valuecompass.snapshot.PeriodRecord;
import dev.valuecompass.snapshot.Snapshot;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;

/**
 * A period in Every Eval Ever: for each model a file of its scores and, where answers are published, a file of these, at
 * the places that its datastore wants. What the format has no field for stands under {@code additional_details}; what the
 * period does not say is left out, or {@code unknown} where the format asks for it.
 */
public final class EveryEvalExport {
    private static final String LIBRARY = "value-compass-leaderboard";
    private static final String UNKNOWN = "unknown";

    private final PeriodRecord record;
    private final Publisher publisher;
    private final EveryEvalResults results;
    private final Instant now;
    private final String collection;

    /**
     * Who answers for the figures.
     *
     * @param name may be empty; the title of the period is taken then
     * @param url of the site; may be empty
     */
    public record Publisher(String name, String url) {}

    /**
     * The models that read the answers, and what they were asked.
     *
     * @param prompt the templates, as they are in the data folder
     */
    public record Judges(List<ModelEntry> models, String prompt) {}

    /**
     * @param judges empty where no model read, or where it is not known how it was asked
     * @param now when the files are made
     */
    public EveryEvalExport(PeriodRecord record, Publisher publisher, Optional<Judges> judges, Instant now) {
        this.record = record;
        this.publisher = publisher;
        this.results = new EveryEvalResults(record, judges);
        this.now = now;
        this.collection = path(record.snapshot().title(), "value-compass");
    }

    /** Texts by path, each below {@code data/}. The same period gives the same paths. */
    public SortedMap<String, String> files() {
        SortedMap<String, String> files = new TreeMap<>();
        for (ModelEntry model : record.snapshot().models()) {
            List<Map<String, Object>> figures = results.of(model);
            if (figures.isEmpty()) {
                continue;
            }
            String folder =
                    "data/" + collection + "/" + developer(model) + "/" + path(model.id(), "model") + "/" + uuid(model);
            Map<String, Object> log = log(model, figures);
            List<Case> cases = record.cases().getOrDefault(model.id(), List.of());
            List<Map<String, Object>> samples =
                    results.samples(cases, evaluation(model), id(model), EveryEvalResults.ids(figures));
            if (!samples.isEmpty()) {
                String lines = JsonLines.write(samples);
                String file = folder + "_samples.jsonl";
                files.put(file, lines);
                log.put("detailed_evaluation_results", reference(file, lines, samples.size()));
            }
            files.put(folder + ".json", Json.pretty(log));
        }
        return files;
    }

    private static Map<String, Object> reference(String file, String lines, int rows) {
        return new TreeMap<>(Map.of(
                "format",
                "jsonl",
                "file_path",
                file,
                "hash_algorithm",
                "sha256",
                "checksum",
                Digest.sha256(lines),
                "total_rows",
                rows));
    }

    private Map<String, Object> log(ModelEntry model, List<Map<String, Object>> figures) {
        Map<String, Object> log = new TreeMap<>();
        log.put("schema_version", EveryEval.VERSION);
        log.put("evaluation_id", evaluation(model));
        log.put("retrieved_timestamp", Long.toString(now.getEpochSecond()));
        log.put("source_metadata", source(model));
        log.put("eval_library", library());
        log.put("model_info", model(model));
        log.put("evaluation_results", figures);
        return log;
    }

    private Map<String, Object> library() {
        Snapshot snapshot = record.snapshot();
        return snapshot.origin().imported()
                ? Map.of("name", UNKNOWN, "version", UNKNOWN)
                : new TreeMap<>(Map.of(
                        "name",
                        LIBRARY,
                        "version",
                        snapshot.run() == null ? UNKNOWN : snapshot.run().program()));
    }

    private Map<String, Object> source(ModelEntry model) {
        Snapshot snapshot = record.snapshot();
        String name = publisher.name().isEmpty() ? snapshot.title() : publisher.name();
        Map<String, Object> source = new TreeMap<>();
        source.put("source_name", snapshot.title());
        source.put("source_type", snapshot.origin().imported() ? "documentation" : "evaluation_run");
        source.put("source_organization_name", name);
        if (!publisher.url().isEmpty()) {
            source.put("source_organization_url", publisher.url());
        }
        source.put(
                "evaluator_relationship",
                snapshot.origin().imported()
                        ? "other"
                        : name.equalsIgnoreCase(model.developer()) ? "first_party" : "third_party");
        EveryEvalDetails details = new EveryEvalDetails()
                .put("period", snapshot.period())
                .put("revision", snapshot.revision())
                .put("licence", snapshot.origin().licence())
                .put("origin", snapshot.origin().source())
                .put("synthetic", snapshot.synthetic());
        source.put("additional_details", details.texts());
        return source;
    }

    /** A model, as the format describes those under test and those that judge. */
    static Map<String, Object> model(ModelEntry model) {
        Map<String, Object> info = new TreeMap<>();
        info.put("name", model.name());
        info.put("id", id(model));
        if (!model.developer().isEmpty()) {
            info.put("developer", model.developer());
        }
        EveryEvalDetails details = new EveryEvalDetails()
                .put("deployment_type", UNKNOWN)
                .put(
                        "model_availability",
                        model.open() == null ? UNKNOWN : model.open() ? "open_weights" : "closed_weights")
                .put("country", model.country())
                .put("family", model.family())
                .put("released", model.released())
                .put("licence", model.licence())
                .put("size_billions", model.sizeBillions())
                .put("website", model.website())
                .put("notes", model.notes())
                .put("answers", model.source());
        info.put("additional_details", details.texts());
        return info;
    }

    /** Keyed on what is written, not on a registry's name for it. */
    private String evaluation(ModelEntry model) {
        return collection + "/" + id(model) + "/" + record.snapshot().period();
    }

    private static String id(ModelEntry model) {
        return developer(model) + "/" + model.id();
    }

    private static String developer(ModelEntry model) {
        return path(model.developer(), UNKNOWN);
    }

    /** A name that a path may have, and not the one that the datastore keeps for itself. */
    private static String path(String text, String otherwise) {
        String name = ModelIds.of(text);
        return name.isEmpty()
                ? otherwise
                : ModelIds.usable(name) && !name.equals("data") ? name : otherwise + "-" + name;
    }

    /** Of version 4 in form, as the datastore demands, and always the same for a model of a period. */
    private String uuid(ModelEntry model) {
        String digest =
                Digest.sha256(evaluation(model) + "\n" + record.snapshot().title());
        byte[] bytes = digest.getBytes(StandardCharsets.US_ASCII);
        bytes[12] = '4';
        bytes[16] = (byte) "89ab".charAt(Character.digit(bytes[16], 16) % 4);
        String hex = new String(bytes, StandardCharsets.US_ASCII);
        return UUID.fromString(hex.substring(0, 8) + "-" + hex.substring(8, 12) + "-" + hex.substring(12, 16) + "-"
                        + hex.substring(16, 20) + "-" + hex.substring(20, 32))
                .toString();
    }
}
