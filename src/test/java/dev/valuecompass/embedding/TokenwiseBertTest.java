package dev.valuecompass.embedding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class TokenwiseBertTest {
    @Test
    void theSameFileGivesTheSameBytes() throws Exception {
        try (InputStream stream = TokenwiseBertTest.class.getResourceAsStream("/e5-small-v2-q.onnx")) {
            byte[] published = stream.readAllBytes();
            assertThat(TokenwiseBert.of(published)).isEqualTo(TokenwiseBert.of(published));
        }
    }

    @Test
    void aFileOfAnotherKindIsSaidToBeOne() {
        assertThatThrownBy(() -> TokenwiseBert.of("not a model".getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("the sentence model is not an ONNX file");
        assertThatThrownBy(() -> TokenwiseBert.of(new byte[0]))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("the sentence model has no tensor \"embeddings.LayerNorm.weight\"");
    }
}
