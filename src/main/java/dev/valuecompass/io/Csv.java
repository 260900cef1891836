package dev.valuecompass.io;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Comma-separated values (RFC 4180), and what spreadsheets of other countries make of them. What is written is safe to open in a spreadsheet: a text that a spreadsheet would
 * run as a formula gets an apostrophe before it (CWE-1236); numbers are never quoted or guarded.
 */
public final class Csv {
    private static final String SEPARATORS = ",;\t";
    private static final Pattern SEPARATOR = Pattern.compile("(?i)\"?sep=([,;\t])\"?\\R");
    private static final String STARTS_A_FORMULA = "=+-@\t\r\n\0＝＋－＠";

    private static final int MOST_ROWS = 1_000_000;

    private Csv() {}

    /** A row with the line, from 1, on which it begins: quoted values may span lines. */
    public record Row(int line, List<String> values) {}

    /** Values by column, in the order of the file. Every row is as long as the header. */
    public record Table(List<String> header, List<Row> rows) {
        /** Where the values of a column stand in a row; -1 when there is none of this name, in capitals or small letters. */
        public int column(String name) {
            int exact = header.indexOf(name);
            List<String> alike = header.stream().filter(name::equalsIgnoreCase).toList();
            return exact < 0 && alike.size() == 1 ? header.indexOf(alike.get(0)) : exact;
        }
    }

    /** @throws DataException naming the line of a stray or open quote and of every row that is not as long as the header */
    public static Table read(Path file) {
        return parse(TextFile.read(file), file.toString());
    }

    /**
     * Values are parted by commas, or by semicolons or tabs where the header is; {@code sep=;} as spreadsheets write it
     * may stand before it. Blanks around the names of columns are dropped.
     *
     * @param place the file, as the user would name it
     */
    public static Table parse(String text, String place) {
        String rest = text.startsWith("\uFEFF") ? text.substring(1) : text;
        Matcher said = SEPARATOR.matcher(rest);
        boolean told = said.lookingAt();
        char separator = told ? said.group(1).charAt(0) : separator(rest);
        List<Row> rows = new CsvReader(rest, separator, told ? said.end() : 0, place).rows();
        if (rows.isEmpty()) {
            throw new DataException(place, 1, "no header", "name the columns on the first line");
        }
        List<String> header = rows.get(0).values().stream().map(Csv::stripped).toList();
        List<Row> body = rows.subList(1, rows.size());
        List<Defect> defects = new ArrayList<>();
        header.stream()
                .filter(name -> !name.isEmpty() && Collections.frequency(header, name) > 1)
                .distinct()
                .forEach(name -> defects.add(new Defect(
                        place, rows.get(0).line(), "two columns are called '" + name + "'", "rename or remove one")));
        body.stream()
                .filter(row -> row.values().size() != header.size())
                .forEach(row -> defects.add(new Defect(
                        place,
                        row.line(),
                        row.values().size() + " values under " + header.size() + " columns",
                        "quote values that hold " + words(separator) + ", quotes or line ends")));
        DataException.refuse(defects);
        return new Table(header, List.copyOf(body));
    }

    /** What parts the names of the columns; a comma where nothing does. */
    private static char separator(String text) {
        int[] counts = new int[SEPARATORS.length()];
        boolean quoted = false;
        for (int i = 0; i < text.length() && (quoted || "\r\n".indexOf(text.charAt(i)) < 0); i++) {
            quoted ^= text.charAt(i) == '"';
            int which = quoted ? -1 : SEPARATORS.indexOf(text.charAt(i));
            if (which >= 0) {
                counts[which]++;
            }
        }
        int most = 0;
        for (int i = 1; i < counts.length; i++) {
            most = counts[i] > counts[most] ? i : most;
        }
        return SEPARATORS.charAt(most);
    }

    private static String words(char separator) {
        return separator == ',' ? "commas" : separator == ';' ? "semicolons" : "tabs";
    }

    private static String stripped(String name) {
        return name.replace('\u00A0', ' ').strip();
    }

    /** One row, ended. @param values numbers as they are, null as an empty value, everything else as guarded text */
    public static String line(List<?> values) {
        return values.stream().map(Csv::value).collect(Collectors.joining(",", "", "\r\n"));
    }

    private static String value(Object value) {
        if (value == null) {
            return "";
        }
        if (value instanceof Double number && Double.isFinite(number)) {
            return BigDecimal.valueOf(number).toPlainString();
        }
        if (value instanceof Number) {
            return value.toString();
        }
        String text = value.toString();
        String safe = !text.isEmpty() && STARTS_A_FORMULA.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
        boolean quote = safe.chars().anyMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r')
                || !safe.equals(safe.strip());
        return quote ? '"' + safe.replace("\"", "\"\"") + '"' : safe;
    }

    /** One pass over the text, a character at a time. */
    private static final class CsvReader {
        private final String text;
        private final String place;
        private final char separator;
        private final String ends;
        private final List<Row> rows = new ArrayList<>();
        private List<String> values = new ArrayList<>();
        private int at;
        private int line;
        private int rowLine;

        /** @param from where the header begins: on the first line, or behind it */
        CsvReader(String text, char separator, int from, String place) {
            this.text = text;
            this.separator = separator;
            this.ends = separator + "\r\n";
            this.at = from;
            this.line = from == 0 ? 1 : 2;
            this.rowLine = line;
            this.place = place;
        }

        List<Row> rows() {
            while (at < text.length()) {
                values.add(text.charAt(at) == '"' ? quoted() : plain());
                if (at >= text.length()) {
                    endRow();
                } else if (text.charAt(at) == separator) {
                    at++;
                    if (at == text.length()) {
                        values.add("");
                        endRow();
                    }
                } else {
                    at += text.startsWith("\r\n", at) ? 2 : 1;
                    line++;
                    endRow();
                }
            }
            return rows;
        }

        private void endRow() {
            boolean blank = values.size() == 1 && values.get(0).isEmpty();
            if (!blank && rows.size() > MOST_ROWS) {
                throw mistake(
                        rowLine, "more than " + MOST_ROWS / 1_000_000 + " million rows", "take the part that you need");
            }
            if (!blank) {
                rows.add(new Row(rowLine, List.copyOf(values)));
            }
            values = new ArrayList<>();
            rowLine = line;
        }

        private String plain() {
            int start = at;
            while (at < text.length() && ends.indexOf(text.charAt(at)) < 0) {
                // Values parted by tabs are never quoted by many who write them.
                if (text.charAt(at) == '"' && separator != '\t') {
                    throw mistake(
                            line, "a quote inside an unquoted value", "quote the whole value and double the quote");
                }
                at++;
            }
            return text.substring(start, at);
        }

        private String quoted() {
            StringBuilder value = new StringBuilder();
            int opened = line;
            for (at++; at < text.length(); at++) {
                char c = text.charAt(at);
                if (c == '"' && at + 1 < text.length() && text.charAt(at + 1) == '"') {
                    at++;
                } else if (c == '"') {
                    at++;
                    if (at < text.length() && ends.indexOf(text.charAt(at)) < 0) {
                        throw mistake(line, "text after a closing quote", "double the quotes inside a value");
                    }
                    return value.toString();
                }
                line += c == '\n' ? 1 : 0;
                value.append(c);
            }
            throw mistake(opened, "a quote that is never closed", "close it");
        }

        private DataException mistake(int where, String what, String fix) {
            return new DataException(place, where, what, fix);
        }
    }
}
