package dev.valuecompass.importing;

import dev.valuecompass.recognition.Label;
import dev.valuecompass.snapshot.Case;
import dev.valuecompass.snapshot.Fingerprint;
import dev.valuecompass.snapshot.ModelEntry;
import dev.valuecompass.snapshot.ModelEntryFields;
import dev.valuecompass.snapshot.PeriodRecord;
import dev.valuecompass.snapshot.ScoreCell;
import dev.valuecompass.snapshot.Snapshot;
import dev.valuecompass.snapshot.Snapshot.CultureFigure;
import dev.valuecompass.snapshot.Snapshot.Erratum;
import dev.valuecompass.snapshot.Snapshot.Origin;
import dev.valuecompass.snapshot.SnapshotFields;
import dev.valuecompass.snapshot.SystemResult;
import dev.valuecompass.value.ScoreMeaning;
import dev.valuecompass.value.Theory;
import dev.valuecompass.value.ValueSystem;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A publication without defects as a period of ours. What the source does not say stays unsaid. */
final class Conversion {
    private final Publication publication;
    private final Theory theory;
    private final String source;

    Conversion(Publication publication, Theory theory, String source) {
        this.publication = publication;
        this.theory = theory;
        this.source = source;
    }

    PeriodRecord period(String period, List<Erratum> errata) {
        Layout layout = publication.layout();
        Snapshot snapshot = SnapshotFields.builder()
                .schemaVersion(Snapshot.SCHEMA_VERSION)
                .period(period)
                .revision(1)
                .previous(null)
                .synthetic(false)
                .origin(new Origin("imported", layout.name() + ", read from " + sourceName(), layout.licence()))
                .fingerprint(new Fingerprint("imported", "imported", "imported", "imported", "published-percent"))
                .title(layout.name())
                .systems(layout.systems().stream().map(this::system).toList())
                .models(publication.rankedModels().stream()
                        .map(this::model)
                        .sorted(Comparator.comparing(ModelEntry::id))
                        .toList())
                .notEvaluated(List.of())
                .recognizers(List.of())
                .run(null)
                .cultureFigures(cultureFigures())
                .errata(errata)
                .build();
        return new PeriodRecord(snapshot, List.of(), Map.of(), cases());
    }

    /** A folder's place on somebody's disk is nobody else's business; its name is enough. */
    private String sourceName() {
        return source.contains("://") ? source : "a local copy";
    }

    private SystemResult system(Layout.SystemFiles files) {
        ValueSystem system = theory.system(files.system());
        List<ScoreCell> cells = new ArrayList<>();
        for (SourceTable.Row row : publication.table(files.scores()).rows()) {
            files.dimensions().forEach((name, dimension) -> {
                if (row.fields().has(name)) {
                    double score = row.fields().get(name).asDouble();
                    cells.add(new ScoreCell(ModelIds.of(row.model()), dimension, score, null, null, null, null));
                }
            });
        }
        cells.sort(Comparator.comparing(ScoreCell::model)
                .thenComparing(cell -> system.dimensionIds().indexOf(cell.dimension())));
        return new SystemResult(system, 0, cells, files.evolved(), null);
    }

    private ModelEntry model(String name) {
        SourceTable.Row facts = publication.facts(name).orElse(null);
        if (facts == null) {
            return ModelEntry.named(ModelIds.of(name), name);
        }
        return ModelEntryFields.builder()
                .id(ModelIds.of(name))
                .name(name)
                .developer(facts.text("developer"))
                .country("")
                .family("")
                .open(ModelFactsRule.open(facts).orElse(null))
                .reasoning(null)
                .released(ModelFactsRule.date(facts).orElse(null))
                .licence("")
                .sizeBillions(null)
                .price(null)
                .website(facts.text("website"))
                .report(facts.text("report"))
                .notes("")
                .source(null)
                .settings(null)
                .build();
    }

    private Map<String, List<Case>> cases() {
        Map<String, List<Case>> byModel = new TreeMap<>();
        for (Layout.SystemFiles files : publication.layout().systems()) {
            for (SourceTable.Row row : publication.table(files.cases()).rows()) {
                byModel.computeIfAbsent(ModelIds.of(row.model()), model -> new ArrayList<>())
                        .add(published(files, row));
            }
        }
        return byModel;
    }

    private Case published(Layout.SystemFiles files, SourceTable.Row row) {
        String answer = row.text("answer");
        String highlight = row.text("highlight");
        Case.ValueReading reading = new Case.ValueReading(
                files.dimensions().get(row.text("value")),
                label(theory.system(files.system()), row.text("label")),
                null,
                row.fields().has("score") ? row.fields().get("score").asDouble() : null,
                highlight.isEmpty()
                        ? List.of()
                        : Highlights.spans(answer, highlight).orElseThrow());
        String id = files.system() + "-" + row.number();
        return new Case(id, ModelIds.of(row.model()), files.system(), "", row.text("prompt"), answer, List.of(reading));
    }

    /** A low case of a normative system violates the value; one of a descriptive system does not show it. */
    private static Label label(ValueSystem system, String label) {
        if (label.equals("high")) {
            return Label.EXPRESSES;
        }
        return system.reading() == ScoreMeaning.NORMATIVE ? Label.OPPOSES : Label.NOT;
    }

    private List<CultureFigure> cultureFigures() {
        Layout layout = publication.layout();
        return publication.heatmap().rows().stream()
                .flatMap(row -> row.fields()
                        .propertyStream()
                        .filter(field -> !field.getKey().equals("model"))
                        .map(field -> new CultureFigure(
                                ModelIds.of(row.model()),
                                layout.countries().getOrDefault(field.getKey(), field.getKey()),
                                field.getValue().asDouble(),
                                layout.heatmap().formula())))
                .sorted(Comparator.comparing(CultureFigure::model).thenComparing(CultureFigure::country))
                .toList();
    }
}
