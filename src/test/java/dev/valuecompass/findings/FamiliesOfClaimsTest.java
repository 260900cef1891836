package dev.valuecompass.findings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.valuecompass.io.DataFolder;
import dev.valuecompass.io.TextFile;
import dev.valuecompass.items.Item;
import dev.valuecompass.language.Languages;
import dev.valuecompass.site.SmallPeriod;
import dev.valuecompass.snapshot.ItemRecord;
import dev.valuecompass.snapshot.LabelRecord;
import dev.valuecompass.snapshot.ModelEntryFields;
import dev.valuecompass.snapshot.PeriodRecord;
import dev.valuecompass.snapshot.Snapshot;
import dev.valuecompass.snapshot.SnapshotFields;
import dev.valuecompass.snapshot.SystemResult;
import dev.valuecompass.value.ValueSystemFields;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * Claims of one family are corrected together. Where a period has each system twice, under two names, every test is made twice,
 * and so whatever p-value a claim had counts double (Holm 1979 and Bonferroni alike).
 */
class FamiliesOfClaimsTest {
    private static final double[] MEANS = {80, 81, 74, 83, 60, 72, 75, 43};

    private static PeriodRecord period(String month, String... systems) {
        SmallPeriod small = new SmallPeriod(month, systems);
        for (int m = 0; m < MEANS.length; m++) {
            small.model("m" + m, "M" + m, "Maker " + m / 2, m < 4);
            for (String system : systems) {
                small.scores("m" + m, system, MEANS[m] / 2 + m, (m * m) % 5);
            }
        }
        PeriodRecord built = small.build();
        Snapshot s = built.snapshot();
        return built.withSnapshot(SnapshotFields.copy(s)
                .models(s.models().stream()
                        .map(model -> {
                            int m = Integer.parseInt(model.id().substring(1));
                            return ModelEntryFields.copy(model)
                                    .family("family-" + m / 2)
                                    .sizeBillions(m % 2 == 0 ? 7.0 : 70.0)
                                    .reasoning(m % 3 == 0)
                                    .build();
                        })
                        .toList())
                .build());
    }

    /** The same with each system once more under another name. */
    private static PeriodRecord twice(PeriodRecord period) {
        Snapshot s = period.snapshot();
        List<SystemResult> systems = new ArrayList<>(s.systems());
        s.systems()
                .forEach(one -> systems.add(new SystemResult(
                        ValueSystemFields.copy(one.system())
                                .id(one.system().id() + "-twin")
                                .build(),
                        one.items(),
                        one.scores(),
                        one.evolved(),
                        null)));
        List<ItemRecord> items = new ArrayList<>(period.items());
        period.items()
                .forEach(line -> items.add(new ItemRecord(
                        new Item(
                                line.item().id() + "-twin",
                                line.item().system() + "-twin",
                                line.item().dimensions(),
                                line.item().category(),
                                line.item().text(),
                                line.item().anchor(),
                                line.item().provenance()),
                        line.entropy(),
                        line.betweenModels(),
                        line.restCorrelation(),
                        line.similarity())));
        Map<String, List<LabelRecord>> labels = new TreeMap<>();
        period.labels().forEach((model, rows) -> {
            List<LabelRecord> all = new ArrayList<>(rows);
            rows.forEach(row -> all.add(
                    new LabelRecord(row.item() + "-twin", row.sample(), row.outcome(), row.labels(), row.length())));
            labels.put(model, all);
        });
        return new PeriodRecord(
                SnapshotFields.copy(s).systems(systems).build(), items, labels, period.cases(), period.gold());
    }

    private static Map<String, Finding> told(PeriodRecord period, PeriodRecord before) {
        return Findings.of(period, Optional.ofNullable(before), SmallPeriod.THEORY).stream()
                .collect(Collectors.toMap(Finding::id, one -> one));
    }

    @Test
    void whatIsTestedTwiceCountsDouble() {
        for (String system : List.of("mft", "schwartz")) {
            PeriodRecord once = period("2026-11", system);
            Map<String, Finding> single = told(once, null);
            Map<String, Finding> twins = told(twice(once), null);
            TreeSet<String> tested = new TreeSet<>();
            single.forEach((id, finding) -> {
                if (twins.containsKey(id + "-twin") && finding.statistic().p() != null) {
                    tested.add(id.replace("-" + system, ""));
                    double p = Math.min(1, 2 * finding.statistic().p());
                    // Shuffles are seeded by the name of the system, so a few p-values differ by chance.
                    assertThat(twins.get(id).statistic().p()).as(id).isCloseTo(p, within(0.02));
                    assertThat(twins.get(id + "-twin").statistic().p()).as(id).isCloseTo(p, within(0.02));
                }
            });
            assertThat(tested)
                    .as("claims with a test, made of each system")
                    .containsExactlyElementsOf(
                            system.equals("mft")
                                    ? List.of(
                                            "families", "hardest", "open-and-proprietary", "reasoning-and-chat", "size")
                                    : List.of("circle", "families", "open-and-proprietary", "reasoning-and-chat"));
        }
    }

    @Test
    void driftOfTwoSystemsIsTestedTogether() {
        PeriodRecord before = answered("2026-10", "+....", ".....");
        PeriodRecord after = answered("2026-11", "++...", "+....");
        double single = told(after, before).get("anchor-drift-mft").statistic().p();
        assertThat(single).isBetween(1e-6, 0.4);
        assertThat(told(twice(after), twice(before))
                        .get("anchor-drift-mft")
                        .statistic()
                        .p())
                .isCloseTo(2 * single, within(1e-9));
    }

    /** Every other item is answered as {@code labels}, one in three otherwise. */
    private static PeriodRecord answered(String month, String labels, String others) {
        SmallPeriod small = new SmallPeriod(month, "mft");
        for (int m = 0; m < 2; m++) {
            small.model("m" + m, "M" + m, "Maker", true).scores("m" + m, "mft", 50, 0);
        }
        for (int i = 0; i < 10; i++) {
            small.item("q" + i, "mft", "What happened on day " + i + "?");
            for (int m = 0; m < 2; m++) {
                small.label("m" + m, "q" + i, i % 3 == 0 && !labels.equals("+....") ? others : labels);
            }
        }
        return small.build();
    }

    @Test
    void claimsAboutPairsOfValuesShareTheirErrors() {
        Finding alone = told(period("2026-11", "unique"), null).get("user-over-self");
        Map<String, Finding> both = told(period("2026-11", "unique", "mft", "safety"), null);
        assertThat(both).containsKey("fairness-with-toxicity");
        Finding together = both.get("user-over-self");
        assertThat(together.statistic().p())
                .isCloseTo(Math.min(1, 2 * alone.statistic().p()), within(1e-9));
        assertThat(together.statistic().interval().level()).isCloseTo(0.975, within(1e-9));
        assertThat(both.get("fairness-with-toxicity").statistic().interval().level())
                .isCloseTo(0.975, within(1e-9));
    }

    /** The page that explains uncertainty says of every topic what is corrected together. */
    @Test
    void everyFamilyIsListed() {
        TreeSet<String> topics = new TreeSet<>();
        for (String system : List.of("mft", "schwartz")) {
            told(period("2026-11", system, "unique", "safety"), null)
                    .values()
                    .forEach(finding -> topics.add(finding.topic()));
        }
        assertThat(topics).hasSizeGreaterThan(12);
        String english = TextFile.read(Path.of("templates/methodology/uncertainty.md"));
        String chinese = TextFile.read(Path.of("data/methodology/zh/uncertainty.md"));
        var zh = Languages.load(DataFolder.over(Path.of("data")), List.of("zh"))
                .get(0)
                .words();
        for (String topic : topics) {
            assertThat(english).contains("| " + topic + " |");
            assertThat(chinese)
                    .contains("| "
                            + zh.get("topic."
                                    + topic.toLowerCase(java.util.Locale.ROOT)
                                            .replace("'", "")
                                            .replace(' ', '-'))
                            + " |");
        }
    }
}
