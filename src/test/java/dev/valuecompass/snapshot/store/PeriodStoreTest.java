package dev.valuecompass.snapshot.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.valuecompass.io.DataException;
import dev.valuecompass.snapshot.Canonical;
import dev.valuecompass.snapshot.PeriodRecord;
import dev.valuecompass.snapshot.SamplePeriod;
import dev.valuecompass.snapshot.ScoreCell;
import dev.valuecompass.snapshot.Snapshot;
import dev.valuecompass.snapshot.store.PeriodStore.WriteOutcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PeriodStoreTest {
    @TempDir
    Path data;

    private PeriodStore store() {
        return new PeriodStore(data);
    }

    @Test
    void readsBackWhatItWrote() {
        assertThat(store().write(SamplePeriod.evaluated())).isEqualTo(WriteOutcome.CREATED);
        assertThat(store().read("2025-03")).isEqualTo(Canonical.of(SamplePeriod.evaluated()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "null", "[]", "{}", "{", "{\"schemaVersion\":1", "\u0000", "not JSON"})
    void whatIsNoSnapshotIsRefusedByName(String text) throws IOException {
        store().write(SamplePeriod.imported());
        Files.writeString(data.resolve("periods/2025-02/snapshot.json"), text);
        assertThatThrownBy(() -> store().read("2025-02"))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("snapshot.json");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "]", "null"})
    void nothingMayFollowASnapshot(String surplus) throws IOException {
        store().write(SamplePeriod.imported());
        Path file = data.resolve("periods/2025-02/snapshot.json");
        Files.writeString(file, Files.readString(file) + surplus);
        assertThatThrownBy(() -> store().read("2025-02"))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("mend the JSON");
    }

    @Test
    void listsPeriodsOldestFirst() {
        store().write(SamplePeriod.evaluated());
        store().write(SamplePeriod.imported());
        assertThat(store().periods()).containsExactly("2025-02", "2025-03");
    }

    @Test
    void theSamePeriodAgainTouchesNothing() throws IOException {
        store().write(SamplePeriod.evaluated());
        Path file = data.resolve("periods/2025-03/snapshot.json");
        Files.setLastModifiedTime(file, FileTime.fromMillis(1000));
        assertThat(store().write(SamplePeriod.evaluated())).isEqualTo(WriteOutcome.UNCHANGED);
        assertThat(Files.getLastModifiedTime(file)).isEqualTo(FileTime.fromMillis(1000));
    }

    @Test
    void theOrderInWhichThingsAreHandedOverDoesNotMatter() throws IOException {
        store().write(SamplePeriod.imported());
        PeriodRecord record = SamplePeriod.imported();
        List<ScoreCell> reversed =
                new ArrayList<>(record.snapshot().systems().get(0).scores());
        java.util.Collections.reverse(reversed);
        assertThat(store().write(SamplePeriod.withScores(record, reversed))).isEqualTo(WriteOutcome.UNCHANGED);
    }

    @Test
    void otherContentsAreRefusedWithTheFirstFieldThatDiffers() throws IOException {
        store().write(SamplePeriod.imported());
        var before = contents();
        assertThatThrownBy(() -> store().write(corrected()))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("snapshot.json:")
                .hasMessageContaining("systems.0.scores.0.conformity is 50.0, would be 51.0")
                .hasMessageContaining("publish a correction: compass run --reason TEXT");
        assertThat(contents()).isEqualTo(before);
    }

    @Test
    void theRefusalNamesTheLine() throws IOException {
        store().write(SamplePeriod.imported());
        List<String> lines = Files.readAllLines(data.resolve("periods/2025-02/snapshot.json"));
        int line = 1;
        while (!lines.get(line - 1).contains("\"conformity\" : 50.0")) {
            line++;
        }
        assertThatThrownBy(() -> store().write(corrected())).hasMessageContaining("snapshot.json:" + line + ":");
    }

    @Test
    void aRevisionKeepsTheOldOneAndSaysWhatChanged() throws IOException {
        store().write(SamplePeriod.imported());
        String old = Files.readString(data.resolve("periods/2025-02/snapshot.json"));
        assertThat(store().revise(corrected(), "alpha was read from the wrong row"))
                .isEqualTo(WriteOutcome.CREATED);

        PeriodRecord now = store().read("2025-02");
        assertThat(now.snapshot().revision()).isEqualTo(2);
        assertThat(now.snapshot().errata())
                .containsExactly(
                        new Snapshot.Erratum(
                                "snapshot.json", "revision", "revise", "1", "2", "alpha was read from the wrong row"),
                        new Snapshot.Erratum(
                                "snapshot.json",
                                "toy, alpha, daring",
                                "set",
                                "50.0",
                                "51.0",
                                "alpha was read from the wrong row"));
        assertThat(data.resolve("periods/2025-02/errata.md"))
                .content()
                .contains("toy, alpha, daring | set | 50.0 | 51.0");
        assertThat(store().revisions("2025-02")).containsExactly(1);
        assertThat(data.resolve("periods/2025-02/revisions/1/snapshot.json")).hasContent(old);
        assertThat(store().readRevision("2025-02", 1)).isEqualTo(Canonical.of(SamplePeriod.imported()));
        assertThat(store().check("2025-02")).isEmpty();
    }

    @Test
    void afterARevisionTheRunThatLedToItChangesNothing() {
        store().write(SamplePeriod.imported());
        store().revise(corrected(), "wrong row");
        assertThat(store().write(corrected())).isEqualTo(WriteOutcome.UNCHANGED);
        assertThat(store().revise(corrected(), "again")).isEqualTo(WriteOutcome.UNCHANGED);
    }

    @Test
    void aThirdRevisionKeepsBothBeforeIt() {
        store().write(SamplePeriod.imported());
        store().revise(corrected(), "wrong row");
        store().revise(SamplePeriod.imported(), "it was right after all");
        assertThat(store().revisions("2025-02")).containsExactly(1, 2);
        assertThat(store().read("2025-02").snapshot().revision()).isEqualTo(3);
        assertThat(store().check("2025-02")).isEmpty();
    }

    @Test
    void aRevisionNeedsAReasonAndAPeriod() {
        assertThatThrownBy(() -> store().revise(corrected(), "why")).hasMessageContaining("no such period");
        store().write(SamplePeriod.imported());
        assertThatThrownBy(() -> store().revise(corrected(), " ")).hasMessageContaining("without a reason");
    }

    @Test
    void anEditedPeriodIsNeitherReadNorOverwritten() throws IOException {
        store().write(SamplePeriod.imported());
        Path file = data.resolve("periods/2025-02/snapshot.json");
        Files.writeString(file, Files.readString(file).replace("55.5", "65.5"));
        assertThatThrownBy(() -> store().read("2025-02"))
                .isInstanceOf(DataException.class)
                .hasMessageContaining(file + ": was edited after it was frozen");
        assertThatThrownBy(() -> store().write(SamplePeriod.imported())).hasMessageContaining("was edited");
    }

    @Test
    void filesThatComeOrGoAreSeen() throws IOException {
        store().write(SamplePeriod.imported());
        Path folder = data.resolve("periods/2025-02");
        Files.writeString(folder.resolve("notes.txt"), "hello");
        Files.delete(folder.resolve("cases/alpha.jsonl"));
        assertThatThrownBy(() -> store().read("2025-02"))
                .hasMessageContaining("notes.txt: is not in SHA256SUMS")
                .hasMessageContaining("SHA256SUMS:1: 'cases/alpha.jsonl' is listed but missing");
    }

    @Test
    void anOldRevisionCannotBeEditedEither() throws IOException {
        store().write(SamplePeriod.imported());
        store().revise(corrected(), "wrong row");
        Path old = data.resolve("periods/2025-02/revisions/1/snapshot.json");
        Files.writeString(old, Files.readString(old).replace("55.5", "65.5"));
        assertThat(store().check("2025-02"))
                .singleElement()
                .hasToString(old + ": was edited after it was frozen (its checksum differs); a frozen period is never"
                        + " edited: restore the file, and publish a correction as a revision");
    }

    @Test
    void anOldRevisionCannotGoMissing() throws IOException {
        store().write(SamplePeriod.imported());
        store().revise(corrected(), "wrong row");
        Files.move(data.resolve("periods/2025-02/revisions/1"), data.resolve("elsewhere"));
        assertThat(store().check("2025-02")).singleElement().asString().contains("revisions/1: superseded");
    }

    @Test
    void aFailedWriteLeavesNothing() throws IOException {
        Files.createDirectories(data.resolve("periods"));
        PeriodRecord bad = SamplePeriod.withModels(
                SamplePeriod.imported(),
                List.of(SamplePeriod.model("alpha", "Alpha"), SamplePeriod.model("../x", "X")));
        assertThatThrownBy(() -> store().write(bad)).isInstanceOf(DataException.class);
        assertThat(data.resolve("periods")).isEmptyDirectory();
    }

    @Test
    void aCopiedFolderIsNotAnotherPeriod() throws IOException {
        store().write(SamplePeriod.imported());
        Files.move(data.resolve("periods/2025-02"), data.resolve("periods/2025-04"));
        assertThatThrownBy(() -> store().read("2025-04"))
                .hasMessageContaining("snapshot.json:3: folder '2025-04' holds period 2025-02");
    }

    /** The process was killed between the two renames of a revision: the old folder is aside, the new not in place. */
    @Test
    void anInterruptedRevisionIsTakenBack() throws IOException {
        store().write(SamplePeriod.imported());
        Path folder = data.resolve("periods/2025-02");
        Files.move(folder, data.resolve("periods/.2025-02.replaced"));
        Files.createDirectories(data.resolve("periods/.2025-02.part/cases"));
        assertThat(store().periods()).containsExactly("2025-02");
        assertThat(store().read("2025-02")).isEqualTo(Canonical.of(SamplePeriod.imported()));
        assertThat(store().revise(corrected(), "wrong row")).isEqualTo(WriteOutcome.CREATED);
        assertThat(names()).containsExactly("2025-02");
    }

    @Test
    void numbersAreRoundedToSixDecimals() {
        store().write(SamplePeriod.evaluated());
        PeriodRecord read = store().read("2025-03");
        assertThat(read.snapshot().systems().get(0).scores().get(0).conformity())
                .isEqualTo(33.333333);
        assertThat(read.items().get(0).item().provenance().rewards()).containsEntry("diversity", 0.333333);
    }

    @ParameterizedTest
    @ValueSource(strings = {"../evil", "2025-13", "2025-2", "", "2025-02/..", "latest"})
    void aPeriodIsAMonth(String name) {
        assertThatThrownBy(() -> store().read(name)).isInstanceOf(DataException.class);
    }

    @Test
    void publishedFoldersCanBeReadByOthers() throws IOException {
        store().write(SamplePeriod.imported());
        assertThat(Files.getPosixFilePermissions(data.resolve("periods/2025-02")))
                .contains(java.nio.file.attribute.PosixFilePermission.OTHERS_READ);
    }

    private static PeriodRecord corrected() {
        PeriodRecord record = SamplePeriod.imported();
        List<ScoreCell> scores =
                new ArrayList<>(record.snapshot().systems().get(0).scores());
        scores.set(0, SamplePeriod.score("alpha", "daring", 51));
        return SamplePeriod.withScores(record, scores);
    }

    private TreeMap<String, String> contents() throws IOException {
        TreeMap<String, String> contents = new TreeMap<>();
        try (Stream<Path> files = Files.walk(data)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                contents.put(file.toString(), Files.readString(file));
            }
        }
        return contents;
    }

    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(data.resolve("periods"))) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }
}
