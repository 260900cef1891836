package dev.valuecompass.llm.openai;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.valuecompass.io.Json;
import dev.valuecompass.llm.Attempt;
import dev.valuecompass.llm.Attempt.Fate;
import dev.valuecompass.llm.ChatResult;
import dev.valuecompass.llm.Outcome;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A whole answer in an odd envelope is an answer; one that is not whole is a failure that one sentence explains. */
class EnvelopeTest {
    private static final String TEXT = "Stance: Yes\n\nKey Points:\n1. Nature: clean air protects the environment.";
    private static final String CHOICES = "\"choices\":" + Json.line(List.of(choice(TEXT)));
    private static final String GOOD = "{" + CHOICES + "}";

    private static Map<String, Object> choice(String text) {
        return Map.of("index", 0, "message", Map.of("role", "assistant", "content", text), "finish_reason", "stop");
    }

    private static String good(String more) {
        return "{" + CHOICES + "," + more + "}";
    }

    private static String delta(String text) {
        return "{\"choices\":[{\"index\":0,\"delta\":{\"content\":" + Json.line(text) + "}}]}";
    }

    private static final String END = "{\"choices\":[{\"index\":0,\"delta\":{},\"finish_reason\":\"stop\"}]}";
    private static final String HALF = TEXT.substring(0, 20);
    private static final String REST = TEXT.substring(20);

    static Stream<String> whole() {
        return Stream.of(
                GOOD,
                good("\"error\":false"),
                good("\"error\":{}"),
                good("\"error\":null"),
                good("\"error\":\"\""),
                good("\"error\":[]"),
                good("\"error\":0"),
                good("\"errors\":[]"),
                good("\"error\":{\"code\":null,\"message\":null}"),
                good("\"error\":{\"code\":0,\"message\":\"\"}"),
                good("\"error\":{\"code\":200,\"message\":\"success\"}"),
                good("\"base_resp\":{\"status_code\":0,\"status_msg\":\"\"}"),
                good("\"code\":0,\"message\":\"Success\""),
                good("\"detail\":\"beside the answer\""),
                // A key that is given twice.
                good(CHOICES),
                "{\"choices\":null," + CHOICES + "}",
                good("\"choices\":null"),
                good("\"model\":\"a\",\"model\":\"b\""),
                GOOD.replace("\"role\":\"assistant\"", "\"role\":\"assistant\",\"role\":\"assistant\""),
                // What is no JSON for the strict.
                good("\"x\":NaN"),
                good("\"x\":Infinity"),
                good("\"x\":-Infinity"),
                good("\"x\":1,"),
                good("\"x\":\"a\tb\""),
                good("\"x\":\"it\\'s\""),
                // What stands before and behind it.
                "\uFEFF" + GOOD,
                "\uFEFF\n\n" + GOOD,
                "\n\r\n\t " + GOOD + "\n\n",
                "\u200B" + GOOD,
                GOOD + "\u0000",
                ": OPENROUTER PROCESSING\n\n: OPENROUTER PROCESSING\n\n" + GOOD,
                GOOD + "\n\ndata: [DONE]\n",
                GOOD + "data: [DONE]",
                GOOD + "\n[DONE]",
                GOOD + "\n: done\n",
                GOOD + "\n" + GOOD,
                // Wrapped once more.
                Json.line(GOOD),
                Json.line(Json.line(GOOD)),
                "[" + GOOD + "]",
                "{\"response\":" + GOOD + "}",
                "{\"data\":" + GOOD + ",\"success\":true,\"errors\":[],\"messages\":[]}",
                "{\"status_code\":200,\"request_id\":\"r\",\"code\":\"\",\"message\":\"\",\"output\":" + GOOD + "}",
                // Streams.
                "data: " + delta(HALF) + "\n\ndata: " + delta(REST) + "\n\ndata: " + END + "\n\ndata: [DONE]\n\n",
                "data: " + delta(TEXT) + "\n\ndata: " + END + "\n\n",
                "data: " + delta(TEXT) + "\n\ndata: [DONE]\n\n",
                "data:" + delta(HALF) + "\r\n\r\ndata:" + delta(REST) + "\r\n\r\ndata:" + END + "\r\n\r\ndata:[DONE]",
                "data: " + delta(HALF) + "\ndata: " + delta(REST) + "\ndata: " + END + "\ndata: [DONE]",
                "event: message\nid: 1\nretry: 10\ndata: " + delta(TEXT) + "\n\n: ping\n\nevent: message\ndata: " + END
                        + "\n\n",
                "\uFEFFdata: " + delta(TEXT) + "\n\ndata: " + END + "\n\n",
                "Data: " + delta(TEXT) + "\n\nData: " + END + "\n\n",
                "data: " + GOOD + "\n\ndata: [DONE]\n\n",
                "data: " + GOOD.replace(",", ",\ndata: ") + "\n\n",
                "data: " + delta(TEXT) + "\n\ndata: " + END
                        + "\n\ndata: {\"choices\":[],\"usage\":{\"prompt_tokens\":9,\"completion_tokens\":7}}\n\ndata: [DONE]\n\n",
                "data: " + delta(HALF) + "\n\ndata: " + delta(REST) + "\n\ndata: " + GOOD + "\n\ndata: [DONE]\n\n",
                delta(HALF) + "\n" + delta(REST) + "\n" + END + "\n",
                "[" + delta(HALF) + "," + delta(REST) + "," + END + "]",
                "{\"message\":{\"role\":\"assistant\",\"content\":" + Json.line(HALF) + "},\"done\":false}\n"
                        + "{\"message\":{\"role\":\"assistant\",\"content\":" + Json.line(REST) + "},\"done\":false}\n"
                        + "{\"message\":{\"role\":\"assistant\",\"content\":\"\"},\"done\":true,\"done_reason\":\"stop\"}\n",
                "event: message_start\ndata: {\"type\":\"message_start\",\"message\":{\"model\":\"c\",\"content\":[],"
                        + "\"usage\":{\"input_tokens\":9}}}\n\nevent: content_block_delta\ndata: {\"type\":\"content_block_delta\","
                        + "\"delta\":{\"type\":\"text_delta\",\"text\":" + Json.line(TEXT)
                        + "}}\n\nevent: message_delta\n"
                        + "data: {\"type\":\"message_delta\",\"delta\":{\"stop_reason\":\"end_turn\"},\"usage\":{\"output_tokens\":7}}"
                        + "\n\nevent: message_stop\ndata: {\"type\":\"message_stop\"}\n\n",
                "data: {\"candidates\":[{\"content\":{\"parts\":[{\"text\":" + Json.line(HALF) + "}]}}]}\n\n"
                        + "data: {\"candidates\":[{\"content\":{\"parts\":[{\"text\":" + Json.line(REST)
                        + "}]},\"finishReason\":\"STOP\"}]}\n\n",
                "data: {\"type\":\"response.output_text.delta\",\"delta\":" + Json.line(HALF) + "}\n\n"
                        + "data: {\"type\":\"response.reasoning_summary_text.delta\",\"delta\":\"hm\"}\n\n"
                        + "data: {\"type\":\"response.output_text.delta\",\"delta\":" + Json.line(REST) + "}\n\n"
                        + "data: {\"type\":\"response.completed\",\"response\":{\"object\":\"response\",\"status\":\"completed\","
                        + "\"output\":[{\"type\":\"message\",\"content\":[{\"type\":\"output_text\",\"text\":"
                        + Json.line(TEXT)
                        + "}]}]}}\n\n");
    }

    @ParameterizedTest
    @MethodSource("whole")
    void aWholeAnswerIsAnswered(String body) {
        ChatResult result = TestReplies.read(body).result();
        assertThat(result.outcome()).as(result.detail()).isEqualTo(Outcome.ANSWERED);
        assertThat(result.text()).isEqualTo(TEXT);
    }

    static Stream<Arguments> notWhole() {
        return Stream.of(
                arguments("data: " + delta(HALF) + "\n\n", "the stream ended before the answer did"),
                arguments("data: " + delta(HALF) + "\n\ndata: {\"choices\":[{\"del", "its stream is broken"),
                arguments(delta(HALF) + "\n" + delta(REST) + "\n", "the stream ended before the answer did"),
                arguments("data: [DONE]\n\n", "no JSON"),
                arguments(
                        "{\"message\":{\"content\":\"Stance: Y\"},\"done\":false}",
                        "the stream ended before the answer did"),
                arguments(GOOD + " and more", "no JSON follows"),
                arguments(GOOD + GOOD.replace("Yes", "No"), "two answers that differ"),
                arguments("{\"choices\":[{\"message\":{\"content\":\"a\",\"content\":\"b\"}}]}", "given twice"),
                arguments(good("\"choices\":" + Json.line(List.of(choice("another")))), "'choices' is given twice"),
                arguments(good("\"error\":true"), "an error inside"),
                arguments(good("\"error\":{\"message\":\"out of memory\"}"), "out of memory"),
                arguments("data: {\"error\":{\"message\":\"overloaded\"}}\n\n", "overloaded"),
                arguments(
                        "data: " + delta(HALF) + "\n\ndata: {\"error\":{\"message\":\"overloaded\"}}\n\n",
                        "overloaded"),
                arguments(
                        "event: error\ndata: {\"type\":\"error\",\"error\":{\"type\":\"overloaded_error\"}}\n\n",
                        "overloaded_error"),
                arguments("{\"object\":\"error\",\"message\":\"out of memory\"}", "out of memory"),
                arguments("{\"code\":500,\"msg\":\"busy\"}", "busy"),
                arguments(
                        "{\"base_resp\":{\"status_code\":1013,\"status_msg\":\"internal\"},\"choices\":null}",
                        "internal"),
                arguments("[]", "not a JSON object"),
                arguments("\"a JSON string\"", "not a JSON object"),
                arguments("7", "not a JSON object"),
                arguments("", "empty"),
                arguments(" \n", "empty"));
    }

    @ParameterizedTest
    @MethodSource("notWhole")
    void whatIsNotWholeIsAskedAgain(String body, String sentence) {
        Attempt attempt = TestReplies.read(body);
        assertThat(attempt.result().outcome()).isEqualTo(Outcome.PROVIDER_ERROR);
        assertThat(attempt.fate()).isNotIn(Fate.FINAL, Fate.HOPELESS);
        assertThat(attempt.result().detail()).contains(sentence);
        assertThat(attempt.result().text()).isEmpty();
    }

    /** A filter and a refusal arrive in a stream as they do elsewhere. */
    @Test
    void aStreamEndsInEveryWay() {
        String piece = "data: " + delta(HALF) + "\n\n";
        String end = "data: {\"choices\":[{\"delta\":{%s},\"finish_reason\":%s}]}\n\n";
        assertThat(TestReplies.read(piece + end.formatted("", "\"content_filter\""))
                        .result()
                        .outcome())
                .isEqualTo(Outcome.FILTERED);
        assertThat(TestReplies.read(piece + end.formatted("", "\"length\"")).result())
                .matches(r -> r.outcome() == Outcome.TRUNCATED && r.text().equals(HALF));
        assertThat(TestReplies.read(end.formatted("\"refusal\":\"I ca\"", "null")
                                + end.formatted("\"refusal\":\"nnot.\"", "\"stop\""))
                        .result())
                .matches(r -> r.outcome() == Outcome.REFUSED && r.text().equals("I cannot."));
        assertThat(TestReplies.read(end.formatted("\"reasoning_content\":\"h\"", "null")
                                + end.formatted("\"reasoning_content\":\"m\"", "null")
                                + piece
                                + end.formatted("", "\"stop\""))
                        .result())
                .matches(r -> r.reasoning().equals("hm") && r.text().equals(HALF));
    }

    /** 40,000 pieces of a stream, 40,000 keys given twice: each is looked at once. */
    @Test
    void longBodiesAreReadInOnePass() {
        String pieces = ("data: " + delta("ab") + "\n\n").repeat(40_000) + "data: [DONE]";
        String twice = "{" + "\"x\":[1],".repeat(40_000) + CHOICES + "}";
        String unended = "[".repeat(900) + "{".repeat(100_000);
        org.junit.jupiter.api.Assertions.assertTimeoutPreemptively(Duration.ofSeconds(60), () -> {
            assertThat(TestReplies.read(pieces).result().text()).hasSize(80_000);
            assertThat(TestReplies.read(twice).result().text()).isEqualTo(TEXT);
            assertThat(TestReplies.read(unended).result().outcome()).isEqualTo(Outcome.PROVIDER_ERROR);
        });
    }
}
