package dev.valuecompass.site.finding;

import static org.assertj.core.api.Assertions.assertThat;

import dev.valuecompass.io.DataFolder;
import dev.valuecompass.io.Json;
import dev.valuecompass.items.Item;
import dev.valuecompass.items.Provenance;
import dev.valuecompass.language.Language;
import dev.valuecompass.language.Languages;
import dev.valuecompass.llm.Outcome;
import dev.valuecompass.pipeline.validation.ValidityText;
import dev.valuecompass.scores.ResampledUnit;
import dev.valuecompass.scores.Scoring;
import dev.valuecompass.scores.TeamStrength;
import dev.valuecompass.scores.validity.SystemValidity;
import dev.valuecompass.scores.validity.ValueValidity;
import dev.valuecompass.site.edition.Edition;
import dev.valuecompass.site.edition.History;
import dev.valuecompass.site.text.Address;
import dev.valuecompass.snapshot.EvaluatedSystem;
import dev.valuecompass.snapshot.LabelRecord;
import dev.valuecompass.snapshot.PeriodFreezer;
import dev.valuecompass.snapshot.PeriodRecord;
import dev.valuecompass.snapshot.PeriodValidity;
import dev.valuecompass.snapshot.RunProvenanceFields;
import dev.valuecompass.snapshot.SamplePeriod;
import dev.valuecompass.snapshot.Snapshot;
import dev.valuecompass.snapshot.SnapshotFields;
import dev.valuecompass.value.ScoreMeaning;
import dev.valuecompass.value.ValueSystem;
import dev.valuecompass.value.ValueSystemFields;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Whatever a period lacks, its validity is told as far as it can be: as JSON, as text and as a page. */
class SparseValidityTest {
    private static final int PERIODS = Integer.getInteger("sparse.periods", 300);
    private static final Language ENGLISH = Languages.english(DataFolder.over(Path.of("data")));
    private static final PeriodRecord BASE = SamplePeriod.proven();
    private static final String[] MODELS = {"alpha", "beta", "gamma", "delta-2.5", "e", "f", "g", "h"};

    private final Random random = new Random(Long.getLong("sparse.seed", 23));

    @Test
    void validityOfAnyCoverageIsTold() {
        List<ValueValidity> values = new ArrayList<>();
        List<SystemValidity> systems = new ArrayList<>();
        for (int i = 0; i < PERIODS; i++) {
            PeriodRecord period = random.nextInt(12) == 0 ? imported() : evaluated();
            PeriodValidity validity = PeriodValidity.of(period);
            String told = Json.pretty(validity)
                    + ValidityText.of(validity)
                    + new ValidityPageBuilder(edition(period), validity, PeriodEvidence.NONE)
                            .page(new Address("x/index.html"));
            assertThat(told).as("period %d", i).doesNotContain("NaN").doesNotContain("Infinity");
            systems.addAll(validity.systems());
        }
        systems.forEach(system -> values.addAll(system.values()));
        values.forEach(SparseValidityTest::isInRange);
        assertThat(systems)
                .as("some of each kind, or nothing was tried")
                .anyMatch(system -> system.generalFactor() == null)
                .anyMatch(system -> system.generalFactor() != null)
                .anyMatch(system -> system.length() == null)
                .anyMatch(system -> system.length() != null);
        assertThat(values)
                .as("some of each kind, or nothing was tried")
                .anyMatch(value -> value.reliability() == null)
                .anyMatch(value ->
                        value.reliability() != null && value.reliability().coefficient() == null)
                .anyMatch(value ->
                        value.reliability() != null && value.reliability().coefficient() != null)
                .anyMatch(value -> value.halves() != null)
                .anyMatch(value -> value.items() != null && value.items().misfit() == null)
                .anyMatch(value -> value.items() != null && value.items().misfit() != null)
                .anyMatch(value ->
                        value.facts().topics() != null && value.facts().topics().f() == null)
                .anyMatch(value ->
                        value.facts().topics() != null && value.facts().topics().f() != null)
                .anyMatch(value -> value.facts().equalLength() != null);
    }

    private static Edition edition(PeriodRecord period) {
        return new Edition(period, History.of(List.of(period.snapshot())), ENGLISH);
    }

    private static void isInRange(ValueValidity value) {
        if (value.reliability() != null) {
            assertThat(value.reliability().models()).isGreaterThan(1);
            assertThat(value.reliability().topics())
                    .isBetween(2, value.reliability().items());
            assertThat(value.reliability().standardError()).isNotNegative();
        }
        if (value.halves() != null) {
            assertThat(value.halves().correlation()).isBetween(-1.0, 1.0);
            assertThat(value.halves().rankCorrelation()).isBetween(-1.0, 1.0);
        }
        if (value.facts().topics() != null && value.facts().topics().p() != null) {
            assertThat(value.facts().topics().p()).isBetween(0.0, 1.0);
        }
        if (value.facts().equalLength() != null) {
            assertThat(value.facts().equalLength().fit()).isBetween(0.0, 1.0);
        }
    }

    /** Scores of some models on some values, and nothing else. */
    private PeriodRecord imported() {
        PeriodRecord base = SamplePeriod.imported();
        double there = share();
        return SamplePeriod.withScores(
                base,
                base.snapshot().systems().get(0).scores().stream()
                        .filter(cell -> random.nextDouble() < there)
                        .toList());
    }

    private PeriodRecord evaluated() {
        ValueSystem system = ValueSystemFields.copy(SamplePeriod.system())
                .reading(ScoreMeaning.values()[random.nextInt(2)])
                .build();
        int samples = 1 + random.nextInt(2);
        List<Item> items = items(system);
        SortedMap<String, List<LabelRecord>> labels = new TreeMap<>();
        int models = 1 + random.nextInt(MODELS.length);
        double asked = share();
        double scored = share();
        int longest = random.nextInt(3) * random.nextInt(400);
        for (int m = 0; m < models; m++) {
            labels.put(MODELS[m], rows(system, items, samples, asked, scored, longest));
        }
        labels.values().removeIf(List::isEmpty);
        return period(new EvaluatedSystem(system, items, samples, labels));
    }

    /** Often everything or next to nothing. */
    private double share() {
        return new double[] {0.02, 0.15, 0.5, 0.9, 1, 1}[random.nextInt(6)];
    }

    private List<Item> items(ValueSystem system) {
        int n = new int[] {1, 2, 3, 5, 12, 20}[random.nextInt(6)];
        int topics = 1 + random.nextInt(n);
        int categories = 1 + random.nextInt(3);
        double measured = share();
        return IntStream.range(0, n)
                .mapToObj(i -> {
                    int topic = random.nextInt(topics);
                    List<String> dimensions = system.dimensionIds().stream()
                            .filter(value -> random.nextDouble() < measured)
                            .toList();
                    return new Item(
                            "q" + i,
                            system.id(),
                            dimensions,
                            "category " + topic % categories,
                            "Is " + i + " right?",
                            false,
                            new Provenance("made", "topic-" + topic, "", "", "2025-03", Map.of()));
                })
                .toList();
    }

    private List<LabelRecord> rows(
            ValueSystem system, List<Item> items, int samples, double asked, double scored, int longest) {
        double shows = share();
        List<LabelRecord> rows = new ArrayList<>();
        for (Item item : items) {
            for (int sample = 0; sample < samples; sample++) {
                if (random.nextDouble() < asked) {
                    boolean answered = random.nextDouble() < scored;
                    StringBuilder row = new StringBuilder();
                    system.dimensionIds()
                            .forEach(value -> row.append(
                                    !item.dimensions().contains(value)
                                            ? ' '
                                            : !answered ? '?' : random.nextDouble() < shows ? '+' : '.'));
                    rows.add(new LabelRecord(
                            item.id(),
                            sample,
                            answered ? Outcome.ANSWERED : Outcome.EMPTY,
                            row.toString(),
                            answered && longest > 0 ? Integer.valueOf(random.nextInt(longest)) : null));
                }
            }
        }
        return rows;
    }

    private PeriodRecord period(EvaluatedSystem evaluated) {
        double level = new double[] {0.5, 0.9, 0.999}[random.nextInt(3)];
        Scoring scoring = new Scoring(
                1 + random.nextInt(3),
                random.nextInt(3),
                level,
                TeamStrength.SUM,
                ResampledUnit.TOPIC,
                random.nextInt(2) * 0.5,
                null);
        Snapshot s = BASE.snapshot();
        return new PeriodRecord(
                SnapshotFields.copy(s)
                        .systems(List.of(new PeriodFreezer(scoring, 7).result(evaluated)))
                        .models(evaluated.labels().keySet().stream()
                                .map(id -> SamplePeriod.model(id, "Model " + id))
                                .toList())
                        .run(RunProvenanceFields.copy(s.run())
                                .scoring(scoring)
                                .samples(evaluated.samples())
                                .build())
                        .build(),
                PeriodFreezer.items(evaluated),
                evaluated.labels(),
                Map.of());
    }
}
