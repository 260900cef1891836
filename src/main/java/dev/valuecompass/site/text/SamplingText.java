package dev.valuecompass.site.text;

import dev.valuecompass.io.Json;
import java.util.Map;
import java.util.stream.Collectors;

/** What a run sent with each request, for people to read. */
public final class SamplingText {
    private SamplingText() {}

    /**
     * As sent, such as {@code temperature 1.0, topP 0.95}.
     *
     * @param sampling as JSON; null where a period does not say
     * @return null for null
     */
    public static String of(String sampling) {
        if (sampling == null) {
            return null;
        }
        Map<?, ?> all = Json.parse(sampling, Map.class, "run.sampling");
        return all.entrySet().stream()
                .map(entry -> entry.getKey() + " " + entry.getValue())
                .collect(Collectors.joining(", "));
    }
}
