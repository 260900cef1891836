package dev.valuecompass.snapshot.freeze;

import static dev.valuecompass.snapshot.freeze.Rounding.frozen;
import static java.util.Comparator.comparing;
import static java.util.Comparator.comparingInt;

import dev.valuecompass.items.Item;
import dev.valuecompass.items.Provenance;
import dev.valuecompass.items.evolving.Step;
import dev.valuecompass.recognition.RecognizerCard;
import dev.valuecompass.scores.Interval;
import dev.valuecompass.snapshot.Case;
import dev.valuecompass.snapshot.EvolutionRecord;
import dev.valuecompass.snapshot.ItemRecord;
import dev.valuecompass.snapshot.LabelRecord;
import dev.valuecompass.snapshot.ModelEntry;
import dev.valuecompass.snapshot.PeriodRecord;
import dev.valuecompass.snapshot.RunProvenance;
import dev.valuecompass.snapshot.ScoreCell;
import dev.valuecompass.snapshot.Snapshot;
import dev.valuecompass.snapshot.SystemResult;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** The one form of a period that is frozen: everything in a stated order, every number rounded. */
public final class Canonical {
    private Canonical() {}

    /** Sorted and rounded as it is frozen, so that the same results give the same bytes. */
    public static PeriodRecord of(PeriodRecord record) {
        Snapshot snapshot = of(record.snapshot());
        Map<String, Integer> systems = order(
                snapshot.systems().stream().map(result -> result.system().id()).toList());
        List<ItemRecord> items = record.items().stream()
                .map(item -> dated(of(item), snapshot.period()))
                .sorted(comparingInt(
                                (ItemRecord item) -> place(systems, item.item().system()))
                        .thenComparing(item -> item.item().id()))
                .toList();
        Map<String, Integer> itemOrder =
                order(items.stream().map(item -> item.item().id()).toList());
        SortedMap<String, List<LabelRecord>> labels = new TreeMap<>();
        record.labels()
                .forEach((model, rows) -> labels.put(
                        model,
                        rows.stream()
                                .sorted(comparingInt((LabelRecord row) -> place(itemOrder, row.item()))
                                        .thenComparing(LabelRecord::item)
                                        .thenComparing(LabelRecord::sample))
                                .toList()));
        SortedMap<String, List<Case>> cases = new TreeMap<>();
        record.cases()
                .forEach((model, rows) -> cases.put(
                        model,
                        rows.stream()
                                .map(Canonical::of)
                                .sorted(comparingInt((Case row) -> place(systems, row.system()))
                                        .thenComparing(Case::id))
                                .toList()));
        return new PeriodRecord(snapshot, items, labels, cases);
    }

    private static Snapshot of(Snapshot s) {
        return new Snapshot(
                s.schemaVersion(),
                s.period(),
                s.revision(),
                s.previous(),
                s.synthetic(),
                s.origin(),
                s.fingerprint(),
                s.title(),
                s.systems().stream().map(Canonical::of).toList(),
                s.models().stream()
                        .map(Canonical::of)
                        .sorted(comparing(ModelEntry::id))
                        .toList(),
                s.notEvaluated().stream()
                        .sorted(comparing(Snapshot.NotEvaluated::name))
                        .toList(),
                s.recognizers().stream()
                        .map(Canonical::of)
                        .sorted(comparing(RecognizerCard::id))
                        .toList(),
                s.run() == null ? null : of(s.run()),
                s.cultureFigures().stream()
                        .map(figure -> new Snapshot.CultureFigure(
                                figure.model(), figure.country(), frozen(figure.value()), figure.formula()))
                        .sorted(comparing(Snapshot.CultureFigure::model)
                                .thenComparing(Snapshot.CultureFigure::country)
                                .thenComparing(Snapshot.CultureFigure::formula))
                        .toList(),
                s.errata());
    }

    private static SystemResult of(SystemResult result) {
        Map<String, Integer> dimensions = order(result.system().dimensionIds());
        return new SystemResult(
                result.system(),
                result.items(),
                result.scores().stream()
                        .map(Canonical::of)
                        .sorted(comparing(ScoreCell::model)
                                .thenComparing(cell -> place(dimensions, cell.dimension()))
                                .thenComparing(ScoreCell::dimension))
                        .toList(),
                of(result.evolution()));
    }

    private static EvolutionRecord of(EvolutionRecord evolution) {
        return evolution == null
                ? null
                : new EvolutionRecord(
                        evolution.method(),
                        evolution.worth(),
                        evolution.settings(),
                        evolution.explorers(),
                        evolution.scorers(),
                        frozen(evolution.initial()),
                        evolution.top(),
                        evolution.rewards().stream().map(Rounding::frozen).toList(),
                        evolution.best().stream().map(Rounding::frozen).toList(),
                        evolution.topics(),
                        evolution.review());
    }

    /** A figure as it is frozen. */
    public static ScoreCell of(ScoreCell cell) {
        return new ScoreCell(
                cell.model(),
                cell.dimension(),
                frozen(cell.conformity()),
                of(cell.interval()),
                frozen(cell.winRate()),
                frozen(cell.winRateSpread()),
                cell.counts(),
                of(cell.read()));
    }

    private static Interval of(Interval interval) {
        return interval == null
                ? null
                : new Interval(frozen(interval.low()), frozen(interval.high()), frozen(interval.level()));
    }

    private static ModelEntry of(ModelEntry m) {
        ModelEntry.PricePaid price = m.price() == null
                ? null
                : new ModelEntry.PricePaid(
                        frozen(m.price().input()),
                        frozen(m.price().output()),
                        m.price().since());
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
                frozen(m.sizeBillions()),
                price,
                m.website(),
                m.report(),
                m.notes(),
                m.source());
    }

    private static RecognizerCard of(RecognizerCard card) {
        SortedMap<String, RecognizerCard.Quality> quality = new TreeMap<>();
        card.quality()
                .forEach((system, q) -> quality.put(
                        system,
                        new RecognizerCard.Quality(
                                q.n(),
                                q.data(),
                                frozen(q.auc()),
                                frozen(q.accuracy()),
                                frozen(q.f1()),
                                frozen(q.kappa()),
                                of(q.detail()),
                                q.mutual().stream().map(Canonical::of).toList())));
        return new RecognizerCard(
                card.id(), card.version(), card.description(), card.fittedOn(), quality, card.sameFamily());
    }

    private static RecognizerCard.Mutual of(RecognizerCard.Mutual mutual) {
        return new RecognizerCard.Mutual(
                mutual.with(),
                mutual.version(),
                mutual.synthetic(),
                mutual.n(),
                frozen(mutual.same()),
                frozen(mutual.kappa()),
                frozen(mutual.kappaLow()),
                frozen(mutual.kappaHigh()));
    }

    private static RecognizerCard.Detail of(RecognizerCard.Detail detail) {
        return detail == null
                ? null
                : new RecognizerCard.Detail(
                        frozen(detail.kappaLow()),
                        frozen(detail.kappaHigh()),
                        detail.truePositives(),
                        detail.falsePositives(),
                        detail.falseNegatives(),
                        detail.trueNegatives(),
                        detail.calibration().stream()
                                .map(bin -> new RecognizerCard.Bin(
                                        bin.n(), frozen(bin.predicted()), frozen(bin.observed())))
                                .toList(),
                        detail.evidenceMet(),
                        detail.evidenceOf());
    }

    private static RunProvenance of(RunProvenance run) {
        return new RunProvenance(
                run.program(),
                run.configDigest(),
                run.seed(),
                run.scoring(),
                run.samples(),
                run.sampling(),
                run.promptTokens(),
                run.completionTokens(),
                frozen(run.dollars()),
                run.casesPerDimension(),
                frozen(run.estimatedDollars()));
    }

    /** A line as it is frozen. */
    public static ItemRecord of(ItemRecord record) {
        Item item = record.item();
        Provenance from = item.provenance();
        Provenance provenance = new Provenance(
                from.generator(),
                from.parent(),
                from.model(),
                from.promptDigest(),
                from.period(),
                of(from.rewards()),
                from.countries().stream().sorted().toList(),
                from.years().stream().sorted().toList(),
                from.path().stream()
                        .map(step -> new Step(step.text(), frozen(step.value())))
                        .toList());
        return new ItemRecord(
                item.from(provenance),
                of(record.entropy()),
                of(record.betweenModels()),
                of(record.restCorrelation()),
                frozen(record.similarity()));
    }

    /** An item that does not say in which period it first appeared first appears in this one. */
    private static ItemRecord dated(ItemRecord record, String period) {
        Item item = record.item();
        return item.provenance().period().isEmpty()
                ? record.with(item.from(item.provenance().in(period)))
                : record;
    }

    private static Case of(Case c) {
        List<Case.Reading> readings = c.readings().stream()
                .map(reading -> new Case.Reading(
                        reading.dimension(),
                        reading.label(),
                        frozen(reading.strength()),
                        frozen(reading.score()),
                        reading.evidence()))
                .toList();
        return new Case(c.id(), c.model(), c.system(), c.item(), c.prompt(), c.answer(), readings);
    }

    private static SortedMap<String, Double> of(Map<String, Double> numbers) {
        SortedMap<String, Double> sorted = new TreeMap<>();
        numbers.forEach((name, value) -> sorted.put(name, frozen(value)));
        return sorted;
    }

    private static Map<String, Integer> order(List<String> ids) {
        Map<String, Integer> order = new HashMap<>();
        ids.forEach(id -> order.putIfAbsent(id, order.size()));
        return order;
    }

    private static int place(Map<String, Integer> order, String id) {
        return order.getOrDefault(id, Integer.MAX_VALUE);
    }
}
