package dev.valuecompass.site.text;

/**
 * Makes the invisible visible in text that a model or a stranger wrote: control characters, bidirectional overrides,
 * zero-width characters and lone surrogates become marks that a reader can see, so that no text can reorder, hide or
 * forge what stands around it, on a page as on a terminal. HTML is not its business: templates escape.
 */
public final class HostileText {
    /** Latin, Greek and Cyrillic letters end before it. */
    private static final int LAST_WITHOUT_JOINERS = 0x58f;

    /** Fillers of Hangul, vowels of Khmer that are not shown, the grapheme joiner, and selectors of Mongolian. */
    private static final String BLANK_LETTERS = "\u115f\u1160\u3164\uffa0\u17b4\u17b5\u034f\u180b\u180c\u180d\u180f";

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
                append(shown, text, i, point);
            }
            i = next;
        }
        return shown.toString();
    }

    /** JSON that says the same, with the invisible characters of its strings escaped. */
    public static String escaped(String json) {
        StringBuilder plain = new StringBuilder(json.length() + 32);
        for (int i = 0; i < json.length(); ) {
            int point = json.codePointAt(i);
            int next = i + Character.charCount(point);
            if (point < 0x7f || !isHidden(json, i, point)) {
                plain.append(json, i, next);
            } else {
                json.substring(i, next).chars().forEach(unit -> plain.append(String.format("\\u%04x", unit)));
            }
            i = next;
        }
        return plain.toString();
    }

    /** On one line, for names, titles and attributes. */
    public static String line(String text) {
        return visible(text).replace('\n', ' ').replace('\t', ' ').strip();
    }

    private static boolean isPlain(char c) {
        return c >= ' ' && c < 0x7f || c == '\n' || c == '\t';
    }

    private static void append(StringBuilder shown, String text, int at, int point) {
        if (point == '\n' || point == '\t' || !isHidden(text, at, point)) {
            shown.appendCodePoint(point);
        } else if (point < 0x20) {
            shown.appendCodePoint(0x2400 + point);
        } else if (point == 0x7f) {
            shown.append('\u2421');
        } else if (isHalf(point)) {
            shown.append('\ufffd');
        } else {
            shown.append(String.format("\u27e6U+%04X\u27e7", point));
        }
    }

    private static boolean isHidden(String text, int at, int point) {
        if (point < 0x7f) {
            return point < 0x20;
        }
        if (point == 0x200c || point == 0x200d) {
            return !joins(text, at);
        }
        return isHalf(point) || (isSelector(point) ? !selects(text, at) : isInvisible(point));
    }

    private static boolean isHalf(int point) {
        return point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE;
    }

    /** Persian, Indic scripts and emoji are spelt with joiners; between other letters they only hide. */
    private static boolean joins(String text, int at) {
        return at > 0
                && text.codePointBefore(at) > LAST_WITHOUT_JOINERS
                && at + 1 < text.length()
                && text.codePointAt(at + 1) > LAST_WITHOUT_JOINERS;
    }

    private static boolean isSelector(int point) {
        return point >= 0xfe00 && point <= 0xfe0f || point >= 0xe0100 && point <= 0xe01ef;
    }

    /** A sign has one variant, the sign of a keycap among them; more of them, or those of a letter, carry hidden data. */
    private static boolean selects(String text, int at) {
        int sign = at == 0 ? ' ' : text.codePointBefore(at);
        return "0123456789#*\u00a9\u00ae".indexOf(sign) >= 0 || sign > LAST_WITHOUT_JOINERS && !isSelector(sign);
    }

    /** Controls, format and private-use characters, letters that are blank, and what never is a character. */
    private static boolean isInvisible(int point) {
        return switch (Character.getType(point)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.PRIVATE_USE,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> true;
            case Character.UNASSIGNED ->
                (point & 0xfffe) == 0xfffe
                        || point >= 0xfdd0 && point <= 0xfdef
                        || point == 0x2065
                        || point >= 0xfff0 && point <= 0xfff8
                        || point >= 0xe0000 && point <= 0xe0fff;
            default -> BLANK_LETTERS.indexOf(point) >= 0;
        };
    }
}
