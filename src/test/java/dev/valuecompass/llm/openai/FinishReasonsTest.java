package dev.valuecompass.llm.openai;

import static org.assertj.core.api.Assertions.assertThat;

import dev.valuecompass.io.Json;
import dev.valuecompass.llm.Attempt;
import dev.valuecompass.llm.Attempt.Fate;
import dev.valuecompass.llm.Outcome;
import dev.valuecompass.llm.Usage;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Each reason that a provider documents, beside a text and without one. The sources are the providers' API references. */
class FinishReasonsTest {
    private static final String HALF = "Stance: Yes\n\nKey Points:\n1. Nature: clean air prot";

    private static Attempt read(Object finish, String text) {
        return TestReplies.read(Json.line(Map.of(
                "choices",
                java.util.List.of(Map.of("message", Map.of("content", text), "finish_reason", finish)),
                "usage",
                Map.of("prompt_tokens", 90, "completion_tokens", 12))));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                // OpenAI and nearly all others; Anthropic, Bedrock, xAI; Cohere; Gemini and Vertex; Together,
                // llama.cpp, TGI
                "stop",
                "end_turn",
                "stop_sequence",
                "COMPLETE",
                "STOP_SEQUENCE",
                "STOP",
                "FINISH_REASON_STOP",
                "FinishReason.STOP",
                "eos",
                "eos_token",
                "eosFound",
                "stopStringFound",
                "word",
                "REASON_STOP",
                "FINISH",
                "FINISHED",
                "STOP_CRITERIA_MET",
                "endoftext",
                "normal",
                "completed",
                "null",
                "",
                "endTurn",
                "Stop",
                " stop "
            })
    void whatComesToItsOwnEndIsAnswered(String finish) {
        assertThat(read(finish, "Yes.").result())
                .matches(r -> r.outcome() == Outcome.ANSWERED && r.text().equals("Yes."));
        assertThat(read(finish, "").result().outcome()).isEqualTo(Outcome.EMPTY);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "length",
                "max_tokens",
                "MAX_TOKENS",
                "FINISH_REASON_MAX_TOKENS",
                "maxTokens",
                "max_output_tokens",
                "model_length",
                "model_context_window_exceeded",
                "ERROR_LIMIT",
                "repetition",
                "repetition_truncation",
                "context_length_exceeded",
                "maxPredictedTokensReached",
                "contextLengthReached",
                "REASON_MAX_LEN",
                "REASON_MAX_CONTEXT",
                "REASON_TIME_LIMIT",
                "TIMEOUT",
                "pause_turn",
                "token_limit",
                "time_limit",
                "incomplete",
                "LENGTH",
                "limit",
                "context"
            })
    void whatIsCutIsCut(String finish) {
        assertThat(read(finish, HALF).result())
                .matches(r -> r.outcome() == Outcome.TRUNCATED && r.text().equals(HALF));
        assertThat(read(finish, "")).matches(a -> a.result().outcome() == Outcome.TRUNCATED && a.fate() == Fate.FINAL);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "content_filter",
                "content-filter",
                "contentFilter",
                "CONTENT_FILTERED",
                "content_filtered",
                "guardrail_intervened",
                "sensitive",
                "ERROR_TOXIC",
                "error_toxic",
                "SAFETY",
                "RECITATION",
                "LANGUAGE",
                "BLOCKLIST",
                "PROHIBITED_CONTENT",
                "SPII",
                "MODEL_ARMOR",
                "IMAGE_SAFETY",
                "IMAGE_PROHIBITED_CONTENT",
                "FINISH_REASON_SAFETY",
                "content_filter: PROHIBITED_CONTENT",
                "content_filter: SAFETY",
                "input_guardrail_triggered",
                "moderation"
            })
    void whatAFilterStoppedIsFiltered(String finish) {
        assertThat(read(finish, HALF).result().outcome()).isEqualTo(Outcome.FILTERED);
        assertThat(read(finish, "")).matches(a -> a.result().outcome() == Outcome.FILTERED && a.fate() == Fate.FINAL);
    }

    @ParameterizedTest
    @ValueSource(strings = {"refusal", "REFUSAL"})
    void aRefusalIsRefusedWithAndWithoutText(String finish) {
        assertThat(read(finish, "I cannot.").result())
                .matches(r -> r.outcome() == Outcome.REFUSED && r.text().equals("I cannot."));
        assertThat(read(finish, "").result().outcome()).isEqualTo(Outcome.REFUSED);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "network_error",
                "error",
                "ERROR",
                "abort",
                "aborted",
                "cancelled",
                "USER_CANCEL",
                "userStopped",
                "modelUnloaded",
                "failed",
                "insufficient_system_resource",
                "MALFORMED_RESPONSE",
                "MALFORMED_FUNCTION_CALL",
                "malformed_model_output",
                "OTHER",
                "load",
                "REASON_INVALID"
            })
    void whatBrokeIsAskedAgain(String finish) {
        for (String text : new String[] {HALF, ""}) {
            assertThat(read(finish, text))
                    .matches(a -> a.result().outcome() == Outcome.PROVIDER_ERROR && a.fate() == Fate.TRANSIENT)
                    .matches(a -> a.result().detail().contains(finish));
        }
    }

    /** It was paid for, so what it took is counted. */
    @Test
    void aBrokenAnswerCosts() {
        assertThat(read("network_error", HALF).result().usage()).isEqualTo(new Usage(90, null, 12, null));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"tool_calls", "tool_use", "TOOL_CALL", "function_call", "UNEXPECTED_TOOL_CALL", "toolCalls"})
    void aCallOfAToolIsNoAnswer(String finish) {
        assertThat(read(finish, HALF).result())
                .matches(r -> r.outcome() == Outcome.TRUNCATED && r.detail().contains("call a tool"));
        assertThat(read(finish, "").result().outcome()).isEqualTo(Outcome.EMPTY);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"wibble", "stopp", "stop reading", "lengthy", "FINISH_REASON_", "finish reason unknown to all"})
    void anUnknownReasonIsNoAnswerAndSaidWithTheRemedy(String finish) {
        assertThat(read(finish, "Yes."))
                .matches(a -> a.result().outcome() == Outcome.PROVIDER_ERROR && a.fate() == Fate.FINAL)
                .matches(a -> a.result().detail().contains("'" + finish + "'"))
                .matches(a -> a.result().detail().contains("endings.yml"));
    }

    @ParameterizedTest
    @CsvSource({
        "stop, SAFETY, FILTERED",
        "stop, refusal, REFUSED",
        "stop, max_tokens, TRUNCATED",
        "stop, network_error, PROVIDER_ERROR",
        "stop, stop, ANSWERED",
        "stop, end_turn, ANSWERED",
        "stop, something of its own, ANSWERED",
        "'', STOP, ANSWERED",
        "'', MAX_TOKENS, TRUNCATED",
        "content_filter, refusal, REFUSED",
        "length, stop, TRUNCATED"
    })
    void theReasonBehindAGatewayCountsWhereItSaysMore(String finish, String behind, Outcome outcome) {
        assertThat(TestReplies.read("{\"choices\":[{\"message\":{\"content\":\"Yes.\"},\"finish_reason\":\"" + finish
                                + "\",\"native_finish_reason\":\"" + behind + "\"}]}")
                        .result()
                        .outcome())
                .isEqualTo(outcome);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                ",'finish_reason':'stop','stop_reason':'refusal' | REFUSED",
                ",'finish_reason':'stop','stop_reason':151645 | ANSWERED",
                ",'finish_reason':'stop','stop_reason':'</s>' | ANSWERED",
                ",'finish_reason':null,'stop_reason':'max_tokens' | TRUNCATED",
                ",'finish_details':{'type':'max_tokens'} | TRUNCATED",
                ",'finishReason':'SAFETY' | FILTERED"
            })
    void aReasonStandsUnderSeveralNames(String fields, Outcome outcome) {
        String body = "{'choices':[{'message':{'content':'Yes.'}" + fields + "}]}";
        assertThat(TestReplies.read(body.replace('\'', '"')).result().outcome()).isEqualTo(outcome);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'type':'stop','matched':151645} | ANSWERED",
                "{'type':'length','length':300} | TRUNCATED",
                "{'type':'abort','message':'out of memory'} | PROVIDER_ERROR",
                "null | ANSWERED"
            })
    void aReasonMayBeAnObject(String finish, Outcome outcome) {
        String body = "{'choices':[{'message':{'content':'Yes.'},'finish_reason':" + finish + "}]}";
        assertThat(TestReplies.read(body.replace('\'', '"')).result().outcome()).isEqualTo(outcome);
    }
}
