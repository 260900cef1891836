package dev.valuecompass.llm.openai;

import dev.valuecompass.llm.Usage;
import java.math.BigDecimal;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;

/** Reads what a provider counted, in the shapes they have for it. */
final class UsageReader {
    private UsageReader() {}

    /** @param outputIsTheRest whether all of the total that is not prompt is billed as output, counted as such or not */
    static Usage read(JsonNode usage, boolean outputIsTheRest) {
        return of(path -> count(at(usage, path)), dollars(usage.path("cost")), outputIsTheRest);
    }

    private static JsonNode at(JsonNode usage, String path) {
        int dot = path.indexOf('.');
        return dot < 0 ? usage.path(path) : usage.path(path.substring(0, dot)).path(path.substring(dot + 1));
    }

    /**
     * As the other.
     *
     * @param count the number at a path such as {@code prompt_tokens_details.cached_tokens}; null when there is none
     * @param dollars null when it does not say
     */
    static Usage of(Function<String, Integer> count, BigDecimal dollars, boolean outputIsTheRest) {
        Integer prompt = count.apply("prompt_tokens");
        Integer completion = count.apply("completion_tokens");
        Integer total = count.apply("total_tokens");
        if (outputIsTheRest && prompt != null && total != null && total > prompt) {
            completion = completion == null ? total - prompt : Math.max(completion, total - prompt);
        }
        return new Usage(
                prompt,
                first(count, "prompt_tokens_details.cached_tokens", "prompt_cache_hit_tokens", "cached_tokens"),
                completion,
                first(count, "completion_tokens_details.reasoning_tokens", "reasoning_tokens"),
                count.apply("prompt_tokens_details.cache_write_tokens"),
                dollars);
    }

    private static Integer first(Function<String, Integer> count, String... paths) {
        for (String path : paths) {
            Integer found = count.apply(path);
            if (found != null) {
                return found;
            }
        }
        return null;
    }

    private static Integer count(JsonNode node) {
        return node.isIntegralNumber() && node.canConvertToInt() && node.intValue() >= 0 ? node.intValue() : null;
    }

    /** A number too large for the JSON library's own arithmetic is no amount of money. */
    private static BigDecimal dollars(JsonNode node) {
        boolean finite = node.isNumber() && (node.isBigDecimal() || Double.isFinite(node.doubleValue()));
        return finite ? node.decimalValue() : null;
    }
}
