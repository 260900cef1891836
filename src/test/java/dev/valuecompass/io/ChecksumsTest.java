package dev.valuecompass.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ChecksumsTest {
    /** SHA-256 of "abc": FIPS 180-2, appendix B.1; of the empty text: NIST's test vectors. */
    @Test
    void writesTheFormatOfSha256sumSortedByPath() {
        String text = Checksums.write(
                Map.of("b/x", "abc".getBytes(StandardCharsets.UTF_8), "a", "".getBytes(StandardCharsets.UTF_8)));
        assertThat(text)
                .isEqualTo("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855  a\n"
                        + "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad  b/x\n");
        assertThat(Checksums.read(text, "S")).containsOnlyKeys("a", "b/x");
    }

    @ParameterizedTest
    @ValueSource(strings = {"../up", "/abs", "a/../../b", "a\\b"})
    void pathsStayInTheFolder(String path) {
        assertThatThrownBy(() -> Checksums.read("0".repeat(64) + "  " + path + "\n", "S"))
                .hasMessageContaining("S:1: path '" + path + "' leaves the folder");
    }

    @Test
    void namesEveryBadLine() {
        String line = "0".repeat(64) + "  a\n";
        assertThatThrownBy(() -> Checksums.read(line + "nonsense\n" + line, "S"))
                .hasMessageContaining("S:2: not a line")
                .hasMessageContaining("S:3: path 'a' is listed twice");
    }
}
