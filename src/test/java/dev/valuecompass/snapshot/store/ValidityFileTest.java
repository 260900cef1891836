package dev.valuecompass.snapshot.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.valuecompass.io.Checksums;
import dev.valuecompass.io.Json;
import dev.valuecompass.items.ItemIds;
import dev.valuecompass.llm.Outcome;
import dev.valuecompass.snapshot.LabelRecord;
import dev.valuecompass.snapshot.PeriodFiles;
import dev.valuecompass.snapshot.PeriodRecord;
import dev.valuecompass.snapshot.PeriodValidity;
import dev.valuecompass.snapshot.SamplePeriod;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The validity that is frozen beside a snapshot. */
class ValidityFileTest {
    @TempDir
    Path data;

    private PeriodStore store;
    private Path folder;
    private Path file;

    @BeforeEach
    void freeze() {
        store = new PeriodStore(data);
        store.write(SamplePeriod.proven());
        folder = store.folder("2025-03");
        file = folder.resolve(PeriodFiles.VALIDITY);
    }

    @Test
    void followsFromTheOtherFilesAndIsCoveredByTheChecksums() throws IOException {
        assertThat(Files.readString(file)).isEqualTo(Json.pretty(PeriodValidity.of(store.read("2025-03"))));
        assertThat(Files.readString(folder.resolve(Checksums.FILE))).contains("  validity.json");
        assertThat(Verification.verify(folder).defects()).isEmpty();
    }

    @Test
    void figureThatDoesNotFollowIsFoundThoughItsChecksumHolds() throws IOException {
        rewrite(Files.readString(file).replaceFirst("\"splits\" : 100", "\"splits\" : 99"));
        assertThat(Verification.verify(folder).defects())
                .singleElement()
                .asString()
                .contains("validity.json", "halves.splits is 99, would be 100");
    }

    @Test
    void whatIsNoJsonIsAMistakeInTheFile() throws IOException {
        rewrite("{");
        assertThat(Verification.verify(folder).defects())
                .singleElement()
                .asString()
                .contains("validity.json");
    }

    @Test
    void whatAnotherVersionToldIsLeftAndNamed() throws IOException {
        rewrite("{\"version\" : 99}");
        assertThat(Verification.verify(folder).defects()).isEmpty();
        assertThat(Verification.verify(folder).notes())
                .anySatisfy(note -> assertThat(note).contains("validity: another version"));
        assertThat(store.write(SamplePeriod.proven())).isEqualTo(PeriodStore.WriteOutcome.UNCHANGED);
    }

    @Test
    void periodOfBeforeStaysAsItIs() throws IOException {
        Files.delete(file);
        sums();
        assertThat(Verification.verify(folder).defects()).isEmpty();
        assertThat(store.write(SamplePeriod.proven())).isEqualTo(PeriodStore.WriteOutcome.UNCHANGED);
        assertThat(file).doesNotExist();
    }

    /** Lengths of answers are told by a newer program; a period without them is known again, and one with them has them. */
    @Test
    void lengthsOfAnswersChangeNothingInAPeriodThatHasNone() throws IOException {
        assertThat(store.write(withLengths())).isEqualTo(PeriodStore.WriteOutcome.UNCHANGED);
        PeriodStore other = new PeriodStore(data.resolve("other"));
        other.write(withLengths());
        assertThat(Files.readString(other.folder("2025-03").resolve("labels/alpha.jsonl")))
                .contains("\"length\":");
        assertThat(Verification.verify(other.folder("2025-03")).defects()).isEmpty();
    }

    /** Answers to which a case is published are as long as that. */
    private static PeriodRecord withLengths() {
        PeriodRecord sample = SamplePeriod.proven();
        SortedMap<String, List<LabelRecord>> labels = new TreeMap<>();
        sample.labels()
                .forEach((model, rows) -> labels.put(
                        model,
                        rows.stream()
                                .map(row -> row.outcome() != Outcome.ANSWERED
                                        ? row
                                        : new LabelRecord(
                                                row.item(),
                                                row.sample(),
                                                row.outcome(),
                                                row.labels(),
                                                length(sample, model, row)))
                                .toList()));
        return new PeriodRecord(sample.snapshot(), sample.items(), labels, sample.cases());
    }

    private static int length(PeriodRecord sample, String model, LabelRecord row) {
        return sample.cases().getOrDefault(model, List.of()).stream()
                .filter(one -> one.id().equals(ItemIds.ofCase(row.item(), row.sample())))
                .mapToInt(one -> LabelRecord.length(one.answer()))
                .findFirst()
                .orElse(100);
    }

    private void rewrite(String text) throws IOException {
        Files.writeString(file, text);
        sums();
    }

    private void sums() throws IOException {
        SortedMap<String, byte[]> files = FolderFiles.contents(folder);
        Files.write(folder.resolve(Checksums.FILE), Checksums.write(files).getBytes(StandardCharsets.UTF_8));
    }
}
