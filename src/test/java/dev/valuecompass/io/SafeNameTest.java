package dev.valuecompass.io;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SafeNameTest {
    @ParameterizedTest
    @ValueSource(strings = {"a", "gpt-4.1-mini", "7b", "qwen2.5-72b", "console", "com10", "nullable"})
    void sound(String id) {
        assertThat(SafeName.objection(id)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                ".",
                "..",
                "a..b",
                "../../x",
                "a/b",
                "a\\b",
                "A",
                "a b",
                "a_b",
                "-a",
                "a-",
                "a.",
                ".a",
                "é",
                "a\n",
                "a:b",
                "a%2e",
                "a\u202Eb"
            })
    void shapeless(String id) {
        assertThat(SafeName.objection(id)).contains("is not a valid id");
    }

    @ParameterizedTest
    @ValueSource(strings = {"con", "nul", "nul.txt", "com1", "lpt9.a.b", "aux.json"})
    void reservedOnWindows(String id) {
        assertThat(SafeName.objection(id)).contains("is a reserved device name on Windows");
    }

    @Test
    void tooLong() {
        assertThat(SafeName.objection("a".repeat(64))).isEmpty();
        assertThat(SafeName.objection("a".repeat(65))).contains("is too long (65 characters)");
    }
}
