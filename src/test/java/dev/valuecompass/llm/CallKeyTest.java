package dev.valuecompass.llm;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class CallKeyTest {
    private static final CallKey KEY = new CallKey(
            1,
            "openai",
            "https://api.example.com/v1/chat/completions",
            "model-a",
            List.of(Message.system("Be brief."), Message.user("Is it \"good\"?\n")),
            new TreeMap<>(Map.of("max_tokens", 400, "temperature", 1.0)),
            0);

    /** The digest is of exactly this text (printf '%s' … | sha256sum): to change either is to forget every stored call. */
    @Test
    void r55DigestIsGolden() {
        assertThat(KEY.canonical())
                .isEqualTo(
                        "{\"schema\":1,\"kind\":\"openai\",\"source\":\"https://api.example.com/v1/chat/completions\","
                                + "\"model\":\"model-a\",\"messages\":[{\"role\":\"SYSTEM\",\"content\":\"Be brief.\"},"
                                + "{\"role\":\"USER\",\"content\":\"Is it \\\"good\\\"?\\n\"}],"
                                + "\"parameters\":{\"max_tokens\":400,\"temperature\":1.0},\"sample\":0}");
        assertThat(KEY.digest()).isEqualTo("5b24e65951d41d2c8fdab0efbfc5a4e7a04e89003f8c4cfd3d28da93dcb83a97");
    }

    static Stream<Arguments> texts() {
        return Stream.of(
                Arguments.of("plain", "plain"),
                Arguments.of(
                        "\"quoted\" \\ back/slash\tand\nlines\r", "\\\"quoted\\\" \\\\ back/slash\\tand\\nlines\\r"),
                Arguments.of("nul\u0000 esc\u001B del\u007F", "nul\\u0000 esc\\u001B del\u007F"),
                Arguments.of("caf\u00e9 \u2028 \uD83D\uDE00 \u202E", "caf\u00e9 \u2028 \uD83D\uDE00 \u202E"),
                Arguments.of("half \uD83D of one", "half \uD83D of one"));
    }

    /** Stored keys were written in these characters: another way to escape would make strangers of all stored calls. */
    @ParameterizedTest
    @MethodSource("texts")
    void r55EveryCharacterHasOneForm(String text, String written) {
        CallKey key = new CallKey(1, "openai", "", "m", List.of(Message.user(text)), Map.of("top_p", 1.0E-7), 3);
        assertThat(key.canonical())
                .isEqualTo("{\"schema\":1,\"kind\":\"openai\",\"source\":\"\",\"model\":\"m\",\"messages\":"
                        + "[{\"role\":\"USER\",\"content\":\"" + written + "\"}],"
                        + "\"parameters\":{\"top_p\":1.0E-7},\"sample\":3}");
    }

    @Test
    void r55EveryComponentCounts() {
        Map<String, Object> warm = Map.of("max_tokens", 400, "temperature", 0.9);
        Stream<CallKey> others = Stream.of(
                new CallKey(2, KEY.kind(), KEY.source(), KEY.model(), KEY.messages(), KEY.parameters(), 0),
                new CallKey(1, "recorded", KEY.source(), KEY.model(), KEY.messages(), KEY.parameters(), 0),
                new CallKey(1, KEY.kind(), "https://other", KEY.model(), KEY.messages(), KEY.parameters(), 0),
                new CallKey(1, KEY.kind(), KEY.source(), "model-b", KEY.messages(), KEY.parameters(), 0),
                new CallKey(
                        1, KEY.kind(), KEY.source(), KEY.model(), KEY.messages().subList(1, 2), KEY.parameters(), 0),
                new CallKey(1, KEY.kind(), KEY.source(), KEY.model(), KEY.messages(), warm, 0),
                new CallKey(1, KEY.kind(), KEY.source(), KEY.model(), KEY.messages(), KEY.parameters(), 1));
        assertThat(Stream.concat(Stream.of(KEY), others).map(CallKey::digest)).doesNotHaveDuplicates();
    }

    @Test
    void r55StringsAreDelimited() {
        CallKey one = new CallKey(1, "a", "bc", "m", List.of(), Map.of(), 0);
        CallKey two = new CallKey(1, "ab", "c", "m", List.of(), Map.of(), 0);
        CallKey forged = new CallKey(1, "a\",\"source\":\"x", "bc", "m", List.of(), Map.of(), 0);
        assertThat(List.of(one.digest(), two.digest(), forged.digest())).doesNotHaveDuplicates();
    }
}
