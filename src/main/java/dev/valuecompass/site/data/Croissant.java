package dev.valuecompass.site.data;

import dev.valuecompass.io.Json;
import dev.valuecompass.snapshot.Snapshot;
import dev.valuecompass.snapshot.store.CsvColumn;
import dev.valuecompass.snapshot.store.ScoreTableColumns;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A period in Croissant 1.0 (mlcommons.org/croissant/1.0), from which loaders read the tables without being told more:
 * a record set for the scores, one for the models and, where labels are published, one for the labels.
 */
final class Croissant {
    private final DatasetFacts facts;
    private final Snapshot snapshot;
    private final FileAddresses addresses;
    private final String bibtex;

    Croissant(DatasetFacts facts, Snapshot snapshot, FileAddresses addresses, String bibtex) {
        this.facts = facts;
        this.snapshot = snapshot;
        this.addresses = addresses;
        this.bibtex = bibtex;
    }

    /** @param files to download; those without a digest, and those of single models, are not described */
    String write(List<PublishedFile> files) {
        List<PublishedFile> described = files.stream()
                .filter(file -> !file.digest().isEmpty() && !file.name().contains("/"))
                .toList();
        Optional<String> zip = ending(described, ".zip");
        boolean labels = zip.isPresent() && has(files, "labels/");
        List<Object> distribution = new ArrayList<>();
        described.forEach(file -> distribution.add(fileObject(file)));
        if (labels) {
            distribution.add(fileSet("labels", zip.get()));
        }
        if (zip.isPresent() && has(files, "cases/")) {
            distribution.add(fileSet("cases", zip.get()));
        }
        List<Object> records = new ArrayList<>();
        ending(described, "-long.csv").ifPresent(file -> records.add(table("scores", file, ScoreTableColumns.LONG)));
        described.stream()
                .map(PublishedFile::name)
                .filter(name -> name.endsWith(".csv") && !name.endsWith("-long.csv"))
                .findFirst()
                .ifPresent(file -> records.add(table("models", file, ScoreTableColumns.wide(snapshot))));
        if (labels) {
            records.add(labels());
        }
        Map<String, Object> dataset = dataset();
        dataset.put("distribution", distribution);
        dataset.put("recordSet", records);
        return Json.pretty(dataset);
    }

    private Map<String, Object> dataset() {
        Map<String, Object> dataset = new TreeMap<>();
        dataset.put("@context", CroissantContext.TERMS);
        dataset.put("@type", "sc:Dataset");
        dataset.put("conformsTo", "http://mlcommons.org/croissant/1.0");
        dataset.put("name", facts.name());
        dataset.put("description", facts.description());
        dataset.put("license", facts.licenceAddress() == null ? stated() : facts.licenceAddress());
        dataset.put("url", facts.address() == null ? "index.html" : facts.address());
        dataset.put("creator", Map.of("@type", "sc:Organization", "name", facts.creator()));
        // The month is all that is known of the day.
        dataset.put("datePublished", facts.period());
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

    private Map<String, Object> fileSet(String folder, String zip) {
        Map<String, Object> set = new TreeMap<>();
        set.put("@type", "cr:FileSet");
        set.put("@id", folder + "-files");
        set.put("name", folder + "-files");
        set.put("description", folder + " of each model, a file each");
        set.put("containedIn", Map.of("@id", zip));
        set.put("encodingFormat", "application/jsonlines");
        set.put("includes", facts.period() + "/" + folder + "/*.jsonl");
        return set;
    }

    private static Map<String, Object> table(String id, String file, List<CsvColumn> columns) {
        return recordSet(
                id,
                columns.stream()
                        .map(column -> field(
                                id,
                                column,
                                Map.of("fileObject", Map.of("@id", file), "extract", Map.of("column", column.name()))))
                        .toList());
    }

    private static Map<String, Object> labels() {
        List<CsvColumn> columns = List.of(
                new CsvColumn("item", CsvColumn.Type.TEXT, "id of the item"),
                new CsvColumn("sample", CsvColumn.Type.WHOLE, "number of the repetition, from 0"),
                new CsvColumn("outcome", CsvColumn.Type.TEXT, "how the response ended"),
                new CsvColumn("labels", CsvColumn.Type.TEXT, "one character for each value of the item's system"));
        List<Object> fields = new ArrayList<>();
        Map<String, Object> set = Map.of("@id", "labels-files");
        fields.add(field(
                "labels",
                new CsvColumn("model", CsvColumn.Type.TEXT, "id of the model"),
                Map.of(
                        "fileSet",
                        set,
                        "extract",
                        Map.of("fileProperty", "filename"),
                        "transform",
                        Map.of("regex", "^(.*)\\.jsonl$"))));
        columns.forEach(column -> fields.add(
                field("labels", column, Map.of("fileSet", set, "extract", Map.of("column", column.name())))));
        return recordSet("labels", fields);
    }

    private static Map<String, Object> recordSet(String id, List<?> fields) {
        Map<String, Object> set = new TreeMap<>();
        set.put("@type", "cr:RecordSet");
        set.put("@id", id);
        set.put("name", id);
        set.put("field", fields);
        return set;
    }

    private static Map<String, Object> field(String set, CsvColumn column, Map<String, Object> source) {
        Map<String, Object> field = new TreeMap<>();
        field.put("@type", "cr:Field");
        field.put("@id", set + "/" + column.name());
        field.put("name", column.name());
        field.put("description", column.meaning());
        field.put("dataType", type(column.type()));
        field.put("source", source);
        return field;
    }

    private static String type(CsvColumn.Type type) {
        return switch (type) {
            case TEXT -> "sc:Text";
            case WHOLE -> "sc:Integer";
            case NUMBER -> "sc:Float";
            case DATE -> "sc:Date";
        };
    }

    private static Optional<String> ending(List<PublishedFile> files, String end) {
        return files.stream()
                .map(PublishedFile::name)
                .filter(name -> name.endsWith(end))
                .findFirst();
    }

    private static boolean has(List<PublishedFile> files, String folder) {
        return files.stream().anyMatch(file -> file.name().startsWith(folder));
    }
}
