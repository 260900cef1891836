package dev.valuecompass.llm.openai;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.valuecompass.llm.Attempt;
import dev.valuecompass.llm.Attempt.Fate;
import dev.valuecompass.llm.Outcome;
import java.time.Duration;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ErrorPolicyTest {
    private static Attempt classify(int status, String body) {
        return ErrorPolicy.classify(status, read(body), null, null);
    }

    private static ApiError read(String body) {
        return ApiError.read(body, UnaryOperator.identity());
    }

    static Stream<Arguments> filters() {
        return Stream.of(
                arguments(400, "{\"error\":{\"code\":\"content_filter\",\"message\":\"x\"}}"),
                arguments(400, "{\"error\":{\"code\":\"content_policy_violation\"}}"),
                arguments(400, "{\"error\":{\"code\":\"invalid_prompt\"}}"),
                arguments(400, "{\"error\":{\"code\":\"cyber_policy\"}}"),
                arguments(
                        400, "{\"error\":{\"code\":null,\"innererror\":{\"code\":\"ResponsibleAIPolicyViolation\"}}}"),
                arguments(
                        400, "{\"error\":{\"innererror\":{\"content_filter_result\":{\"hate\":{\"filtered\":true}}}}}"),
                arguments(
                        403,
                        "{\"error\":{\"code\":403,\"message\":\"flagged\",\"metadata\":{\"reasons\":[\"violence\"]}}}"));
    }

    @ParameterizedTest
    @MethodSource("filters")
    void r5FiltersAreRecognised(int status, String body) {
        assertThat(classify(status, body))
                .matches(a -> a.result().outcome() == Outcome.FILTERED && a.fate() == Fate.FINAL);
    }

    @Test
    void r5WhatIsMerelyDetectedIsNotFiltered() {
        String body = "{\"error\":{\"message\":\"bad\",\"innererror\":{\"content_filter_result\":"
                + "{\"hate\":{\"filtered\":false,\"detected\":true}}}}}";
        assertThat(classify(400, body).result().outcome()).isEqualTo(Outcome.PROVIDER_ERROR);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "400 | {'error':{'code':'context_length_exceeded','message':'x'}}",
                "400 | {'error':{'message':'This model''s maximum context length is 131072 tokens.'}}",
                "422 | {'error':{'message':'`inputs` tokens + `max_new_tokens` must be <= 4097: context length exceeded'}}",
                "400 | {'error':{'type':'exceed_context_size_error','n_ctx':4096,'message':'the request exceeds'}}",
                "400 | {'type':'error','error':{'type':'invalid_request_error','message':'prompt is too long: 210000'}}",
                "413 | <html><h1>413 Request Entity Too Large</h1></html>"
            })
    void r6AnOverflowIsAnOutcomeOfItsOwn(int status, String body) {
        String json = body.replace("''", "\u0001").replace('\'', '"').replace('\u0001', '\'');
        assertThat(classify(status, json))
                .matches(a -> a.result().outcome() == Outcome.CONTEXT_OVERFLOW && a.fate() == Fate.FINAL);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "insufficient_quota",
                "credit_balance_exhausted",
                "billing_hard_limit_reached",
                "billing_not_active",
                "access_terminated",
                "quota_exceeded"
            })
    void r25AnExhaustedQuotaIsNotWaitedFor(String code) {
        assertThat(classify(429, "{\"error\":{\"code\":\"" + code + "\"}}").fate())
                .isEqualTo(Fate.HOPELESS);
        assertThat(classify(429, "{\"error\":{\"type\":\"" + code + "\"}}").fate())
                .isEqualTo(Fate.HOPELESS);
    }

    @Test
    void r23ThePaymentErrorIsTriedAgainOnlyWhenTheServerNamesATime() {
        ApiError error = read("{}");
        assertThat(ErrorPolicy.classify(402, error, null, null).fate()).isEqualTo(Fate.HOPELESS);
        assertThat(ErrorPolicy.classify(402, error, Duration.ofSeconds(3), null).fate())
                .isEqualTo(Fate.RATE_LIMITED);
    }

    @ParameterizedTest
    @CsvSource({
        "500,false,FINAL",
        "429,false,FINAL",
        "400,true,TRANSIENT",
        "500,true,FAULT",
        "503,true,TRANSIENT",
        "401,true,HOPELESS"
    })
    void r23TheServersOwnOpinionCounts(int status, String opinion, Fate fate) {
        assertThat(ErrorPolicy.classify(status, read("{}"), null, opinion).fate())
                .isEqualTo(fate);
    }

    @Test
    void r35TheNumberInAMessageIsNotARateLimit() {
        assertThat(classify(400, "{\"error\":{\"message\":\"429 is not a valid seed\"}}")
                        .fate())
                .isEqualTo(Fate.FINAL);
    }

    @Test
    void r42ARefusedParameterFailsFastWithAHint() {
        Attempt attempt = classify(
                400,
                "{\"error\":{\"message\":\"Unsupported parameter: temperature\",\"code\":\"unsupported_parameter\"}}");
        assertThat(attempt.fate()).isEqualTo(Fate.FINAL);
        assertThat(attempt.result().detail()).contains("temperature").contains("data/providers/");
    }

    static Stream<Arguments> shapes() {
        return Stream.of(
                arguments("{\"error\":{\"message\":\"m\",\"type\":\"t\",\"code\":\"c\"}}", "m|c|t"),
                arguments("{\"error\":{\"message\":\"m\",\"code\":429}}", "m|429|"),
                arguments("{\"error\":\"m\"}", "m||"),
                arguments("{\"object\":\"error\",\"message\":\"m\",\"type\":\"t\",\"code\":40}", "m|40|t"),
                arguments("{\"detail\":[{\"msg\":\"m\",\"type\":\"t\",\"loc\":[\"body\"]}]}", "m||t"),
                arguments("{\"detail\":\"m\"}", "m||"),
                arguments(
                        "[{\"error\":{\"code\":503,\"message\":\"m\",\"status\":\"UNAVAILABLE\"}}]",
                        "m|503|UNAVAILABLE"),
                arguments(
                        "{\"error\":{\"message\":\"{\\\"error\\\":{\\\"message\\\":\\\"m\\\",\\\"code\\\":\\\"c\\\"}}\"}}",
                        "m|c|"),
                arguments("{\"response\":{\"error\":{\"message\":\"m\",\"code\":\"c\"}}}", "m|c|"),
                arguments("{\"error\":true,\"message\":\"m\"}", "m||"),
                arguments("\"m\"", "m||"),
                arguments(
                        "<html><style>p{}</style><body><h1>502</h1>\n Bad   Gateway</body></html>",
                        "502 Bad Gateway||"),
                arguments("upstream connect error", "upstream connect error||"),
                arguments("{\"error\":{\"message\":", "{\"error\":{\"message\":||"),
                arguments("{\"error\":null}", "||"),
                arguments("[]", "||"),
                arguments("", "||"));
    }

    @ParameterizedTest
    @MethodSource("shapes")
    void r48ErrorsAreReadInEveryShape(String body, String expected) {
        ApiError error = read(body);
        assertThat(error.message() + "|" + error.code() + "|" + error.type()).isEqualTo(expected);
    }

    @Test
    void r48AHostileErrorIsCutAndFlat() {
        ApiError error = read("{\"error\":{\"message\":\"" + "a\\n\\u001b[31m".repeat(5_000) + "\"}}");
        assertThat(error.message()).hasSizeLessThan(510).doesNotContain("\n").doesNotContain("\u001b");
        assertThat(read("{\"error\":".repeat(900) + "1" + "}".repeat(900))).isNotNull();
    }
}
