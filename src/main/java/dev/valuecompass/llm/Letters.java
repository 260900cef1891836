package dev.valuecompass.llm;

import java.util.Map;

/**
 * The visible ASCII characters of a text, in small letters, one after the other, with the place of each. Escapes of
 * addresses, JSON, HTML and programs count as what they stand for; blanks, backslashes and all that is not ASCII are
 * passed over, and so are the invisible characters among that. One pass, and no look further ahead than an escape is long.
 */
final class Letters {
    private static final int HEX = 16;

    /** Capital and small letters. */
    private static final int ALPHABETS = 52;

    private static final int FIRST_CIRCLED = 0x24b6;
    private static final int LAST_ASCII = 0x7e;
    private static final Map<String, Character> ENTITIES = Map.ofEntries(
            Map.entry("amp", '&'),
            Map.entry("lt", '<'),
            Map.entry("gt", '>'),
            Map.entry("quot", '"'),
            Map.entry("apos", '\''),
            Map.entry("sol", '/'),
            Map.entry("plus", '+'),
            Map.entry("equals", '='),
            Map.entry("period", '.'),
            Map.entry("colon", ':'),
            Map.entry("lowbar", '_'),
            Map.entry("hyphen", '-'),
            Map.entry("dash", '-'));
    private static final int LONGEST_ENTITY = 6;

    private static final byte[] FOLDED = folded();

    private final String text;
    private int from;
    private int to;
    private int code;

    Letters(String text) {
        this.text = text;
    }

    private static byte[] folded() {
        byte[] folded = new byte[LAST_ASCII + 1];
        for (int c = 0; c < folded.length; c++) {
            folded[c] = (byte) Character.toLowerCase(c);
        }
        folded['_'] = '/';
        folded['-'] = '+';
        return folded;
    }

    /** Goes to the next character; false when there is none. */
    boolean next() {
        while (to < text.length()) {
            from = to;
            int found = read(text.charAt(from));
            if (found > ' ' && found <= LAST_ASCII && found != '\\') {
                code = FOLDED[found];
                return true;
            }
        }
        return false;
    }

    /** From {@code '!'} to {@code '~'}; the two alphabets of Base64 are one. */
    int code() {
        return code;
    }

    /** Whether it is a letter or a digit. */
    boolean bare() {
        return code >= 'a' && code <= 'z' || code >= '0' && code <= '9';
    }

    /** Where the character, or what stands for it, begins. */
    int from() {
        return from;
    }

    /** Where it has ended. */
    int to() {
        return to;
    }

    /** What stands at {@link #from}; {@link #to} is set behind it. */
    private int read(char c) {
        return switch (c) {
            case '%' -> percent();
            case '&' -> entity();
            case '\\' -> escape();
            case '0' -> text.startsWith("0x", from) ? orElse(digits(from + 2, 2, HEX), '0') : plain('0');
            default -> c <= LAST_ASCII ? plain(c) : foreign();
        };
    }

    private int plain(int c) {
        to = from + 1;
        return c;
    }

    private int orElse(int value, int otherwise) {
        return value < 0 ? plain(otherwise) : value;
    }

    /** Escaped more than once, {@code %41} is {@code %252541}. */
    private int percent() {
        return orElse(digits(behind("25", from + 1), 2, HEX), '%');
    }

    private int entity() {
        int at = behind("amp;", from + 1);
        if (text.startsWith("#", at)) {
            boolean hex = text.startsWith("x", at + 1) || text.startsWith("X", at + 1);
            int value = number(at + (hex ? 2 : 1), hex ? HEX : 10);
            to += value >= 0 && text.startsWith(";", to) ? 1 : 0;
            return orElse(value, '&');
        }
        int end = at;
        while (end < text.length() && end - at < LONGEST_ENTITY && Character.isLetter(text.charAt(end))) {
            end++;
        }
        Character named = text.startsWith(";", end) ? ENTITIES.get(text.substring(at, end)) : null;
        if (named == null) {
            return plain('&');
        }
        to = end + 1;
        return named;
    }

    /** Escaped more than once, the character has many backslashes before it. */
    private int escape() {
        int at = behind("\\", from + 1);
        int value = -1;
        if (text.startsWith("u{", at)) {
            value = number(at + 2, HEX);
            to += value >= 0 && text.startsWith("}", to) ? 1 : 0;
        } else if (text.startsWith("u", at)) {
            value = digits(at + 1, 4, HEX);
        } else if (text.startsWith("x", at)) {
            value = digits(at + 1, 2, HEX);
        } else if (at < text.length() && (text.charAt(at) == '0' || text.charAt(at) == '1')) {
            value = digits(at, 3, 8);
        }
        if (value < 0) {
            to = at;
            return '\\';
        }
        return value;
    }

    private int behind(String repeated, int at) {
        int end = at;
        while (text.startsWith(repeated, end)) {
            end += repeated.length();
        }
        return end;
    }

    /** The number of so many digits; -1 when they are not there. */
    private int digits(int at, int count, int base) {
        int value = 0;
        for (int i = at; i < at + count; i++) {
            int digit = i < text.length() ? Character.digit(text.charAt(i), base) : -1;
            if (digit < 0) {
                return -1;
            }
            value = value * base + digit;
        }
        to = at + count;
        return value;
    }

    /** The number of all digits that follow; -1 when there is none. */
    private int number(int at, int base) {
        int end = at;
        int value = 0;
        while (end < text.length() && Character.digit(text.charAt(end), base) >= 0) {
            value = Math.min(value * base + Character.digit(text.charAt(end), base), Character.MAX_CODE_POINT);
            end++;
        }
        to = end;
        return end == at ? -1 : value;
    }

    /** Wide, circled and mathematical forms of ASCII characters are those; 0 for everything else. */
    private int foreign() {
        int point = text.codePointAt(from);
        to = from + Character.charCount(point);
        if (point < FIRST_CIRCLED) {
            return 0;
        }
        if (point >= 0xff01 && point <= 0xff5e) {
            return point - 0xff01 + '!';
        }
        if (point >= FIRST_CIRCLED && point < FIRST_CIRCLED + ALPHABETS) {
            return 'a' + (point - FIRST_CIRCLED) % (ALPHABETS / 2);
        }
        if (point >= 0x1d400 && point <= 0x1d6a3) {
            return 'a' + (point - 0x1d400) % (ALPHABETS / 2);
        }
        return point >= 0x1d7ce && point <= 0x1d7ff ? '0' + (point - 0x1d7ce) % 10 : 0;
    }
}
