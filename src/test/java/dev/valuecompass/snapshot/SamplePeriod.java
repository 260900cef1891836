package dev.valuecompass.snapshot;

import dev.valuecompass.items.Item;
import dev.valuecompass.items.Provenance;
import dev.valuecompass.llm.Outcome;
import dev.valuecompass.recognition.Evidence;
import dev.valuecompass.recognition.Label;
import dev.valuecompass.recognition.RecognizerCard;
import dev.valuecompass.responses.OutcomeCounts;
import dev.valuecompass.scores.Scoring;
import dev.valuecompass.scores.TeamStrength;
import dev.valuecompass.value.Dimension;
import dev.valuecompass.value.Elicitation;
import dev.valuecompass.value.Group;
import dev.valuecompass.value.Measures;
import dev.valuecompass.value.ScoreMeaning;
import dev.valuecompass.value.ValueSystem;
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
        return new ValueSystem(
                "toy",
                "Toy values",
                "Values for tests.",
                ScoreMeaning.DESCRIPTIVE,
                Elicitation.OPINION,
                Measures.ALL,
                true,
                true,
                List.of(dimension("daring"), dimension("caution"), dimension("kindness"), dimension("order")),
                List.of(new Group("calm", "Calm", "Rest.", List.of("caution", "order"))),
                List.of("made up"));
    }

    public static Dimension dimension(String id) {
        return new Dimension(id, "Value " + id, id, "What " + id + " is.", List.of(), "", "made up", List.of());
    }

    public static ModelEntry model(String id, String name) {
        return new ModelEntry(
                id,
                name,
                "Maker",
                "DE",
                "family",
                true,
                null,
                LocalDate.of(2025, 1, 31),
                "MIT",
                7.0,
                new ModelEntry.PricePaid(0.1, 0.4, "2025-02-01"),
                "https://example.org/" + id,
                "",
                "");
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
                new Snapshot(
                        Snapshot.SCHEMA_VERSION,
                        "2025-02",
                        1,
                        false,
                        new Snapshot.Origin("imported", "https://example.org", "CC-BY-4.0"),
                        new Fingerprint("", "", "", "", "conformity-percent"),
                        "Sample",
                        List.of(new SystemResult(system(), 0, scores)),
                        List.of(
                                model("delta-2.5", "Delta 2.5"),
                                model("alpha", "Alpha"),
                                model("beta", "Beta"),
                                model("gamma", "Gamma")),
                        List.of(new Snapshot.NotEvaluated("Epsilon", "withdrawn", "2025-02-01")),
                        List.of(),
                        null,
                        List.of(new Snapshot.CultureFigure("alpha", "FR", 6.0 / 11, "Spearman")),
                        List.of()),
                List.of(),
                Map.of(),
                Map.of("alpha", List.of(one)));
    }

    /** The same with two items and their labels for one model. */
    public static PeriodRecord evaluated() {
        PeriodRecord base = imported();
        Snapshot s = base.snapshot();
        ScoreCell scored = new ScoreCell(
                "alpha", "daring", 100.0 / 3, null, 50.0, 0.0, new OutcomeCounts(2, 1, 1, 0, 0, 0, 0, 0, 0, 0));
        Snapshot snapshot = new Snapshot(
                s.schemaVersion(),
                "2025-03",
                1,
                true,
                new Snapshot.Origin("evaluated", "", "CC0"),
                new Fingerprint("i", "r", "p", "s", "conformity-percent"),
                s.title(),
                List.of(new SystemResult(system(), 2, List.of(scored))),
                s.models(),
                s.notEvaluated(),
                List.of(new RecognizerCard(
                        "embedded",
                        "v1",
                        "Reads.",
                        List.of("toy answers"),
                        Map.of("toy", new RecognizerCard.Quality(10, "toy answers", null, 2.0 / 3, 0.5, 0.25)),
                        List.of())),
                new RunProvenance(
                        "0.1.0", "abc", 7, new Scoring(2, 100, 0.9, TeamStrength.MEAN), 1, "{}", 10L, null, null),
                List.of(),
                List.of());
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
        RunProvenance run = new RunProvenance(
                "0.1.0", "abc", 7, new Scoring(3, 200, 0.9, TeamStrength.SUM), 2, "{}", 10L, null, 0.25);
        EvaluatedSystem evaluated = new EvaluatedSystem(system(), items, 2, new TreeMap<>(labels));
        Snapshot snapshot = new Snapshot(
                s.schemaVersion(),
                s.period(),
                1,
                true,
                s.origin(),
                s.fingerprint(),
                s.title(),
                List.of(new PeriodFreezer(run.scoring(), run.seed()).result(evaluated)),
                s.models(),
                s.notEvaluated(),
                s.recognizers(),
                run,
                List.of(),
                List.of());
        return new PeriodRecord(snapshot, PeriodFreezer.items(evaluated), labels, base.cases());
    }

    /** The same as this version freezes it: everything that can be held against something else holds. */
    public static PeriodRecord proven() {
        PeriodRecord record = frozen();
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
                                new RecognizerCard.Detail(
                                        0.1, 0.3, 3, 2, 2, 3, List.of(new RecognizerCard.Bin(10, 0.6, 0.5)), 1, 2),
                                List.of())),
                List.of()));
        Snapshot snapshot = new Snapshot(
                s.schemaVersion(),
                s.period(),
                1,
                true,
                s.origin(),
                new Fingerprint(
                        Fingerprints.ofItems(record.items().stream().map(ItemRecord::item)),
                        "v1",
                        "p",
                        Fingerprints.sampling("{\"samples\":2}"),
                        Fingerprints.SCALE),
                s.title(),
                s.systems(),
                s.models().stream().map(SamplePeriod::simulated).toList(),
                s.notEvaluated(),
                cards,
                new RunProvenance(
                        r.program(),
                        r.configDigest(),
                        r.seed(),
                        r.scoring(),
                        r.samples(),
                        "{\"samples\":2}",
                        10L,
                        null,
                        0.25,
                        2,
                        null),
                List.of(),
                List.of());
        return new PeriodRecord(snapshot, record.items(), record.labels(), chosen(record.labels()));
    }

    public static ModelEntry simulated(ModelEntry m) {
        return new ModelEntry(
                m.id(),
                m.name(),
                m.developer(),
                m.country(),
                m.family(),
                m.open(),
                m.reasoning(),
                m.released(),
                m.licence(),
                m.sizeBillions(),
                m.price(),
                m.website(),
                m.report(),
                m.notes(),
                ModelEntry.SIMULATED);
    }

    /** An answer for each row that has one, of which the rule draws two for each model and dimension. */
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
                s -> new Snapshot(
                        s.schemaVersion(),
                        s.period(),
                        s.revision(),
                        s.synthetic(),
                        s.origin(),
                        s.fingerprint(),
                        s.title(),
                        s.systems(),
                        models,
                        s.notEvaluated(),
                        s.recognizers(),
                        s.run(),
                        s.cultureFigures(),
                        s.errata()));
    }

    public static PeriodRecord withScores(PeriodRecord record, List<ScoreCell> scores) {
        return withSnapshot(
                record,
                s -> s.withSystems(List.of(new SystemResult(
                        s.systems().get(0).system(), s.systems().get(0).items(), scores))));
    }
}
