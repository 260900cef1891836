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
    private static final ErrorPolicy POLICY = new ErrorPolicy(TestReplies.ENDINGS);

    private static Attempt classify(int status, String body) {
        return POLICY.classify(status, read(body), null, null);
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

    /** As providers, and gateways before them, write it; the sources are their references and users' reports. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                // xAI
                "403 | {'code':'The caller does not have permission to execute the specified operation','error':'Content violates usage guidelines. Team: t, API key ID: k, Model: grok-4, Failed check: SAFETY_CHECK_TYPE_BIO'}",
                "403 | {'error':'Content violates usage guidelines. Failed check: SAFETY_CHECK_TYPE_CSAM'}",
                // DeepSeek
                "400 | {'error':{'message':'Content Exists Risk','type':'invalid_request_error','param':null,'code':'invalid_request_error'}}",
                // DashScope, compatible and native
                "400 | {'error':{'code':'data_inspection_failed','param':null,'message':'Input data may contain inappropriate content.','type':'data_inspection_failed'}}",
                "400 | {'code':'DataInspectionFailed','message':'Output data may contain inappropriate content.','request_id':'r'}",
                "400 | {'error':{'message':'<400> InternalError.Algo.DataInspectionFailed: Input text data may contain inappropriate content.','type':'invalid_request_error','code':'invalid_parameter_error'}}",
                "500 | {'error':{'code':'internal_error','message':'<400> InternalError.Algo.DataInspectionFailed: Output data may contain inappropriate content.'}}",
                // Anthropic
                "400 | {'type':'error','error':{'type':'invalid_request_error','message':'Output blocked by content filtering policy'}}",
                "400 | {'error':{'message':'Output blocked by content filtering policy','type':'invalid_request_error','param':null,'code':null}}",
                // Zhipu
                "400 | {'contentFilter':[{'level':1,'role':'user'}],'error':{'code':'1301','message':'系统检测到输入或生成内容可能包含不安全或敏感内容，请您避免输入易产生敏感内容的提示语，感谢您的配合。'}}",
                "400 | {'error':{'code':'1301','message':'The system has detected potentially unsafe or sensitive content in the input or generation.'}}",
                // Azure
                "400 | {'error':{'message':'The response was filtered due to the prompt triggering Azure OpenAI''s content management policy.','type':null,'param':'prompt','code':'content_filter','status':400}}",
                "400 | {'error':{'code':'ResponsibleAIPolicyViolation','message':'x'}}",
                "400 | {'error':{'code':'400','message':'The response was filtered due to the prompt triggering Microsoft''s content management policy. Please modify your prompt and retry.'}}",
                "400 | {'error':{'innererror':{'content_filter_results':{'custom_blocklists':[{'id':'b','filtered':true}]}}}}",
                // OpenAI
                "400 | {'error':{'message':'Invalid prompt: your prompt was flagged as potentially violating our usage policy.','type':'invalid_request_error','param':null,'code':'invalid_prompt'}}",
                "400 | {'error':{'message':'Your request was rejected as a result of our safety system.','type':'image_generation_user_error','code':'moderation_blocked'}}",
                "400 | {'error':{'message':'Your request was rejected as a result of our safety system.'}}",
                // OpenRouter: its own moderation, and that of the provider behind it
                "403 | {'error':{'message':'openai/gpt-5 requires moderation on OpenAI. Your input was flagged for \\'violence\\'.','code':403,'metadata':{'reasons':['violence'],'flagged_input':'Is it','provider_name':'OpenAI','model_slug':'openai/gpt-5'}}}",
                "403 | {'error':{'message':'flagged','code':403,'metadata':{'flagged_input':'Is it'}}}",
                "400 | {'error':{'message':'Provider returned error','code':400,'metadata':{'raw':'{\\\"error\\\":{\\\"message\\\":\\\"Content Exists Risk\\\",\\\"code\\\":\\\"invalid_request_error\\\"}}','provider_name':'DeepSeek'}}}",
                "400 | {'error':{'message':'Provider returned error','code':400,'metadata':{'raw':{'error':{'code':'data_inspection_failed','message':'x'}}}}}",
                // Gemini and Vertex
                "400 | [{'error':{'code':400,'message':'The prompt could not be submitted. The prompt was blocked due to PROHIBITED_CONTENT','status':'INVALID_ARGUMENT'}}]",
                // Bedrock
                "400 | {'message':'The model returned the following errors: Output blocked by content filtering policy'}",
                "400 | {'message':'This request has been blocked by our content filters. Our filters automatically flagged this prompt because it may conflict with our AUP.','__type':'ValidationException'}",
                // MiniMax
                "200 | {'base_resp':{'status_code':1026,'status_msg':'input new_sensitive'}}",
                "400 | {'base_resp':{'status_code':1027,'status_msg':'output new_sensitive'}}",
                "422 | {'type':'error','error':{'type':'new_sensitive','message':'input new_sensitive (1026)','http_code':'422'}}",
                // Baidu, both APIs
                "200 | {'error_code':336104,'error_msg':'user input error','id':'x'}",
                "400 | {'error':{'code':'content_filter','message':'内容违规，请求被拦截','type':'content_filter'}}",
                // Moonshot
                "400 | {'error':{'message':'The request was rejected because it was considered high risk','type':'content_filter'}}",
                "400 | {'error':{'message':'The request was rejected because it was considered high risk','type':'invalid_request_error'}}",
                // Volcengine, Spark, StepFun, Hunyuan
                "400 | {'error':{'code':'SensitiveContentDetected','message':'The request failed because the input text may contain sensitive information.','param':'','type':'BadRequest'}}",
                "400 | {'error':{'code':'InputTextSensitiveContentDetected.PolicyViolation','message':'The request failed because the input text may contain sensitive information.','type':'BadRequest'}}",
                "200 | {'code':10013,'message':'AppIdAuditError','sid':'x'}",
                "200 | {'header':{'code':10014,'message':'output audit failed','sid':'x'}}",
                "451 | {'error':{'message':'The content you provided or machine outputted is blocked.','type':'censorship_blocked'}}",
                // Mistral, Cohere, Groq-like guards, Cloudflare, LiteLLM, one-api
                "400 | {'object':'error','message':'The content was flagged by the moderation API','type':'moderation','code':'3001'}",
                "400 | {'message':'blocked output: please adjust the prompt and try again; it was blocked by content filters'}",
                "400 | {'errors':[{'code':2016,'message':'Prompt blocked due to security configurations'}],'success':false}",
                "400 | {'error':{'message':'litellm.ContentPolicyViolationError: AzureException - The response was filtered','type':null,'code':'400'}}",
                "400 | {'error':{'message':'litellm.BadRequestError: DeepseekException - {\\\"error\\\":{\\\"message\\\":\\\"Content Exists Risk\\\"}}','code':'400'}}",
                "400 | {'error':{'message':'user sensitive words detected','type':'new_api_error','code':'sensitive_words_detected'}}",
                "400 | {'error':{'message':'Violated guardrail policy','code':'400'}}"
            })
    void aFilterSpeaksInManyWords(int status, String body) {
        assertThat(classify(status == 200 ? 502 : status, json(body)))
                .matches(a -> a.result().outcome() == Outcome.FILTERED && a.fate() == Fate.FINAL);
    }

    /** Two quotes are an apostrophe. */
    private static String json(String body) {
        return body.replace("\\'", "\u0001")
                .replace("''", "\u0001")
                .replace('\'', '"')
                .replace('\u0001', '\'');
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "403 | {'error':{'message':'You do not have access to this model','code':'permission_denied'}} | HOPELESS",
                "403 | {'code':'The caller does not have permission to execute the specified operation','error':'Your team has no credits'} | HOPELESS",
                "403 | {'error':'Forbidden'} | HOPELESS",
                "403 | {'error':{'message':'Your account was suspended because its content violates our usage policy'}} | HOPELESS",
                "403 | {'error':{'message':'Your organization has been disabled: content violates usage guidelines'}} | HOPELESS",
                "403 | {'error':{'message':'This API key has been blocked by policy'}} | HOPELESS",
                "401 | {'error':{'message':'Invalid API key; see our content policy violation page'}} | HOPELESS",
                "402 | {'error':{'message':'Insufficient balance: content exists risk'}} | HOPELESS",
                "404 | {'error':{'message':'The model content-filter-v1 does not exist'}} | HOPELESS",
                "429 | {'error':{'message':'content filter: too many requests'}} | RATE_LIMITED",
                "403 | <html><title>403 Forbidden</title></html> | HOPELESS",
                "403 | <html><title>Attention Required! Cloudflare</title>Sorry, you have been blocked for safety</html> | HOPELESS",
                "403 | {'error':{'message':'API access blocked by organization policy'}} | HOPELESS",
                "403 | {'error':{'message':'Access to this content has been blocked by the policy of the firewall'}} | HOPELESS",
                "403 | {'error':{'code':'unsupported_country_region_territory','message':'Country, region, or territory not supported'}} | HOPELESS",
                "400 | {'error':{'message':'Unrecognized request argument supplied: safety','code':'invalid_request_error'}} | FINAL"
            })
    void aWrongKeyOrNoAccessIsNoFilter(int status, String body, Fate fate) {
        assertThat(classify(status, json(body)))
                .matches(a -> a.result().outcome() == Outcome.PROVIDER_ERROR && a.fate() == fate);
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
        assertThat(POLICY.classify(402, error, null, null).fate()).isEqualTo(Fate.HOPELESS);
        assertThat(POLICY.classify(402, error, Duration.ofSeconds(3), null).fate())
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
        assertThat(POLICY.classify(status, read("{}"), null, opinion).fate()).isEqualTo(fate);
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
