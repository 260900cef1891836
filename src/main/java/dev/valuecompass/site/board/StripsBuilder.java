package dev.valuecompass.site.board;

import dev.valuecompass.site.edition.Edition;
import dev.valuecompass.site.edition.Measure;
import dev.valuecompass.site.text.Address;
import dev.valuecompass.site.text.Figures;
import dev.valuecompass.site.text.Link;
import dev.valuecompass.value.Dimension;
import dev.valuecompass.value.ValueSystem;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * Every model on every value in one picture: a line for each value, 24 high, with 100 points on a width of 200. Dots
 * stand on whole units of that width, half a point, and those that cover each other are drawn once: a dot is 8 wide.
 */
final class StripsBuilder {
    private static final int HEIGHT = 24;

    private StripsBuilder() {}

    static BoardPage.Strips of(Edition edition, ValueSystem system, Address from) {
        List<BoardPage.Strip> lines = new ArrayList<>();
        for (Dimension dimension : system.dimensions()) {
            String y = Figures.place(HEIGHT * lines.size() + HEIGHT / 2.0);
            List<Long> places = edition.snapshot().models().stream()
                    .map(model -> edition.figure(Measure.CONFORMITY, system.id(), model.id(), dimension.id()))
                    .filter(Objects::nonNull)
                    .map(value -> Math.round(2 * value))
                    .distinct()
                    .sorted()
                    .toList();
            Double mean = edition.standings(Measure.CONFORMITY).mean(system.id(), dimension.id());
            lines.add(new BoardPage.Strip(
                    new Link(from.to(edition.places().value(system.id(), dimension.id())), dimension.name()),
                    RoseBuilder.tone(system, dimension.id()),
                    y,
                    dots(places, y),
                    mean == null ? null : Figures.place(2 * mean)));
        }
        return new BoardPage.Strips(edition.words().get("board.front.strips"), lines);
    }

    /** A path of strokes of no length, each from the one before it. */
    private static String dots(List<Long> places, String y) {
        StringBuilder path = new StringBuilder();
        long before = 0;
        for (long place : places) {
            path.append(path.isEmpty() ? "M" + place + " " + y : "m" + (place - before) + " 0")
                    .append("h0");
            before = place;
        }
        return path.toString();
    }
}
