package dev.valuecompass.site.data;

import dev.valuecompass.io.Json;
import dev.valuecompass.snapshot.store.PeriodTable;
import dev.valuecompass.snapshot.store.TableColumn;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A period in Croissant 1.1 (mlcommons.org/croissant/1.1), from which loaders read the tables without being told more: a record
 * set for each, with its key and the tables that it refers to.
 */
final class Croissant {
    private final DatasetFacts facts;
    private final List<PublishedTable> tables;
    private final FileAddresses addresses;
    private final String bibtex;

    Croissant(DatasetFacts facts, List<PublishedTable> tables, FileAddresses addresses, String bibtex) {
        this.facts = facts;
        this.tables = tables;
        this.addresses = addresses;
        this.bibtex = bibtex;
    }

    /** @param files to download; those without a digest, and those of single models, are not described */
    String write(List<PublishedFile> files) {
        Map<String, Object> dataset = dataset();
        dataset.put(
                "distribution",
                files.stream()
                        .filter(file -> !file.digest().isEmpty() && !file.name().contains("/"))
                        .map(this::fileObject)
                        .toList());
        dataset.put("recordSet", tables.stream().map(this::recordSet).toList());
        return Json.pretty(dataset);
    }

    private Map<String, Object> dataset() {
        Map<String, Object> dataset = new TreeMap<>();
        dataset.put("@context", CroissantContext.TERMS);
        dataset.put("@type", "sc:Dataset");
        dataset.put("conformsTo", "http://mlcommons.org/croissant/1.1");
        dataset.put("name", facts.name());
        dataset.put("description", facts.description());
        dataset.put("license", facts.licenceAddress() == null ? stated() : facts.licenceAddress());
        dataset.put("url", facts.address() == null ? "index.html" : facts.address());
        dataset.put("creator", Map.of("@type", "sc:Organization", "name", facts.creator()));
        dataset.put("datePublished", facts.date());
        dataset.put("version", facts.version());
        dataset.put("citeAs", bibtex);
        dataset.put("isLiveDataset", false);
        dataset.put("inLanguage", "en");
        dataset.put("keywords", List.of("language models", "values", "evaluation", "leaderboard"));
        return dataset;
    }

    private String stated() {
        return facts.licence().isEmpty() ? "No licence is stated." : facts.licence();
    }

    private Map<String, Object> fileObject(PublishedFile file) {
        Map<String, Object> object = new TreeMap<>();
        object.put("@type", "cr:FileObject");
        object.put("@id", file.name());
        object.put("name", file.name());
        object.put("description", file.what());
        object.put("contentUrl", addresses.of(file.name()));
        object.put("contentSize", file.size() + " B");
        object.put("encodingFormat", MediaTypes.of(file.name()));
        object.put("sha256", file.digest());
        return object;
    }

    private Map<String, Object> recordSet(PublishedTable published) {
        PeriodTable table = published.table();
        Map<String, Object> set = new TreeMap<>();
        set.put("@type", "cr:RecordSet");
        set.put("@id", table.name());
        set.put("name", table.name());
        set.put(
                "key",
                table.key().stream()
                        .map(column -> Map.of("@id", table.name() + "/" + column))
                        .toList());
        set.put(
                "field",
                table.columns().stream().map(column -> field(published, column)).toList());
        return set;
    }

    private Map<String, Object> field(PublishedTable published, TableColumn column) {
        String set = published.table().name();
        Map<String, Object> field = new TreeMap<>();
        field.put("@type", "cr:Field");
        field.put("@id", set + "/" + column.name());
        field.put("name", column.name());
        field.put("description", column.meaning());
        field.put("dataType", type(column.type()));
        field.put(
                "source",
                Map.of("fileObject", Map.of("@id", published.jsonLines()), "extract", Map.of("column", column.name())));
        // A column that is called as the key of a table means a row of that table.
        tables.stream()
                .filter(other -> other != published)
                .map(PublishedTable::table)
                .filter(other -> other.key().equals(List.of("period", column.name())))
                .findFirst()
                .ifPresent(other -> field.put("references", Map.of("@id", other.name() + "/" + column.name())));
        return field;
    }

    private static String type(TableColumn.Type type) {
        return switch (type) {
            case TEXT -> "sc:Text";
            case FLAG -> "sc:Boolean";
            case WHOLE -> "sc:Integer";
            case NUMBER -> "sc:Float";
            case DATE -> "sc:Date";
        };
    }
}
