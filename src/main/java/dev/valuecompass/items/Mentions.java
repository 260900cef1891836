package dev.valuecompass.items;

import dev.valuecompass.io.DataFolder;
import java.util.List;

/** Writes into items which countries and years their texts speak of. Thread-safe. */
public final class Mentions {
    private final Gazetteer gazetteer;

    public Mentions(Gazetteer gazetteer) {
        this.gazetteer = gazetteer;
    }

    /** @throws dev.valuecompass.io.DataException with every mistake in the gazetteer */
    public static Mentions read(DataFolder data) {
        return new Mentions(Gazetteer.read(data));
    }

    /** The items in their order, each with what it mentions. */
    public List<Item> in(List<Item> items) {
        return items.stream().map(this::in).toList();
    }

    /** The item with the countries and years that its text, or the fact that it rests on, mentions in its provenance. */
    public Item in(Item item) {
        Grounding ground = item.provenance().grounding();
        String text = ground == null
                ? item.text()
                : String.join(" ", item.text(), ground.fact(), ground.place(), "in", ground.date());
        return item.from(item.provenance().mentioning(gazetteer.mentioned(text), Years.mentioned(text)));
    }
}
