package dev.valuecompass.site.card;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;

/**
 * How much of each pixel a shape covers.
 *
 * @param left of its first column, from the origin of the shape
 * @param top of its first row; negative above the origin
 * @param cover 0 to 255, row by row
 */
record Mask(int left, int top, int width, int height, byte[] cover) {
    static Mask of(Shape shape) {
        Rectangle box = shape.getBounds();
        if (box.isEmpty()) {
            return new Mask(0, 0, 0, 0, new byte[0]);
        }
        box.grow(1, 1);
        BufferedImage image = new BufferedImage(box.width, box.height, BufferedImage.TYPE_BYTE_GRAY);
        Graphics2D graphics = image.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        graphics.setColor(Color.WHITE);
        graphics.transform(AffineTransform.getTranslateInstance(-box.x, -box.y));
        graphics.fill(shape);
        graphics.dispose();
        byte[] cover = ((DataBufferByte) image.getRaster().getDataBuffer()).getData();
        return new Mask(box.x, box.y, box.width, box.height, cover);
    }
}
