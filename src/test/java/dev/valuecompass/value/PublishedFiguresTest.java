package dev.valuecompass.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.valuecompass.io.DataFolder;
import dev.valuecompass.io.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** The figures of the data files against the collection they were taken from, digit by digit. */
class PublishedFiguresTest {
    private static final Path SOURCES = Path.of("../shared/data");

    private final Theory theory = Theory.load(DataFolder.over(Path.of("no-such-folder")));

    /** Numbers that can be looked up in the sources' own files, so that this test says something without them. */
    @ParameterizedTest
    @CsvSource({
        "wvs6/DZ, security, 0.692",
        "wvs6/DZ, benevolence, 0.041",
        "wvs5/AD, universalism, 0.929",
        "ess11/AT, benevolence, 0.713",
        "mfq2-2021/AR, care, 3.838",
        "mfq2-2021/AR, fairness, 3.361",
        "mfq2-2021/AR, sanctity, 2.597"
    })
    void someFiguresByHand(String culture, String dimension, double figure) {
        assertThat(theory.culture(culture).scores().get(dimension)).isEqualTo(figure);
    }

    @ParameterizedTest
    @CsvSource({"wvs6, WVS6, 60", "wvs5, WVS5, 52", "ess11, ESS11, 30"})
    void schwartzSeriesEqualTheirSource(String series, String name, int countries) throws IOException {
        int found = 0;
        for (JsonNode entry : source("cultures.json").get("entries")) {
            if (!entry.get("series").asString().equals(name)) {
                continue;
            }
            found++;
            // Serbia and Montenegro, one country then, has the code that it had then.
            String code = entry.get("code").asString().replace("RS-ME-2005", "CS");
            Culture culture = theory.culture(series + "/" + code);
            assertThat(culture.country()).isEqualTo(entry.get("country").asString());
            assertThat(culture.year()).isEqualTo(entry.get("year").asInt());
            for (Map.Entry<String, JsonNode> score : entry.get("centred").properties()) {
                assertThat(culture.scores().get(score.getKey().toLowerCase(Locale.ROOT)))
                        .as("%s %s", culture.id(), score.getKey())
                        .isEqualTo(score.getValue().asDouble());
            }
            if (!entry.get("n").isNull()) {
                assertThat(culture.n()).isEqualTo(entry.get("n").asInt());
            }
        }
        assertThat(found)
                .isEqualTo(countries)
                .isEqualTo(theory.series(series).cultures().size());
    }

    @Test
    void moralFoundationsEqualTheirSource() throws IOException {
        JsonNode countries = source("mft_cultures.json").get("countries");
        assertThat(countries.size())
                .isEqualTo(theory.series("mfq2-2021").cultures().size());
        for (JsonNode entry : countries) {
            Culture culture = theory.culture("mfq2-2021/" + entry.get("code").asString());
            JsonNode mean = entry.get("mean");
            assertThat(culture.n()).isEqualTo(entry.get("n").asInt());
            assertThat(culture.scores())
                    .containsEntry("care", mean.get("care").asDouble())
                    .containsEntry("loyalty", mean.get("loyalty").asDouble())
                    .containsEntry("authority", mean.get("authority").asDouble())
                    .containsEntry("sanctity", mean.get("purity").asDouble())
                    .containsEntry("fairness", entry.get("fairness5_derived").asDouble());
        }
    }

    @Test
    void theBaselineHasThePublishedOrder() throws IOException {
        JsonNode order =
                source("cultures.json").get("pan_cultural_baseline_rank").get("order");
        assertThat(theory.baseline("schwartz").orElseThrow().order())
                .containsExactlyElementsOf(order.valueStream()
                        .map(name -> name.asString().toLowerCase(Locale.ROOT))
                        .toList());
    }

    @Test
    void theCircleHasThePublishedOrder() throws IOException {
        JsonNode order = source("structure.json").get("circular_order");
        assertThat(theory.system("schwartz").dimensionIds())
                .containsExactlyElementsOf(order.valueStream()
                        .map(name -> name.asString().toLowerCase(Locale.ROOT))
                        .toList());
    }

    @Test
    void tasksAndCategoriesCarryThePublishedNames() throws IOException {
        JsonNode domains = source("salad.json").get("domains");
        Map<String, String> names = new TreeMap<>();
        for (Dimension dimension : theory.system("safety").dimensions()) {
            for (Dimension.Task task : dimension.tasks()) {
                names.put(task.id(), task.name());
                task.categories().forEach(category -> names.put(category.id(), task.id() + " " + category.name()));
            }
        }
        Map<String, String> published = new TreeMap<>();
        for (JsonNode domain : domains) {
            for (JsonNode task : domain.get("tasks")) {
                String id = task.get("id").asString();
                published.put(id, task.get("name").asString());
                for (JsonNode category : task.get("categories")) {
                    published.put(
                            category.get("id").asString(),
                            id + " " + category.get("name").asString());
                }
            }
        }
        assertThat(names).isEqualTo(published);
    }

    private static JsonNode source(String name) throws IOException {
        Path file = SOURCES.resolve(name);
        assumeTrue(Files.isRegularFile(file), "skipped: the collection of published figures is not at " + SOURCES);
        return Json.tree(Files.readString(file), file.toString());
    }
}
