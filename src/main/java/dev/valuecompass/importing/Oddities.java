package dev.valuecompass.importing;

import dev.valuecompass.io.Defect;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/**
 * What no rule forbids and no measurement is likely to give: one model with the same score many times, a column in which
 * all models are equal, a column or a model that is a copy of another. Nothing is refused for it; a person should look.
 */
final class Oddities {
    private static final int ENOUGH = 3;
    private static final int MANY = 5;
    private static final String LOOK = "ask the source whether this was measured";

    private final String file;
    private final Map<String, Map<String, Double>> byModel = new LinkedHashMap<>();
    private final Map<String, Map<String, Double>> byColumn = new LinkedHashMap<>();
    private final List<Defect> found = new ArrayList<>();

    private Oddities(SourceTable table) {
        this.file = table.file();
        for (SourceTable.Row row : table.rows()) {
            row.fields().propertyStream().forEach(field -> {
                JsonNode value = field.getValue();
                if (value.isNumber() && !row.model().isBlank()) {
                    byModel.computeIfAbsent(row.model(), model -> new TreeMap<>())
                            .put(field.getKey(), value.asDouble());
                    byColumn.computeIfAbsent(field.getKey(), column -> new TreeMap<>())
                            .put(row.model(), value.asDouble());
                }
            });
        }
    }

    /** Those of the scores and of the culture fits, by file. */
    static List<Defect> of(Publication publication) {
        Set<SourceTable> tables = publication.layout().systems().stream()
                .map(system -> publication.table(system.scores()))
                .collect(Collectors.toCollection(LinkedHashSet::new));
        tables.add(publication.heatmap());
        return tables.stream()
                .flatMap(table -> new Oddities(table).all().stream())
                .toList();
    }

    private List<Defect> all() {
        byModel.forEach((model, scores) -> repeated(model, scores.values()));
        byColumn.forEach((column, scores) -> {
            if (constant(scores.values())) {
                tell("all " + scores.size() + " models have " + first(scores) + " in '" + column + "'");
            }
        });
        copies(byColumn, pair -> "'" + pair.get(1) + "' has the scores of '" + pair.get(0) + "' for every model");
        copies(byModel, pair -> "'" + pair.get(1) + "' has every score of '" + pair.get(0) + "'");
        return found;
    }

    /** A model at the end of the scale may well be there in all respects. */
    private void repeated(String model, Collection<Double> scores) {
        Map<Double, Long> times =
                scores.stream().collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
        times.forEach((score, count) -> {
            boolean all = count == scores.size() && count >= ENOUGH;
            if (score != 0 && score != 100 && (all || count >= MANY)) {
                tell("'" + model + "' has " + count + " of its " + scores.size() + " scores equal: " + score);
            }
        });
    }

    private void copies(Map<String, Map<String, Double>> rows, Function<List<String>, String> words) {
        Map<Map<String, Double>, String> seen = new LinkedHashMap<>();
        rows.forEach((name, scores) -> {
            if (scores.size() >= ENOUGH && !constant(scores.values())) {
                String first = seen.putIfAbsent(scores, name);
                if (first != null) {
                    tell(words.apply(List.of(first, name)));
                }
            }
        });
    }

    private static boolean constant(Collection<Double> scores) {
        return scores.size() >= ENOUGH && scores.stream().distinct().count() == 1;
    }

    private static Double first(Map<String, Double> scores) {
        return scores.values().iterator().next();
    }

    private void tell(String what) {
        found.add(new Defect(file, what, LOOK));
    }
}
