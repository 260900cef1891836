package dev.valuecompass.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.valuecompass.io.Defect;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class KeyCheckTest {
    private final Endpoint keyed = endpoint("web", "WEB_KEY");
    private final Endpoint other = endpoint("other", "OTHER_KEY");
    private final Endpoint open = endpoint("local", "");

    @Test
    void everyUnsetOrBlankVariableIsNamedOnce() {
        List<Defect> unset =
                KeyCheck.unset(List.of(keyed, open, other, keyed), Map.of("OTHER_KEY", " "), "leaderboard.yml");

        assertThat(unset)
                .extracting(Defect::toString)
                .containsExactly(
                        "leaderboard.yml: the endpoint 'web' needs the environment variable WEB_KEY, which is not set;"
                                + " set it to the key: export WEB_KEY=…",
                        "leaderboard.yml: the endpoint 'other' needs the environment variable OTHER_KEY, which is not"
                                + " set; set it to the key: export OTHER_KEY=…");
    }

    @Test
    void onlyTheEndpointsThatAreSentToAreAsked() {
        assertThatCode(() -> KeyCheck.require(List.of(keyed, open), Map.of("WEB_KEY", "x"), "f"))
                .doesNotThrowAnyException();
        assertThatCode(() -> KeyCheck.require(List.of(), Map.of(), "f")).doesNotThrowAnyException();
        assertThatThrownBy(() -> KeyCheck.require(List.of(other), Map.of("WEB_KEY", "x"), "f"))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("OTHER_KEY");
    }

    private static Endpoint endpoint(String id, String keyEnv) {
        return EndpointFields.builder()
                .id(id)
                .kind(Endpoint.Kind.OPENAI)
                .baseUrl("https://example.com/v1")
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
}
