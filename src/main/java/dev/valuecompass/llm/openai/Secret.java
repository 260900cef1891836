package dev.valuecompass.llm.openai;

import dev.valuecompass.config.ConfigException;
import dev.valuecompass.config.Endpoint;
import dev.valuecompass.io.Defect;
import dev.valuecompass.llm.KeyMask;
import java.util.List;
import java.util.Map;

/** An endpoint's key. It knows how to take itself out of a text, and prints as nothing. */
final class Secret {
    private final String value;
    private final KeyMask mask;

    private Secret(String value) {
        this.value = value;
        this.mask = KeyMask.of(value);
    }

    static Secret none() {
        return new Secret("");
    }

    /** @throws ConfigException when the endpoint needs a key and the environment has none that can be sent */
    static Secret of(Endpoint endpoint, Map<String, String> environment) {
        if (endpoint.keyEnv().isBlank()) {
            return none();
        }
        String value = environment.getOrDefault(endpoint.keyEnv(), "").strip();
        if (value.isEmpty()) {
            throw refusal(endpoint, "is not set");
        }
        if (!value.chars().allMatch(c -> c > ' ' && c < 127)) {
            throw refusal(endpoint, "contains a character that no key has");
        }
        return new Secret(value);
    }

    private static ConfigException refusal(Endpoint endpoint, String what) {
        return new ConfigException(List.of(new Defect(
                "leaderboard.yml",
                "endpoint '" + endpoint.id() + "' needs a key, and the environment variable " + endpoint.keyEnv() + " "
                        + what,
                "set " + endpoint.keyEnv() + " and run again")));
    }

    boolean isEmpty() {
        return value.isEmpty();
    }

    String value() {
        return value;
    }

    /** The text without the key. */
    String removeFrom(String text) {
        return mask.mask(text);
    }

    @Override
    public String toString() {
        return KeyMask.MASK;
    }
}
