package dev.valuecompass.snapshot.store;

import dev.valuecompass.snapshot.store.TableColumn.Type;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The columns of a table in their order, each with the way to its value. A value may be null; it is missing then.
 *
 * @param <R> what a row is made of
 */
final class Columns<R> {
    private final List<TableColumn> shown = new ArrayList<>();
    private final List<Function<R, ?>> values = new ArrayList<>();

    private Columns() {}

    /** Every table begins with the period, so that tables of several periods can be put together. */
    static <R> Columns<R> of(String period) {
        return new Columns<R>().text("period", "year and month", row -> period);
    }

    /** In a table what is empty is missing. */
    Columns<R> text(String name, String meaning, Function<R, String> value) {
        return add(name, Type.TEXT, meaning, row -> {
            String text = value.apply(row);
            return text == null || text.isEmpty() ? null : text;
        });
    }

    /** Words in one cell, with spaces between. */
    Columns<R> words(String name, String meaning, Function<R, Collection<?>> value) {
        return text(
                name,
                meaning,
                row -> value.apply(row).stream().map(Object::toString).collect(Collectors.joining(" ")));
    }

    Columns<R> flag(String name, String meaning, Function<R, Boolean> value) {
        return add(name, Type.FLAG, meaning, value);
    }

    Columns<R> whole(String name, String meaning, Function<R, Number> value) {
        return add(name, Type.WHOLE, meaning, value);
    }

    Columns<R> number(String name, String meaning, Function<R, Double> value) {
        return add(name, Type.NUMBER, meaning, value);
    }

    Columns<R> date(String name, String meaning, Function<R, LocalDate> value) {
        return add(name, Type.DATE, meaning, value);
    }

    private Columns<R> add(String name, Type type, String meaning, Function<R, ?> value) {
        shown.add(new TableColumn(name, type, meaning));
        values.add(value);
        return this;
    }

    /** The table with these columns, of rows that are made anew at each reading. */
    PeriodTable table(String name, List<String> key, Supplier<Stream<R>> rows) {
        return new PeriodTable(name, key, List.copyOf(shown), () -> rows.get().map(this::row));
    }

    private List<Object> row(R row) {
        List<Object> cells = new ArrayList<>(values.size());
        values.forEach(value -> cells.add(value.apply(row)));
        return cells;
    }
}
