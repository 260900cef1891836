package dev.valuecompass.snapshot.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.valuecompass.snapshot.Canonical;
import dev.valuecompass.snapshot.EvolvedPeriod;
import dev.valuecompass.snapshot.ItemRecord;
import dev.valuecompass.snapshot.PeriodRecord;
import dev.valuecompass.snapshot.SamplePeriod;
import dev.valuecompass.snapshot.ScoreCell;
import dev.valuecompass.snapshot.Snapshot;
import dev.valuecompass.snapshot.proof.PeriodProof;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A period as each version freezes it: version 1 as it was first and with the optional fields that came later, version 2
 * with what proves more, version 3 with topics drawn and a coverage, and since then with its validity beside it. These bytes must stay readable for ever and must not change: a change of the format needs a new
 * version and an upgrade, an optional field at least a golden period of its own.
 */
class GoldenPeriodTest {
    private static final Path FIRST = Path.of("src/test/resources/golden/version-1");
    private static final Path ITEM_FIGURES = Path.of("src/test/resources/golden/version-1-optional");
    private static final Path EVOLVED = Path.of("src/test/resources/golden/version-1-evolved");
    private static final Path READ = Path.of("src/test/resources/golden/version-1-read");
    private static final Path SECOND = Path.of("src/test/resources/golden/version-2");
    private static final Path EVOLVED_PROVEN = Path.of("src/test/resources/golden/version-2-evolved");
    private static final Path GOLDEN = Path.of("src/test/resources/golden/version-3");
    private static final Path TOLD = Path.of("src/test/resources/golden/version-3-validity");
    private static final Path EVOLVED_SCORED = Path.of("src/test/resources/golden/version-3-evolved");

    private static final Path SETTINGS = Path.of("src/test/resources/golden/version-3-settings");

    @TempDir
    Path data;

    @Test
    void freezesTheSameBytes() throws IOException {
        freezes(SamplePeriod.scored(SamplePeriod.proven()), TOLD);
        assertThat(Verification.verify(TOLD.resolve("periods/2025-03")).defects())
                .isEmpty();
        assertThat(withoutValidity(TOLD)).isEqualTo(withoutValidity(GOLDEN));
    }

    private static TreeMap<String, String> withoutValidity(Path golden) throws IOException {
        TreeMap<String, String> contents = contents(golden.resolve("periods"));
        contents.keySet().removeIf(name -> name.endsWith("validity.json") || name.endsWith("SHA256SUMS"));
        return contents;
    }

    /** What a model is asked with of its own is written only where there is something. */
    @Test
    void freezesAndReadsSettings() throws IOException {
        new PeriodStore(data).write(SamplePeriod.withSettings());
        assertThat(withoutValidity(data)).isEqualTo(withoutValidity(SETTINGS));
        assertThat(new PeriodStore(SETTINGS).read("2025-03")).isEqualTo(Canonical.of(SamplePeriod.withSettings()));
        assertThat(Verification.verify(SETTINGS.resolve("periods/2025-03")).defects())
                .isEmpty();
        assertThat(Files.readString(GOLDEN.resolve("periods/2025-03/snapshot.json")))
                .doesNotContain("settings");
        PeriodRecord unsaid = SamplePeriod.withModels(
                SamplePeriod.withSettings(),
                SamplePeriod.scored(SamplePeriod.proven()).snapshot().models());
        assertThat(PeriodProof.of(Canonical.of(unsaid), Snapshot.SCHEMA_VERSION).wrongs())
                .singleElement()
                .satisfies(wrong -> assertThat(wrong.toString()).contains("fingerprint.sampling"));
    }

    /** How items evolved is written only where they did. */
    @Test
    void freezesAndReadsHowItemsEvolved() throws IOException {
        new PeriodStore(data).write(EvolvedPeriod.scored());
        assertThat(withoutValidity(data)).isEqualTo(withoutValidity(EVOLVED_SCORED));
        assertThat(new PeriodStore(EVOLVED_SCORED).read("2025-03")).isEqualTo(Canonical.of(EvolvedPeriod.scored()));
        assertThat(Verification.verify(EVOLVED_SCORED.resolve("periods/2025-03"))
                        .defects())
                .isEmpty();
        assertThat(Files.readString(GOLDEN.resolve("periods/2025-03/snapshot.json")))
                .doesNotContain("evolution");
        assertThat(Files.readString(GOLDEN.resolve("periods/2025-03/items.jsonl")))
                .doesNotContain("\"path\"");
    }

    @Test
    void readsWhatEarlierVersionsFrozeOfHowItemsEvolved() {
        assertThat(new PeriodStore(EVOLVED_PROVEN).read("2025-03"))
                .isEqualTo(Canonical.of(SamplePeriod.asOfVersion2(EvolvedPeriod.proven())));
        assertThat(Verification.verify(EVOLVED_PROVEN.resolve("periods/2025-03"))
                        .defects())
                .isEmpty();
        assertThat(new PeriodStore(EVOLVED).read("2025-03"))
                .isEqualTo(Canonical.of(SamplePeriod.asOfVersion2(EvolvedPeriod.frozen())));
        assertThat(Verification.verify(EVOLVED.resolve("periods/2025-03")).defects())
                .isEmpty();
    }

    /** The results that led to a period are known again whatever version froze it; others are refused. */
    @Test
    void theSameResultsChangeNothingInWhatVersionOneFroze() throws IOException {
        Path periods = Files.createDirectories(data.resolve("periods"));
        for (var file : contents(READ.resolve("periods")).entrySet()) {
            Path copy = periods.resolve(file.getKey());
            Files.createDirectories(copy.getParent());
            Files.writeString(copy, file.getValue());
        }
        PeriodStore store = new PeriodStore(data);
        PeriodRecord today = SamplePeriod.frozen();
        PeriodRecord told = SamplePeriod.withModels(
                today,
                today.snapshot().models().stream().map(SamplePeriod::simulated).toList());
        assertThat(store.write(told)).isEqualTo(PeriodStore.WriteOutcome.UNCHANGED);
        assertThat(contents(periods)).isEqualTo(contents(READ.resolve("periods")));
        List<ScoreCell> fewer = today.snapshot().systems().get(0).scores().subList(0, 1);
        assertThatThrownBy(() -> store.write(SamplePeriod.withScores(today, fewer)))
                .hasMessageContaining("would change: systems.0.scores");
        assertThat(store.revise(SamplePeriod.proven(), "as this version tells it"))
                .isEqualTo(PeriodStore.WriteOutcome.CREATED);
        assertThat(store.check("2025-03")).isEmpty();
        assertThat(Verification.verify(periods.resolve("2025-03")).defects()).isEmpty();
    }

    private void freezes(PeriodRecord period, Path golden) throws IOException {
        new PeriodStore(data).write(period);
        TreeMap<String, String> actual = contents(data.resolve("periods"));
        TreeMap<String, String> expected = contents(golden.resolve("periods"));
        for (var file : actual.entrySet()) {
            if (!file.getValue().equals(expected.get(file.getKey()))) {
                Path beside = golden.resolve("periods").resolve(file.getKey() + ".actual");
                Files.createDirectories(beside.getParent());
                Files.writeString(beside, file.getValue());
            }
        }
        assertThat(actual).isEqualTo(expected);
    }

    @Test
    void readsAndVerifiesIt() {
        assertThat(new PeriodStore(GOLDEN).read("2025-03"))
                .isEqualTo(Canonical.of(SamplePeriod.scored(SamplePeriod.proven())));
        assertThat(Verification.verify(GOLDEN.resolve("periods/2025-03")).defects())
                .isEmpty();
        assertThat(new PeriodStore(SECOND).read("2025-03"))
                .isEqualTo(Canonical.of(SamplePeriod.asOfVersion2(SamplePeriod.proven())));
        assertThat(Verification.verify(SECOND.resolve("periods/2025-03")).defects())
                .isEmpty();
        assertThat(new PeriodStore(READ).read("2025-03"))
                .isEqualTo(Canonical.of(SamplePeriod.asOfVersion2(SamplePeriod.frozen())));
        assertThat(Verification.verify(READ.resolve("periods/2025-03")).defects())
                .isEmpty();
    }

    /** The optional fields are absent there, and nothing else differs. */
    @Test
    void readsAndVerifiesWhatWasFrozenBeforeTheOptionalFields() {
        PeriodRecord first = new PeriodStore(FIRST).read("2025-03");
        PeriodRecord today = Canonical.of(SamplePeriod.asOfVersion2(SamplePeriod.frozen()));
        assertThat(first.snapshot()).isEqualTo(today.snapshot());
        assertThat(first.items())
                .isEqualTo(today.items().stream()
                        .map(line -> new ItemRecord(line.item(), line.entropy()))
                        .toList());
        assertThat(Verification.verify(FIRST.resolve("periods/2025-03")).defects())
                .isEmpty();
    }

    /** Before scores told the recogniser's error and its card what its figures rest on. */
    @Test
    void readsAndVerifiesWhatWasFrozenBeforeTheReadingError() {
        assertThat(new PeriodStore(ITEM_FIGURES).read("2025-03"))
                .isEqualTo(Canonical.of(SamplePeriod.asOfVersion2(SamplePeriod.frozen())));
        assertThat(Verification.verify(ITEM_FIGURES.resolve("periods/2025-03")).defects())
                .isEmpty();
    }

    private static TreeMap<String, String> contents(Path root) throws IOException {
        TreeMap<String, String> contents = new TreeMap<>();
        try (Stream<Path> files = Files.walk(root)) {
            for (Path file : files.filter(Files::isRegularFile)
                    .filter(file -> !file.toString().endsWith(".actual"))
                    .toList()) {
                contents.put(root.relativize(file).toString(), Files.readString(file));
            }
        }
        return contents;
    }
}
