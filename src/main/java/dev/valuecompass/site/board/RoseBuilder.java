package dev.valuecompass.site.board;

import dev.valuecompass.language.PageTexts;
import dev.valuecompass.site.text.Figures;
import dev.valuecompass.value.Dimension;
import dev.valuecompass.value.Group;
import dev.valuecompass.value.ValueSystem;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Draws compass roses, in a field of 440 × 360 with the centre at (220, 180) and the ring of 100 at radius 120. */
public final class RoseBuilder {
    private static final double X = 220;
    private static final double Y = 180;
    private static final double RADIUS = 120;
    private static final double LABEL = 133;
    private static final double LINE = 13;
    private static final int LONGEST_LINE = 14;

    private RoseBuilder() {}

    /**
     * One petal for each dimension, clockwise from north in the system's order.
     *
     * @param figures by dimension id, in [0, 100]; a missing one has no petal
     * @param door where what is behind the figure of a dimension stands; null for nowhere
     */
    public static Rose of(
            ValueSystem system,
            String title,
            Map<String, Double> figures,
            Function<Dimension, String> door,
            PageTexts words) {
        List<Rose.Petal> petals = new ArrayList<>();
        int n = system.dimensions().size();
        for (int i = 0; i < n; i++) {
            Dimension dimension = system.dimensions().get(i);
            Double figure = figures.get(dimension.id());
            petals.add(petal(
                    system,
                    dimension,
                    figure == null ? null : door.apply(dimension),
                    figure,
                    new Slice(2 * Math.PI * i / n, Math.PI / n)));
        }
        return new Rose(title, summary(system, figures, words), petals);
    }

    /** Class name of the dimension's first group, so that neighbours on the circle share a colour. */
    static String tone(ValueSystem system, String dimension) {
        for (int i = 0; i < system.groups().size(); i++) {
            Group group = system.groups().get(i);
            if (group.dimensions().contains(dimension)) {
                return "tone-" + (i % 6 + 1);
            }
        }
        return "tone-0";
    }

    /** @param angle of its middle, clockwise from north @param half of its width */
    private record Slice(double angle, double half) {}

    private static Rose.Petal petal(ValueSystem system, Dimension dimension, String href, Double value, Slice slice) {
        double angle = slice.angle();
        List<String> words = lines(dimension.name());
        double sine = StrictMath.sin(angle);
        double x = X + LABEL * sine;
        double y = Y - LABEL * StrictMath.cos(angle);
        double first =
                y + LINE * (0.35 - words.size() / 2.0) + LINE * words.size() / 2.0 * -StrictMath.cos(angle) * 0.8;
        List<Rose.TextLine> lines = new ArrayList<>();
        for (int i = 0; i < words.size(); i++) {
            lines.add(new Rose.TextLine(words.get(i), point(first + i * LINE)));
        }
        return RosePetalFields.builder()
                .href(href)
                .path(value == null ? "" : sector(angle, slice.half() * 0.86, RADIUS * value / 100))
                .spoke("M" + point(X) + " " + point(Y) + "L" + at(angle, RADIUS))
                .tone(tone(system, dimension.id()))
                .lines(lines)
                .value(Figures.rounded(value, 0))
                .x(point(x))
                .y(point(first + words.size() * LINE))
                .anchor(Math.abs(sine) < 0.2 ? "middle" : sine > 0 ? "start" : "end")
                .build();
    }

    private static String sector(double angle, double half, double radius) {
        String r = point(radius);
        return "M" + point(X) + " " + point(Y) + "L" + at(angle - half, radius) + "A" + r + " " + r + " 0 0 1 "
                + at(angle + half, radius) + "Z";
    }

    private static String at(double angle, double radius) {
        return point(X + radius * StrictMath.sin(angle)) + " " + point(Y - radius * StrictMath.cos(angle));
    }

    private static String point(double value) {
        return Figures.place(value);
    }

    private static List<String> lines(String name) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String word : name.split(" ")) {
            if (line.length() > 0 && line.length() + 1 + word.length() > LONGEST_LINE) {
                lines.add(line.toString());
                line.setLength(0);
            }
            line.append(line.length() == 0 ? "" : " ").append(word);
        }
        lines.add(line.toString());
        return lines;
    }

    private static String summary(ValueSystem system, Map<String, Double> figures, PageTexts words) {
        List<Dimension> known = system.dimensions().stream()
                .filter(dimension -> figures.get(dimension.id()) != null)
                .sorted(Comparator.comparing((Dimension dimension) -> figures.get(dimension.id()))
                        .reversed())
                .toList();
        if (known.isEmpty()) {
            return words.get("rose.empty");
        }
        Dimension most = known.get(0);
        Dimension least = known.get(known.size() - 1);
        return words.text("rose.summary")
                .with("most", most.name())
                .with("high", Figures.one(figures.get(most.id())))
                .with("least", least.name())
                .with("low", Figures.one(figures.get(least.id())))
                .get();
    }
}
