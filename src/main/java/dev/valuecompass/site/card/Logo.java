package dev.valuecompass.site.card;

import java.awt.BasicStroke;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;

/** The mark of the site, as in {@code favicon.svg}: drawn on a square of 32 units. */
final class Logo {
    private static final double UNITS = 32;

    private final Mask ring;
    private final Mask north;
    private final Mask south;

    /** @param size of the square, in pixels */
    Logo(int size) {
        AffineTransform scale = AffineTransform.getScaleInstance(size / UNITS, size / UNITS);
        Shape circle = new BasicStroke(1.6f).createStrokedShape(new Ellipse2D.Double(1, 1, 30, 30));
        this.ring = Mask.of(scale.createTransformedShape(circle));
        this.north = Mask.of(scale.createTransformedShape(needle(4)));
        this.south = Mask.of(scale.createTransformedShape(needle(28)));
    }

    /** From the middle to a point above or below it. */
    private static Shape needle(double tip) {
        Path2D path = new Path2D.Double();
        path.moveTo(16, tip);
        path.lineTo(19.6, 16);
        path.lineTo(12.4, 16);
        path.closePath();
        return path;
    }

    void draw(Canvas canvas, int left, int top) {
        canvas.stamp(ring, left, top, Palette.BLACK);
        canvas.stamp(north, left, top, Palette.RED);
        canvas.stamp(south, left, top, Palette.BLACK);
    }
}
