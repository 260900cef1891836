package dev.valuecompass.snapshot.store;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.valuecompass.io.DataException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ArchiveLimitsTest {
    private static final int MIB = 1 << 20;

    @TempDir
    Path folder;

    /** A zip of entries of this many bytes each, all of them zero. */
    private Path zip(int bytes, String... names) throws IOException {
        Path file = folder.resolve("period.zip");
        try (OutputStream out = Files.newOutputStream(file);
                ZipOutputStream zip = new ZipOutputStream(out)) {
            for (String name : names) {
                zip.putNextEntry(new ZipEntry(name));
                zip.write(new byte[bytes]);
                zip.closeEntry();
            }
        }
        return file;
    }

    @Test
    void aSmallArchiveMayBePackedTightly() throws IOException {
        Path file = zip(MIB, "2026-11/snapshot.json", "2026-11/cases/a..b.jsonl");
        assertThatCode(() -> ArchiveLimits.PERIOD.check(file)).doesNotThrowAnyException();
    }

    @Test
    void aBombIsRefusedBeforeItIsBelieved() throws IOException {
        Path file = zip(64 * MIB, "snapshot.json");
        assertThatThrownBy(() -> Verification.verify(file))
                .isInstanceOf(DataException.class)
                .hasMessageContaining(
                        "period.zip: unpacks to more than 200 times its size or 2048 MiB; it is no published");
    }

    @Test
    void entriesTheirSizesAndTheirSumAreBounded() throws IOException {
        ArchiveLimits small = new ArchiveLimits(3, 2L * MIB, 5L * MIB, 1000);
        Path many = zip(1, "a", "b", "c", "d");
        assertThatThrownBy(() -> small.check(many)).hasMessageContaining("has 4 entries; a period has at most 3");
        Path large = zip(3 * MIB, "a");
        assertThatThrownBy(() -> small.check(large)).hasMessageContaining("unpacks 'a' to more than 2 MiB");
        Path sum = zip(2 * MIB, "a", "b", "c");
        assertThatThrownBy(() -> small.check(sum)).hasMessageContaining("or 5 MiB");
    }

    @ParameterizedTest
    @ValueSource(strings = {"../a", "a/../../b", "/etc/a", "..", "a/..", "C:/a", "a\\..\\b", "a\nb"})
    void anEntryThatLeadsOutIsRefused(String name) throws IOException {
        Path file = zip(1, name);
        assertThatThrownBy(() -> Verification.verify(file))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("leads out of it");
    }

    @Test
    void whatIsNoZipIsStillNamedAsSuch() throws IOException {
        Path file = Files.writeString(folder.resolve("a.txt"), "no zip");
        assertThatThrownBy(() -> Verification.verify(file))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("neither a period's folder nor a zip");
    }
}
