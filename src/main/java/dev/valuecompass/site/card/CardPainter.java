package dev.valuecompass.site.card;

import java.util.List;

/**
 * Draws cards of 1200 by 630 pixels, the size that previews are cut to least. The same card gives the same bytes;
 * letters are drawn once for all cards. Not thread-safe.
 */
final class CardPainter {
    static final int WIDTH = 1200;
    static final int HEIGHT = 630;

    private static final int MARGIN = 60;
    private static final int INNER = WIDTH - 2 * MARGIN;
    private static final int FIRST_BAR = 308;
    private static final int PITCH = 50;
    private static final int THICK = 22;
    private static final int AXIS = 430;
    private static final int AXIS_LENGTH = 350;

    private final Logo mark = new Logo(52);
    private final List<Glyphs> headings;
    private final Glyphs lead;
    private final Glyphs small;

    CardPainter() {
        Typeface serif = new Typeface("source-serif-4-semibold");
        Typeface sans = new Typeface("source-sans-3-regular");
        this.headings = List.of(new Glyphs(serif, 78), new Glyphs(serif, 60), new Glyphs(serif, 46));
        this.lead = new Glyphs(sans, 33);
        this.small = new Glyphs(sans, 28);
    }

    /** Whether the card's fonts have every letter of a text. */
    boolean covers(String text) {
        return headings.get(0).covers(text) && small.covers(text);
    }

    byte[] png(Card card) {
        Canvas canvas = new Canvas(WIDTH, HEIGHT);
        mark.draw(canvas, MARGIN, 44);
        double corner = small.width(card.corner());
        canvas.text(small, small.fit(card.site(), INNER - 90 - corner), MARGIN + 70, 80, Palette.GREY);
        canvas.text(small, card.corner(), WIDTH - MARGIN - corner, 80, Palette.GREY);
        canvas.fill(MARGIN, 116, INNER, 2, Palette.LINE);
        Glyphs heading = heading(card.heading());
        canvas.text(heading, heading.fit(card.heading(), INNER), MARGIN, 200, Palette.BLACK);
        canvas.text(lead, lead.fit(card.lead(), INNER), MARGIN, 256, Palette.GREY);
        for (int i = 0; i < card.bars().size(); i++) {
            bar(canvas, card.bars().get(i), FIRST_BAR + i * PITCH);
        }
        canvas.fill(MARGIN, 562, INNER, 2, Palette.LINE);
        canvas.text(small, small.fit(card.footer(), INNER), MARGIN, 602, Palette.BLACK);
        return canvas.png(card.digest());
    }

    private Glyphs heading(String text) {
        return headings.stream()
                .filter(size -> size.width(text) <= INNER)
                .findFirst()
                .orElse(headings.get(headings.size() - 1));
    }

    /** On an axis from 0 to 100, whatever the card shows. */
    private void bar(Canvas canvas, Card.Bar bar, int top) {
        int base = top + THICK - 2;
        canvas.text(small, small.fit(bar.label(), AXIS - MARGIN - 24.0), MARGIN, base, Palette.BLACK);
        canvas.fill(AXIS, top, AXIS_LENGTH, THICK, Palette.TRACK);
        if (bar.value() != null) {
            int length = (int) Math.round(Math.max(0, Math.min(100, bar.value())) * AXIS_LENGTH / 100);
            canvas.fill(AXIS, top, length, THICK, Palette.ACCENT);
        }
        int right = AXIS + AXIS_LENGTH + 24;
        canvas.text(small, small.fit(bar.text(), WIDTH - MARGIN - right), right, base, Palette.BLACK);
    }
}
