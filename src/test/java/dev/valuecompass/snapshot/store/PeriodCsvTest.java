package dev.valuecompass.snapshot.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.valuecompass.io.Csv;
import dev.valuecompass.snapshot.Canonical;
import dev.valuecompass.snapshot.ModelEntry;
import dev.valuecompass.snapshot.SamplePeriod;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class PeriodCsvTest {
    @Test
    void wideHasARowForEachModelAndAHoleForAMissingScore() {
        Csv.Table table =
                Csv.parse(PeriodCsv.wide(Canonical.of(SamplePeriod.imported()).snapshot()), "wide.csv");
        assertThat(table.header())
                .containsExactly(
                        "model",
                        "name",
                        "developer",
                        "country",
                        "family",
                        "released",
                        "toy.daring",
                        "toy.caution",
                        "toy.kindness",
                        "toy.order");
        assertThat(table.rows()).hasSize(4);
        assertThat(table.rows().get(1).values())
                .containsExactly("beta", "Beta", "Maker", "DE", "family", "2025-01-31", "55.5", "44.0", "33.0", "22.0");
        assertThat(table.rows().get(2).values()).startsWith("delta-2.5").endsWith("36.0", "");
    }

    @Test
    void tallHasARowForEachScoreWithItsCounts() {
        Csv.Table table =
                Csv.parse(PeriodCsv.tall(Canonical.of(SamplePeriod.frozen()).snapshot()), "tall.csv");
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
    void aHostileNameIsNoFormula() {
        List<ModelEntry> models =
                new ArrayList<>(SamplePeriod.imported().snapshot().models());
        models.set(1, SamplePeriod.model("alpha", "=cmd|' /C calc'!A0"));
        String csv = PeriodCsv.wide(
                SamplePeriod.withModels(SamplePeriod.imported(), models).snapshot());
        assertThat(csv).contains(",'=cmd|' /C calc'!A0,").doesNotContain(",=");
    }
}
