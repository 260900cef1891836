package dev.valuecompass.llm.openai;

import static org.assertj.core.api.Assertions.assertThat;

import dev.valuecompass.config.Endpoint;
import dev.valuecompass.config.EndpointFields;
import dev.valuecompass.config.RateLimits;
import dev.valuecompass.io.DataFolder;
import dev.valuecompass.io.Json;
import dev.valuecompass.llm.Attempt;
import dev.valuecompass.llm.Attempt.Fate;
import dev.valuecompass.llm.ChatRequest;
import dev.valuecompass.llm.ChatResult;
import dev.valuecompass.llm.Loopback;
import dev.valuecompass.llm.Message;
import dev.valuecompass.llm.Outcome;
import dev.valuecompass.llm.Purpose;
import dev.valuecompass.llm.Sampling;
import dev.valuecompass.llm.Usage;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** Each provider's habits as its documentation tells them, played by a server on the loopback (R41, R42, R48). */
class ProvidersTest {
    private static final Instant NOW = Instant.parse("2026-11-01T12:00:00Z");

    @TempDir
    Path folder;

    @AutoClose
    private final MockWebServer server = Loopback.server();

    private Attempt ask(String profile, String model, MockResponse response) {
        server.enqueue(response);
        String url = server.url("/v1").toString();
        Endpoint endpoint = EndpointFields.builder()
                .id("web")
                .kind(Endpoint.Kind.OPENAI)
                .baseUrl(url)
                .keyEnv("KEY")
                .file("")
                .profile(profile)
                .concurrency(4)
                .timeout(Duration.ofSeconds(10))
                .retries(0)
                .limits(RateLimits.NONE)
                .batch(false)
                .build();
        return OpenAiEndpoint.open(
                        endpoint, DataFolder.over(folder), Map.of("KEY", "sk-0123456789"), InstantSource.fixed(NOW))
                .attempt(new ChatRequest(
                        Purpose.OPINION,
                        "web",
                        model,
                        List.of(Message.user("Is it good?")),
                        new Sampling(1.8, 0.95, 300),
                        0));
    }

    private static MockResponse ok(String body) {
        return new MockResponse.Builder().body(body).build();
    }

    private static MockResponse status(int code, String body) {
        return new MockResponse.Builder().code(code).body(body).build();
    }

    /** What is sent when a temperature of 1.8 and a top-p of 0.95 are wished for. */
    @ParameterizedTest
    @CsvSource({
        "openai, gpt-4.1, '{\"max_completion_tokens\":300,\"temperature\":1.8,\"top_p\":0.95}'",
        "openai, gpt-5-mini, '{\"max_completion_tokens\":300}'",
        "openai, gpt-5-chat-latest, '{\"max_completion_tokens\":300,\"temperature\":1.8,\"top_p\":0.95}'",
        "openai, o3-mini, '{\"max_completion_tokens\":300}'",
        "openai-reasoning, any, '{\"max_completion_tokens\":300}'",
        "azure, my-deployment, '{\"max_completion_tokens\":300,\"temperature\":1.8,\"top_p\":0.95}'",
        "openrouter, meta-llama/x:free, '{\"max_tokens\":300,\"temperature\":1.8,\"top_p\":0.95}'",
        "openrouter, openai/o4-mini, '{\"max_tokens\":300}'",
        "anthropic, claude-x, '{\"max_tokens\":300,\"temperature\":1.0}'",
        "gemini, gemini-x, '{\"max_tokens\":300,\"temperature\":1.8,\"top_p\":0.95}'",
        "deepseek, deepseek-chat, '{\"max_tokens\":300,\"temperature\":1.8,\"top_p\":0.95}'",
        "deepseek, deepseek-reasoner, '{\"max_tokens\":300}'",
        "mistral, mistral-x, '{\"max_tokens\":300,\"temperature\":1.5,\"top_p\":0.95}'",
        "together, org/x, '{\"max_tokens\":300,\"temperature\":1.8,\"top_p\":0.95}'",
        "vllm, served, '{\"max_tokens\":300,\"temperature\":1.8,\"top_p\":0.95}'",
        "ollama, llama:8b, '{\"max_tokens\":300,\"temperature\":1.8,\"top_p\":0.95}'",
        "llamacpp, any, '{\"max_tokens\":300,\"temperature\":1.8,\"top_p\":0.95}'"
    })
    void r41EachProviderIsSentWhatItTakes(String profile, String model, String parameters) throws InterruptedException {
        ask(profile, model, ok("{\"choices\":[{\"message\":{\"content\":\"yes\"}}]}"));
        JsonNode sent = Json.tree(server.takeRequest().getBody().utf8(), "sent");
        TreeSet<String> rest = new TreeSet<>(sent.propertyNames());
        rest.removeAll(List.of("messages", "model", "stream"));
        JsonNode expected = Json.tree(parameters, "expected");
        assertThat(rest).isEqualTo(new TreeSet<>(expected.propertyNames()));
        rest.forEach(name -> assertThat(sent.get(name)).isEqualTo(expected.get(name)));
    }

    @Test
    void everyShippedProfileIsPlayedHere() {
        assertThat(DataFolder.over(folder).list("providers", ".yml"))
                .extracting(file -> file.getFileName().toString().replace(".yml", ""))
                .containsExactlyInAnyOrder(
                        "anthropic",
                        "azure",
                        "deepseek",
                        "gemini",
                        "generic",
                        "llamacpp",
                        "mistral",
                        "ollama",
                        "openai",
                        "openai-reasoning",
                        "openrouter",
                        "together",
                        "vllm");
    }

    private static void expect(Attempt attempt, String text, String reasoning, Usage usage) {
        ChatResult result = attempt.result();
        assertThat(result.outcome()).isEqualTo(Outcome.ANSWERED);
        assertThat(result.text()).isEqualTo(text);
        assertThat(result.reasoning()).isEqualTo(reasoning);
        assertThat(result.usage()).isEqualTo(usage);
    }

    private static void expect(Attempt attempt, Fate fate, Outcome outcome, String detail) {
        assertThat(attempt.result().outcome()).isEqualTo(outcome);
        assertThat(attempt.fate()).isEqualTo(fate);
        assertThat(attempt.result().detail()).contains(detail);
        assertThat(attempt.result().usage()).isEqualTo(Usage.UNKNOWN);
    }

    @Test
    void openRouterTellsPriceAndReasoningAndErrsWithStatus200() {
        Attempt answer = ask("openrouter", "a/b", ok("""
                {"id":"gen-1","provider":"Somebody","model":"a/b","object":"chat.completion","choices":[{"logprobs":null,
                "finish_reason":"stop","native_finish_reason":"stop","index":0,"message":{"role":"assistant","content":"yes",
                "refusal":null,"reasoning":"hm","reasoning_details":[{"type":"reasoning.text","text":"hm"}]}}],
                "usage":{"prompt_tokens":20,"completion_tokens":30,"total_tokens":50,"cost":0.000123,
                "prompt_tokens_details":{"cached_tokens":5,"cache_write_tokens":7},
                "completion_tokens_details":{"reasoning_tokens":10}}}"""));
        expect(answer, "yes", "hm", new Usage(20, 5, 30, 10, 7, new BigDecimal("0.000123")));

        Attempt behind = ask("openrouter", "a/b", ok("""
                {"id":"gen-1","choices":[{"finish_reason":"error","index":0,"message":{"role":"assistant","content":"par"},
                "error":{"code":502,"message":"Provider returned error","metadata":{"provider_name":"Somebody"}}}]}"""));
        expect(behind, Fate.TRANSIENT, Outcome.PROVIDER_ERROR, "Provider returned error");

        // 2026-11-02T00:00:00Z in milliseconds, twelve hours away.
        Attempt daily = ask("openrouter", "a/b:free", status(429, """
                {"error":{"message":"Rate limit exceeded: free-models-per-day. Add 10 credits","code":429,
                "metadata":{"headers":{"X-RateLimit-Limit":"50","X-RateLimit-Remaining":"0",
                "X-RateLimit-Reset":"1793577600000"}}},"user_id":"u"}"""));
        expect(daily, Fate.RATE_LIMITED, Outcome.PROVIDER_ERROR, "free-models-per-day");
        assertThat(daily.serverDelay()).isEqualTo(Duration.ofHours(12));

        Attempt moderated = ask("openrouter", "a/b", status(403, """
                {"error":{"code":403,"message":"flagged","metadata":{"reasons":["violence"],"flagged_input":"Is it"}}}"""));
        expect(moderated, Fate.FINAL, Outcome.FILTERED, "flagged");
    }

    @Test
    void anthropicIsOverloadedInItsOwnWords() {
        expect(ask("anthropic", "claude-x", ok("""
                {"id":"msg_1","choices":[{"index":0,"message":{"role":"assistant","content":"yes"},"finish_reason":"stop"}],
                "created":1,"model":"claude-x-20260101","object":"chat.completion",
                "usage":{"completion_tokens":4,"prompt_tokens":14,"total_tokens":18}}""")), "yes", "", new Usage(14, null, 4, null));
        expect(
                ask("anthropic", "claude-x", status(529, """
                {"type":"error","error":{"type":"overloaded_error","message":"Overloaded"},"request_id":"req_1"}""")),
                Fate.TRANSIENT,
                Outcome.PROVIDER_ERROR,
                "overloaded_error: Overloaded");
        Attempt limited = ask(
                "anthropic",
                "claude-x",
                status(429, "{\"error\":{\"code\":\"rate_limit_error\",\"message\":\"slow\",\"type\":\"x\"}}")
                        .newBuilder()
                        .addHeader("anthropic-ratelimit-output-tokens-remaining", "0")
                        .addHeader("anthropic-ratelimit-output-tokens-reset", "2026-11-01T12:00:41Z")
                        .build());
        expect(limited, Fate.RATE_LIMITED, Outcome.PROVIDER_ERROR, "slow");
        assertThat(limited.serverDelay()).isEqualTo(Duration.ofSeconds(41));
    }

    @Test
    void geminiCountsThoughtsInTheTotalOnlyAndWrapsItsErrors() {
        expect(ask("gemini", "gemini-x", ok("""
                {"choices":[{"finish_reason":"stop","index":0,"message":{"content":"yes","role":"assistant"}}],"created":1,
                "id":"x","model":"gemini-x","object":"chat.completion",
                "usage":{"completion_tokens":198,"prompt_tokens":20,"total_tokens":623}}""")), "yes", "", new Usage(20, null, 603, null));
        Attempt minute = ask("gemini", "gemini-x", status(429, """
                [{"error":{"code":429,"message":"You exceeded your current quota","status":"RESOURCE_EXHAUSTED","details":[
                {"@type":"type.googleapis.com/google.rpc.QuotaFailure","violations":[
                {"quotaId":"GenerateRequestsPerMinutePerProjectPerModel-FreeTier","quotaValue":"10"}]},
                {"@type":"type.googleapis.com/google.rpc.RetryInfo","retryDelay":"34s"}]}}]"""));
        expect(minute, Fate.RATE_LIMITED, Outcome.PROVIDER_ERROR, "You exceeded your current quota");
        assertThat(minute.serverDelay()).isEqualTo(Duration.ofSeconds(34));
        Attempt day = ask("gemini", "gemini-x", status(429, """
                [{"error":{"code":429,"message":"You exceeded your current quota","status":"RESOURCE_EXHAUSTED","details":[
                {"violations":[{"quotaId":"GenerateRequestsPerDayPerProjectPerModel-FreeTier"}]},
                {"retryDelay":"34s"}]}}]"""));
        // Noon in London is five in the morning in California, which left summer time that night: 20 hours later.
        assertThat(day.serverDelay()).isEqualTo(Duration.ofHours(20));
        expect(ask("gemini", "gemini-x", status(400, """
                [{"error":{"code":400,"message":"The input token count exceeds the maximum number of tokens allowed",
                "status":"INVALID_ARGUMENT"}}]""")), Fate.FINAL, Outcome.CONTEXT_OVERFLOW, "input token count");
    }

    @Test
    void deepSeekCountsItsCacheAndKeepsTheConnectionWithBlankLines() {
        expect(ask("deepseek", "deepseek-reasoner", ok("\n\n\n" + """
                {"id":"x","choices":[{"finish_reason":"stop","index":0,"message":{"content":"yes","reasoning_content":"hm",
                "role":"assistant"}}],"model":"deepseek-reasoner","system_fingerprint":"fp_1","usage":{"completion_tokens":9,
                "prompt_tokens":16,"prompt_cache_hit_tokens":6,"prompt_cache_miss_tokens":10,"total_tokens":25,
                "completion_tokens_details":{"reasoning_tokens":5}}}""")), "yes", "hm", new Usage(16, 6, 9, 5));
        expect(
                ask("deepseek", "deepseek-chat", status(402, """
                {"error":{"message":"Insufficient Balance","type":"unknown_error","param":null,"code":"invalid_request_error"}}""")),
                Fate.HOPELESS,
                Outcome.PROVIDER_ERROR,
                "Insufficient Balance");
        expect(
                ask("deepseek", "deepseek-chat", ok("""
                {"choices":[{"finish_reason":"insufficient_system_resource","index":0,"message":{"content":"ye"}}]}""")),
                Fate.TRANSIENT,
                Outcome.PROVIDER_ERROR,
                "insufficient_system_resource");
    }

    @Test
    void mistralThinksInAPartAndErrsInAnObject() {
        expect(ask("mistral", "magistral", ok("""
                {"id":"x","object":"chat.completion","model":"magistral","usage":{"prompt_tokens":16,"completion_tokens":34,
                "total_tokens":50},"choices":[{"index":0,"finish_reason":"stop","message":{"role":"assistant","content":[
                {"type":"thinking","thinking":[{"type":"text","text":"hm"}],"closed":true},{"type":"text","text":"yes"}]}}]}""")), "yes", "hm", new Usage(16, null, 34, null));
        expect(
                ask("mistral", "mistral-x", status(429, """
                {"object":"error","message":"Rate limit exceeded","type":"rate_limited","param":null,"code":"1300",
                "raw_status_code":429}""")),
                Fate.RATE_LIMITED,
                Outcome.PROVIDER_ERROR,
                "1300: Rate limit exceeded");
        expect(
                ask("mistral", "mistral-x", status(422, """
                {"object":"error","message":{"detail":[{"type":"less_than_equal","loc":["body","temperature"],
                "msg":"Input should be less than or equal to 1.5"}]},"type":"invalid_request_error","code":null}""")),
                Fate.FINAL,
                Outcome.PROVIDER_ERROR,
                "Input should be less than or equal to 1.5");
        Attempt served = ask(
                "mistral",
                "mistral-x",
                ok("{\"choices\":[{\"message\":{\"content\":\"yes\"}}]}")
                        .newBuilder()
                        .addHeader("x-ratelimit-remaining-req-minute", "0")
                        .build());
        assertThat(served.pause()).isEqualTo(Duration.ofSeconds(60));
    }

    @Test
    void togetherNamesBothLimitsOfAContext() {
        expect(ask("together", "org/x", status(422, """
                {"id":"x","error":{"message":"Input validation error: `inputs` tokens + `max_new_tokens` must be <= 8193.",
                "type":"invalid_request_error","param":null,"code":null}}""")), Fate.FINAL, Outcome.CONTEXT_OVERFLOW, "max_new_tokens");
        expect(ask("together", "org/x", ok("""
                {"id":"x","object":"chat.completion","model":"org/x","prompt":[],"choices":[{"finish_reason":"eos",
                "seed":1,"index":0,"logprobs":null,"message":{"role":"assistant","content":"<think>\\nhm\\n</think>\\n\\nyes",
                "tool_calls":[]}}],"usage":{"prompt_tokens":9,"completion_tokens":7,"total_tokens":16}}""")), "yes", "hm", new Usage(9, null, 7, null));
        expect(
                ask("together", "org/x", status(524, "<html><body>A timeout occurred</body></html>")),
                Fate.TRANSIENT,
                Outcome.PROVIDER_ERROR,
                "A timeout occurred");
    }

    @Test
    void vllmErrsInTwoShapesAndThinksInReasoning() {
        String words = "This model's maximum context length is 4096 tokens. However, you requested 5000 tokens";
        for (String body : List.of(
                "{\"object\":\"error\",\"message\":\"" + words
                        + "\",\"type\":\"BadRequestError\",\"param\":null,\"code\":400}",
                "{\"error\":{\"message\":\"" + words
                        + "\",\"type\":\"BadRequestError\",\"param\":null,\"code\":400}}")) {
            expect(ask("vllm", "served", status(400, body)), Fate.FINAL, Outcome.CONTEXT_OVERFLOW, "maximum context");
        }
        expect(ask("vllm", "served", ok("""
                {"id":"x","model":"served","choices":[{"index":0,"message":{"role":"assistant","reasoning":"hm",
                "content":"\\n\\nyes","tool_calls":[]},"logprobs":null,"finish_reason":"stop","stop_reason":null}],
                "usage":{"prompt_tokens":9,"total_tokens":16,"completion_tokens":7,"prompt_tokens_details":null}}""")), "\n\nyes", "hm", new Usage(9, null, 7, null));
        expect(
                ask("vllm", "served", status(400, """
                {"detail":[{"type":"extra_forbidden","loc":["body","x"],"msg":"Extra inputs are not permitted"}]}""")),
                Fate.FINAL,
                Outcome.PROVIDER_ERROR,
                "Extra inputs are not permitted");
    }

    @Test
    void ollamaDoesNotKnowTheModelAndCutsPrompts() {
        expect(
                ask("ollama", "nobody:1b", status(404, """
                {"error":{"message":"model \\"nobody:1b\\" not found, try pulling it first","type":"api_error","param":null,
                "code":null}}""")),
                Fate.HOPELESS,
                Outcome.PROVIDER_ERROR,
                "try pulling it first");
        expect(ask("ollama", "llama:8b", ok("""
                {"id":"x","object":"chat.completion","model":"llama:8b","system_fingerprint":"fp_ollama","choices":[{"index":0,
                "message":{"role":"assistant","content":"yes","reasoning":"hm"},"finish_reason":null}],
                "usage":{"prompt_tokens":9,"completion_tokens":7,"total_tokens":16}}""")), "yes", "hm", new Usage(9, null, 7, null));
    }

    @Test
    void llamaCppLoadsItsModelAndRefusesWhatDoesNotFit() {
        expect(ask("llamacpp", "any", status(503, """
                {"error":{"code":503,"message":"Loading model","type":"unavailable_error"}}""")), Fate.TRANSIENT, Outcome.PROVIDER_ERROR, "Loading model");
        expect(
                ask("llamacpp", "any", status(400, """
                {"error":{"code":400,"message":"the request exceeds the available context size, try increasing it",
                "type":"exceed_context_size_error","n_prompt_tokens":5000,"n_ctx":4096}}""")),
                Fate.FINAL,
                Outcome.CONTEXT_OVERFLOW,
                "available context size");
    }

    @Test
    void azureFiltersWithAnInnerError() {
        expect(
                ask("azure", "my-deployment", status(400, """
                {"error":{"message":"The response was filtered","param":"prompt","code":"content_filter","status":400,
                "innererror":{"code":"ResponsibleAIPolicyViolation","content_filter_result":{"hate":{"filtered":true,
                "severity":"high"}}}}}""")),
                Fate.FINAL,
                Outcome.FILTERED,
                "The response was filtered");
        Attempt limited = ask(
                "azure",
                "my-deployment",
                status(429, "{\"error\":{\"code\":\"429\",\"message\":\"Please retry after 7 seconds.\"}}")
                        .newBuilder()
                        .addHeader("retry-after-ms", "6890")
                        .addHeader("x-ratelimit-remaining-tokens", "-1")
                        .build());
        assertThat(limited.serverDelay()).isEqualTo(Duration.ofMillis(6_890));
    }

    @Test
    void openAiRefusesAParameterWithAHint() {
        expect(
                ask("openai", "gpt-6", status(400, """
                {"error":{"message":"Unsupported value: 'temperature' does not support 1.8 with this model.",
                "type":"invalid_request_error","param":"temperature","code":"unsupported_value"}}""")),
                Fate.FINAL,
                Outcome.PROVIDER_ERROR,
                "give the endpoint a profile");
    }
}
