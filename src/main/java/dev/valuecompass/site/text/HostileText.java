package dev.valuecompass.site.text;

/**
 * Makes the invisible visible in text that a model or a stranger wrote: control characters, bidirectional overrides,
 * zero-width characters and lone surrogates become marks that a reader can see, so that no text can reorder, hide or
 * forge what stands around it. HTML is not its business: templates escape.
 */
public final class HostileText {
    private HostileText() {}

    /** Shows the whole text. */
    public static String visible(String text) {
        return visible(text, 0, text.length());
    }

    /** Shows the characters from {@code from} to before {@code to}; line ends of every kind become {@code \n}. */
    public static String visible(String text, int from, int to) {
        int plain = from;
        while (plain < to && isPlain(text.charAt(plain))) {
            plain++;
        }
        if (plain == to) {
            return text.substring(from, to);
        }
        StringBuilder shown = new StringBuilder(to - from + 32).append(text, from, plain);
        for (int i = plain; i < to; ) {
            int point = text.codePointAt(i);
            int next = i + Character.charCount(point);
            if (point == '\r') {
                shown.append(next < text.length() && text.charAt(next) == '\n' ? "" : "\n");
            } else {
                append(shown, point);
            }
            i = next;
        }
        return shown.toString();
    }

    /** On one line, for names, titles and attributes. */
    public static String line(String text) {
        return visible(text).replace('\n', ' ').replace('\t', ' ').strip();
    }

    private static boolean isPlain(char c) {
        return c >= ' ' && c < 0x7f || c == '\n' || c == '\t';
    }

    private static void append(StringBuilder shown, int point) {
        if (point == '\n' || point == '\t') {
            shown.appendCodePoint(point);
        } else if (point < 0x20) {
            shown.appendCodePoint(0x2400 + point);
        } else if (point == 0x7f) {
            shown.append('\u2421');
        } else if (point >= 0xd800 && point <= 0xdfff) {
            shown.append('\ufffd');
        } else if (isInvisible(point)) {
            shown.append(String.format("\u27e6U+%04X\u27e7", point));
        } else {
            shown.appendCodePoint(point);
        }
    }

    /**
     * Format, private-use and unassigned characters. The joiners U+200C and U+200D stay: Persian, Indic scripts and
     * emoji are spelt with them.
     */
    private static boolean isInvisible(int point) {
        if (point == 0x200c || point == 0x200d) {
            return false;
        }
        return switch (Character.getType(point)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.PRIVATE_USE,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> true;
            default -> point == 0x115f || point == 0x1160 || point == 0x3164 || point == 0xffa0;
        };
    }
}
