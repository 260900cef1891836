package dev.valuecompass.browser;

import com.fasterxml.jackson.databind.JsonNode;

/** A browser that is driven by what it was made with, without a driver of ours: it opens pages and runs scripts in them. */
interface OtherEngine extends AutoCloseable {
    /** Returns when the page is loaded. */
    void open(String address) throws Exception;

    /**
     * Runs the body of an asynchronous function in the page.
     *
     * @return what it returned; an error of the page is thrown
     */
    JsonNode run(String body) throws Exception;

    @Override
    void close();

    /** An expression for a text that is JSON: what the body returned, or the error. */
    static String asJson(String body) {
        return "(async () => {" + body + "})().then((value) => JSON.stringify({value}),"
                + " (error) => JSON.stringify({error: `${error}`}))";
    }

    static JsonNode value(JsonNode answer) {
        if (answer.has("error")) {
            throw new AssertionError(answer.path("error").asText());
        }
        return answer.path("value");
    }
}
