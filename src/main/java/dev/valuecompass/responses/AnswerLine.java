package dev.valuecompass.responses;

import java.util.ArrayList;
import java.util.List;

/**
 * One line of an answer.
 *
 * @param start place of its first character in the whole text (UTF-16 code units, from 0)
 * @param raw as it stands, without the line end
 * @param plain of the same length, with digits and punctuation of other scripts turned into ASCII
 */
record AnswerLine(int start, String raw, String plain) {
    /** The block of full-width twins of the visible ASCII characters, in the same order. */
    private static final char FIRST_FULL_WIDTH = '\uff01';

    private static final String LINE_ENDS = "\n\r\u0085\u2028\u2029";

    private static final int HEAD = 160;

    private static final char LAST_FULL_WIDTH = '\uff5e';

    static List<AnswerLine> of(String text) {
        List<AnswerLine> lines = new ArrayList<>();
        for (int start = 0; start <= text.length(); ) {
            int end = start;
            while (end < text.length() && LINE_ENDS.indexOf(text.charAt(end)) < 0) {
                end++;
            }
            String raw = text.substring(start, end);
            lines.add(new AnswerLine(start, raw, plain(raw)));
            start = text.startsWith("\r\n", end) ? end + 2 : end + 1;
        }
        return lines;
    }

    /** Character by character, so that places in the plain line are places in the raw one. */
    private static String plain(String raw) {
        int ascii = 0;
        while (ascii < raw.length() && raw.charAt(ascii) < 128) {
            ascii++;
        }
        if (ascii == raw.length()) {
            return raw;
        }
        StringBuilder plain = new StringBuilder(raw.length()).append(raw, 0, ascii);
        for (int i = ascii; i < raw.length(); i++) {
            plain.append(plain(raw.charAt(i)));
        }
        return plain.toString();
    }

    private static char plain(char c) {
        if (c < 128) {
            return c;
        }
        if (Character.isDigit(c)) {
            return (char) ('0' + Character.digit(c, 10));
        }
        if (c >= FIRST_FULL_WIDTH && c <= LAST_FULL_WIDTH) {
            return (char) (c - FIRST_FULL_WIDTH + '!');
        }
        return switch (c) {
            case '︰', '﹕' -> ':';
            case '、', '。' -> '.';
            case '–', '—', '―', '−' -> '-';
            case '•', '‣', '▪', '●', '○', '·', '◦', '∙', '■', '□', '➤', '►' -> '•';
            case '\u00a0', '\u3000', '\u2009', '\u202f' -> ' ';
            case '\u200b', '\u200e', '\u200f', '\u2060', '\ufeff', '\u202a', '\u202b', '\u202c', '\u202d', '\u202e' ->
                ' ';
            case '’', '‘' -> '\'';
            case '“', '”', '「', '」' -> '"';
            default -> c;
        };
    }

    /** Enough of the line to see what kind it is; patterns look at no more, so that a hostile line costs nothing. */
    String head() {
        return plain.length() <= HEAD ? plain : plain.substring(0, HEAD);
    }

    boolean isBlank() {
        return plain.isBlank();
    }

    int indent() {
        int indent = 0;
        while (indent < plain.length() && (plain.charAt(indent) == ' ' || plain.charAt(indent) == '\t')) {
            indent++;
        }
        return indent;
    }
}
