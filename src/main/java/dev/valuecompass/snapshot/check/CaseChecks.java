package dev.valuecompass.snapshot.check;

import dev.valuecompass.io.NearestName;
import dev.valuecompass.io.SafeName;
import dev.valuecompass.recognition.Evidence;
import dev.valuecompass.snapshot.Case;
import dev.valuecompass.snapshot.ModelEntry;
import dev.valuecompass.snapshot.PeriodFiles;
import dev.valuecompass.snapshot.PeriodRecord;
import dev.valuecompass.value.ValueSystem;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The published answers: of known models, and evidence that lies inside the answer. */
final class CaseChecks {
    private final PeriodRecord record;
    private final PlacedDefects defects;
    private final Map<String, ValueSystem> systems;
    private final Set<String> items;

    CaseChecks(PeriodRecord record, PlacedDefects defects) {
        this.record = record;
        this.defects = defects;
        this.systems = ItemChecks.systems(record.snapshot());
        this.items = record.items().stream()
                .filter(line -> line.item() != null)
                .map(line -> line.item().id())
                .collect(Collectors.toSet());
    }

    void run() {
        Set<String> models =
                record.snapshot().models().stream().map(ModelEntry::id).collect(Collectors.toCollection(TreeSet::new));
        record.cases().forEach((model, cases) -> {
            String file = PeriodFiles.cases(model);
            if (!models.contains(model)) {
                defects.add(
                        file,
                        "",
                        "cases of unknown model '" + model + "'",
                        "rank the model or drop its cases; " + NearestName.remedy(model, models));
            }
            Set<String> ids = new HashSet<>();
            for (int i = 0; i < cases.size(); i++) {
                one(file, "/" + i, model, cases.get(i), ids);
            }
        });
    }

    private void one(String file, String at, String model, Case c, Set<String> ids) {
        if (Stream.of(c.id(), c.model(), c.system(), c.item(), c.prompt(), c.answer(), c.readings())
                .anyMatch(java.util.Objects::isNull)) {
            defects.add(file, at, "a case with a field missing", "see docs/snapshot-format.md");
            return;
        }
        SafeName.objection(c.id())
                .ifPresent(why -> defects.add(file, at, "case id '" + c.id() + "' " + why, SafeName.RULE));
        if (!ids.add(c.id())) {
            defects.add(file, at, "case id '" + c.id() + "' stands twice", "give each case its own id");
        }
        if (!c.model().equals(model)) {
            defects.add(file, at, "case '" + c.id() + "' is of model '" + c.model() + "'", "move it to that model");
        }
        if (!c.item().isEmpty() && !record.items().isEmpty() && !items.contains(c.item())) {
            defects.add(file, at, "case '" + c.id() + "' of unknown item '" + c.item() + "'", "mend the item id");
        }
        ValueSystem system = systems.get(c.system());
        if (system == null) {
            defects.add(
                    file,
                    at,
                    "case '" + c.id() + "' of unknown system '" + c.system() + "'",
                    NearestName.remedy(c.system(), systems.keySet()));
            return;
        }
        c.readings().forEach(reading -> reading(file, at, c, reading, system));
    }

    private void reading(String file, String at, Case c, Case.ValueReading reading, ValueSystem system) {
        if (reading == null
                || reading.label() == null
                || reading.dimension() == null
                || reading.evidence() == null
                || reading.evidence().stream().anyMatch(java.util.Objects::isNull)) {
            defects.add(file, at, "case '" + c.id() + "' has a reading without label or evidence", "complete it");
            return;
        }
        if (system.dimension(String.valueOf(reading.dimension())).isEmpty()) {
            defects.add(
                    file,
                    at,
                    "case '" + c.id() + "' is read for unknown dimension '" + reading.dimension() + "'",
                    NearestName.remedy(String.valueOf(reading.dimension()), system.dimensionIds()));
        }
        if (reading.strength() != null && !(reading.strength() >= 0 && reading.strength() <= 1)) {
            defects.add(file, at, "strength " + reading.strength() + " of case '" + c.id() + "' is not in 0 to 1", "");
        }
        if (reading.score() != null && !Double.isFinite(reading.score())) {
            defects.add(file, at, "score " + reading.score() + " of case '" + c.id() + "' is not a number", "drop it");
        }
        for (Evidence span : reading.evidence()) {
            if (span.end() > c.answer().length()) {
                defects.add(
                        file,
                        at,
                        "evidence " + span.start() + ".." + span.end() + " of case '" + c.id()
                                + "' lies outside the answer of " + c.answer().length() + " characters",
                        "mend the span; it counts UTF-16 code units from 0");
            }
        }
    }
}
