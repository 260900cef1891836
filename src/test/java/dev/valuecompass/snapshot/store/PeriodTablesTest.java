package dev.valuecompass.snapshot.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.valuecompass.io.Csv;
import dev.valuecompass.io.Json;
import dev.valuecompass.snapshot.Canonical;
import dev.valuecompass.snapshot.ModelEntry;
import dev.valuecompass.snapshot.PeriodRecord;
import dev.valuecompass.snapshot.SamplePeriod;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class PeriodTablesTest {
    private static final PeriodRecord FROZEN = Canonical.of(SamplePeriod.frozen());

    private static PeriodTable table(PeriodRecord record, String name) {
        return PeriodTables.of(record).stream()
                .filter(table -> table.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static Csv.Table csv(PeriodTable table) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        table.csv(out);
        return Csv.parse(out.toString(StandardCharsets.UTF_8), table.name());
    }

    private static List<JsonNode> lines(PeriodTable table) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        table.jsonLines(out);
        return out.toString(StandardCharsets.UTF_8)
                .lines()
                .map(line -> Json.tree(line, "t"))
                .toList();
    }

    @Test
    void modelsHaveTheirFactsAndAHoleForAMissingScore() throws IOException {
        Csv.Table table = csv(table(Canonical.of(SamplePeriod.imported()), "models"));
        assertThat(table.rows()).hasSize(4);
        assertThat(String.join(",", table.header()) + "\n"
                        + String.join(",", table.rows().get(1).values()))
                .isEqualTo("""
                        period,model,name,developer,country,family,released,access,reasoning,licence,size_billions,\
                        price_input,price_output,price_since,source,toy.daring,toy.caution,toy.kindness,toy.order
                        2025-02,beta,Beta,Maker,DE,family,2025-01-31,open,,MIT,7.0,0.1,0.4,2025-02-01,,55.5,44.0,33.0,22.0""");
        assertThat(table.rows().get(2).values()).contains("delta-2.5").endsWith("36.0", "");
    }

    @Test
    void scoresHaveTheirIntervalAndCounts() throws IOException {
        Csv.Table table = csv(table(FROZEN, "scores"));
        assertThat(table.rows()).hasSize(16);
        assertThat(table.rows().get(0).values())
                .startsWith(
                        "2025-03",
                        "1",
                        "toy",
                        "daring",
                        "alpha",
                        "Alpha",
                        "Maker",
                        "100.0",
                        "68.921602",
                        "100.0",
                        "0.9");
        List<String> refused = table.rows().get(8).values();
        assertThat(refused).contains("delta-2.5");
        assertThat(refused.subList(7, 16)).containsExactly("", "", "", "", "", "", "12", "0", "12");
    }

    @Test
    void everyLabelNamesItsModelAndValue() throws IOException {
        long measured = FROZEN.labels().values().stream()
                .flatMap(List::stream)
                .mapToLong(row -> row.labels().chars().filter(c -> c != ' ').count())
                .sum();
        List<JsonNode> labels = lines(table(FROZEN, "labels"));
        assertThat(labels).hasSize((int) measured);
        assertThat(labels).allSatisfy(row -> {
            assertThat(FROZEN.labels()).containsKey(row.path("model").asString());
            assertThat(row.path("label").asString("none")).isIn("expresses", "not", "opposes", "none");
        });
    }

    /** Loaders take the types of the first rows for those of all: a column is of one type, or null, and never left out. */
    @Test
    void everyLineHasEveryColumnInOneType() throws IOException {
        for (PeriodTable table : PeriodTables.of(FROZEN)) {
            List<JsonNode> rows = lines(table);
            assertThat(rows)
                    .as(table.name())
                    .isNotEmpty()
                    .hasSameSizeAs(csv(table).rows());
            for (JsonNode row : rows) {
                assertThat(row.propertyNames()).as(table.name()).containsExactlyElementsOf(table.header());
                for (TableColumn column : table.columns()) {
                    JsonNode value = row.path(column.name());
                    boolean fits = switch (column.type()) {
                        case TEXT -> value.isString();
                        case FLAG -> value.isBoolean();
                        case WHOLE -> value.isIntegralNumber();
                        case NUMBER -> value.isFloatingPointNumber();
                        case DATE -> value.asString("").matches("\\d{4}-\\d\\d-\\d\\d");
                    };
                    assertThat(fits || value.isNull())
                            .as("%s.%s: %s", table.name(), column.name(), value)
                            .isTrue();
                }
            }
        }
    }

    @Test
    void keysTellRowsApart() {
        for (PeriodTable table : PeriodTables.of(FROZEN)) {
            List<Integer> places =
                    table.key().stream().map(table.header()::indexOf).toList();
            Map<List<Object>, Long> times = table.rows()
                    .get()
                    .collect(Collectors.groupingBy(
                            row -> places.stream().map(row::get).toList(), Collectors.counting()));
            assertThat(times).as(table.name()).doesNotContainValue(2L);
        }
    }

    @Test
    void aHostileNameIsNoFormula() throws IOException {
        List<ModelEntry> models =
                new ArrayList<>(SamplePeriod.imported().snapshot().models());
        models.set(1, SamplePeriod.model("alpha", "=cmd|' /C calc'!A0"));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        table(SamplePeriod.withModels(SamplePeriod.imported(), models), "models")
                .csv(out);
        assertThat(out.toString(StandardCharsets.UTF_8))
                .contains(",'=cmd|' /C calc'!A0,")
                .doesNotContain(",=");
    }
}
