package dev.valuecompass.items;

import dev.valuecompass.io.Csv;
import dev.valuecompass.io.DataException;
import dev.valuecompass.io.Defect;
import dev.valuecompass.io.Digest;
import dev.valuecompass.io.FileFault;
import dev.valuecompass.io.Json;
import dev.valuecompass.io.JsonLines;
import dev.valuecompass.io.SafeName;
import dev.valuecompass.io.TextFile;
import dev.valuecompass.items.screening.Screen;
import dev.valuecompass.value.Dimension;
import dev.valuecompass.value.ValueSystem;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/**
 * Public datasets as item pools: tables, JSON lines or JSON, with the columns named by the user. Datasets repeat what they
 * are about, an argument's conclusion or a question that stands for two values, so a text is taken the first time it comes.
 */
public final class PoolImporter {
    /** The category of items whose source names none; every system accepts it. */
    static final String NO_CATEGORY = "imported";

    private static final Pattern TABLE = Pattern.compile("(?i).*\\.(csv|tsv)");

    private static final Pattern DOCUMENT = Pattern.compile("(?i).*\\.json");
    private static final int HEAD = 256;
    private static final int NAMES_SHOWN = 20;
    private static final String AND = " + ";
    private static final long LARGEST_WHOLE = 64L << 20;
    private static final long LARGEST_LINES = 256L << 20;
    private static final int MOST_LINES = 1_000_000;

    private final ValueSystem system;
    private final PoolColumns columns;
    private final Set<String> known = new HashSet<>();
    private int repeats;

    /** For one file. */
    public PoolImporter(ValueSystem system, PoolColumns columns) {
        this.system = system;
        this.columns = columns;
    }

    /**
     * @param file {@code .csv} and {@code .tsv} are read as tables, a {@code .json} that is a list, or of which the columns
     *     say where the items are, as one document, everything else as JSON lines
     * @throws DataException with every mistake: a missing column, and all that {@link TopicPool#read} refuses
     */
    List<Item> read(Path file) {
        return checked(file).items();
    }

    /**
     * What may be asked, and what was left out for what is in it.
     *
     * @param items in the order of the file
     * @param repeats lines whose text had come before
     * @param refused one for each line that was left out
     */
    public record Imported(List<Item> items, int repeats, List<Defect> refused) {}

    /**
     * Texts of which nothing else is known, each an item with an id made of it.
     *
     * @param place for messages
     * @throws DataException when the system reads an answer for one dimension alone, and nobody says for which
     */
    public static Imported texts(ValueSystem system, Collection<String> texts, Path place) {
        PoolImporter importer = new PoolImporter(system, new PoolColumns("", "", "", "text", Map.of()));
        PoolChecks pool = new PoolChecks(place.toString(), system);
        int line = 0;
        for (String text : texts) {
            importer.jsonLine(Json.tree(Json.line(Map.of("text", text)), "text"), ++line, pool);
        }
        return importer.screened(pool, Screen.of(List.of()).forItemsOf(system));
    }

    /** @throws DataException as {@link #read} */
    public Imported read(Path file, Screen screen) {
        return screened(checked(file), screen);
    }

    private Imported screened(PoolChecks pool, Screen screen) {
        Set<String> refused = new HashSet<>();
        List<Defect> defects = new ArrayList<>();
        pool.unfit(screen, (item, defect) -> {
            refused.add(item);
            defects.add(defect);
        });
        return new Imported(
                pool.items().stream()
                        .filter(item -> !refused.contains(item.id()))
                        .toList(),
                repeats,
                List.copyOf(defects));
    }

    private PoolChecks checked(Path file) {
        PoolChecks pool = new PoolChecks(file.toString(), system);
        if (Files.exists(file) && !Files.isRegularFile(file)) {
            throw new DataException(file, "is a folder, or no file at all", "name a file");
        }
        if (TABLE.matcher(file.getFileName().toString()).matches()) {
            bound(file, LARGEST_WHOLE, "take the part that you need, or make JSON lines of it");
            csv(file, pool);
        } else if (!columns.items().isEmpty() || isList(file)) {
            bound(file, LARGEST_WHOLE, "make JSON lines of it, as with jq -c '.[]'");
            document(file, pool);
        } else {
            bound(file, LARGEST_LINES, "take the part that you need");
            JsonLines.forEachTree(file, (json, line) -> jsonLine(json, line, pool));
        }
        return pool;
    }

    private static void bound(Path file, long most, String fix) {
        try {
            if (Files.size(file) > most) {
                throw new DataException(file, "is larger than " + (most >> 20) + " MiB", fix);
            }
        } catch (IOException e) {
            throw FileFault.reading(file, e);
        }
    }

    private void csv(Path file, PoolChecks pool) {
        Csv.Table table = Csv.read(file);
        List<String> missing =
                wanted().filter(column -> table.column(column) < 0).toList();
        if (!missing.isEmpty()) {
            throw new DataException(
                    file.toString(),
                    1,
                    "no column " + String.join(", ", missing),
                    "the file has " + String.join(", ", table.header()));
        }
        for (Csv.Row row : table.rows()) {
            add(line(column -> row.values().get(table.column(column))), row.line(), pool);
        }
    }

    private static boolean isList(Path file) {
        if (!DOCUMENT.matcher(file.getFileName().toString()).matches()) {
            return false;
        }
        try (InputStream in = Files.newInputStream(file)) {
            return new String(in.readNBytes(HEAD), StandardCharsets.UTF_8)
                    .replace("\uFEFF", "")
                    .stripLeading()
                    .startsWith("[");
        } catch (IOException e) {
            throw FileFault.reading(file, e);
        }
    }

    /** Items are numbered from 1, in the order in which they stand. */
    private void document(Path file, PoolChecks pool) {
        List<JsonNode> found = new ArrayList<>();
        JsonNode list = Json.foreignTree(TextFile.read(file), file.toString());
        String way = columns.items().equals("/") ? "" : columns.items();
        if (!way.isEmpty() && !way.startsWith("/")) {
            throw new DataException(
                    file, "'" + way + "' is no JSON pointer", "begin it with a slash, as in /data/items");
        }
        collect(list, way.isEmpty() ? List.of() : List.of(way.substring(1).split("/", -1)), found);
        if (found.isEmpty()) {
            throw new DataException(
                    file,
                    "has no item at '" + way + "'",
                    "the file is " + (list.isArray() ? "a list" : "an object of " + names(list)));
        }
        int number = 0;
        for (JsonNode item : found) {
            jsonLine(item, ++number, pool);
        }
    }

    /** What the way leads to, and of lists at its end the entries. */
    private static void collect(JsonNode node, List<String> way, List<JsonNode> found) {
        if (way.isEmpty()) {
            if (node.isArray()) {
                node.forEach(found::add);
            } else if (!node.isMissingNode()) {
                found.add(node);
            }
        } else if (way.get(0).equals("*")) {
            node.forEach(entry -> collect(entry, way.subList(1, way.size()), found));
        } else {
            collect(node.at("/" + way.get(0)), way.subList(1, way.size()), found);
        }
    }

    private static String names(JsonNode node) {
        return node.propertyNames().stream().limit(NAMES_SHOWN).sorted().collect(Collectors.joining(", "));
    }

    private void jsonLine(JsonNode json, int line, PoolChecks pool) {
        if (line > MOST_LINES) {
            throw new DataException(pool.file(), line, "more than a million items", "take the part that you need");
        }
        List<String> missing =
                wanted().filter(field -> at(json, field).isMissingNode()).toList();
        if (missing.isEmpty()) {
            add(line(field -> at(json, field).asString("")), line, pool);
        } else {
            pool.wrong(line, "no field " + String.join(", ", missing), "the line has " + names(json));
        }
    }

    private void add(PoolLine line, int number, PoolChecks pool) {
        if (line.text().isEmpty() || known.add(PoolChecks.same(line.text()))) {
            pool.add(line, number);
        } else {
            repeats++;
        }
    }

    private static JsonNode at(JsonNode json, String field) {
        return field.startsWith("/") ? json.at(field) : json.path(field);
    }

    private PoolLine line(Function<String, String> value) {
        String text = fields(columns.text())
                .map(field -> value.apply(field).strip())
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining("\n\n"));
        String given =
                columns.id().isEmpty() ? "" : value.apply(columns.id()).strip().toLowerCase(Locale.ROOT);
        String id = SafeName.objection(given).isEmpty()
                ? given
                : system.id() + "-" + Digest.sha256(text).substring(0, 12);
        String category = columns.category().isEmpty()
                ? NO_CATEGORY
                : value.apply(columns.category()).strip();
        String dimension = columns.dimension().isEmpty()
                ? null
                : ours(value.apply(columns.dimension()).strip());
        return new PoolLine(id, dimension, category, text, null);
    }

    /** A word that means none of our dimensions stays as it is, and is reported as unknown. */
    private String ours(String word) {
        Map<String, String> names = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        for (Dimension dimension : system.dimensions()) {
            names.put(dimension.name(), dimension.id());
            names.put(dimension.id(), dimension.id());
        }
        names.putAll(columns.dimensions());
        return names.getOrDefault(word, word);
    }

    private Stream<String> wanted() {
        return Stream.of(columns.id(), columns.dimension(), columns.category(), columns.text())
                .flatMap(PoolImporter::fields);
    }

    private static Stream<String> fields(String columns) {
        return Stream.of(columns.split(Pattern.quote(AND))).filter(column -> !column.isEmpty());
    }
}
