package dev.valuecompass.site.write;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Lengths about the 128 KiB that are read and written at once, where a comparison would go wrong. */
class TreeFilesTest {
    private static final int CHUNK = 1 << 17;

    @TempDir
    Path folder;

    private static byte[] bytes(int length) {
        byte[] bytes = new byte[length];
        for (int i = 0; i < length; i++) {
            bytes[i] = (byte) (i * 31);
        }
        return bytes;
    }

    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .map(file -> folder.relativize(file).toString())
                    .sorted()
                    .toList();
        }
    }

    @Test
    void whatIsThereAlreadyIsLeftAlone() throws IOException {
        for (int length : new int[] {0, 1, CHUNK - 1, CHUNK, CHUNK + 1, 3 * CHUNK}) {
            Path file = folder.resolve("a" + length);
            assertThat(new TreeFiles().refresh(file, bytes(length))).isTrue();
            assertThat(file).hasBinaryContent(bytes(length));
            assertThat(new TreeFiles().refresh(file, bytes(length))).isFalse();
        }
    }

    @Test
    void everyDifferenceIsWrittenWhereverItLies() throws IOException {
        byte[] old = bytes(2 * CHUNK);
        Path file = folder.resolve("a");
        for (int at : new int[] {0, CHUNK - 1, CHUNK, 2 * CHUNK - 1}) {
            Files.write(file, old);
            byte[] other = old.clone();
            other[at]++;
            assertThat(new TreeFiles().refresh(file, other)).as("byte " + at).isTrue();
            assertThat(file).hasBinaryContent(other);
        }
        for (int length : new int[] {0, CHUNK, 2 * CHUNK - 1, 2 * CHUNK + 1}) {
            Files.write(file, old);
            assertThat(new TreeFiles().refresh(file, bytes(length)))
                    .as(length + " bytes")
                    .isTrue();
            assertThat(file).hasBinaryContent(bytes(length));
        }
        assertThat(names()).containsExactly("a");
    }

    @Test
    void contentThatComesInPiecesIsComparedAndWrittenAsAWhole() throws IOException {
        Content pieces = out -> {
            for (int i = 0; i < 70_000; i++) {
                out.write('a');
                out.write("bcd".getBytes(StandardCharsets.US_ASCII));
            }
        };
        Path file = folder.resolve("new/folder/a");
        TreeFiles files = new TreeFiles();
        assertThat(files.refresh(file, pieces)).isTrue();
        assertThat(file).hasContent("abcd".repeat(70_000));
        assertThat(new TreeFiles().refresh(file, pieces)).isFalse();
        assertThat(names()).containsExactly("new/folder/a");
    }

    /** What a rendering that was killed left half written is no reason to keep it. */
    @Test
    void aBeginningIsNotTheWhole() throws IOException {
        Path file = Files.write(folder.resolve("a"), bytes(CHUNK));
        assertThat(new TreeFiles().refresh(file, bytes(CHUNK + 5))).isTrue();
        assertThat(file).hasBinaryContent(bytes(CHUNK + 5));
    }
}
