package dev.valuecompass.llm.openai;

import static org.assertj.core.api.Assertions.assertThat;

import dev.valuecompass.llm.KeyMask;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** R58: an error's words are cut when the key has been taken out of them, not before. */
class ApiErrorTest {
    private static final String KEY = "Xq7wZv3mKj9rTy5bNc2hLd8fGs4p";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"error\":{\"message\":\"$\",\"code\":\"$\",\"type\":\"$\"}}",
                "{\"error\":{\"message\":\"n/a\",\"code\":\"$\",\"type\":\"$\"}}",
                "{\"error\":\"{\\\"message\\\":\\\"$\\\"}\"}",
                "{\"detail\":[{\"msg\":\"$\"}]}",
                "{\"errors\":{\"message\":{\"message\":\"$\"}}}",
                "{\"error\":{\"message\":\"$",
                "<html><b>$</b></html>",
                "$"
            })
    void noPartOfAKeyIsLeftWhereverTheMessageIsCut(String body) {
        KeyMask mask = KeyMask.of(KEY);
        for (int before = 0; before < 520; before += before == 120 ? 330 : 1) {
            ApiError error = ApiError.read(body.replace("$", "-".repeat(before) + KEY + "-".repeat(200)), mask::mask);
            String all = error.describe(401) + error.type();
            assertThat(all).hasSizeLessThan(750);
            for (int i = 0; i + 3 <= KEY.length(); i++) {
                assertThat(all).doesNotContain(KEY.substring(i, i + 3));
            }
        }
    }
}
