package dev.valuecompass.site.data;

import dev.valuecompass.io.Json;
import dev.valuecompass.snapshot.store.PeriodTable;
import dev.valuecompass.snapshot.store.TableColumn;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The tables of a period as a data package (datapackage.org, version 2): each with its types, its key and the tables that it refers
 * to, so that whoever loads one is told when it does not fit.
 */
final class DataPackage {
    private static final String PROFILE = "https://datapackage.org/profiles/2.0/datapackage.json";

    private final DatasetFacts facts;
    private final List<PublishedTable> tables;

    DataPackage(DatasetFacts facts, List<PublishedTable> tables) {
        this.facts = facts;
        this.tables = tables;
    }

    /** @param files to download, the tables among them */
    String write(List<PublishedFile> files) {
        Map<String, PublishedFile> byName =
                files.stream().collect(Collectors.toMap(PublishedFile::name, Function.identity(), (one, same) -> one));
        Map<String, Object> all = new TreeMap<>();
        all.put("$schema", PROFILE);
        all.put("title", facts.name());
        all.put("description", facts.description());
        all.put("version", facts.version());
        all.put("contributors", List.of(Map.of("title", facts.creator())));
        if (facts.address() != null) {
            all.put("homepage", facts.address());
        }
        licence(all);
        all.put(
                "resources",
                tables.stream()
                        .map(table -> resource(table, byName.get(table.csv())))
                        .toList());
        return Json.pretty(all);
    }

    /** Of a licence that is known here; any other is in the description and on the page. */
    private void licence(Map<String, Object> all) {
        Licences.id(facts.licence())
                .ifPresent(id -> all.put(
                        "licenses",
                        List.of(Map.of(
                                "name",
                                id,
                                "path",
                                Licences.address(facts.licence()).orElseThrow()))));
    }

    private Map<String, Object> resource(PublishedTable published, PublishedFile file) {
        Map<String, Object> resource = new TreeMap<>();
        resource.put("name", published.table().name());
        resource.put("type", "table");
        resource.put("path", published.csv());
        resource.put("format", "csv");
        resource.put("mediatype", "text/csv");
        resource.put("encoding", "utf-8");
        if (file != null) {
            resource.put("description", file.what());
            resource.put("bytes", file.size());
            if (!file.digest().isEmpty()) {
                resource.put("hash", "sha256:" + file.digest());
            }
        }
        resource.put("schema", schema(published.table()));
        return resource;
    }

    private Map<String, Object> schema(PeriodTable table) {
        Map<String, Object> schema = new TreeMap<>();
        schema.put("fields", table.columns().stream().map(DataPackage::field).toList());
        schema.put("primaryKey", table.key());
        schema.put("missingValues", List.of(""));
        List<Map<String, Object>> foreign = new ArrayList<>();
        for (PublishedTable other : tables) {
            List<String> key = other.table().key();
            // Columns that are called as the key of a table mean a row of that table.
            if (other.table() != table && table.header().containsAll(key)) {
                foreign.add(Map.of(
                        "fields",
                        key,
                        "reference",
                        Map.of("resource", other.table().name(), "fields", key)));
            }
        }
        if (!foreign.isEmpty()) {
            schema.put("foreignKeys", foreign);
        }
        return schema;
    }

    private static Map<String, Object> field(TableColumn column) {
        return new TreeMap<>(
                Map.of("name", column.name(), "type", type(column.type()), "description", column.meaning()));
    }

    private static String type(TableColumn.Type type) {
        return switch (type) {
            case TEXT -> "string";
            case FLAG -> "boolean";
            case WHOLE -> "integer";
            case NUMBER -> "number";
            case DATE -> "date";
        };
    }
}
