package dev.valuecompass.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AtomicFilesTest {
    @TempDir
    Path folder;

    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    @Test
    void r14AnInterruptLeavesTheTargetAsItWasAndNoTemporaryFile() throws IOException {
        Path target = Files.writeString(folder.resolve("a.json"), "old");
        Thread.currentThread().interrupt();
        assertThatThrownBy(() -> AtomicFiles.replace(target, "new")).isInstanceOf(DataException.class);
        assertThat(Thread.interrupted()).isTrue();
        assertThat(target).hasContent("old");
        assertThat(names()).containsExactly("a.json");
    }

    @Test
    void r14ATargetThatCannotBeReplacedStaysAndNoTemporaryFileDoes() throws IOException {
        Path target = Files.createDirectories(folder.resolve("a.json/full")).getParent();
        assertThatThrownBy(() -> AtomicFiles.replace(target, "new"))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("a.json");
        assertThat(target.resolve("full")).isDirectory();
        assertThat(names()).containsExactly("a.json");
    }

    @Test
    void r14ModeAndSymbolicLinkAreKept() throws IOException {
        assumeTrue(Files.getFileStore(folder).supportsFileAttributeView("posix"), "this file system knows no modes");
        Path target = Files.writeString(folder.resolve("a.json"), "old");
        Files.setPosixFilePermissions(target, PosixFilePermissions.fromString("rw-rw----"));
        Path link = Files.createSymbolicLink(folder.resolve("link.json"), target);
        AtomicFiles.replace(link, "new");
        assertThat(link).isSymbolicLink();
        assertThat(target).hasContent("new");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(target)))
                .isEqualTo("rw-rw----");
        assertThat(names()).containsExactly("a.json", "link.json");
    }
}
