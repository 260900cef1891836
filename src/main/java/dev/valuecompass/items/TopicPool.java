package dev.valuecompass.items;

import dev.valuecompass.io.Defect;
import dev.valuecompass.io.JsonLines;
import dev.valuecompass.io.NothingToPublishException;
import dev.valuecompass.items.screening.Screen;
import dev.valuecompass.value.Measures;
import dev.valuecompass.value.ValueSystem;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The starting items of a value system, {@code topics/<system>.jsonl}: one {@code {"id", "dimension", "category",
 * "text"}} a line. The dimension is named exactly where an item measures one alone.
 */
public final class TopicPool {
    private TopicPool() {}

    /**
     * The items in the order of the file.
     *
     * @throws dev.valuecompass.io.NothingToPublishException when there is none
     * @throws dev.valuecompass.io.DataException with every mistake: unknown dimensions and categories, repeated ids and
     *     texts, spaces at either end, empty texts
     */
    public static List<Item> read(Path file, ValueSystem system) {
        PoolChecks pool = new PoolChecks(file.toString(), system);
        JsonLines.forEach(file, PoolLine.class, pool::add);
        List<Item> items = pool.items();
        if (items.isEmpty()) {
            throw new NothingToPublishException(
                    file.toString(), "no items", "write one a line, with id, category and text");
        }
        return items;
    }

    /**
     * What is in its items that no item may have, each with its line; empty when all may be asked. Lines that say
     * {@code "reviewed": "WHO"} are passed over.
     *
     * @throws dev.valuecompass.io.DataException as {@link #read}
     */
    public static List<Defect> unfit(Path file, ValueSystem system, Screen screen) {
        PoolChecks pool = new PoolChecks(file.toString(), system);
        JsonLines.forEach(file, PoolLine.class, pool::add);
        List<Defect> unfit = new ArrayList<>();
        pool.items();
        pool.unfit(screen, (item, defect) -> unfit.add(defect));
        return List.copyOf(unfit);
    }

    /** The text of a pool file with these items, for what was imported. */
    public static String write(List<Item> items, ValueSystem system) {
        return JsonLines.write(items.stream().map(item -> line(item, system)).toList());
    }

    private static Map<String, String> line(Item item, ValueSystem system) {
        Map<String, String> line = new LinkedHashMap<>();
        line.put("id", item.id());
        if (system.measures() == Measures.TARGET) {
            line.put("dimension", item.dimensions().get(0));
        }
        line.put("category", item.category());
        line.put("text", item.text());
        return line;
    }
}
