package dev.valuecompass.site.card;

/**
 * The sixteen colours of a picture: those of the pages, and steps between them. Sixteen make two
 * pixels a byte, which is what keeps a thousand cards cheap.
 */
enum Palette {
    PAPER(0xfbf8f1),
    INK_1(0xd5d5d1),
    INK_2(0xafb3b0),
    INK_3(0x899090),
    INK_4(0x636e70),
    INK_5(0x3d4b4f),
    INK(0x17262e),
    QUIET_1(0xd2d3d0),
    QUIET_2(0xa8afae),
    QUIET_3(0x7f8a8d),
    QUIET(0x55646b),
    ACCENT(0x1f5f74),
    TRACK(0xe9e4d8),
    LINE(0xd9d3c5),
    NORTH_1(0xd89f90),
    NORTH(0xb5472f);

    /** Steps from paper to full strength, for soft edges on paper. */
    static final Palette[] BLACK = {PAPER, INK_1, INK_2, INK_3, INK_4, INK_5, INK};

    static final Palette[] GREY = {PAPER, QUIET_1, QUIET_2, QUIET_3, QUIET};

    static final Palette[] RED = {PAPER, NORTH_1, NORTH};

    private final int rgb;

    Palette(int rgb) {
        this.rgb = rgb;
    }

    static byte[] palette() {
        byte[] palette = new byte[3 * values().length];
        for (Palette ink : values()) {
            palette[3 * ink.ordinal()] = (byte) (ink.rgb >> 16);
            palette[3 * ink.ordinal() + 1] = (byte) (ink.rgb >> 8);
            palette[3 * ink.ordinal() + 2] = (byte) ink.rgb;
        }
        return palette;
    }
}
