package dev.valuecompass.llm.openai;

import dev.valuecompass.llm.Usage;
import java.math.BigDecimal;
import tools.jackson.databind.JsonNode;

/** Reads what a provider counted, in the shapes they have for it. */
final class UsageReader {
    private UsageReader() {}

    /** @param outputIsTheRest whether all of the total that is not prompt is billed as output, counted as such or not */
    static Usage read(JsonNode usage, boolean outputIsTheRest) {
        Integer prompt =
                first(usage, "prompt_tokens", "promptTokenCount", "prompt_eval_count", "inputTokens", "input_tokens");
        Integer completion = first(
                usage, "completion_tokens", "candidatesTokenCount", "eval_count", "outputTokens", "output_tokens");
        Integer total = first(usage, "total_tokens", "totalTokenCount", "totalTokens");
        Integer cached = first(
                usage,
                "prompt_tokens_details.cached_tokens",
                "input_tokens_details.cached_tokens",
                "prompt_cache_hit_tokens",
                "cached_tokens",
                "cache_read_input_tokens",
                "cacheReadInputTokens",
                "cachedContentTokenCount");
        Integer written = first(
                usage,
                "prompt_tokens_details.cache_write_tokens",
                "prompt_tokens_details.cache_creation_tokens",
                "cache_creation_input_tokens",
                "cacheWriteInputTokens");
        Integer whole = whole(usage, prompt, sum(cached, written), completion, total);
        Integer thoughts = first(
                usage,
                "completion_tokens_details.reasoning_tokens",
                "output_tokens_details.reasoning_tokens",
                "reasoning_tokens",
                "thoughtsTokenCount");
        if (usage.has("thoughtsTokenCount") && completion != null && thoughts != null) {
            completion += thoughts;
        }
        if (outputIsTheRest && whole != null && total != null && total > whole) {
            completion = completion == null ? total - whole : Math.max(completion, total - whole);
        }
        return new Usage(whole, cached, completion, thoughts, written, dollars(usage.path("cost")));
    }

    /**
     * All of the prompt. Some count the cached parts in it, some beside it; and a prompt of 0 tokens was not counted.
     *
     * @param cached what was read from a cache or written to it; null when nobody says
     */
    private static Integer whole(JsonNode usage, Integer prompt, Integer cached, Integer completion, Integer total) {
        Integer hitAndMiss = sum(first(usage, "prompt_cache_hit_tokens"), first(usage, "prompt_cache_miss_tokens"));
        int counted = prompt == null ? 0 : prompt;
        if (hitAndMiss != null && hitAndMiss > counted) {
            counted = hitAndMiss;
        }
        boolean besideIt = cached != null
                && (cached > counted
                        || usage.has("input_tokens") && !usage.has("input_tokens_details")
                        || usage.has("inputTokens")
                        || completion != null
                                && total != null
                                && total == (long) counted + cached + completion
                                && cached > 0);
        if (besideIt) {
            counted += cached;
        }
        return counted == 0 ? null : Integer.valueOf(counted);
    }

    private static Integer sum(Integer a, Integer b) {
        if (a == null || b == null) {
            return a == null ? b : a;
        }
        return (int) Math.min(Integer.MAX_VALUE, (long) a + b);
    }

    private static Integer first(JsonNode usage, String... paths) {
        for (String path : paths) {
            Integer found = count(at(usage, path));
            if (found != null) {
                return found;
            }
        }
        return null;
    }

    private static JsonNode at(JsonNode usage, String path) {
        int dot = path.indexOf('.');
        return dot < 0 ? usage.path(path) : usage.path(path.substring(0, dot)).path(path.substring(dot + 1));
    }

    /** Some write a count as 12.0. */
    private static Integer count(JsonNode node) {
        boolean whole = node.isNumber() && node.canConvertToInt() && node.doubleValue() == node.intValue();
        return whole && node.intValue() >= 0 ? node.intValue() : null;
    }

    /** A number too large for the JSON library's own arithmetic is no amount of money. */
    private static BigDecimal dollars(JsonNode node) {
        boolean finite = node.isNumber() && (node.isBigDecimal() || Double.isFinite(node.doubleValue()));
        return finite ? node.decimalValue() : null;
    }
}
