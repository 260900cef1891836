package dev.valuecompass.llm;

import dev.valuecompass.io.JsonText;
import java.math.BigDecimal;
import java.util.Map;
import java.util.TreeMap;

/** The two records that are written once a call, in the very characters of {@link dev.valuecompass.io.Json#line}. */
final class CallJson {
    private static final int AROUND = 512;

    private CallJson() {}

    static String key(CallKey key) {
        JsonText json = new JsonText(AROUND + length(key)).begin('{');
        json.name("schema").scalar(key.schema());
        json.name("kind").value(key.kind());
        json.name("source").value(key.source());
        json.name("model").value(key.model());
        json.name("messages").begin('[');
        for (Message message : key.messages()) {
            json.begin('{').name("role").value(message.role().name());
            json.name("content").value(message.content()).end('}');
        }
        json.end(']').name("parameters").begin('{');
        for (Map.Entry<String, Object> parameter : new TreeMap<>(key.parameters()).entrySet()) {
            json.name(parameter.getKey()).scalar(parameter.getValue());
        }
        json.end('}').name("sample").scalar(key.sample());
        return json.end('}').toString();
    }

    private static int length(CallKey key) {
        int length = 0;
        for (Message message : key.messages()) {
            length += message.content().length();
        }
        return length;
    }

    static String result(ChatResult result) {
        JsonText json = new JsonText(
                        AROUND + result.text().length() + result.reasoning().length())
                .begin('{');
        json.name("outcome").value(result.outcome().name());
        json.name("text").value(result.text());
        json.name("reasoning").value(result.reasoning());
        json.name("modelReported").value(result.modelReported());
        usage(json.name("usage"), result.usage());
        json.name("attemptErrors").begin('[');
        for (String error : result.attemptErrors()) {
            json.value(error);
        }
        json.end(']').name("detail").value(result.detail());
        json.name("replayed").scalar(result.replayed());
        return json.end('}').toString();
    }

    private static void usage(JsonText json, Usage usage) {
        json.begin('{');
        json.name("prompt").scalar(usage.prompt());
        json.name("cachedPrompt").scalar(usage.cachedPrompt());
        json.name("completion").scalar(usage.completion());
        json.name("reasoning").scalar(usage.reasoning());
        json.name("cacheWrite").scalar(usage.cacheWrite());
        BigDecimal dollars = usage.dollars();
        json.name("dollars").raw(dollars == null ? "null" : dollars.toString());
        json.end('}');
    }
}
