package dev.valuecompass.llm;

import static org.assertj.core.api.Assertions.assertThat;

import dev.valuecompass.io.Json;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Written without the mapper, in the mapper's characters: a difference would make strangers of all stored calls. */
class CallJsonTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "plain",
                "\"quoted\" \\ back/slash\tand\nlines\r",
                "nul\u0000 esc\u001B del\u007F",
                "caf\u00e9 \u2028 \uD83D\uDE00 \u202E",
                "half \uD83D of one"
            })
    void r55KeyAndResultAreWhatTheMapperWrites(String text) {
        Map<String, Object> parameters =
                Map.of("top_p", 0.95, "max_tokens", 400, "temperature", 1.0E-7, "system_role", text, "flag", true);
        CallKey key =
                new CallKey(1, "openai", text, text, List.of(Message.system(text), Message.user("")), parameters, 3);
        assertThat(CallJson.key(key)).isEqualTo(Json.line(key));
        ChatResult result = new ChatResult(
                Outcome.ANSWERED,
                text,
                text,
                "m",
                new Usage(1, null, 2, 0, null, new BigDecimal("0.00000012")),
                List.of(text, "b"),
                text,
                false);
        assertThat(CallJson.result(result)).isEqualTo(Json.line(result));
    }

    @Test
    void r55WhatIsEmptyIsWrittenAsTheMapperDoes() {
        CallKey key = new CallKey(1, "", "", "", List.of(), Map.of(), 0);
        assertThat(CallJson.key(key)).isEqualTo(Json.line(key));
        ChatResult result = ChatResult.failed(Outcome.EMPTY, "");
        assertThat(CallJson.result(result)).isEqualTo(Json.line(result));
    }
}
