package dev.valuecompass.importing;

import dev.valuecompass.io.DataException;
import dev.valuecompass.io.Defect;
import dev.valuecompass.io.Defects;
import dev.valuecompass.io.Json;
import dev.valuecompass.io.JsonLines;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;

/**
 * Logs of Inspect, of any task, as answers that were collected elsewhere. What a scorer of the log said is left aside:
 * values are read here.
 */
public final class InspectImport {
    private static final int SHOWN = 20;

    private final Map<List<String>, InspectSample> samples = new LinkedHashMap<>();
    private final SortedMap<String, String> parameters = new TreeMap<>();
    private final List<Defect> doubts = new ArrayList<>();

    private InspectImport() {}

    /** @throws DataException naming every log and sample that cannot be read */
    public static InspectImport read(List<Path> files) {
        InspectImport logs = new InspectImport();
        Defects defects = new Defects();
        for (Path file : files) {
            try {
                logs.add(InspectLog.read(file), defects);
            } catch (DataException e) {
                defects.addAll(e.defects());
            }
        }
        List<Defect> found = defects.list();
        if (!found.isEmpty()) {
            throw new DataException(found.subList(0, Math.min(SHOWN, found.size())));
        }
        return logs;
    }

    private void add(InspectLog log, Defects defects) {
        String status = log.header().path("status").asString("started");
        if (!log.finished() || !status.equals("success")) {
            doubts.add(new Defect(
                    log.file().toString(),
                    0,
                    "the log ended as '" + status + "'; its " + log.samples().size() + " samples are taken",
                    "finish it with inspect eval-retry, and import that log too"));
        }
        for (InspectLog.PlacedSample placed : log.samples()) {
            try {
                add(log, InspectSample.of(log, placed), placed.place());
            } catch (DataException e) {
                defects.addAll(e.defects());
            }
        }
        settings(log.header().path("eval"));
    }

    /** A log that goes on from another one repeats what that one had; a sample that failed there may be answered here. */
    private void add(InspectLog log, InspectSample sample, String place) {
        String task = log.header().path("eval").path("task").asString("");
        List<String> name = List.of(task, sample.model(), sample.id(), Integer.toString(sample.epoch()));
        InspectSample before = samples.get(name);
        if (before == null || !before.answered()) {
            samples.put(name, sample);
        } else if (sample.answered() && !sample.equals(before)) {
            throw new DataException(
                    log.file() + ": " + place,
                    0,
                    "answers sample " + sample.id() + ", epoch " + sample.epoch() + ", otherwise than an earlier log",
                    "import one of the two");
        }
    }

    private void settings(JsonNode eval) {
        Map<String, Object> given = new TreeMap<>();
        eval.path("model_generate_config").properties().stream()
                .filter(one -> !one.getValue().isNull())
                .forEach(one -> given.put(one.getKey(), one.getValue()));
        String model = eval.path("model").asString("");
        if (!given.isEmpty() && !model.isEmpty()) {
            parameters.put(model, Json.line(given));
        }
    }

    /** What may be meant as it is, such as a log without an end. */
    public List<Defect> doubts() {
        return List.copyOf(doubts);
    }

    /** How the models were asked, as their logs say: JSON by model. */
    public SortedMap<String, String> parameters() {
        return new TreeMap<>(parameters);
    }

    /** How many samples ended how, by model. */
    public SortedMap<String, SortedMap<String, Integer>> outcomes() {
        SortedMap<String, SortedMap<String, Integer>> outcomes = new TreeMap<>();
        samples.values()
                .forEach(sample -> outcomes.computeIfAbsent(sample.model(), model -> new TreeMap<>())
                        .merge(sample.outcome(), 1, Integer::sum));
        return outcomes;
    }

    /** The texts that were asked, each once, in the order of the logs. */
    public Set<String> prompts() {
        Set<String> prompts = new LinkedHashSet<>();
        samples.values().forEach(sample -> prompts.add(sample.prompt()));
        return prompts;
    }

    /** The lines that a {@code recorded} endpoint reads; epochs, and samples with the same text, are its samples from 0. */
    public String recorded() {
        Map<List<String>, Integer> numbers = new TreeMap<>(Comparator.comparing(Object::toString));
        List<Map<String, Object>> lines = new ArrayList<>();
        samples.values().stream()
                .sorted(Comparator.comparing(InspectSample::model)
                        .thenComparing(InspectSample::prompt)
                        .thenComparingInt(InspectSample::epoch)
                        .thenComparing(InspectSample::id))
                .forEach(sample -> {
                    int number = numbers.merge(List.of(sample.model(), sample.prompt()), 1, Integer::sum) - 1;
                    Map<String, Object> line = new TreeMap<>(Map.of(
                            "model", sample.model(),
                            "prompt", sample.prompt(),
                            "sample", number,
                            "answer", sample.answer()));
                    if (!sample.answered()) {
                        line.put("outcome", sample.outcome());
                        line.put("detail", sample.detail());
                    }
                    lines.add(line);
                });
        return JsonLines.write(lines);
    }
}
