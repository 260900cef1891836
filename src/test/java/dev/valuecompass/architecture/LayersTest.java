package dev.valuecompass.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Holds every import of the main sources against the table in {@code docs/architecture.md}. */
class LayersTest {
    private static final Path SOURCES = Path.of("src/main/java/dev/valuecompass");
    private static final Pattern ROW = Pattern.compile("\\| `(\\w+)` \\|[^|]*\\|([^|]*)\\|([^|]*)\\|");
    private static final Pattern IMPORT = Pattern.compile("^import (?:static )?([\\w.]+)", Pattern.MULTILINE);
    private static final Pattern PROCESS = Pattern.compile("System\\.(out|err|exit|getenv)\\b");

    private record Row(List<String> packages, List<String> libraries) {}

    @Test
    void everyPackageHasARowAndEveryRowAPackage() throws IOException {
        try (Stream<Path> folders = Files.list(SOURCES)) {
            assertThat(table().keySet())
                    .containsExactlyInAnyOrderElementsOf(folders.filter(Files::isDirectory)
                            .map(folder -> folder.getFileName().toString())
                            .toList());
        }
    }

    @Test
    void everyPackageSaysWhatItIs() throws IOException {
        for (String name : table().keySet()) {
            assertThat(SOURCES.resolve(name).resolve("package-info.java")).exists();
        }
    }

    @Test
    void importsFollowTheTable() throws IOException {
        Map<String, Row> table = table();
        List<String> wrong = new ArrayList<>();
        forEachSource((file, text) -> {
            String from = SOURCES.relativize(file).getName(0).toString();
            Matcher imports = IMPORT.matcher(text);
            while (imports.find()) {
                if (!allowed(table.get(from), from, imports.group(1))) {
                    wrong.add(file + " imports " + imports.group(1));
                }
            }
        });
        assertThat(wrong).isEmpty();
    }

    @Test
    void tableHasNoCircle() throws IOException {
        Map<String, Row> table = table();
        for (String start : table.keySet()) {
            assertThat(reachable(table, start)).as("what %s reaches", start).doesNotContain(start);
        }
    }

    @Test
    void onlyTheCommandLineTouchesTheProcess() throws IOException {
        List<String> wrong = new ArrayList<>();
        forEachSource((file, text) -> {
            if (!file.startsWith(SOURCES.resolve("cli"))
                    && PROCESS.matcher(text).find()) {
                wrong.add(file.toString());
            }
        });
        assertThat(wrong).isEmpty();
    }

    private static boolean allowed(Row row, String from, String imported) {
        if (imported.startsWith("java.") || imported.startsWith("javax.")) {
            return true;
        }
        if (imported.startsWith("dev.valuecompass.")) {
            String to = imported.split("\\.")[2];
            return to.equals(from) || row.packages().contains(to);
        }
        return row.libraries().stream().anyMatch(library -> imported.startsWith(library + "."));
    }

    private static List<String> reachable(Map<String, Row> table, String start) {
        List<String> found = new ArrayList<>(table.get(start).packages());
        for (int i = 0; i < found.size(); i++) {
            table.get(found.get(i)).packages().stream()
                    .filter(next -> !found.contains(next))
                    .forEach(found::add);
        }
        return found;
    }

    private static Map<String, Row> table() throws IOException {
        Map<String, Row> rows = new LinkedHashMap<>();
        Matcher row = ROW.matcher(Files.readString(Path.of("docs/architecture.md")));
        while (row.find()) {
            rows.put(row.group(1), new Row(names(row.group(2)), names(row.group(3))));
        }
        assertThat(rows).isNotEmpty();
        return rows;
    }

    private static List<String> names(String cell) {
        return Arrays.stream(cell.split(","))
                .map(String::strip)
                .filter(name -> !name.equals("–"))
                .toList();
    }

    private interface SourceReader {
        void read(Path file, String text) throws IOException;
    }

    private static void forEachSource(SourceReader reader) throws IOException {
        try (Stream<Path> files = Files.walk(SOURCES)) {
            for (Path file : files.filter(f -> f.toString().endsWith(".java")).toList()) {
                reader.read(file, Files.readString(file));
            }
        }
    }
}
