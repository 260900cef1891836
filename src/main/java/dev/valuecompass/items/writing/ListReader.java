package dev.valuecompass.items.writing;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads lists that a model wrote: one entry a line, with or without numbers, bullets, emphasis and quotation marks. */
public final class ListReader {
    /** Longer lines (UTF-16 code units) are no entries; nobody asked for them. */
    public static final int LONGEST = 2_000;

    private static final Pattern MARKER = Pattern.compile("^(?:[-*•·▪‣–>#]+\\s+|\\(?\\p{Nd}{1,4}[.):]\\s*){1,6}");
    private static final Pattern NUMBERED = Pattern.compile("^\\W*(\\p{Nd}{1,4})\\s*[.):=-]+\\s*(.+)$");
    private static final Pattern EMPHASIS = Pattern.compile("\\*\\*|__|`");
    private static final Pattern UNSEEN =
            Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Co}\\p{Cn}\\p{Cs}&&[^\\u200C\\u200D]]|\\uFEFF");
    private static final Pattern SPACES = Pattern.compile("[\\s\\p{Z}]+");
    private static final Pattern LINE_END = Pattern.compile("\\R");
    private static final String QUOTES = "\"“”„«»";

    private ListReader() {}

    /**
     * The entries in order. A line that ends in a colon announces a list and is none of it; when any line is numbered or
     * has a bullet, lines without are talk.
     */
    public static List<String> entries(String text) {
        List<String> marked = new ArrayList<>();
        List<String> plain = new ArrayList<>();
        for (String line : LINE_END.split(text)) {
            if (line.length() > 2 * LONGEST) {
                continue;
            }
            String visible = visible(line);
            Matcher marker = MARKER.matcher(visible);
            boolean isMarked = marker.find();
            String entry = unquoted(EMPHASIS.matcher(isMarked ? visible.substring(marker.end()) : visible)
                    .replaceAll("")
                    .strip());
            if (!entry.isEmpty() && entry.length() <= LONGEST && !entry.endsWith(":")) {
                (isMarked ? marked : plain).add(entry);
            }
        }
        return List.copyOf(marked.isEmpty() ? plain : marked);
    }

    /** The entries of lines such as {@code 3: work}, by their number; the first of a number counts. */
    public static Map<Integer, String> numbered(String text) {
        Map<Integer, String> entries = new LinkedHashMap<>();
        for (String line : LINE_END.split(text)) {
            Matcher matcher = NUMBERED.matcher(line.length() > 2 * LONGEST ? "" : visible(line));
            if (matcher.find() && matcher.group(2).length() <= LONGEST) {
                String entry = unquoted(
                        EMPHASIS.matcher(matcher.group(2)).replaceAll("").strip());
                entries.putIfAbsent(number(matcher.group(1)), entry);
            }
        }
        return entries;
    }

    /** Also of digits that take two places, which {@link Integer#valueOf(String)} refuses. */
    private static int number(String digits) {
        return digits.codePoints().reduce(0, (number, digit) -> 10 * number + Character.digit(digit, 10));
    }

    /** A text on one line: no control, format or private characters, single spaces, none at the ends. */
    static String visible(String text) {
        String oneLine = SPACES.matcher(text).replaceAll(" ");
        return SPACES.matcher(UNSEEN.matcher(oneLine).replaceAll(""))
                .replaceAll(" ")
                .strip();
    }

    /** How many words a text has: runs of letters, digits and apostrophes. */
    public static int words(String text) {
        int words = 0;
        boolean inside = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean word = Character.isLetterOrDigit(c) || c == '\'' || c == '’' || Character.isSurrogate(c);
            words += word && !inside ? 1 : 0;
            inside = word;
        }
        return words;
    }

    private static String unquoted(String text) {
        boolean both = text.length() > 1
                && QUOTES.indexOf(text.charAt(0)) >= 0
                && QUOTES.indexOf(text.charAt(text.length() - 1)) >= 0;
        return both ? text.substring(1, text.length() - 1).strip() : text;
    }
}
