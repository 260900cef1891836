package dev.valuecompass.llm.openai;

import dev.valuecompass.llm.Usage;
import java.math.BigDecimal;
import tools.jackson.databind.JsonNode;

/** Reads what a provider counted, in the shapes they have for it. */
final class UsageReader {
    private UsageReader() {}

    /** @param outputIsTheRest whether all of the total that is not prompt is billed as output, counted as such or not */
    static Usage read(JsonNode usage, boolean outputIsTheRest) {
        Integer prompt = count(usage.path("prompt_tokens"));
        Integer completion = count(usage.path("completion_tokens"));
        Integer total = count(usage.path("total_tokens"));
        if (outputIsTheRest && prompt != null && total != null && total > prompt) {
            completion = completion == null ? total - prompt : Math.max(completion, total - prompt);
        }
        JsonNode details = usage.path("prompt_tokens_details");
        return new Usage(
                prompt,
                first(
                        details.path("cached_tokens"),
                        usage.path("prompt_cache_hit_tokens"),
                        usage.path("cached_tokens")),
                completion,
                first(usage.path("completion_tokens_details").path("reasoning_tokens"), usage.path("reasoning_tokens")),
                count(details.path("cache_write_tokens")),
                dollars(usage.path("cost")));
    }

    private static Integer first(JsonNode... places) {
        for (JsonNode place : places) {
            Integer count = count(place);
            if (count != null) {
                return count;
            }
        }
        return null;
    }

    private static Integer count(JsonNode node) {
        return node.isIntegralNumber() && node.canConvertToInt() && node.intValue() >= 0 ? node.intValue() : null;
    }

    private static BigDecimal dollars(JsonNode node) {
        return node.isNumber() && node.decimalValue().signum() >= 0 ? node.decimalValue() : null;
    }
}
