package dev.valuecompass.site.text;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;

/**
 * Finds a place for the label of each dot of a drawing where it lies on no other label: one of the eight sides of the
 * dot, close by or a little off with a line to it. A label that finds none is left out. The drawing shrinks with the
 * screen and its letters do not, so those that fit with large letters are placed first and stay where they are on every
 * screen; the others get what is left between small letters and show only there. Goes by the order of the dots, so the
 * same dots always give the same picture.
 */
public final class LabelPlaces {
    /** Height of letters where the drawing is as narrow as a phone, in its own units; the style sheet says the same. */
    static final double LARGE = 12.5;
    /** Height of letters on wider screens. */
    static final double SMALL = 8.5;

    /** How far the lines to labels reach beyond those that need none. */
    private static final double[] RINGS = {0, 9, 18};

    private static final double GAP = 1.5;
    /** Of the height of letters: what capitals and figures take of it. */
    private static final double CAPITAL = 0.74;
    /** More dots under a label than this and nobody can tell which it names. */
    private static final int MOST_HIDDEN = 1;

    private final List<LabelledDot> dots;
    private final double width;
    private final double height;

    /** @param label null for a dot that bears none @param solid whether no label may lie on it */
    public record LabelledDot(double x, double y, double radius, String label, boolean solid) {}

    /**
     * @param x where the text begins, has its middle or ends, as the anchor says
     * @param anchor {@code start}, {@code middle} or {@code end}
     * @param drop from y down to the base line, in heights of letters
     * @param away whether it lies so far off that it needs a line
     * @param roomy whether it fits with small letters only
     */
    public record LabelPosition(double x, double y, String anchor, double drop, boolean away, boolean roomy) {
        /** What it covers with letters of that size. */
        Box box(String label, double size) {
            double wide = size * widths(label);
            double left = anchor.equals("start") ? x : anchor.equals("end") ? x - wide : x - wide / 2;
            double base = y + drop * size;
            return new Box(left, base - CAPITAL * size, left + wide, base);
        }

        private static double widths(String label) {
            return label.chars()
                    .mapToDouble(c -> c == 'M' || c == 'W'
                            ? 1.05
                            : c == 'I' || c == 'J' ? 0.45 : c >= 'a' && c <= 'z' ? 0.6 : 0.78)
                    .sum();
        }
    }

    /** From its left upper corner to its right lower one. */
    record Box(double left, double top, double right, double bottom) {
        boolean meets(Box other) {
            return left < other.right && other.left < right && top < other.bottom && other.top < bottom;
        }

        boolean holds(LabelledDot dot) {
            return left < dot.x + dot.radius
                    && dot.x - dot.radius < right
                    && top < dot.y + dot.radius
                    && dot.y - dot.radius < bottom;
        }
    }

    /** A place and how well it serves, less being better. */
    private record Candidate(LabelPosition place, double cost) {}

    private LabelPlaces(List<LabelledDot> dots, double width, double height) {
        this.dots = dots;
        this.width = width;
        this.height = height;
    }

    /**
     * A place for each label, in the order of the dots; null where there is none.
     *
     * @param dots the most important first
     * @param width of the drawing, which labels stay within
     */
    public static List<LabelPosition> of(List<LabelledDot> dots, double width, double height) {
        LabelPlaces all = new LabelPlaces(dots, width, height);
        List<LabelPosition> places = new ArrayList<>(Collections.nCopies(dots.size(), null));
        all.fill(places, LARGE, false);
        all.fill(places, SMALL, true);
        return places;
    }

    private void fill(List<LabelPosition> places, double size, boolean roomy) {
        List<Box> taken = new ArrayList<>();
        for (int i = 0; i < dots.size(); i++) {
            if (places.get(i) != null) {
                taken.add(places.get(i).box(dots.get(i).label(), size));
            }
        }
        for (int i = 0; i < dots.size(); i++) {
            if (places.get(i) == null && dots.get(i).label() != null) {
                LabelPosition place = best(dots.get(i), size, roomy, taken);
                places.set(i, place);
                if (place != null) {
                    taken.add(place.box(dots.get(i).label(), size));
                }
            }
        }
    }

    private LabelPosition best(LabelledDot dot, double size, boolean roomy, List<Box> taken) {
        List<Candidate> offers = new ArrayList<>();
        for (double ring : RINGS) {
            for (LabelPosition place : around(dot, ring, roomy)) {
                Box box = place.box(dot.label(), size);
                int hidden = (int) dots.stream()
                        .filter(other -> other != dot && box.holds(other))
                        .count();
                if (free(box, dot, taken) && hidden <= MOST_HIDDEN) {
                    offers.add(new Candidate(place, 2 * RINGS[1] * hidden + ring));
                }
            }
        }
        return offers.stream()
                .min(Comparator.comparingDouble(Candidate::cost))
                .map(Candidate::place)
                .orElse(null);
    }

    private boolean free(Box box, LabelledDot own, List<Box> taken) {
        return box.left() >= 1
                && box.top() >= 1
                && box.right() <= width - 1
                && box.bottom() <= height - 1
                && taken.stream().noneMatch(box::meets)
                && dots.stream().noneMatch(dot -> dot != own && dot.solid() && box.holds(dot));
    }

    /** Right, left, above, below, then the corners. */
    private static List<LabelPosition> around(LabelledDot dot, double ring, boolean roomy) {
        double side = dot.radius() + GAP + ring;
        double slant = side * Math.sqrt(0.5);
        boolean away = ring > 0;
        double middle = CAPITAL / 2;
        return List.of(
                new LabelPosition(dot.x() + side, dot.y(), "start", middle, away, roomy),
                new LabelPosition(dot.x() - side, dot.y(), "end", middle, away, roomy),
                new LabelPosition(dot.x(), dot.y() - side, "middle", 0, away, roomy),
                new LabelPosition(dot.x(), dot.y() + side, "middle", CAPITAL, away, roomy),
                new LabelPosition(dot.x() + slant, dot.y() - slant, "start", 0, away, roomy),
                new LabelPosition(dot.x() - slant, dot.y() - slant, "end", 0, away, roomy),
                new LabelPosition(dot.x() + slant, dot.y() + slant, "start", CAPITAL, away, roomy),
                new LabelPosition(dot.x() - slant, dot.y() + slant, "end", CAPITAL, away, roomy));
    }
}
