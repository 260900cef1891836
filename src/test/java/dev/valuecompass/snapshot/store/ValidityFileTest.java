package dev.valuecompass.snapshot.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.valuecompass.io.Checksums;
import dev.valuecompass.io.Json;
import dev.valuecompass.snapshot.PeriodFiles;
import dev.valuecompass.snapshot.PeriodValidity;
import dev.valuecompass.snapshot.SamplePeriod;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SortedMap;
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

    private void rewrite(String text) throws IOException {
        Files.writeString(file, text);
        sums();
    }

    private void sums() throws IOException {
        SortedMap<String, byte[]> files = FolderFiles.contents(folder);
        Files.write(folder.resolve(Checksums.FILE), Checksums.write(files).getBytes(StandardCharsets.UTF_8));
    }
}
