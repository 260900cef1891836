package dev.valuecompass.site.board;

import dev.valuecompass.site.edition.Edition;
import dev.valuecompass.site.edition.Measure;
import dev.valuecompass.site.frame.Link;
import dev.valuecompass.site.text.Address;
import dev.valuecompass.site.text.Figures;
import dev.valuecompass.value.Dimension;
import dev.valuecompass.value.ValueSystem;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/** Every model on every value in one picture: a line for each value, 24 high, with 100 points on a width of 200. */
final class StripsBuilder {
    private static final int HEIGHT = 24;

    private StripsBuilder() {}

    static BoardPage.Strips of(Edition edition, ValueSystem system, Address from) {
        List<BoardPage.Strip> lines = new ArrayList<>();
        for (Dimension dimension : system.dimensions()) {
            String y = Figures.place(HEIGHT * lines.size() + HEIGHT / 2.0);
            String dots = edition.snapshot().models().stream()
                    .map(model -> edition.figure(Measure.CONFORMITY, system.id(), model.id(), dimension.id()))
                    .filter(Objects::nonNull)
                    .map(value -> "M" + Figures.place(2 * value) + " " + y + "h0")
                    .collect(Collectors.joining());
            Double mean = edition.standings(Measure.CONFORMITY).mean(system.id(), dimension.id());
            lines.add(new BoardPage.Strip(
                    new Link(from.to(edition.places().value(system.id(), dimension.id())), dimension.name()),
                    RoseBuilder.tone(system, dimension.id()),
                    y,
                    dots,
                    mean == null ? null : Figures.place(2 * mean)));
        }
        return new BoardPage.Strips(edition.words().get("board.front.strips"), lines);
    }
}
