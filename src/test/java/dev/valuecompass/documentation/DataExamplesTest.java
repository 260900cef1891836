package dev.valuecompass.documentation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.valuecompass.site.data.TableExamples;
import dev.valuecompass.snapshot.PeriodFiles;
import dev.valuecompass.snapshot.PeriodRecord;
import dev.valuecompass.snapshot.SamplePeriod;
import dev.valuecompass.snapshot.store.PeriodTable;
import dev.valuecompass.snapshot.store.PeriodTables;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The examples of docs/data.md in the tools that they are for. The period has four models with means of 38.625, 35 and
 * 31.5 (beta, alpha, gamma); delta lacks a score, so it has no mean.
 */
@Tag("slow")
class DataExamplesTest {
    private static final Path PAGE = Path.of("docs/data.md");

    @TempDir
    private Path folder;

    @Test
    void pandas() throws Exception {
        assertThat(answer("python", "/usr/bin/python3", "-c", "import pandas"))
                .containsExactly("Beta,38.625", "Alpha,35.0", "Gamma,31.5", "Delta 2.5,");
    }

    @Test
    void r() throws Exception {
        assertThat(answer("r", "Rscript", "-e", "1")).containsExactly("Beta,38.625", "Alpha,35", "Gamma,31.5");
    }

    @Test
    void javaScript() throws Exception {
        assertThat(answer("javascript", "node", "--version")).containsExactly("Beta,38.625", "Alpha,35", "Gamma,31.5");
    }

    /** The examples of the data page are those that are tried here. */
    @Test
    void thePageOfAPeriodGivesTheSameExamples() throws IOException {
        for (TableExamples.Example example : TableExamples.of("2026-11", "safety")) {
            assertThat(Files.readString(PAGE)).contains("```" + example.language() + "\n" + example.code() + "```");
        }
    }

    @Test
    void sqlite() throws Exception {
        assertThat(answer("sqlite", "sqlite3", "-version")).containsExactly("Beta,38.625", "Alpha,35.0", "Gamma,31.5");
    }

    @Test
    void duckDb() throws Exception {
        write(SamplePeriod.imported());
        String query = code("sql").replace("'value-compass", "'" + folder + "/value-compass");
        assertThat(rows(query)).containsExactly("Beta,38.625", "Alpha,35.0", "Gamma,31.5");
    }

    /** Both files of every table, with nothing told about them, as so many rows of the same. */
    @Test
    void everyTableLoadsBothWays() throws Exception {
        PeriodRecord record = SamplePeriod.frozen();
        write(record);
        for (PeriodTable table : PeriodTables.of(record)) {
            String columns = String.join(", ", table.key());
            List<String> csv = rows(
                    "SELECT %s FROM read_csv('%s/*-%s.csv') ORDER BY ALL".formatted(columns, folder, table.name()));
            List<String> lines = rows(
                    "SELECT %s FROM read_json('%s/*-%s.jsonl') ORDER BY ALL".formatted(columns, folder, table.name()));
            assertThat(lines).as(table.name()).isNotEmpty().isEqualTo(csv);
            assertThat(rows("SELECT count(*) FROM read_json('%s/*-%s.jsonl')".formatted(folder, table.name())))
                    .containsExactly(Long.toString(table.rows().get().count()));
        }
    }

    private static List<String> rows(String query) throws SQLException {
        List<String> rows = new ArrayList<>();
        try (Connection duck = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = duck.createStatement();
                ResultSet result = statement.executeQuery(query)) {
            int columns = result.getMetaData().getColumnCount();
            while (result.next()) {
                List<String> row = new ArrayList<>();
                for (int i = 1; i <= columns; i++) {
                    row.add(result.getString(i));
                }
                rows.add(String.join(",", row));
            }
        }
        return rows;
    }

    private void write(PeriodRecord record) throws IOException {
        for (PeriodTable table : PeriodTables.of(record)) {
            try (OutputStream out = Files.newOutputStream(
                    folder.resolve(PeriodFiles.table("2026-11", table.name(), PeriodTable.CSV)))) {
                table.csv(out);
            }
            try (OutputStream out = Files.newOutputStream(
                    folder.resolve(PeriodFiles.table("2026-11", table.name(), PeriodFiles.LINES)))) {
                table.jsonLines(out);
            }
        }
    }

    /** What the example in one language prints. @param probe a command that fails where the tool is missing */
    private List<String> answer(String language, String... probe) throws Exception {
        Path output = folder.resolve("output");
        Assumptions.assumeTrue(exits(output, "", probe), () -> String.join(" ", probe) + " does not work here");
        write(SamplePeriod.imported());
        String code = code(language);
        String[] command = probe[0].equals("sqlite3") ? new String[] {"sqlite3"} : new String[] {probe[0], "-"};
        assertThat(exits(output, code, command)).as(Files.readString(output)).isTrue();
        return Files.readAllLines(output);
    }

    private static String code(String language) throws IOException {
        Matcher fence =
                Pattern.compile("```" + language + "\n(.*?)```", Pattern.DOTALL).matcher(Files.readString(PAGE));
        assertThat(fence.find()).as("an example in " + language).isTrue();
        assertThat(fence.group(1).lines().count()).isLessThanOrEqualTo(5);
        return fence.group(1).replace("\"safety\"", "\"toy\"").replace("'safety'", "'toy'");
    }

    private boolean exits(Path output, String input, String... command) throws InterruptedException {
        try {
            Process process = new ProcessBuilder(command)
                    .directory(folder.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(output.toFile())
                    .start();
            process.getOutputStream().write(input.getBytes(StandardCharsets.UTF_8));
            process.getOutputStream().close();
            return process.waitFor(120, TimeUnit.SECONDS) && process.exitValue() == 0;
        } catch (IOException missing) {
            return false;
        }
    }
}
