package dev.valuecompass.io;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class FileFaultTest {
    @TempDir
    Path folder;

    private interface Deed {
        void on(Path folder) throws IOException;
    }

    private static Arguments real(String expected, Deed deed) {
        return Arguments.of(expected, deed);
    }

    static Stream<Arguments> realFaults() {
        return Stream.of(
                real("a file lies where a folder is needed", folder -> {
                    Files.writeString(folder.resolve("runs"), "");
                    AtomicFiles.replace(folder.resolve("runs/a.json"), "x");
                }),
                real("a file lies where a folder is needed", folder -> {
                    Files.writeString(folder.resolve("runs"), "");
                    AtomicFiles.replace(folder.resolve("runs/below/a.json"), "x");
                }),
                real("a folder lies where a file is needed", folder -> {
                    Files.createDirectories(folder.resolve("a.json"));
                    Json.read(folder.resolve("a.json"), String.class);
                }),
                real("it does not exist", folder -> Json.read(folder.resolve("a.json"), String.class)),
                real("the name is too long", folder -> AtomicFiles.replace(folder.resolve("n".repeat(300)), "x")),
                real("symbolic links lead in a circle", folder -> {
                    Files.createSymbolicLink(folder.resolve("a.json"), folder.resolve("b.json"));
                    Files.createSymbolicLink(folder.resolve("b.json"), folder.resolve("a.json"));
                    Json.read(folder.resolve("a.json"), String.class);
                }));
    }

    @ParameterizedTest
    @MethodSource("realFaults")
    void aFaultIsOneSentenceWithThePathAndTheFix(String expected, Deed deed) {
        DataException fault = org.junit.jupiter.api.Assertions.assertThrows(DataException.class, () -> deed.on(folder));
        Defect defect = fault.defects().get(0);
        assertThat(defect.file()).startsWith(folder.toString());
        assertThat(defect.what()).contains("cannot be", expected);
        assertThat(defect.fix()).isNotBlank();
        assertThat(fault.getMessage()).doesNotContain("Exception", ".part").hasLineCount(1);
    }

    /** Those that need a disk or a user of their own, as the system words them. */
    @ParameterizedTest
    @CsvSource({
        "No space left on device, the disk is full",
        "Disk quota exceeded, the disk quota is used up",
        "File too large, ulimit -f",
        "Read-only file system, read-only file system",
        "Permission denied, this user has no right to it",
        "Operation not permitted, lsattr",
        "Too many open files, ulimit -n",
        "Device or resource busy, another program is using it",
        "Input/output error, the disk reports an error",
        "Stale file handle, the disk reports an error"
    })
    void theSystemsWordsAreKnownWithAPathAndWithout(String words, String expected) {
        Path file = Path.of("runs/a.json");
        assertThat(FileFault.writing(file, new IOException(words)))
                .hasMessageContaining("runs/a.json: ")
                .hasMessageContaining(expected);
        assertThat(FileFault.writing(file, new FileSystemException("runs/.1.part", null, words)))
                .hasMessageContaining(expected)
                .hasMessageNotContaining(".part");
        assertThat(FileFault.of(new FileSystemException("runs/a.json", null, words))
                        .orElseThrow())
                .hasMessageContaining("runs/a.json: ")
                .hasMessageContaining(expected);
    }

    @Test
    void theFolderAtFaultIsNamed() {
        DataException fault = FileFault.writing(Path.of("out/site/index.html"), new AccessDeniedException("out/site"));
        assertThat(fault)
                .hasMessageContaining("out/site/index.html: cannot be written: at out/site, this user has no right");
    }

    @Test
    void whatNobodyKnowsIsToldInTheSystemsWords() {
        assertThat(FileFault.reading(Path.of("a"), new IOException("Gremlins")))
                .hasMessageContaining("a: cannot be read (Gremlins)");
        assertThat(FileFault.of(new IOException("Gremlins"))).isEmpty();
    }
}
