package dev.valuecompass.snapshot.store;

import dev.valuecompass.io.Csv;
import dev.valuecompass.io.Json;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * A published table: flat rows under the same columns in CSV and in JSON lines. A missing value is empty in the one and null in
 * the other, never 0.
 *
 * @param name as in the names of its files
 * @param key names of the columns that tell rows apart
 * @param rows a fresh stream each time; every row has a value, or null, for each column
 */
public record PeriodTable(
        String name, List<String> key, List<TableColumn> columns, Supplier<Stream<List<Object>>> rows) {

    /** How the name of a file with comma-separated values ends. */
    public static final String CSV = ".csv";

    /** The names of the columns, in order. */
    public List<String> header() {
        return columns.stream().map(TableColumn::name).toList();
    }

    /** RFC 4180, guarded against spreadsheets that run formulas. The stream stays open. */
    public void csv(OutputStream out) throws IOException {
        lines(out, Csv.line(header()), Csv::line);
    }

    /** An object a line, with every column in each. The stream stays open. */
    public void jsonLines(OutputStream out) throws IOException {
        List<String> names = header().stream().map(Json::line).toList();
        lines(out, "", row -> {
            StringBuilder line = new StringBuilder("{");
            for (int i = 0; i < names.size(); i++) {
                line.append(i == 0 ? "" : ",").append(names.get(i)).append(':').append(Json.line(row.get(i)));
            }
            return line.append("}\n").toString();
        });
    }

    /** How a row is said. */
    private interface Format {
        String of(List<Object> row);
    }

    private void lines(OutputStream out, String first, Format format) throws IOException {
        Writer writer = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8), 1 << 16);
        writer.write(first);
        try (Stream<List<Object>> all = rows.get()) {
            for (Iterator<List<Object>> each = all.iterator(); each.hasNext(); ) {
                writer.write(format.of(each.next()));
            }
        }
        writer.flush();
    }
}
