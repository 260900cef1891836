package dev.valuecompass.pipeline.items;

import static org.assertj.core.api.Assertions.assertThat;

import dev.valuecompass.items.HashedWords;
import dev.valuecompass.items.Item;
import dev.valuecompass.items.Provenance;
import dev.valuecompass.items.generator.MeasuredItem;
import dev.valuecompass.snapshot.SamplePeriod;
import dev.valuecompass.snapshot.store.PeriodStore;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ItemMixtureTest {
    @TempDir
    Path data;

    /** Items q1 to q6 of period 2025-03, "Is q1 right?" and so on. */
    private PublishedItems published(String before) {
        PeriodStore store = new PeriodStore(data);
        store.write(SamplePeriod.frozen());
        return PublishedItems.before(store, before, "toy");
    }

    private static List<Item> made(String... texts) {
        return Stream.of(texts)
                .map(text -> new Item(
                        "new-" + text.hashCode(),
                        "toy",
                        List.of("daring"),
                        "work",
                        text,
                        false,
                        SamplePeriod.item("x").item().provenance().in("2025-04")))
                .toList();
    }

    private static ItemMixture mix(List<Item> made, PublishedItems published, int wanted, double anchors) {
        return mix(new ItemMixture.Stock(made, List.of(), List.of()), published, wanted, anchors, 0);
    }

    private static ItemMixture mix(
            ItemMixture.Stock stock, PublishedItems published, int wanted, double anchors, int floor) {
        return ItemMixture.of(stock, published, new ItemMixture.Shares(wanted, anchors, floor, 7), HashedWords::new);
    }

    private static Item item(String id, String dimension, String generator) {
        Provenance from = new Provenance(generator, "", "", "", "", Map.of());
        return new Item(id, "toy", List.of(dimension), "work", id + " as a text", false, from);
    }

    /**
     * Four wanted, two of each value at least. Of the new ones, best first, three are about daring and one about duty: the
     * last of daring gives way to a starting item about duty; one that was published before is no candidate.
     */
    @Test
    void theFloorComesBeforeTheRank() {
        List<Item> made = List.of(
                item("a", "daring", "adaem"),
                item("b", "daring", "adaem"),
                item("c", "daring", "adaem"),
                item("d", "duty", "adaem"));
        List<Item> pool = List.of(item("q2", "duty", "pool"), item("s", "duty", "pool"), item("t", "daring", "pool"));
        ItemMixture.Stock stock = new ItemMixture.Stock(made, pool, List.of("daring", "duty"));

        ItemMixture mixture = mix(stock, published("2025-04"), 4, 0, 2);
        assertThat(mixture.items()).extracting(Item::id).containsExactly("a", "b", "d", "s");
        assertThat(mixture.missing()).isEmpty();

        ItemMixture wanting = mix(stock, published("2025-04"), 6, 0, 3);
        assertThat(wanting.items()).extracting(Item::id).containsExactly("a", "b", "c", "d", "s");
        assertThat(wanting.missing()).isEqualTo(Map.of("duty", 1));
    }

    /** The best is not forced out by what is needed as long as there is room: five places, one for duty. */
    @Test
    void whatIsLeftOverGoesToTheBest() {
        List<Item> made = List.of(
                item("a", "daring", "adaem"),
                item("b", "daring", "adaem"),
                item("c", "daring", "adaem"),
                item("d", "duty", "adaem"));
        ItemMixture.Stock stock = new ItemMixture.Stock(made, List.of(), List.of("daring", "duty"));
        assertThat(mix(stock, published("2025-03"), 3, 0, 1).items())
                .extracting(Item::id)
                .containsExactly("a", "b", "d");
    }

    /** 20 % of 10 are 2 anchors; eight places are left for nine new ones, of which one repeats q3. */
    @Test
    void mixesAnchorsWithWhatIsNew() {
        List<Item> made = made("a b c", "d e f", "right is q3", "g h i", "j k l", "m n o", "p q r", "s t u", "v w x");
        ItemMixture mixture = mix(made, published("2025-04"), 10, 0.2);
        assertThat(mixture.echoes()).isEqualTo(1);
        assertThat(mixture.items()).hasSize(10);
        assertThat(mixture.items().stream().filter(Item::anchor)).hasSize(2).allSatisfy(anchor -> {
            assertThat(anchor.id()).startsWith("q");
            assertThat(anchor.provenance().period()).isEqualTo("2025-03");
        });
        assertThat(mixture.items())
                .extracting(Item::text)
                .doesNotContain("right is q3")
                .contains("v w x");
        assertThat(mix(made, published("2025-04"), 10, 0.2)).isEqualTo(mixture);
    }

    @Test
    void bestNewItemsComeFirst() {
        ItemMixture mixture = mix(made("a b c", "d e f", "g h i"), published("2025-04"), 3, 0.34);
        assertThat(mixture.items())
                .extracting(Item::text)
                .endsWith("a b c", "d e f")
                .hasSize(3);
    }

    @Test
    void theFirstPeriodHasNoAnchorsAndNothingToRepeat() {
        ItemMixture mixture = mix(made("Is q3 right?", "d e f"), published("2025-03"), 0, 0.2);
        assertThat(mixture).isEqualTo(new ItemMixture(made("Is q3 right?", "d e f"), 0, Map.of()));
    }

    /** Of the published entropies, 0.918296 bits are .579379 of log₂3 = 1.584963. */
    @Test
    void publishedPowerIsNormalised() {
        MeasuredItem first = published("2025-04").measured().get(0);
        assertThat(first.item().id()).isEqualTo("q1");
        assertThat(first.power().get("daring")).isCloseTo(0.579380, Offset.offset(1e-6));
    }

    @Test
    void withoutPeriodsThereIsNothing() {
        PublishedItems none = PublishedItems.before(new PeriodStore(data), "2025-04", "toy");
        assertThat(none.measured()).isEmpty();
        assertThat(none.latest()).isEmpty();
        assertThat(none.all()).isEmpty();
    }
}
