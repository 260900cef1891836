package dev.valuecompass.llm.batch;

import dev.valuecompass.io.DataException;
import dev.valuecompass.io.Json;
import java.util.Map;
import java.util.OptionalInt;
import tools.jackson.databind.JsonNode;

/**
 * A line of a result file: OpenAI's output and error files, those of {@code vllm run-batch} and Mistral, which have its form,
 * and Anthropic's.
 *
 * @param id the {@code custom_id} of the request
 * @param status as over HTTP: 200 with a reply, anything else with an error
 * @param body the reply or the error, JSON or some words
 */
record ResultLine(String id, int status, String body) {
    private static final int FINE = 200;

    /** Of an error that has no number of its own: of this exchange alone, so that it is asked again. */
    private static final int UNNUMBERED = 500;

    private static final Map<String, Integer> ANTHROPIC = Map.of("invalid_request_error", 400);

    private static final String FORM =
            "give the output or error file of a batch: lines with custom_id and response or error";

    /** @throws DataException when it is none, without a place */
    static ResultLine read(String line) {
        JsonNode node = Json.tree(line, "");
        if (!node.isObject()) {
            throw refusal("not a JSON object", FORM);
        }
        refuseOther(node);
        JsonNode id = node.get("custom_id");
        if (id == null || !id.isString() || id.stringValue().isBlank()) {
            throw refusal(id == null ? "has no custom_id" : "its custom_id is not a text", FORM);
        }
        if (node.path("result").isObject()) {
            return anthropic(id.stringValue(), node.get("result"));
        }
        JsonNode response = node.path("response");
        if (response.isObject()) {
            return response(id.stringValue(), response, node.path("error"));
        }
        if (says(node.path("error"))) {
            return new ResultLine(
                    id.stringValue(), number(node.get("error")).orElse(UNNUMBERED), text(node.get("error")));
        }
        throw refusal("has neither a response nor an error", FORM);
    }

    private static void refuseOther(JsonNode node) {
        if (node.has("method") && node.has("url") && !node.has("response")) {
            throw refusal("is a request, not a result", "work through the file first, and give what comes back");
        }
        if (node.path("object").asString("").equals("batch") || node.has("output_file_id") || node.has("results_url")) {
            throw refusal("tells how a batch stands, not what it answered", "download its output and error files");
        }
    }

    private static ResultLine response(String id, JsonNode response, JsonNode error) {
        JsonNode code = response.get("status_code");
        if (code != null && !code.isNull() && !code.isInt()) {
            throw refusal("its status_code is not a whole number", FORM);
        }
        JsonNode body = response.path("body");
        boolean empty = body.isMissingNode() || body.isNull();
        if (empty && !says(error)) {
            throw refusal("its response has no body", FORM);
        }
        JsonNode told = empty ? error : body;
        int status = code == null || code.isNull() ? empty ? number(error).orElse(UNNUMBERED) : FINE : code.intValue();
        return new ResultLine(id, empty && status == FINE ? UNNUMBERED : status, text(told));
    }

    private static ResultLine anthropic(String id, JsonNode result) {
        String type = result.path("type").asString("");
        if (type.equals("succeeded") && result.path("message").isObject()) {
            return new ResultLine(id, FINE, result.get("message").toString());
        }
        if (type.equals("errored")) {
            JsonNode error = result.path("error");
            String kind =
                    error.path("error").path("type").asString(error.path("type").asString(""));
            return new ResultLine(id, ANTHROPIC.getOrDefault(kind, UNNUMBERED), text(error));
        }
        if (type.equals("canceled") || type.equals("expired")) {
            return new ResultLine(id, UNNUMBERED, Json.line(Map.of("error", Map.of("message", "the batch " + type))));
        }
        throw refusal("its result is of no known type", FORM);
    }

    private static boolean says(JsonNode error) {
        return !error.isMissingNode() && !error.isNull();
    }

    private static OptionalInt number(JsonNode error) {
        JsonNode code =
                error.has("code") ? error.get("code") : error.path("error").path("code");
        boolean status = code.isInt() && code.intValue() >= 300 && code.intValue() < 600;
        return status ? OptionalInt.of(code.intValue()) : OptionalInt.empty();
    }

    private static String text(JsonNode node) {
        return node.isString() ? node.stringValue() : node.toString();
    }

    private static DataException refusal(String what, String fix) {
        return new DataException("", what, fix);
    }
}
