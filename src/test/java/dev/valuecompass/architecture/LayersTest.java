package dev.valuecompass.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Holds every import of the main sources against the table in {@code docs/architecture.md}. */
class LayersTest {
    private static final Path SOURCES = Path.of("src/main/java/dev/valuecompass");
    private static final Pattern ROW =
            Pattern.compile("^\\| `(\\w+)` \\|[^|\n]*\\|([^|\n]*)\\|([^|\n]*)\\|$", Pattern.MULTILINE);
    private static final Pattern IMPORT = Pattern.compile("^import (?:static )?([\\w.]+)", Pattern.MULTILINE);
    /** A package with what it is for: two columns, unlike the table of layers. */
    private static final Pattern ROOM = Pattern.compile("^\\| `([\\w.]+)` \\|[^|\\n]*\\|$", Pattern.MULTILINE);

    /** The package below the base package, then the type. */
    private static final Pattern OWN_TYPE =
            Pattern.compile("^import (?:static )?dev\\.valuecompass\\.([a-z.]+)\\.([A-Z]\\w*)", Pattern.MULTILINE);

    private static final int MOST_FILES = 27;
    private static final int MOST_PACKAGES = 57;
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
    void everyPackageAtAnyDepthIsToldOfOnce() throws IOException {
        List<String> told = new ArrayList<>();
        Matcher room = ROOM.matcher(Files.readString(Path.of("docs/architecture.md")));
        while (room.find()) {
            told.add(room.group(1));
        }
        assertThat(told).containsExactlyInAnyOrderElementsOf(types().keySet());
        for (String name : told) {
            assertThat(SOURCES.resolve(name.replace('.', '/')).resolve("package-info.java"))
                    .exists();
        }
    }

    @Test
    void noPackageHasMoreFilesThanAReaderCanOversee() throws IOException {
        assertThat(types())
                .allSatisfy((name, types) ->
                        assertThat(types).as("files of %s", name).hasSizeLessThanOrEqualTo(MOST_FILES));
    }

    /** A reader who meets a name knows which type it is. */
    @Test
    void noTwoTypesShareAName() throws IOException {
        Map<String, List<String>> packages = new TreeMap<>();
        types().forEach((name, types) -> types.forEach(
                type -> packages.computeIfAbsent(type, key -> new ArrayList<>()).add(name)));
        assertThat(packages)
                .allSatisfy((type, in) ->
                        assertThat(in).as("packages with %s", type).hasSize(1));
    }

    @Test
    void theHouseHasFewRooms() throws IOException {
        assertThat(types()).hasSizeLessThanOrEqualTo(MOST_PACKAGES);
    }

    @Test
    void theMapNamesEveryLayer() throws IOException {
        String map = Files.readString(SOURCES.resolve("package-info.java"));
        assertThat(table().keySet()).allSatisfy(name -> assertThat(map).contains("{@code " + name + "}"));
    }

    @Test
    void noTwoPackagesAtAnyDepthReachEachOther() throws IOException {
        Map<String, Set<String>> imports = imports();
        List<String> circles = new ArrayList<>();
        imports.forEach((name, direct) -> {
            Set<String> reached = new TreeSet<>(direct);
            for (Deque<String> next = new ArrayDeque<>(direct); !next.isEmpty(); ) {
                imports.get(next.pop()).stream().filter(reached::add).forEach(next::add);
            }
            if (reached.contains(name)) {
                circles.add(name);
            }
        });
        assertThat(circles).isEmpty();
    }

    /** The types of each package that has any, by its name below the base package. */
    private static Map<String, Set<String>> types() throws IOException {
        Map<String, Set<String>> types = new TreeMap<>();
        forEachSource((file, text) -> {
            String name = file.getFileName().toString().replace(".java", "");
            if (!name.equals("package-info")) {
                types.computeIfAbsent(packageOf(file), key -> new TreeSet<>()).add(name);
            }
        });
        return types;
    }

    private static Map<String, Set<String>> imports() throws IOException {
        Map<String, Set<String>> types = types();
        Map<String, Set<String>> imports = new TreeMap<>();
        forEachSource((file, text) -> {
            Set<String> direct = imports.computeIfAbsent(packageOf(file), key -> new TreeSet<>());
            Matcher found = OWN_TYPE.matcher(text);
            while (found.find()) {
                if (types.getOrDefault(found.group(1), Set.of()).contains(found.group(2))
                        && !found.group(1).equals(packageOf(file))) {
                    direct.add(found.group(1));
                }
            }
        });
        return imports;
    }

    private static String packageOf(Path file) {
        return SOURCES.relativize(file.getParent()).toString().replace('/', '.');
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
