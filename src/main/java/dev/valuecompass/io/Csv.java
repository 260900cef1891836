package dev.valuecompass.io;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Comma-separated values (RFC 4180). What is written is safe to open in a spreadsheet: a text that a spreadsheet would
 * run as a formula gets an apostrophe before it (CWE-1236); numbers are never quoted or guarded.
 */
public final class Csv {
    private static final String STARTS_A_FORMULA = "=+-@\t\r\n\0＝＋－＠";

    private Csv() {}

    /** A row with the line, from 1, on which it begins: quoted values may span lines. */
    public record Row(int line, List<String> values) {}

    /** Values by column, in the order of the file. Every row is as long as the header. */
    public record Table(List<String> header, List<Row> rows) {}

    /** @throws DataException naming the line of a stray or open quote and of every row that is not as long as the header */
    public static Table read(Path file) {
        try {
            return parse(Files.readString(file), file.toString());
        } catch (IOException e) {
            throw Json.unreadable(file, e);
        }
    }

    /** @param place the file, as the user would name it */
    public static Table parse(String text, String place) {
        List<Row> rows = new CsvReader(text.startsWith("\uFEFF") ? text.substring(1) : text, place).rows();
        if (rows.isEmpty()) {
            throw new DataException(place, 1, "no header", "name the columns on the first line");
        }
        List<String> header = rows.get(0).values();
        List<Row> body = rows.subList(1, rows.size());
        List<Defect> defects = body.stream()
                .filter(row -> row.values().size() != header.size())
                .map(row -> new Defect(
                        place,
                        row.line(),
                        row.values().size() + " values under " + header.size() + " columns",
                        "quote values that hold commas, quotes or line ends"))
                .toList();
        if (!defects.isEmpty()) {
            throw new DataException(defects);
        }
        return new Table(header, List.copyOf(body));
    }

    /** @param rows numbers as they are, null as an empty value, everything else as guarded text */
    public static String write(List<String> header, List<? extends List<?>> rows) {
        StringBuilder csv = new StringBuilder(line(header));
        rows.forEach(row -> csv.append(line(row)));
        return csv.toString();
    }

    private static String line(List<?> values) {
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
        private final List<Row> rows = new ArrayList<>();
        private List<String> values = new ArrayList<>();
        private int at;
        private int line = 1;
        private int rowLine = 1;

        CsvReader(String text, String place) {
            this.text = text;
            this.place = place;
        }

        List<Row> rows() {
            while (at < text.length()) {
                values.add(text.charAt(at) == '"' ? quoted() : plain());
                if (at >= text.length()) {
                    endRow();
                } else if (text.charAt(at) == ',') {
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
            if (!blank) {
                rows.add(new Row(rowLine, List.copyOf(values)));
            }
            values = new ArrayList<>();
            rowLine = line;
        }

        private String plain() {
            int start = at;
            while (at < text.length() && ",\r\n".indexOf(text.charAt(at)) < 0) {
                if (text.charAt(at) == '"') {
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
                    if (at < text.length() && ",\r\n".indexOf(text.charAt(at)) < 0) {
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
