package dev.valuecompass.site;

import static org.assertj.core.api.Assertions.assertThat;

import dev.valuecompass.io.Csv;
import dev.valuecompass.io.DataFolder;
import dev.valuecompass.io.Digest;
import dev.valuecompass.io.Json;
import dev.valuecompass.site.edition.PeriodSource;
import dev.valuecompass.snapshot.SamplePeriod;
import dev.valuecompass.snapshot.SnapshotFields;
import dev.valuecompass.snapshot.store.PeriodStore;
import dev.valuecompass.snapshot.store.PeriodTable;
import dev.valuecompass.snapshot.store.PeriodTables;
import dev.valuecompass.snapshot.store.Verification;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** The files that tell programs what a period's data is, held against the formats' own rules and against the data. */
class DatasetFilesTest {
    private static final String PAGE = "https://example.org/2026-11/data/";
    /** Croissant 1.1, "Required" of dataset-level information. */
    private static final List<String> REQUIRED = List.of(
            "@context", "@type", "conformsTo", "description", "license", "name", "url", "creator", "datePublished");

    /** Nobody published labels of this period. */
    private static final List<String> TABLES = List.of("scores", "models", "items", "item-values", "cases", "readings");

    /** Types of a data package as CSV has them by default. */
    private static final Map<String, String> FORMS = Map.of(
            "string", "(?s).*",
            "boolean", "true|false",
            "integer", "-?\\d+",
            "number", "-?\\d+(\\.\\d+)?",
            "date", "\\d{4}-\\d{2}-\\d{2}");

    @TempDir
    private static Path data;

    @TempDir
    private static Path out;

    private static Path folder;

    @BeforeAll
    static void render() {
        new PeriodStore(data).write(SmallPeriod.usual("2026-11").build());
        render(data, out);
        folder = out.resolve("2026-11/data");
    }

    private static void render(Path data, Path out) {
        new Site(DataFolder.over(Path.of("data")), Optional.of(URI.create("https://example.org/")))
                .render(new PeriodStore(data), out);
    }

    @Test
    void croissantHasAllThatTheSpecificationRequires() throws IOException {
        JsonNode croissant = json("croissant.json");
        for (String property : REQUIRED) {
            assertThat(croissant.path(property).isMissingNode()).as(property).isFalse();
        }
        assertThat(croissant.path("@type").asString()).isEqualTo("sc:Dataset");
        assertThat(croissant.path("conformsTo").asString()).isEqualTo("http://mlcommons.org/croissant/1.1");
        assertThat(croissant.path("license").asString()).isEqualTo("https://spdx.org/licenses/CC-BY-4.0.html");
        assertThat(croissant.path("url").asString()).isEqualTo(PAGE);
        assertThat(croissant.path("version").asString()).matches("\\d+\\.\\d+\\.\\d+");
        assertThat(croissant.path("description").asString()).contains("simulated", "3 language models");
        assertThat(croissant.path("@context").path("cr").asString()).isEqualTo("http://mlcommons.org/croissant/");
    }

    @Test
    void everyFileOfCroissantIsThereWithItsSizeAndDigest() throws IOException {
        int files = 0;
        for (JsonNode one : json("croissant.json").path("distribution")) {
            assertThat(one.path("@type").asString()).isEqualTo("cr:FileObject");
            byte[] bytes = Files.readAllBytes(folder.resolve(one.path("@id").asString()));
            assertThat(one.path("sha256").asString()).isEqualTo(Digest.sha256(bytes));
            assertThat(one.path("contentSize").asString()).isEqualTo(bytes.length + " B");
            assertThat(one.path("contentUrl").asString())
                    .isEqualTo(PAGE + one.path("@id").asString());
            assertThat(one.path("encodingFormat").asString()).matches("[a-z]+/[a-z+]+");
            files++;
        }
        assertThat(files).isGreaterThanOrEqualTo(4);
    }

    /** A field must come from a declared file, and from a column that the file has. */
    @Test
    void everyFieldOfCroissantLeadsToAColumn() throws IOException {
        JsonNode croissant = json("croissant.json");
        Set<String> ids = new HashSet<>();
        croissant.path("distribution").forEach(one -> unique(ids, one));
        List<String> sets = new ArrayList<>();
        for (JsonNode set : croissant.path("recordSet")) {
            assertThat(set.path("@type").asString()).isEqualTo("cr:RecordSet");
            unique(ids, set);
            sets.add(set.path("@id").asString());
            for (JsonNode field : set.path("field")) {
                unique(ids, field);
                assertThat(field.path("@type").asString()).isEqualTo("cr:Field");
                assertThat(field.path("@id").asString())
                        .isEqualTo(set.path("@id").asString() + "/"
                                + field.path("name").asString());
                assertThat(field.path("dataType").asString())
                        .isIn("sc:Text", "sc:Boolean", "sc:Integer", "sc:Float", "sc:Date");
                assertThat(field.path("description").asString()).isNotBlank();
                String file =
                        field.path("source").path("fileObject").path("@id").asString();
                assertThat(ids).contains(file);
                assertThat(first(file).propertyNames())
                        .contains(field.path("source")
                                .path("extract")
                                .path("column")
                                .asString());
            }
        }
        assertThat(sets).containsExactlyElementsOf(TABLES);
        for (JsonNode set : croissant.path("recordSet")) {
            assertThat(set.path("key"))
                    .isNotEmpty()
                    .allSatisfy(key -> assertThat(ids).contains(key.path("@id").asString()));
            for (JsonNode field : set.path("field")) {
                if (field.has("references")) {
                    assertThat(ids)
                            .contains(field.path("references").path("@id").asString());
                }
            }
        }
        assertThat(croissant.toString()).contains("\"references\":{\"@id\":\"models/model\"}");
    }

    /** What the profile of version 2 wants of a package, its resources, their paths, hashes, fields and licences. */
    @Test
    void theDataPackageKeepsToTheRulesOfItsProfile() throws IOException {
        JsonNode whole = json("datapackage.json");
        assertThat(whole.path("$schema").asString()).isEqualTo("https://datapackage.org/profiles/2.0/datapackage.json");
        assertThat(whole.path("homepage").asString()).isEqualTo(PAGE);
        assertThat(whole.path("licenses")).isNotEmpty().allSatisfy(licence -> {
            assertThat(licence.path("name").asString()).matches("[-a-zA-Z0-9._]+");
            assertThat(licence.path("path").asString()).startsWith("https://");
        });
        assertThat(whole.path("contributors"))
                .isNotEmpty()
                .allSatisfy(one -> assertThat(one.path("title").asString()).isNotBlank());
        List<String> names = new ArrayList<>();
        for (JsonNode resource : whole.path("resources")) {
            names.add(resource.path("name").asString());
            String path = resource.path("path").asString();
            assertThat(path).matches("[^./~][^:\\\\]*").doesNotContain("/../");
            byte[] bytes = Files.readAllBytes(folder.resolve(path));
            assertThat(resource.path("bytes").asLong()).isEqualTo(bytes.length);
            assertThat(resource.path("hash").asString())
                    .matches("[^:]+:[a-fA-F0-9]+")
                    .isEqualTo("sha256:" + Digest.sha256(bytes));
            assertThat(resource.path("mediatype").asString()).matches("(.+)/(.+)");
            assertThat(resource.path("type").asString()).isEqualTo("table");
            assertThat(resource.path("description").asString()).isNotBlank();
            assertThat(resource.path("schema").path("fields")).isNotEmpty().allSatisfy(field -> {
                assertThat(field.path("name").asString()).isNotBlank();
                assertThat(field.path("type").asString()).isIn("string", "boolean", "integer", "number", "date");
            });
        }
        assertThat(names).containsExactlyElementsOf(TABLES);
    }

    /** Every value is of its column's type, keys are there and single, and what is referred to is there. */
    @Test
    void theTablesKeepToTheDataPackage() throws IOException {
        Map<String, Set<List<String>>> keys = new HashMap<>();
        JsonNode resources = json("datapackage.json").path("resources");
        for (JsonNode resource : resources) {
            JsonNode schema = resource.path("schema");
            Csv.Table table = Csv.read(folder.resolve(resource.path("path").asString()));
            assertThat(table.header()).isEqualTo(texts(schema.path("fields"), "/name"));
            assertThat(texts(schema.path("missingValues"), "")).containsExactly("");
            Set<List<String>> rows = new HashSet<>();
            for (Csv.Row row : table.rows()) {
                for (int i = 0; i < table.header().size(); i++) {
                    String value = row.values().get(i);
                    String type = schema.path("fields").get(i).path("type").asString();
                    assertThat(value.isEmpty() || value.matches(FORMS.get(type)))
                            .as(resource.path("name") + " " + table.header().get(i) + " " + type + " " + value)
                            .isTrue();
                }
                List<String> key = cells(table, row, schema.path("primaryKey"));
                assertThat(key).doesNotContain("");
                assertThat(rows.add(key)).as(key.toString()).isTrue();
            }
            keys.put(resource.path("name").asString(), rows);
        }
        int references = 0;
        for (JsonNode resource : resources) {
            Csv.Table table = Csv.read(folder.resolve(resource.path("path").asString()));
            for (JsonNode foreign : resource.path("schema").path("foreignKeys")) {
                String other = foreign.at("/reference/resource").asString();
                assertThat(foreign.at("/reference/fields")).isEqualTo(foreign.path("fields"));
                for (Csv.Row row : table.rows()) {
                    List<String> key = cells(table, row, foreign.path("fields"));
                    assertThat(key.contains("") || keys.get(other).contains(key))
                            .as(resource.path("name") + " refers to " + key + " of " + other)
                            .isTrue();
                    references++;
                }
            }
        }
        assertThat(references).isPositive();
    }

    private static List<String> texts(JsonNode list, String pointer) {
        List<String> texts = new ArrayList<>();
        list.forEach(one -> texts.add(one.at(pointer).asString()));
        return texts;
    }

    private static List<String> cells(Csv.Table table, Csv.Row row, JsonNode columns) {
        return texts(columns, "").stream()
                .map(column -> row.values().get(table.column(column)))
                .toList();
    }

    /** The first line of a table. */
    private static JsonNode first(String file) throws IOException {
        return Json.tree(Files.readAllLines(folder.resolve(file)).get(0), file);
    }

    private static void unique(Set<String> ids, JsonNode node) {
        assertThat(ids.add(node.path("@id").asString()))
                .as("%s is the only one", node.path("@id"))
                .isTrue();
    }

    @Test
    void everyColumnIsExplained() throws IOException {
        String page = Files.readString(Path.of("docs/snapshot-format.md"));
        for (PeriodTable table : PeriodTables.of(new PeriodStore(data).read("2026-11"))) {
            table.columns().stream()
                    .filter(column -> !column.name().contains("."))
                    .forEach(column -> assertThat(
                                    page.split("### `" + table.name() + "`")[1].split("###")[0])
                            .contains("| `" + column.name() + "` | " + column.meaning() + " |"));
        }
    }

    /** The keys of Hugging Face's datasetcard.md; it shows a warning for any other, and for a licence that it has no name for. */
    @Test
    void theCardHasOnlyKeysThatTheHubDocuments() throws IOException {
        Map<?, ?> card =
                (Map<?, ?>) yaml(Files.readString(folder.resolve("README.md")).split("---\n")[1]);
        assertThat(card.keySet())
                .map(Object::toString)
                .isSubsetOf(
                        "language",
                        "license",
                        "license_name",
                        "license_link",
                        "tags",
                        "pretty_name",
                        "size_categories",
                        "source_datasets",
                        "task_categories",
                        "configs",
                        "dataset_info");
        assertThat(card.get("language")).isEqualTo(List.of("en"));
        assertThat(card.get("license"))
                .isIn("cc-by-4.0", "cc-by-sa-4.0", "cc0-1.0", "apache-2.0", "mit", "odbl", "odc-by", "other");
        assertThat((List<?>) card.get("configs"))
                .allSatisfy(config -> assertThat(((Map<?, ?>) config).keySet())
                        .map(Object::toString)
                        .isSubsetOf("config_name", "data_files", "default"));
        assertThat(((List<?>) card.get("configs"))
                        .stream().filter(config -> Boolean.TRUE.equals(((Map<?, ?>) config).get("default"))))
                .hasSize(1);
        for (Object info : (List<?>) card.get("dataset_info")) {
            assertThat(((Map<?, ?>) info).keySet()).map(Object::toString).containsOnly("config_name", "features");
            assertThat((List<?>) ((Map<?, ?>) info).get("features")).allSatisfy(feature -> {
                assertThat(((Map<?, ?>) feature).keySet()).map(Object::toString).containsOnly("name", "dtype");
                assertThat(((Map<?, ?>) feature).get("dtype")).isIn("string", "bool", "int64", "float64", "date32");
            });
        }
    }

    /** The hub's loader takes the types from the card, and refuses a column that the card does not name. */
    @Test
    void theCardNamesEveryColumnOfEveryTableWithItsType() throws IOException {
        Map<?, ?> card =
                (Map<?, ?>) yaml(Files.readString(folder.resolve("README.md")).split("---\n")[1]);
        Map<Object, List<?>> features = ((List<?>) card.get("dataset_info"))
                .stream().map(Map.class::cast).collect(Collectors.toMap(one -> one.get("config_name"), one ->
                        (List<?>) one.get("features")));
        assertThat(features.keySet()).containsExactlyInAnyOrderElementsOf(TABLES);
        for (Object one : (List<?>) card.get("configs")) {
            Map<?, ?> config = (Map<?, ?>) one;
            Map<Object, Object> types = features.get(config.get("config_name")).stream()
                    .map(Map.class::cast)
                    .collect(Collectors.toMap(column -> column.get("name"), column -> column.get("dtype")));
            List<String> lines =
                    Files.readAllLines(folder.resolve(config.get("data_files").toString()));
            assertThat(lines).isNotEmpty();
            for (String line : lines) {
                JsonNode row = Json.tree(line, "table");
                assertThat(row.propertyNames())
                        .containsExactlyInAnyOrderElementsOf(
                                types.keySet().stream().map(Object::toString).toList());
                types.forEach((column, type) -> assertThat(fits(row.path(column.toString()), type.toString()))
                        .as("%s of %s: %s", column, config, line)
                        .isTrue());
            }
        }
    }

    private static boolean fits(JsonNode value, String type) {
        return value.isNull()
                || switch (type) {
                    case "string" -> value.isString();
                    case "bool" -> value.isBoolean();
                    case "int64" -> value.isIntegralNumber();
                    case "float64" -> value.isFloatingPointNumber();
                    case "date32" -> value.asString("").matches("\\d{4}-\\d\\d-\\d\\d");
                    default -> false;
                };
    }

    /** Whoever fetches the whole folder can verify it as it is, and a table that was changed is found. */
    @Test
    void theDownloadedFolderVerifies(@TempDir Path periods, @TempDir Path site, @TempDir Path other)
            throws IOException {
        new PeriodStore(periods).write(SamplePeriod.proven());
        render(periods, site);
        Path downloaded = other.resolve("values");
        Files.move(site.resolve("2025-03/data"), downloaded);
        Verification.Report report = Verification.verify(downloaded);
        assertThat(report.defects()).isEmpty();
        assertThat(report.notes())
                .contains(
                        "CITATION.cff, README.md, citation.bib, croissant.json, datapackage.json, dataset.jsonld, index.html,"
                                + " value-compass-2025-03.zip: published beside the frozen files, and not checked");
        Path table = downloaded.resolve("value-compass-2025-03-scores.csv");
        Files.writeString(table, Files.readString(table).replaceFirst(",\\d", ",9"));
        assertThat(Verification.verify(downloaded).defects())
                .singleElement()
                .satisfies(defect -> assertThat(defect.toString())
                        .contains(
                                "value-compass-2025-03-scores.csv",
                                "is not the table that follows from the frozen files"));
    }

    @Test
    void jsonLdIsADatasetOfSchemaOrg() throws IOException {
        JsonNode dataset = json("dataset.jsonld");
        assertThat(dataset.path("@context").asString()).isEqualTo("https://schema.org/");
        assertThat(dataset.path("@type").asString()).isEqualTo("Dataset");
        assertThat(dataset.path("url").asString()).isEqualTo(PAGE);
        assertThat(dataset.path("variableMeasured").size()).isEqualTo(16);
        // Search engines want a description of 50 to 5,000 characters.
        assertThat(dataset.path("description").asString()).hasSizeBetween(50, 5000);
        assertThat(dataset.path("distribution").size()).isGreaterThan(4);
        dataset.path("distribution")
                .forEach(one -> assertThat(out.resolve("2026-11/data/"
                                + one.path("contentUrl").asString().substring(PAGE.length())))
                        .isRegularFile());
    }

    /** Search engines read microdata, and not JSON-LD that is only linked; both say the same. */
    @Test
    void theDataPageSaysTheSameAsMicrodata() throws IOException {
        Document page = new Rendered(out).page("2026-11/data/index.html");
        JsonNode dataset = json("dataset.jsonld");
        String scope = "[itemtype=https://schema.org/Dataset] > ";
        for (String property : List.of("name", "description", "version", "temporalCoverage")) {
            assertThat(page.select(scope + "meta[itemprop=" + property + "]").attr("content"))
                    .as(property)
                    .isEqualTo(dataset.path(property).asString());
        }
        assertThat(page.select(scope + "link[itemprop=license]").attr("href"))
                .isEqualTo(dataset.path("license").asString());
        assertThat(page.select("link[itemprop=contentUrl]").eachAttr("href"))
                .contains("snapshot.json", "value-compass-2026-11.zip");
        assertThat(page.select("a[href=dataset.jsonld], a[href=croissant.json], a[href=CITATION.cff]"))
                .hasSize(3);
    }

    @Test
    void theCitationAndTheCardAreYamlThatNamesThePeriod() throws IOException {
        Object citation = yaml(Files.readString(folder.resolve("CITATION.cff")));
        assertThat(citation.toString())
                .contains("cff-version", "1.2.0", "date-released=2026-11-01", "November 2026", "CC-BY-4.0", PAGE)
                .contains("sha256:" + Digest.sha256(Files.readAllBytes(folder.resolve("snapshot.json"))));
        String card = Files.readString(folder.resolve("README.md"));
        Object front = yaml(card.split("---\n")[1]);
        assertThat(front.toString()).contains("scores", "value-compass-2026-11-scores.jsonl", "cc-by-4.0");
        assertThat(Files.readString(folder.resolve("citation.bib"))).startsWith("@misc{value-compass-2026-11-r1,");
    }

    private static Object yaml(String text) {
        return new org.snakeyaml.engine.v2.api.Load(
                        org.snakeyaml.engine.v2.api.LoadSettings.builder().build())
                .loadFromString(text);
    }

    @Test
    void withoutAnAddressNothingIsInvented(@TempDir Path other) throws IOException {
        new Site(DataFolder.over(Path.of("data")), Optional.empty()).render(new PeriodStore(data), other);
        JsonNode croissant = Json.read(other.resolve("2026-11/data/croissant.json"), JsonNode.class);
        assertThat(croissant.path("url").asString()).isEqualTo("index.html");
        croissant
                .path("distribution")
                .forEach(one -> assertThat(one.path("contentUrl").asString("")).doesNotContain("://"));
        assertThat(Json.read(other.resolve("2026-11/data/dataset.jsonld"), JsonNode.class)
                        .has("url"))
                .isFalse();
    }

    @Test
    void hostileTitlesStayTexts(@TempDir Path other) throws IOException {
        var nasty = SmallPeriod.usual("2026-11").build();
        var snapshot = nasty.snapshot();
        String title = "\"}</script>\n---\n# x: [a](javascript:1) \u202e";
        var named = SnapshotFields.builder()
                .schemaVersion(snapshot.schemaVersion())
                .period(snapshot.period())
                .revision(1)
                .previous(null)
                .synthetic(true)
                .origin(new dev.valuecompass.snapshot.Snapshot.Origin("evaluated", "", title))
                .fingerprint(snapshot.fingerprint())
                .title(title)
                .systems(snapshot.systems())
                .models(snapshot.models())
                .notEvaluated(List.of())
                .recognizers(List.of())
                .run(snapshot.run())
                .cultureFigures(List.of())
                .errata(List.of())
                .build();
        new Site(DataFolder.over(Path.of("data")), Optional.empty())
                .render(List.of(PeriodSource.of(nasty.withSnapshot(named))), other);
        Path folder = other.resolve("2026-11/data");
        assertThat(Json.read(folder.resolve("croissant.json"), JsonNode.class)
                        .path("name")
                        .asString())
                .startsWith("\"}</script>")
                .doesNotContain("\u202e");
        String card = Files.readString(folder.resolve("README.md"));
        assertThat(card.lines().filter(line -> line.equals("---"))).hasSize(2);
        assertThat(card).doesNotContain("[a](javascript:1)\n");
        assertThat(yaml(Files.readString(folder.resolve("CITATION.cff")))).isInstanceOf(java.util.Map.class);
    }

    private JsonNode json(String name) {
        return Json.read(folder.resolve(name), JsonNode.class);
    }
}
