package dev.valuecompass.site.edition;

import dev.valuecompass.items.Item;
import dev.valuecompass.site.text.Figures;
import dev.valuecompass.site.text.Slugs;
import dev.valuecompass.snapshot.ItemRecord;
import dev.valuecompass.snapshot.ModelEntry;
import dev.valuecompass.snapshot.PeriodRecord;
import dev.valuecompass.snapshot.ScoreCell;
import dev.valuecompass.snapshot.Snapshot;
import dev.valuecompass.snapshot.SystemResult;
import dev.valuecompass.value.ValueSystem;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** One period as its pages need it: where each page lies, and every figure by its place. Immutable. */
public final class Edition {
    private final PeriodRecord record;
    private final History history;
    private final Places places;
    private final Map<String, String> items;
    private final Map<String, ModelEntry> entries = new HashMap<>();
    private final Map<String, Map<String, Map<String, ScoreCell>>> cells = new HashMap<>();
    private final Map<String, MeanIntervals> intervals = new HashMap<>();
    private final Map<Measure, Standings> standings = new EnumMap<>(Measure.class);

    public Edition(PeriodRecord record) {
        this(record, History.of(List.of(record.snapshot())));
    }

    /** @param history of all periods of the site */
    public Edition(PeriodRecord record, History history) {
        this.record = record;
        this.history = history;
        Snapshot snapshot = record.snapshot();
        this.places = Places.of(snapshot);
        this.items = Slugs.of(
                record.items().stream().map(ItemRecord::item).map(Item::id).toList(), Set.of());
        snapshot.models().forEach(model -> entries.put(model.id(), model));
        for (SystemResult result : snapshot.systems()) {
            Map<String, Map<String, ScoreCell>> byModel = new HashMap<>();
            result.scores()
                    .forEach(cell -> byModel.computeIfAbsent(cell.model(), m -> new HashMap<>())
                            .put(cell.dimension(), cell));
            cells.put(result.system().id(), byModel);
        }
        valueSystems().forEach(system -> intervals.put(system.id(), new MeanIntervals(this, system)));
        for (Measure measure : Measure.values()) {
            standings.put(measure, new Standings(this, measure));
        }
    }

    public PeriodRecord record() {
        return record;
    }

    public Snapshot snapshot() {
        return record.snapshot();
    }

    public Places places() {
        return places;
    }

    public History history() {
        return history;
    }

    public String period() {
        return snapshot().period();
    }

    /** As people say it, such as {@code November 2026}. */
    public String month() {
        return Figures.month(period());
    }

    public boolean imported() {
        return snapshot().origin().kind().equals("imported");
    }

    /** Null when the model has no figure on the dimension. */
    public ScoreCell cell(String system, String model, String dimension) {
        return cells.getOrDefault(system, Map.of())
                .getOrDefault(model, Map.of())
                .get(dimension);
    }

    /** Whether the model has any figure on the system. */
    public boolean covers(String system, String model) {
        return cells.getOrDefault(system, Map.of()).containsKey(model);
    }

    /** Null when there is none. */
    public Double figure(Measure measure, String system, String model, String dimension) {
        ScoreCell cell = cell(system, model, dimension);
        return cell == null ? null : measure.of(cell);
    }

    /** How sure the means over all values of a system are. */
    public MeanIntervals intervals(String system) {
        return intervals.get(system);
    }

    public Standings standings(Measure measure) {
        return standings.get(measure);
    }

    public Optional<SystemResult> system(String id) {
        return snapshot().systems().stream()
                .filter(result -> result.system().id().equals(id))
                .findFirst();
    }

    Optional<ModelEntry> model(String id) {
        return Optional.ofNullable(entries.get(id));
    }

    /** In the order of publication. */
    public List<ValueSystem> valueSystems() {
        return snapshot().systems().stream().map(SystemResult::system).toList();
    }

    /** Null when the item is not published. */
    public String itemAnchor(String item) {
        String slug = items.get(item);
        return slug == null ? null : "item-" + slug;
    }

    /** Anchors for cases, unique on their page. */
    public static Map<String, String> anchors(Collection<String> ids) {
        return Slugs.of(new TreeSet<>(ids), Set.of());
    }
}
