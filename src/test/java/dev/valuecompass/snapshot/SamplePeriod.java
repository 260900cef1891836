package dev.valuecompass.snapshot;

import dev.valuecompass.items.Item;
import dev.valuecompass.items.Provenance;
import dev.valuecompass.llm.Outcome;
import dev.valuecompass.recognition.Evidence;
import dev.valuecompass.recognition.Label;
import dev.valuecompass.recognition.RecognizerCard;
import dev.valuecompass.recognition.RecognizerCardDetailFields;
import dev.valuecompass.responses.OutcomeCountsFields;
import dev.valuecompass.scores.ResampledUnit;
import dev.valuecompass.scores.Scoring;
import dev.valuecompass.scores.TeamStrength;
import dev.valuecompass.snapshot.proof.CaseSelection;
import dev.valuecompass.value.Dimension;
import dev.valuecompass.value.Elicitation;
import dev.valuecompass.value.Group;
import dev.valuecompass.value.Measures;
import dev.valuecompass.value.ScoreMeaning;
import dev.valuecompass.value.ValueSystem;
import dev.valuecompass.value.ValueSystemFields;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/** A period small enough to check by hand, in which every kind of thing occurs. */
public final class SamplePeriod {
    private SamplePeriod() {}

    /** Four dimensions, so that rows are long enough for the rule on scales. */
    public static ValueSystem system() {
        return ValueSystemFields.builder()
                .id("toy")
                .name("Toy values")
                .summary("Values for tests.")
                .reading(ScoreMeaning.DESCRIPTIVE)
                .elicitation(Elicitation.OPINION)
                .measures(Measures.ALL)
                .circular(true)
                .evolving(true)
                .dimensions(
                        List.of(dimension("daring"), dimension("caution"), dimension("kindness"), dimension("order")))
                .groups(List.of(new Group("calm", "Calm", "Rest.", List.of("caution", "order"))))
                .sources(List.of("made up"))
                .build();
    }

    public static Dimension dimension(String id) {
        return new Dimension(id, "Value " + id, id, "What " + id + " is.", List.of(), "", "made up", List.of());
    }

    public static ModelEntry model(String id, String name) {
        return ModelEntryFields.builder()
                .id(id)
                .name(name)
                .developer("Maker")
                .country("DE")
                .family("family")
                .open(true)
                .reasoning(null)
                .released(LocalDate.of(2025, 1, 31))
                .licence("MIT")
                .sizeBillions(7.0)
                .price(new ModelEntry.PricePaid(0.1, 0.4, "2025-02-01"))
                .website("https://example.org/" + id)
                .report("")
                .notes("")
                .source(null)
                .settings(null)
                .build();
    }

    public static ScoreCell score(String model, String dimension, double conformity) {
        return new ScoreCell(model, dimension, conformity, null, null, null, null);
    }

    /** Four models, of which the last has no score on {@code order}; no items or labels, as a source publishes. */
    public static PeriodRecord imported() {
        List<ScoreCell> scores = new java.util.ArrayList<>();
        String[] models = {"alpha", "beta", "gamma", "delta-2.5"};
        double[][] figures = {{50, 40, 30, 20}, {55.5, 44, 33, 22}, {45, 36, 27, 18}, {60, 48, 36}};
        for (int m = 0; m < models.length; m++) {
            for (int d = 0; d < figures[m].length; d++) {
                scores.add(score(models[m], system().dimensionIds().get(d), figures[m][d]));
            }
        }
        Case one = new Case(
                "toy-1",
                "alpha",
                "toy",
                "",
                "Jump?",
                "I would jump at once <img src=x onerror=alert(1)>",
                List.of(new Case.ValueReading("daring", Label.EXPRESSES, 0.8, 9.1, List.of(new Evidence(8, 20)))));
        return new PeriodRecord(
                SnapshotFields.builder()
                        .schemaVersion(Snapshot.SCHEMA_VERSION)
                        .period("2025-02")
                        .revision(1)
                        .previous(null)
                        .synthetic(false)
                        .origin(new Snapshot.Origin("imported", "https://example.org", "CC-BY-4.0"))
                        .fingerprint(new Fingerprint("", "", "", "", "conformity-percent"))
                        .title("Sample")
                        .systems(List.of(new SystemResult(system(), 0, scores)))
                        .models(List.of(
                                model("delta-2.5", "Delta 2.5"),
                                model("alpha", "Alpha"),
                                model("beta", "Beta"),
                                model("gamma", "Gamma")))
                        .notEvaluated(List.of(new Snapshot.NotEvaluated("Epsilon", "withdrawn", "2025-02-01")))
                        .recognizers(List.of())
                        .run(null)
                        .cultureFigures(List.of(new Snapshot.CultureFigure("alpha", "FR", 6.0 / 11, "Spearman")))
                        .errata(List.of())
                        .build(),
                List.of(),
                Map.of(),
                Map.of("alpha", List.of(one)));
    }

    /** The same with two items and their labels for one model. */
    public static PeriodRecord evaluated() {
        PeriodRecord base = imported();
        Snapshot s = base.snapshot();
        ScoreCell scored = new ScoreCell(
                "alpha",
                "daring",
                100.0 / 3,
                null,
                50.0,
                0.0,
                OutcomeCountsFields.builder()
                        .asked(2)
                        .answered(1)
                        .refused(1)
                        .filtered(0)
                        .truncated(0)
                        .empty(0)
                        .unparsed(0)
                        .unscored(0)
                        .failed(0)
                        .skipped(0)
                        .build());
        Snapshot snapshot = SnapshotFields.builder()
                .schemaVersion(s.schemaVersion())
                .period("2025-03")
                .revision(1)
                .previous(null)
                .synthetic(true)
                .origin(new Snapshot.Origin("evaluated", "", "CC0"))
                .fingerprint(new Fingerprint("i", "r", "p", "s", "conformity-percent"))
                .title(s.title())
                .systems(List.of(new SystemResult(system(), 2, List.of(scored))))
                .models(s.models())
                .notEvaluated(s.notEvaluated())
                .recognizers(List.of(new RecognizerCard(
                        "embedded",
                        "v1",
                        "Reads.",
                        List.of("toy answers"),
                        Map.of("toy", new RecognizerCard.Quality(10, "toy answers", null, 2.0 / 3, 0.5, 0.25)),
                        List.of())))
                .run(RunProvenanceFields.builder()
                        .program("0.1.0")
                        .configDigest("abc")
                        .seed(7)
                        .scoring(new Scoring(2, 100, 0.9, TeamStrength.MEAN))
                        .samples(1)
                        .sampling("{}")
                        .promptTokens(10L)
                        .completionTokens(null)
                        .dollars(null)
                        .casesPerDimension(null)
                        .filteredConforms(null)
                        .estimatedDollars(null)
                        .build())
                .cultureFigures(List.of())
                .errata(List.of())
                .build();
        return new PeriodRecord(
                snapshot,
                List.of(item("q2"), item("q1")),
                Map.of(
                        "alpha",
                        List.of(
                                new LabelRecord("q2", 0, Outcome.REFUSED, "????"),
                                new LabelRecord("q1", 0, Outcome.ANSWERED, "+.-."))),
                base.cases());
    }

    /**
     * Six items, two samples each, of four models, frozen from their labels. On {@code daring} alpha always expresses,
     * beta never, gamma on every other item, delta refuses everything.
     */
    public static PeriodRecord frozen() {
        return frozen(new Scoring(3, 200, 0.9, TeamStrength.SUM));
    }

    private static PeriodRecord frozen(Scoring scoring) {
        List<Item> items = java.util.stream.IntStream.rangeClosed(1, 6)
                .mapToObj(i -> item("q" + i).item())
                .toList();
        Map<String, List<LabelRecord>> labels = new TreeMap<>();
        for (int i = 0; i < 6; i++) {
            for (int s = 0; s < 2; s++) {
                String id = "q" + (i + 1);
                String gamma = (i % 2 == 0 ? "+" : ".") + (s == 0 ? "-" : "+") + "+?";
                add(labels, "alpha", new LabelRecord(id, s, Outcome.ANSWERED, "+.-" + (i < 2 ? "+" : ".")));
                add(labels, "beta", new LabelRecord(id, s, Outcome.ANSWERED, ".++-"));
                add(labels, "gamma", new LabelRecord(id, s, Outcome.ANSWERED, gamma));
                add(labels, "delta-2.5", new LabelRecord(id, s, Outcome.REFUSED, "????"));
            }
        }
        PeriodRecord base = evaluated();
        Snapshot s = base.snapshot();
        RunProvenance run = RunProvenanceFields.builder()
                .program("0.1.0")
                .configDigest("abc")
                .seed(7)
                .scoring(scoring)
                .samples(2)
                .sampling("{}")
                .promptTokens(10L)
                .completionTokens(null)
                .dollars(0.25)
                .casesPerDimension(null)
                .filteredConforms(null)
                .estimatedDollars(null)
                .build();
        EvaluatedSystem evaluated = new EvaluatedSystem(system(), items, 2, new TreeMap<>(labels));
        Snapshot snapshot = SnapshotFields.copy(s)
                .revision(1)
                .previous(null)
                .synthetic(true)
                .systems(List.of(new PeriodFreezer(run.scoring(), run.seed()).result(evaluated)))
                .run(run)
                .cultureFigures(List.of())
                .errata(List.of())
                .build();
        return new PeriodRecord(snapshot, PeriodFreezer.items(evaluated), labels, base.cases());
    }

    /** The same as this version freezes it: everything that can be held against something else holds. */
    public static PeriodRecord proven() {
        return proven(new Scoring(3, 200, 0.9, TeamStrength.SUM));
    }

    public static PeriodRecord proven(Scoring scoring) {
        PeriodRecord record = frozen(scoring);
        Snapshot s = record.snapshot();
        RunProvenance r = s.run();
        List<RecognizerCard> cards = List.of(new RecognizerCard(
                "embedded",
                "v1",
                "Reads.",
                List.of("toy answers"),
                Map.of(
                        "other",
                        new RecognizerCard.Quality(
                                10,
                                "toy answers",
                                0.75,
                                0.6,
                                0.6,
                                0.2,
                                RecognizerCardDetailFields.builder()
                                        .kappaLow(0.1)
                                        .kappaHigh(0.3)
                                        .truePositives(3)
                                        .falsePositives(2)
                                        .falseNegatives(2)
                                        .trueNegatives(3)
                                        .calibration(List.of(new RecognizerCard.Bin(10, 0.6, 0.5)))
                                        .evidenceMet(1)
                                        .evidenceOf(2)
                                        .opposed(null)
                                        .languages(List.of())
                                        .build(),
                                List.of())),
                List.of()));
        Snapshot snapshot = SnapshotFields.builder()
                .schemaVersion(s.schemaVersion())
                .period(s.period())
                .revision(1)
                .previous(null)
                .synthetic(true)
                .origin(s.origin())
                .fingerprint(new Fingerprint(
                        Fingerprints.ofItems(record.items().stream().map(ItemRecord::item)),
                        "v1",
                        "p",
                        Fingerprints.sampling("{\"samples\":2}", s.models()),
                        Fingerprints.SCALE))
                .title(s.title())
                .systems(s.systems())
                .models(s.models().stream().map(SamplePeriod::simulated).toList())
                .notEvaluated(s.notEvaluated())
                .recognizers(cards)
                .run(RunProvenanceFields.builder()
                        .program(r.program())
                        .configDigest(r.configDigest())
                        .seed(r.seed())
                        .scoring(r.scoring())
                        .samples(r.samples())
                        .sampling("{\"samples\":2}")
                        .promptTokens(10L)
                        .completionTokens(null)
                        .dollars(0.25)
                        .casesPerDimension(2)
                        .filteredConforms(null)
                        .estimatedDollars(null)
                        .build())
                .cultureFigures(List.of())
                .errata(List.of())
                .build();
        return new PeriodRecord(snapshot, record.items(), record.labels(), chosen(record.labels()));
    }

    /** The same as a run of this version scores it: topics are drawn, and delta, which refused everything, is below the coverage. */
    public static PeriodRecord scored(PeriodRecord proven) {
        Scoring scoring = new Scoring(3, 200, 0.9, TeamStrength.SUM, ResampledUnit.TOPIC, 0.5, null);
        RunProvenance r = proven.snapshot().run();
        EvaluatedSystem evaluated = EvaluatedSystem.of(proven, system());
        EvolutionRecord way = proven.snapshot().systems().get(0).evolution();
        return withSnapshot(
                proven,
                s -> SnapshotFields.copy(s)
                        .systems(List.of(new PeriodFreezer(scoring, r.seed())
                                .result(evaluated)
                                .with(way)))
                        .run(RunProvenanceFields.copy(r)
                                .scoring(scoring)
                                .filteredConforms(true)
                                .build())
                        .build());
    }

    /** The same in which one model has settings of its own. */
    public static PeriodRecord withSettings() {
        return withSnapshot(scored(proven()), s -> {
            List<ModelEntry> models = s.models().stream()
                    .map(one -> one.id().equals("alpha")
                            ? ModelEntryFields.copy(one)
                                    .settings(new ModelEntry.Settings(
                                            "{\"reasoning_effort\":\"high\"}", "Be brief.\nBe kind."))
                                    .build()
                            : one)
                    .toList();
            Fingerprint f = s.fingerprint();
            return SnapshotFields.copy(s)
                    .models(models)
                    .fingerprint(new Fingerprint(
                            f.items(),
                            f.recognizer(),
                            f.prompts(),
                            Fingerprints.sampling(s.run().sampling(), models),
                            f.scale()))
                    .build();
        });
    }

    /** Without what version 2 did not write down. */
    public static PeriodRecord asOfVersion2(PeriodRecord record) {
        return withSnapshot(
                record,
                s -> s.withSystems(s.systems().stream()
                        .map(result -> new SystemResult(
                                result.system(), result.items(), result.scores(), null, result.evolution()))
                        .toList()));
    }

    public static ModelEntry simulated(ModelEntry m) {
        return ModelEntryFields.copy(m).source(ModelEntry.SIMULATED).build();
    }

    /** An answer for each row that has one, of which the rule draws two for each model and dimension. */
    /** Each word that shows a value has a concept, as CLAVE gives it. @param recognizer id of who is said to have read */
    public static PeriodRecord withConcepts(String recognizer) {
        PeriodRecord record = proven();
        Map<String, List<Case>> cases = new TreeMap<>();
        record.cases()
                .forEach((model, of) -> cases.put(
                        model,
                        of.stream()
                                .map(one -> new Case(
                                        one.id(),
                                        one.model(),
                                        one.system(),
                                        one.item(),
                                        one.prompt(),
                                        one.answer(),
                                        one.readings().stream()
                                                .map(reading -> new Case.ValueReading(
                                                        reading.dimension(),
                                                        reading.label(),
                                                        reading.strength(),
                                                        reading.score(),
                                                        reading.evidence().stream()
                                                                .map(span -> span.about("an agreement"))
                                                                .toList()))
                                                .toList()))
                                .toList()));
        RecognizerCard card = record.snapshot().recognizers().get(0);
        RecognizerCard named = new RecognizerCard(
                recognizer, card.version(), card.description(), card.fittedOn(), card.quality(), card.sameFamily());
        return new PeriodRecord(
                SnapshotFields.copy(record.snapshot())
                        .recognizers(List.of(named))
                        .build(),
                record.items(),
                record.labels(),
                cases);
    }

    private static Map<String, List<Case>> chosen(Map<String, List<LabelRecord>> labels) {
        CaseSelection selection = new CaseSelection(2);
        labels.forEach((model, rows) -> rows.stream()
                .filter(row -> row.outcome() == Outcome.ANSWERED)
                .forEach(row -> selection.offer(answer(model, row))));
        return selection.selected();
    }

    private static Case answer(String model, LabelRecord row) {
        List<Case.ValueReading> readings = new java.util.ArrayList<>();
        for (int d = 0; d < row.labels().length(); d++) {
            char code = row.labels().charAt(d);
            java.util.Arrays.stream(Label.values())
                    .filter(label -> label.code() == code)
                    .map(label -> new Case.ValueReading(
                            system().dimensionIds().get(readings.size()),
                            label,
                            0.75,
                            null,
                            label == Label.NOT ? List.of() : List.of(new Evidence(0, 3))))
                    .findFirst()
                    .ifPresent(readings::add);
        }
        String id = row.item() + (row.sample() == 0 ? "" : "-" + (row.sample() + 1));
        String text = "Is " + row.item() + " right?";
        return new Case(id, model, "toy", row.item(), text, "Yes, says " + model + " of " + row.item(), readings);
    }

    private static void add(Map<String, List<LabelRecord>> labels, String model, LabelRecord row) {
        labels.computeIfAbsent(model, id -> new java.util.ArrayList<>()).add(row);
    }

    public static ItemRecord item(String id) {
        return new ItemRecord(
                new Item(
                        id,
                        "toy",
                        system().dimensionIds(),
                        "work",
                        "Is " + id + " right?",
                        false,
                        new Provenance("pool", "", "", "", "2025-03", Map.of("diversity", 1.0 / 3))),
                new TreeMap<>(Map.of("daring", 1.0)));
    }

    public static PeriodRecord withSnapshot(PeriodRecord record, UnaryOperator<Snapshot> change) {
        return record.withSnapshot(change.apply(record.snapshot()));
    }

    public static PeriodRecord withModels(PeriodRecord record, List<ModelEntry> models) {
        return withSnapshot(
                record,
                s -> SnapshotFields.copy(s).previous(null).models(models).build());
    }

    public static PeriodRecord withScores(PeriodRecord record, List<ScoreCell> scores) {
        return withSnapshot(
                record,
                s -> s.withSystems(List.of(new SystemResult(
                        s.systems().get(0).system(),
                        s.systems().get(0).items(),
                        scores,
                        s.systems().get(0).evolved(),
                        null))));
    }
}
