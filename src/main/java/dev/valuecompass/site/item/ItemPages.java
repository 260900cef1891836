package dev.valuecompass.site.item;

import dev.valuecompass.items.Item;
import dev.valuecompass.items.Provenance;
import dev.valuecompass.site.board.Boards;
import dev.valuecompass.site.edition.Edition;
import dev.valuecompass.site.edition.Means;
import dev.valuecompass.site.text.Address;
import dev.valuecompass.site.text.Figures;
import dev.valuecompass.site.text.HighlightedText;
import dev.valuecompass.site.text.HostileText;
import dev.valuecompass.site.view.Cell;
import dev.valuecompass.site.view.ItemsPage;
import dev.valuecompass.site.view.Link;
import dev.valuecompass.snapshot.ItemRecord;
import dev.valuecompass.value.Dimension;
import dev.valuecompass.value.ValueSystem;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Builds the pages of the items that were asked. */
public final class ItemPages {
    /** Three labels at most, so the entropy of one dimension cannot exceed log2(3) bits. */
    private static final double MOST_BITS = Math.log(3) / Math.log(2);

    private final Edition edition;

    public ItemPages(Edition edition) {
        this.edition = edition;
    }

    /** Systems whose items are published, in the period's order. */
    public static List<ValueSystem> systems(Edition edition) {
        return edition.valueSystems().stream()
                .filter(system -> edition.record().items().stream()
                        .anyMatch(item -> item.item().system().equals(system.id())))
                .toList();
    }

    public ItemsPage page(ValueSystem system, Address from) {
        List<ItemRecord> items = edition.record().items().stream()
                .filter(item -> item.item().system().equals(system.id()))
                .sorted(Comparator.comparing(ItemPages::power, Comparator.nullsLast(Comparator.reverseOrder()))
                        .thenComparing(item -> item.item().id()))
                .toList();
        return new ItemsPage(
                edition.month(),
                "What was asked: " + system.name(),
                Figures.count(items.size(), "item", "items") + ", the most telling first. Power is the mean entropy of"
                        + " the labels over the models, in bits, from 0 (all models answer alike) to "
                        + Figures.two(MOST_BITS) + " (they differ as much as they can).",
                tabs(system, from),
                items.stream().map(item -> row(system, item)).toList(),
                ItemSets.table(items),
                EvolutionFigures.of(edition.record().snapshot(), system.id()).orElse(null));
    }

    private List<Link> tabs(ValueSystem current, Address from) {
        return systems(edition).stream()
                .map(system -> new Link(
                        from.to(edition.places().items(system.id())),
                        system.name(),
                        system.id().equals(current.id())))
                .toList();
    }

    private ItemsPage.Row row(ValueSystem system, ItemRecord record) {
        Item item = record.item();
        Double power = power(record);
        return new ItemsPage.Row(
                edition.itemAnchor(item.id()),
                HostileText.visible(item.text(), 0, HighlightedText.shownLength(item.text())),
                HostileText.line(item.category()),
                new Cell(
                        "power",
                        Figures.full(power),
                        Figures.two(power),
                        null,
                        power == null ? null : Boards.heat(100 * power / MOST_BITS)),
                power == null ? Figures.MISSING : Figures.whole(Math.round(100 * power / MOST_BITS)) + " %",
                consistency(record),
                sharpest(system, record),
                origin(item.provenance()),
                item.anchor());
    }

    private static Double power(ItemRecord record) {
        return Means.overModels(List.copyOf(record.entropy().values()));
    }

    /** What lies between models where that can be told, otherwise how the item goes with the others. */
    private static String consistency(ItemRecord record) {
        Double share = Means.overModels(List.copyOf(record.betweenModels().values()));
        if (share != null) {
            return Figures.whole(Math.round(100 * share)) + " % between models";
        }
        Double rest = Means.overModels(List.copyOf(record.restCorrelation().values()));
        return rest == null ? Figures.MISSING : "r " + Figures.two(rest) + " with the rest";
    }

    private static String sharpest(ValueSystem system, ItemRecord record) {
        Optional<Map.Entry<String, Double>> most = system.dimensionIds().stream()
                .filter(record.entropy()::containsKey)
                .map(id -> Map.entry(id, record.entropy().get(id)))
                .max(Map.Entry.comparingByValue());
        return most.filter(entry -> entry.getValue() > 0)
                .flatMap(entry -> system.dimension(entry.getKey()))
                .map(Dimension::name)
                .orElse("");
    }

    private static String origin(Provenance provenance) {
        String text = provenance.generator().equals("pool") ? "starting pool" : provenance.generator();
        return HostileText.line(text + (provenance.model().isEmpty() ? "" : ", " + provenance.model()));
    }
}
