package dev.valuecompass.llm.openai;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.valuecompass.config.ConfigException;
import dev.valuecompass.config.Endpoint;
import dev.valuecompass.config.EndpointFields;
import dev.valuecompass.config.RateLimits;
import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ChatUrlTest {
    private static Endpoint endpoint(String url, String keyEnv) {
        return EndpointFields.builder()
                .id("e")
                .kind(Endpoint.Kind.OPENAI)
                .baseUrl(url)
                .keyEnv(keyEnv)
                .file("")
                .profile("")
                .concurrency(1)
                .timeout(Duration.ofSeconds(1))
                .retries(0)
                .limits(RateLimits.NONE)
                .batch(false)
                .build();
    }

    @ParameterizedTest
    @CsvSource({
        "https://api.example.com/v1, https://api.example.com/v1/chat/completions",
        "https://api.example.com/v1/, https://api.example.com/v1/chat/completions",
        "https://api.example.com/v1//, https://api.example.com/v1/chat/completions",
        "https://api.example.com//v1, https://api.example.com/v1/chat/completions",
        "https://api.example.com/v1/chat/completions, https://api.example.com/v1/chat/completions",
        "https://api.example.com/v1/chat/completions/, https://api.example.com/v1/chat/completions",
        "https://api.example.com, https://api.example.com/chat/completions",
        "https://g.example.com/v1beta/openai/, https://g.example.com/v1beta/openai/chat/completions",
        "https://r.example.com/openai/deployments/d?api-version=2024-10-21,"
                + " https://r.example.com/openai/deployments/d/chat/completions?api-version=2024-10-21",
        "' https://api.example.com/v1 ', https://api.example.com/v1/chat/completions",
        "https://api.example.com/v1#part, https://api.example.com/v1/chat/completions",
        "http://127.0.0.1:8000/v1, http://127.0.0.1:8000/v1/chat/completions",
        "http://localhost:11434/v1, http://localhost:11434/v1/chat/completions",
        "http://[::1]:8000/v1, http://[::1]:8000/v1/chat/completions"
    })
    void r49TheBaseUrlIsJoinedWithoutDoublingOrLosing(String base, String expected) {
        assertThat(ChatUrl.of(endpoint(base, "KEY"))).hasToString(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://user:hunter2hunter2@api.example.com/v1",
                "https://hunter2hunter2@api.example.com/v1",
                "https://api.example.com/v1?api_key=hunter2hunter2",
                "https://api.example.com/v1?key=hunter2hunter2",
                "https://api.example.com/v1?x=1&access_token=hunter2hunter2",
                "http://api.example.com/v1?token=hunter2hunter2",
                "http://192.168.1.4:8000/v1",
                "http://127.0.0.1.evil.example/v1",
                "ftp://hunter2hunter2/v1",
                "api.example.com/v1",
                "https://",
                ""
            })
    void r59AddressesThatWouldLeakAKeyAreRefused(String base) {
        assertThatThrownBy(() -> ChatUrl.of(endpoint(base, "KEY")))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("endpoint 'e'")
                .hasMessageNotContaining("hunter2");
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://ollama:11434/v1", "http://192.168.1.4:8000/v1"})
    void aServerWithoutAKeyMayBeAnywhere(String base) {
        assertThat(ChatUrl.of(endpoint(base, "")).isHttps()).isFalse();
    }
}
