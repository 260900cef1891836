package dev.valuecompass.items;

import dev.valuecompass.io.DataException;
import dev.valuecompass.io.Defect;
import dev.valuecompass.io.NearestName;
import dev.valuecompass.io.SafeName;
import dev.valuecompass.io.SmallLetters;
import dev.valuecompass.io.text.SameText;
import dev.valuecompass.items.screening.Screen;
import dev.valuecompass.value.Dimension;
import dev.valuecompass.value.Measures;
import dev.valuecompass.value.ValueSystem;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;

/** Turns pool lines into items and collects every mistake on the way. */
final class PoolChecks {
    private static final int ENOUGH = 1_000;

    private final String file;
    private final ValueSystem system;
    private final Map<String, Integer> ids = new HashMap<>();
    private final Map<String, Integer> texts = new HashMap<>();
    private final List<Item> items = new ArrayList<>();
    private final List<Defect> defects = new ArrayList<>();
    private final List<Kept> kept = new ArrayList<>();

    PoolChecks(String file, ValueSystem system) {
        this.file = file;
        this.system = system;
    }

    void add(PoolLine line, int number) {
        int before = defects.size();
        text(number, "id", line.id());
        text(number, "category", line.category());
        text(number, "text", line.text());
        if (line.id() != null) {
            unique(number, "id", line.id(), ids);
            name(number, line.id());
        }
        if (line.text() != null) {
            unique(number, "text", same(line.text()), texts);
        }
        dimension(number, line);
        if (defects.size() == before) {
            items.add(item(line));
            kept.add(new Kept(line, number));
        }
    }

    /** A sound line and where it stands. */
    private record Kept(PoolLine line, int number) {}

    /** Tells the ids of items that nobody may be asked, each with its place; what somebody has reviewed is not looked at. */
    void unfit(Screen screen, BiConsumer<String, Defect> told) {
        for (Kept one : kept) {
            PoolLine line = one.line();
            if (line.reviewed() == null || line.reviewed().isBlank()) {
                screen.objection(line.text())
                        .or(() -> screen.objection(line.category()))
                        .ifPresent(
                                objection -> told.accept(
                                        line.id(),
                                        new Defect(
                                                file,
                                                one.number(),
                                                "item '" + line.id() + "' has " + objection.text(),
                                                "rewrite it, or add \"reviewed\": \"WHO\" to its line when it is to stay as it is")));
            }
        }
    }

    /** Alike for texts that differ in nothing that a reader sees. */
    static String same(String text) {
        return SmallLetters.of(SameText.fold(text));
    }

    String file() {
        return file;
    }

    /** @throws DataException with all, once there are so many that nobody reads on */
    void wrong(int number, String what, String fix) {
        defects.add(new Defect(file, number, what, fix));
        if (defects.size() >= ENOUGH) {
            defects.add(new Defect(file, "reading stopped here", "mend the others first"));
            throw new DataException(defects);
        }
    }

    /** @throws DataException with every mistake */
    List<Item> items() {
        DataException.refuse(defects);
        return List.copyOf(items);
    }

    private Item item(PoolLine line) {
        List<String> dimensions =
                system.measures() == Measures.TARGET ? List.of(line.dimension()) : system.dimensionIds();
        Provenance pool = Provenance.ofPool();
        return new Item(line.id(), system.id(), dimensions, line.category(), line.text(), false, pool);
    }

    private void text(int number, String field, String value) {
        if (value == null || value.isBlank()) {
            wrong(number, "no " + field, "give every item an id, a category and a text");
        } else if (!value.equals(value.strip())) {
            wrong(number, field + " '" + brief(value) + "' begins or ends with a space", "remove it");
        }
    }

    /** Ids stand in addresses. Spaces around them have been reported by then. */
    private void name(int number, String id) {
        if (id.equals(id.strip()) && !id.isEmpty()) {
            SafeName.objection(id).ifPresent(why -> wrong(number, "id '" + brief(id) + "' " + why, SafeName.RULE));
        }
    }

    private void unique(int number, String field, String value, Map<String, Integer> seen) {
        Integer first = seen.putIfAbsent(value, number);
        if (first != null) {
            wrong(number, field + " '" + brief(value) + "' stands on line " + first + " already", "keep one of them");
        }
    }

    private void dimension(int number, PoolLine line) {
        if (system.measures() != Measures.TARGET) {
            if (line.dimension() != null && !line.dimension().isEmpty()) {
                wrong(
                        number,
                        "dimension '" + line.dimension() + "' on an item of " + system.id(),
                        "every item of this system is read for all its dimensions: name none");
            }
            return;
        }
        Optional<Dimension> dimension = system.dimension(String.valueOf(line.dimension()));
        if (dimension.isEmpty()) {
            wrong(
                    number,
                    line.dimension() == null || line.dimension().isEmpty()
                            ? "no dimension"
                            : "unknown dimension '" + line.dimension() + "'",
                    NearestName.remedy(String.valueOf(line.dimension()), system.dimensionIds()));
            return;
        }
        List<String> categories = dimension.get().tasks().stream()
                .flatMap(task -> task.categories().stream())
                .map(Dimension.Category::id)
                .toList();
        if (!categories.isEmpty()
                && line.category() != null
                && !line.category().equals(PoolImporter.NO_CATEGORY)
                && !categories.contains(line.category())) {
            wrong(
                    number,
                    "unknown category '" + line.category() + "' of " + line.dimension(),
                    NearestName.remedy(line.category(), categories));
        }
    }

    private static String brief(String text) {
        return text.length() <= 60 ? text : text.substring(0, 57) + "...";
    }
}
