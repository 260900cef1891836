package dev.valuecompass.llm.openai;

import dev.valuecompass.config.ConfigException;
import dev.valuecompass.config.Endpoint;
import dev.valuecompass.io.Defect;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** An endpoint's key. It knows how to take itself out of a text, and prints as nothing. */
final class Secret {
    /** Shorter ones are placeholders of servers that want some key; taking those out would only garble answers. */
    private static final int SHORTEST_REAL_KEY = 8;

    private static final String MASK = "[key]";
    private final String value;
    private final Set<String> disguises = new LinkedHashSet<>();

    private Secret(String value) {
        this.value = value;
        if (value.length() >= SHORTEST_REAL_KEY) {
            byte[] bytes = value.getBytes(StandardCharsets.UTF_8);
            disguises.add(value);
            disguises.add(URLEncoder.encode(value, StandardCharsets.UTF_8));
            disguises.add(Base64.getEncoder().encodeToString(bytes));
            disguises.add(Base64.getEncoder().withoutPadding().encodeToString(bytes));
            disguises.add(Base64.getUrlEncoder().encodeToString(bytes));
            disguises.add(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
        }
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
                0,
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

    String removeFrom(String text) {
        String clean = text;
        for (String disguise : disguises) {
            clean = clean.replace(disguise, MASK);
        }
        return clean;
    }

    @Override
    public String toString() {
        return MASK;
    }
}
