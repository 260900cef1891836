package dev.valuecompass.snapshot.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.valuecompass.io.Checksums;
import dev.valuecompass.io.DataException;
import dev.valuecompass.responses.OutcomeCounts;
import dev.valuecompass.responses.OutcomeCountsFields;
import dev.valuecompass.scores.RatingMethod;
import dev.valuecompass.scores.ResampledUnit;
import dev.valuecompass.scores.Scoring;
import dev.valuecompass.scores.TeamStrength;
import dev.valuecompass.snapshot.ModelEntry;
import dev.valuecompass.snapshot.PeriodRecord;
import dev.valuecompass.snapshot.SamplePeriod;
import dev.valuecompass.snapshot.ScoreCell;
import dev.valuecompass.snapshot.check.Withdrawal;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TimeZone;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VerificationTest {
    @TempDir
    Path data;

    private Path folder;

    @BeforeEach
    void freeze() {
        new PeriodStore(data).write(SamplePeriod.proven());
        folder = data.resolve("periods/2025-03");
    }

    /** By hand: alpha 12 of 12, beta 0 of 12, gamma 6 of 12 (items 1, 3, 5, both samples), delta refused 12 of 12. */
    @Test
    void figuresFollowFromTheLabels() {
        List<ScoreCell> cells = new PeriodStore(data)
                .read("2025-03")
                .snapshot()
                .systems()
                .get(0)
                .scores();
        assertThat(cells.stream().filter(cell -> cell.dimension().equals("daring")))
                .extracting(ScoreCell::model, ScoreCell::conformity, ScoreCell::counts)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("alpha", 100.0, answered()),
                        org.assertj.core.groups.Tuple.tuple("beta", 0.0, answered()),
                        org.assertj.core.groups.Tuple.tuple(
                                "delta-2.5",
                                null,
                                OutcomeCountsFields.builder()
                                        .asked(12)
                                        .answered(0)
                                        .refused(12)
                                        .filtered(0)
                                        .truncated(0)
                                        .empty(0)
                                        .unparsed(0)
                                        .unscored(0)
                                        .failed(0)
                                        .skipped(0)
                                        .build()),
                        org.assertj.core.groups.Tuple.tuple("gamma", 50.0, answered()));
        assertThat(cells.get(0).winRate()).isGreaterThan(50);
        assertThat(cells.get(0).interval().low())
                .as("six items alike, by Wilson: 6 / (6 + 1.6449²)")
                .isEqualTo(68.921602);
        ScoreCell unread = cells.get(cells.size() - 1);
        assertThat(unread).returns("order", ScoreCell::dimension).returns("gamma", ScoreCell::model);
        assertThat(unread.counts()).as("answers without a label").returns(12, OutcomeCounts::unscored);
        assertThat(unread.conformity()).isNull();
    }

    @Test
    void aSoundPeriodHolds() {
        Verification.Report report = Verification.verify(folder);
        assertThat(report.defects()).isEmpty();
        assertThat(report.holds()).isTrue();
        // 16 cells of six figures, the number of items, three figures of each of six items, and the bindings.
        assertThat(report.numbers()).isGreaterThan(16 * 6 + 1 + 6 * 3);
        assertThat(report).returns("2025-03", Verification.Report::period).returns(1, Verification.Report::revision);
    }

    /** The period says which arithmetic it was; to the published digits either gives the same figures. */
    @Test
    void aPeriodRatedByTheFactorGraphHolds() throws IOException {
        Path other = data.resolve("other");
        new PeriodStore(other)
                .write(SamplePeriod.proven(
                        new Scoring(3, 200, 0.9, TeamStrength.SUM, ResampledUnit.ITEM, 0, RatingMethod.JSKILLS)));
        Path rated = other.resolve("periods/2025-03");
        assertThat(Verification.verify(rated).holds()).isTrue();
        assertThat(Files.readString(rated.resolve("snapshot.json")))
                .contains("\"ratings\" : \"JSKILLS\"")
                .contains(Files.readString(folder.resolve("snapshot.json"))
                        .lines()
                        .filter(line -> line.contains("\"winRate\""))
                        .toList());
    }

    @Test
    void aRevisionHolds() {
        new PeriodStore(data).write(SamplePeriod.imported());
        Verification.Report imported = Verification.verify(data.resolve("periods/2025-02"));
        assertThat(imported.holds()).isTrue();
        assertThat(imported.notes()).anyMatch(note -> note.contains("imported from https://example.org: no labels"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "snapshot.json;\"conformity\" : 50.0;\"conformity\" : 50.1;toy, gamma, daring: conformity is 50.1, the labels give 50.0",
                "snapshot.json;\"low\" : 68.921602;\"low\" : 68.921603;toy, alpha, daring: interval is",
                "snapshot.json;\"refused\" : 12;\"refused\" : 11;counts of toy, delta-2.5, daring do not add up",
                "snapshot.json;\"items\" : 6;\"items\" : 7;toy: items is 7, the labels give 6",
                "snapshot.json;\"seed\" : 7;\"seed\" : 8;spread of the win rate is",
                "labels/beta.jsonl;\".++-\";\"+++-\";toy, beta, daring: conformity is 0.0",
                "items.jsonl;\"daring\":0.918296;\"daring\":1.0;entropy of q",
                "items.jsonl;\"caution\":0.0;\"caution\":0.5;variance between models of q",
                "items.jsonl;\"daring\":0.802955;\"daring\":0.9;correlation with the rest of q",
                "snapshot.json;\"dollars\" : 0.25;\"dollars\" : 0.25000001;not rounded to six decimals",
                "snapshot.json;\"samples\" : 2;\"samples\" : 2000000000;2000000000 samples are not in 1 to 1000"
            })
    void aNumberThatWasChangedIsFoundEvenWithNewChecksums(String name, String from, String to, String message)
            throws IOException {
        Path file = folder.resolve(name);
        String text = Files.readString(file);
        assertThat(text).contains(from);
        Files.writeString(file, text.replaceFirst(java.util.regex.Pattern.quote(from), to));
        Map<String, byte[]> files = new LinkedHashMap<>();
        for (String path : FolderFiles.names(folder)) {
            files.put(path, Files.readAllBytes(folder.resolve(path)));
        }
        Files.writeString(folder.resolve(Checksums.FILE), Checksums.write(files));
        Verification.Report report = Verification.verify(folder);
        assertThat(report.holds()).isFalse();
        assertThat(report.defects())
                .anySatisfy(defect -> assertThat(defect.toString())
                        .startsWith(folder.toString())
                        .contains(message));
    }

    @Test
    void aDownloadedZipHolds() throws IOException {
        Path zip = Files.write(data.resolve("2025-03.zip"), PeriodArchive.zip(folder));
        assertThat(Verification.verify(zip).defects()).isEmpty();
        assertThat(Verification.verify(zip).notes()).noneMatch(note -> note.contains("packed anew"));
    }

    @Test
    void theZipOfAWithdrawnPeriodTellsItAndHolds() throws IOException {
        byte[] standing = PeriodArchive.zip(folder);
        new Withdrawal("2025-05-01", "answers were swapped").mark(folder);
        Path zip = Files.write(data.resolve("2025-03.zip"), PeriodArchive.zip(folder));
        assertThat(Files.readAllBytes(zip)).isNotEqualTo(standing);
        try (ZipInputStream entries = new ZipInputStream(Files.newInputStream(zip))) {
            assertThat(entries.getNextEntry().getName()).isEqualTo("2025-03.withdrawn.json");
            assertThat(new String(entries.readAllBytes(), StandardCharsets.UTF_8))
                    .contains("answers were swapped");
        }
        assertThat(Verification.verify(zip).defects()).isEmpty();
        assertThat(Verification.verify(zip).notes())
                .contains("withdrawn on 2025-05-01: answers were swapped")
                .noneMatch(note -> note.contains("packed anew"));
        Withdrawal.undo(folder);
        assertThat(PeriodArchive.zip(folder)).isEqualTo(standing);
    }

    @Test
    @Tag("slow")
    void oneByteFlippedAnywhereInAZipIsReportedWithItsFile() throws IOException {
        PeriodRecord frozen = SamplePeriod.proven();
        new PeriodStore(data).revise(SamplePeriod.withModels(frozen, renamed(frozen)), "a name was misspelt");
        byte[] whole = PeriodArchive.zip(folder);
        Path zip = data.resolve("2025-03.zip");
        for (int at = 0; at < whole.length; at += at < 120 || at > whole.length - 400 ? 1 : 97) {
            byte[] flipped = whole.clone();
            flipped[at] ^= 1;
            Files.write(zip, flipped);
            assertThat(complaints(zip)).as("byte %d of %d", at, whole.length).isNotEmpty();
        }
    }

    @Test
    void aScoreFlippedInAZipIsReportedWithItsFileAndItsField() throws IOException {
        Path snapshot = folder.resolve("snapshot.json");
        Files.writeString(
                snapshot, Files.readString(snapshot).replaceFirst("\"conformity\" : 50\\.0", "\"conformity\" : 60.0"));
        Path zip = Files.write(data.resolve("2025-03.zip"), PeriodArchive.zip(folder));
        assertThat(complaints(zip))
                .anySatisfy(line -> assertThat(line).contains("snapshot.json", "edited after it was frozen"))
                .anySatisfy(
                        line -> assertThat(line).contains("gamma, daring: conformity is 60.0, the labels give 50.0"));
    }

    @Test
    void filesThatWerePackedAnewAreAsGood() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (String name : FolderFiles.names(folder)) {
                zip.putNextEntry(new ZipEntry(name));
                zip.write(Files.readAllBytes(folder.resolve(name)));
            }
            zip.putNextEntry(new ZipEntry(Checksums.FILE));
            zip.write(Files.readAllBytes(folder.resolve(Checksums.FILE)));
        }
        Verification.Report report = Verification.verify(Files.write(data.resolve("mine.zip"), bytes.toByteArray()));
        assertThat(report.defects()).isEmpty();
        assertThat(report.notes()).anyMatch(note -> note.contains("packed anew"));
    }

    private static List<String> complaints(Path zip) {
        try {
            return Verification.verify(zip).defects().stream()
                    .map(Object::toString)
                    .toList();
        } catch (DataException e) {
            return e.defects().stream().map(Object::toString).toList();
        }
    }

    private static List<ModelEntry> renamed(PeriodRecord record) {
        List<ModelEntry> models = new ArrayList<>(record.snapshot().models());
        ModelEntry first = models.get(0);
        models.set(0, SamplePeriod.simulated(SamplePeriod.model(first.id(), first.name() + " II")));
        return models;
    }

    @Test
    void theZipIsTheSameBytesWhereverAndWheneverItIsMade() throws IOException {
        byte[] first = PeriodArchive.zip(folder);
        Path elsewhere = data.resolve("other");
        new PeriodStore(elsewhere).write(SamplePeriod.proven());
        assertThat(PeriodArchive.zip(elsewhere.resolve("periods/2025-03"))).isEqualTo(first);
        TimeZone here = TimeZone.getDefault();
        try {
            TimeZone.setDefault(TimeZone.getTimeZone("Asia/Kathmandu"));
            assertThat(PeriodArchive.zip(folder)).isEqualTo(first);
        } finally {
            TimeZone.setDefault(here);
        }
    }

    @ParameterizedTest
    @CsvSource({"../../evil, true", "/etc/evil, true", "2025-03/snapshot.json, false"})
    void hostileZipsAreRefusedAndNothingIsWritten(String entry, boolean leaves) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry(entry));
            zip.write("{}".getBytes(StandardCharsets.UTF_8));
        }
        Path zip = Files.write(data.resolve("evil.zip"), bytes.toByteArray());
        boolean refused;
        try {
            refused = !Verification.verify(zip).holds();
        } catch (DataException e) {
            refused = true;
        }
        assertThat(refused).isTrue();
        assertThat(data.resolveSibling("evil")).doesNotExist();
    }

    @Test
    void whatIsNoPeriodIsSaidToBeNone() throws IOException {
        Path text = Files.writeString(data.resolve("notes.txt"), "hello");
        assertThatThrownBy(() -> Verification.verify(text)).isInstanceOf(DataException.class);
        assertThatThrownBy(() -> Verification.verify(data.resolve("nothing"))).isInstanceOf(DataException.class);
        assertThat(Verification.verify(data).holds()).isFalse();
    }

    private static OutcomeCounts answered() {
        return OutcomeCountsFields.builder()
                .asked(12)
                .answered(12)
                .refused(0)
                .filtered(0)
                .truncated(0)
                .empty(0)
                .unparsed(0)
                .unscored(0)
                .failed(0)
                .skipped(0)
                .build();
    }
}
