package dev.valuecompass.importing.exchange;

import dev.valuecompass.importing.ModelIds;
import dev.valuecompass.io.DataException;
import dev.valuecompass.io.Defect;
import dev.valuecompass.io.Defects;
import dev.valuecompass.io.JsonEntries;
import dev.valuecompass.io.NearestName;
import dev.valuecompass.snapshot.Fingerprint;
import dev.valuecompass.snapshot.ModelEntry;
import dev.valuecompass.snapshot.ModelEntryFields;
import dev.valuecompass.snapshot.PeriodRecord;
import dev.valuecompass.snapshot.ScoreCell;
import dev.valuecompass.snapshot.Snapshot;
import dev.valuecompass.snapshot.SnapshotFields;
import dev.valuecompass.snapshot.SystemResult;
import dev.valuecompass.value.Theory;
import dev.valuecompass.value.ValueSystem;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/**
 * Score files of Every Eval Ever as a period of ours. Which evaluation measures which value is known of our own files and
 * told of others; nothing is guessed.
 */
public final class EveryEvalScores {
    private static final List<String> RESULTS = List.of("evaluation_results");
    /** Mistakes after which nobody reads on. */
    private static final int ENOUGH = 1_000;

    private static final String FIX = "give a score file of Every Eval Ever, such as its converters write";

    private final Theory theory;
    private final Map<String, String> values;
    private final Defects defects = new Defects();
    private final List<Defect> doubts = new ArrayList<>();
    private final SortedMap<String, ModelEntry> models = new TreeMap<>();
    private final Map<String, String> modelIds = new HashMap<>();
    private final Map<String, SortedMap<String, SortedMap<Integer, EveryEvalCell>>> systems = new TreeMap<>();
    private final Map<String, Integer> items = new HashMap<>();
    private final Set<String> titles = new TreeSet<>();
    private final Set<String> periods = new TreeSet<>();
    private final Set<String> licences = new TreeSet<>();
    private final Set<String> publishers = new TreeSet<>();
    private boolean synthetic;

    private EveryEvalScores(Theory theory, Map<String, String> values) {
        this.theory = theory;
        this.values = values;
    }

    /**
     * What was read.
     *
     * @param doubts what is left out, and why
     */
    public record Imported(PeriodRecord period, List<Defect> doubts) {}

    /**
     * @param values by the name of an evaluation, the value that it measures as {@code system.dimension}
     * @param period empty for the one that the files name
     * @throws DataException naming every file and result that cannot be read
     */
    public static Imported read(List<Path> files, Map<String, String> values, Optional<String> period, Theory theory) {
        EveryEvalScores scores = new EveryEvalScores(theory, values);
        for (Path file : files) {
            try {
                scores.add(file);
            } catch (DataException e) {
                scores.defects.addAll(e.defects());
            }
            if (scores.defects.size() >= ENOUGH) {
                break;
            }
        }
        scores.defects.refuse(DataException::new);
        return new Imported(scores.period(files.get(0), period), List.copyOf(scores.doubts));
    }

    private void add(Path file) {
        String place = file.toString();
        JsonNode log = JsonEntries.around(file, RESULTS);
        EveryEval.refuseOther(log, place);
        JsonNode source = log.path("source_metadata");
        if (!source.isObject() || !log.path("evaluation_results").isArray()) {
            throw new DataException(place, "has no source_metadata or no list evaluation_results", FIX);
        }
        JsonNode details = source.path("additional_details");
        String organisation =
                source.path("source_organization_name").asString("").strip();
        titles.add(source.path("source_name").asString(organisation).strip());
        publishers.add(organisation);
        periods.add(details.path("period").asString(""));
        licences.add(details.path("licence").asString(""));
        synthetic |= details.path("synthetic").asString("").equals("true");
        String model = model(log.path("model_info"), place);
        int[] last = {0};
        JsonEntries.forEach(file, RESULTS, (result, number) -> {
            last[0] = number;
            try {
                add(model, result, place + ": result " + number);
            } catch (DataException e) {
                defects.addAll(e.defects());
            }
            if (defects.size() >= ENOUGH) {
                throw new DataException(place, "so many mistakes that nobody reads on", "mend the others first");
            }
        });
        if (last[0] == 0) {
            throw new DataException(place, "holds no result", "leave the file out");
        }
    }

    private String model(JsonNode info, String place) {
        String theirs = info.path("id").asString("").strip();
        String name = info.path("name").asString("").strip();
        String id = ModelIds.of(theirs.substring(theirs.lastIndexOf('/') + 1));
        if (name.isEmpty() || !ModelIds.usable(id)) {
            throw new DataException(place, "model_info has no name, or no id that can be one here", FIX);
        }
        String before = modelIds.putIfAbsent(id, theirs);
        if (before != null && !before.equals(theirs)) {
            throw new DataException(
                    place, "'" + theirs + "' and '" + before + "' would both be '" + id + "'", "import one of them");
        }
        JsonNode details = info.path("additional_details");
        String availability = details.path("model_availability").asString("");
        models.put(
                id,
                ModelEntryFields.copy(ModelEntry.named(id, name))
                        .developer(info.path("developer").asString("").strip())
                        .open(
                                availability.equals("open_weights")
                                        ? Boolean.TRUE
                                        : availability.equals("closed_weights") ? Boolean.FALSE : null)
                        .build());
        return id;
    }

    private void add(String model, JsonNode result, String place) {
        String name = result.path("evaluation_name").asString("");
        if (name.isBlank()) {
            throw new DataException(place, "has no evaluation_name", FIX);
        }
        Value value = value(name, place);
        systems.computeIfAbsent(value.system.id(), id -> new TreeMap<>())
                .computeIfAbsent(model, id -> new TreeMap<>())
                .computeIfAbsent(value.dimension, index -> new EveryEvalCell())
                .add(result, place, doubts::add);
        String count = result.path("source_data")
                .path("additional_details")
                .path("items")
                .asString("0");
        items.merge(value.system.id(), count.matches("\\d{1,9}") ? Integer.parseInt(count) : 0, Math::max);
    }

    /** @param dimension its place in the system */
    private record Value(ValueSystem system, int dimension) {}

    private Value value(String evaluation, String place) {
        String ours = values.getOrDefault(
                evaluation, evaluation.startsWith(EveryEval.OURS) ? evaluation.substring(EveryEval.OURS.length()) : "");
        for (ValueSystem system : theory.systems()) {
            if (ours.startsWith(system.id() + ".")) {
                String dimension = ours.substring(system.id().length() + 1);
                int index = system.dimensionIds().indexOf(dimension);
                if (index < 0) {
                    throw new DataException(
                            place,
                            "'" + dimension + "' is no value of " + system.id(),
                            NearestName.remedy(dimension, system.dimensionIds()));
                }
                return new Value(system, index);
            }
        }
        throw new DataException(
                place,
                "it is not known which value '" + evaluation + "' measures",
                "say so with --value '" + evaluation + "=SYSTEM.VALUE', of the systems "
                        + theory.systems().stream().map(ValueSystem::id).collect(Collectors.joining(", "))
                        + "; or leave the file out");
    }

    private PeriodRecord period(Path first, Optional<String> wanted) {
        String period = wanted.orElseGet(() -> one(first, "periods", periods, "say which with --period YYYY-MM"));
        if (period.isEmpty()) {
            throw new DataException(first, "names no period", "say which with --period YYYY-MM");
        }
        String title = one(first, "sources", titles, "import those of one source at a time");
        if (title.isEmpty()) {
            throw new DataException(first, "names no source", FIX);
        }
        String licence = one(first, "licences", licences, "import those of one licence at a time");
        Snapshot snapshot = SnapshotFields.builder()
                .schemaVersion(Snapshot.SCHEMA_VERSION)
                .period(period)
                .revision(1)
                .previous(null)
                .synthetic(synthetic)
                .origin(new Snapshot.Origin(
                        "imported", String.join(", ", publishers) + ", read from Every Eval Ever", licence))
                .fingerprint(new Fingerprint(
                        "imported", "every-eval-ever: " + title, "imported", "imported", "published-percent"))
                .title(title)
                .systems(theory.systems().stream()
                        .filter(system -> systems.containsKey(system.id()))
                        .map(this::system)
                        .toList())
                .models(models.values().stream()
                        .sorted(Comparator.comparing(ModelEntry::id))
                        .toList())
                .notEvaluated(List.of())
                .recognizers(List.of())
                .run(null)
                .cultureFigures(List.of())
                .errata(List.of())
                .build();
        return new PeriodRecord(snapshot, List.of(), Map.of(), Map.of());
    }

    private SystemResult system(ValueSystem system) {
        List<ScoreCell> cells = new ArrayList<>();
        systems.get(system.id())
                .forEach((model, row) -> row.forEach((dimension, cell) ->
                        cell.cell(model, system.dimensionIds().get(dimension)).ifPresent(cells::add)));
        return new SystemResult(system, items.getOrDefault(system.id(), 0), cells);
    }

    private static String one(Path first, String what, Set<String> all, String fix) {
        if (all.size() > 1) {
            throw new DataException(
                    first, "and the other files are of several " + what + ": " + String.join(", ", all), fix);
        }
        return all.iterator().next();
    }
}
