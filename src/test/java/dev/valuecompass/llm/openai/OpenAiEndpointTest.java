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
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import mockwebserver3.SocketEffect;
import okio.Buffer;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

@Tag("slow")
class OpenAiEndpointTest {
    private static final String CANARY = "sk-canary/7Q+9zX2pL5vB8nM1";
    private static final Map<String, String> KEY = Map.of("TEST_KEY", CANARY);

    @TempDir
    Path folder;

    @AutoClose
    private final MockWebServer server = Loopback.server();

    private OpenAiEndpoint open(String url, String profile, Duration timeout) {
        Endpoint endpoint = EndpointFields.builder()
                .id("web")
                .kind(Endpoint.Kind.OPENAI)
                .baseUrl(url)
                .keyEnv("TEST_KEY")
                .file("")
                .profile(profile)
                .concurrency(4)
                .timeout(timeout)
                .retries(0)
                .limits(RateLimits.NONE)
                .batch(false)
                .build();
        InstantSource clock = InstantSource.fixed(Instant.parse("2026-11-01T00:00:00Z"));
        return OpenAiEndpoint.open(endpoint, DataFolder.over(folder), KEY, clock);
    }

    private OpenAiEndpoint open(String profile) {
        return open(server.url("/v1").toString(), profile, Duration.ofSeconds(10));
    }

    private static ChatRequest request(Double temperature, Double topP) {
        return new ChatRequest(
                Purpose.OPINION,
                "web",
                "org/model",
                List.of(Message.system("Be brief."), Message.user("Is it good? \uD83D\uDE00")),
                new Sampling(temperature, topP, 123),
                0);
    }

    private static MockResponse ok() {
        return new MockResponse.Builder()
                .body("{\"choices\":[{\"message\":{\"content\":\"yes\"}}]}")
                .build();
    }

    private JsonNode sent(String profile, Double temperature, Double topP) throws InterruptedException {
        server.enqueue(ok());
        assertThat(open(profile).attempt(request(temperature, topP)).result().text())
                .isEqualTo("yes");
        return Json.tree(server.takeRequest().getBody().utf8(), "sent");
    }

    @Test
    void r41WhatIsNotSetIsNotSentAndTheLimitAlwaysIs() throws InterruptedException {
        assertThat(sent("", null, null))
                .hasToString("{\"max_tokens\":123,\"messages\":["
                        + sorted("system", "Be brief.") + "," + sorted("user", "Is it good? \uD83D\uDE00")
                        + "],\"model\":\"org/model\",\"stream\":false}");
        JsonNode full = sent("", 1.0, 0.95);
        assertThat(full.get("temperature").doubleValue()).isEqualTo(1.0);
        assertThat(full.get("top_p").doubleValue()).isEqualTo(0.95);
    }

    private static String sorted(String role, String content) {
        return "{\"content\":\"" + content + "\",\"role\":\"" + role + "\"}";
    }

    @Test
    void r41AProfileNamesTheLimitAndTheSystemRoleAndDropsWhatIsRefused() throws InterruptedException {
        JsonNode reasoning = sent("openai-reasoning", 1.0, 0.95);
        assertThat(reasoning.has("temperature") || reasoning.has("top_p") || reasoning.has("max_tokens"))
                .isFalse();
        assertThat(reasoning.get("max_completion_tokens").intValue()).isEqualTo(123);
        assertThat(reasoning.get("messages").get(0).get("role").stringValue()).isEqualTo("developer");
        assertThat(open("openai-reasoning").key(request(1.0, 0.95)).parameters())
                .isEqualTo(Map.of("max_completion_tokens", 123, "system_role", "developer"));
        assertThat(open("").key(request(1.0, null)).parameters())
                .isEqualTo(Map.of("max_tokens", 123, "temperature", 1.0));
    }

    /** Stored answers stay paid for: this text is what the digest is taken of. */
    @Test
    void theCallKeyOfARequestWithoutParametersIsWhatItWas() {
        String messages = "\"messages\":[{\"role\":\"SYSTEM\",\"content\":\"Be brief.\"},"
                + "{\"role\":\"USER\",\"content\":\"Is it good? \uD83D\uDE00\"}]";
        assertThat(open("").key(request(1.0, null)).canonical())
                .isEqualTo("{\"schema\":1,\"kind\":\"openai\",\"source\":\"" + server.url("/v1/chat/completions")
                        + "\",\"model\":\"org/model\"," + messages
                        + ",\"parameters\":{\"max_tokens\":123,\"temperature\":1.0},\"sample\":0}");
    }

    @Test
    void parametersOfAnExamineeAreSentAndEnterTheKeyAndReplaceNothing() throws InterruptedException {
        ChatRequest plain = request(1.0, null);
        Map<String, Object> own = Map.of(
                "provider",
                Map.of("order", List.of("b", "a")),
                "model",
                "another",
                "messages",
                List.of(),
                "stream",
                true);
        ChatRequest asked = new ChatRequest(
                plain.purpose(),
                "web",
                plain.model(),
                plain.messages(),
                plain.sampling().with(own),
                0);
        server.enqueue(ok());
        open("").attempt(asked);
        JsonNode sent = Json.tree(server.takeRequest().getBody().utf8(), "sent");
        assertThat(sent.get("provider")).hasToString("{\"order\":[\"b\",\"a\"]}");
        assertThat(sent.get("model").stringValue()).isEqualTo("org/model");
        assertThat(sent.get("messages").size()).isEqualTo(2);
        assertThat(sent.get("stream").booleanValue()).isFalse();
        assertThat(open("").key(asked).digest())
                .isNotEqualTo(open("").key(plain).digest());
    }

    @Test
    void theKeyGoesWhereTheProviderWantsItAndNotIntoTheCallKey() throws InterruptedException {
        server.enqueue(ok());
        open("").attempt(request(null, null));
        RecordedRequest bearer = server.takeRequest();
        assertThat(bearer.getHeaders().get("Authorization")).isEqualTo("Bearer " + CANARY);
        assertThat(bearer.getUrl().encodedPath()).isEqualTo("/v1/chat/completions");
        server.enqueue(ok());
        open("azure").attempt(request(null, null));
        RecordedRequest azure = server.takeRequest();
        assertThat(azure.getHeaders().get("api-key")).isEqualTo(CANARY);
        assertThat(azure.getHeaders().get("Authorization")).isNull();
        assertThat(open("").key(request(null, null)).canonical()).doesNotContain("canary");
    }

    @Test
    void r21R22AStalledBodyEndsAtTheDeadlineAndLeaksNoSocket() throws Exception {
        try (FaultServer stalls = new FaultServer((n, out) -> {
            FaultServer.write(out, "HTTP/1.1 200 OK\r\nContent-Length: 500\r\n\r\n{\"choices\":");
            Thread.sleep(60_000);
        })) {
            expectDeadline(stalls);
        }
    }

    @Test
    void r21KeepAliveBytesDoNotExtendTheDeadline() throws Exception {
        try (FaultServer drips = new FaultServer((n, out) -> {
            FaultServer.write(out, "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n");
            for (int i = 0; i < 600; i++) {
                FaultServer.write(out, "1\r\n\n\r\n");
                Thread.sleep(100);
            }
        })) {
            expectDeadline(drips);
        }
    }

    /** The upper bound is generous because the machine may be busy; without a deadline it would take a minute. */
    private void expectDeadline(FaultServer server) throws InterruptedException {
        OpenAiEndpoint endpoint = open(server.url(), "", Duration.ofSeconds(1));
        for (int i = 0; i < 3; i++) {
            long start = System.nanoTime();
            Attempt attempt = endpoint.attempt(request(null, null));
            assertThat(Duration.ofNanos(System.nanoTime() - start))
                    .isBetween(Duration.ofMillis(900), Duration.ofSeconds(30));
            assertThat(attempt.fate()).isEqualTo(Fate.TRANSIENT);
            assertThat(attempt.result().outcome()).isEqualTo(Outcome.TRANSPORT_ERROR);
            assertThat(attempt.result().detail()).contains("within 1.0 s").contains("bill");
        }
        // Stalling sockets notice only when they write; the drip's do so at once.
        assertThat(server.heads).hasSize(3);
    }

    @Test
    void r22TwentyStallsLeaveNoSocketOpen() throws Exception {
        try (FaultServer drips = new FaultServer((n, out) -> {
            FaultServer.write(out, "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n");
            while (true) {
                FaultServer.write(out, "1\r\n \r\n");
                Thread.sleep(20);
            }
        })) {
            OpenAiEndpoint endpoint = open(drips.url(), "", Duration.ofMillis(300));
            for (int i = 0; i < 20; i++) {
                endpoint.attempt(request(null, null));
            }
            for (int i = 0; i < 1_000 && drips.open.get() > 0; i++) {
                Thread.sleep(50);
            }
            assertThat(drips.open).hasValue(0);
        }
    }

    @Test
    void r24ALostIdleConnectionIsATransportErrorThatMayBeTriedAgain() throws Exception {
        try (FaultServer closes = new FaultServer((n, out) -> {
            if (n == 2) {
                throw new IOException("closed after reading the request");
            }
            FaultServer.write(out, FaultServer.ok("answer " + n));
        })) {
            OpenAiEndpoint endpoint = open(closes.url(), "", Duration.ofSeconds(5));
            assertThat(endpoint.attempt(request(null, null)).result().text()).isEqualTo("answer 1");
            Attempt lost = endpoint.attempt(request(null, null));
            assertThat(lost.fate()).isEqualTo(Fate.TRANSIENT);
            assertThat(lost.result().outcome()).isEqualTo(Outcome.TRANSPORT_ERROR);
            assertThat(endpoint.attempt(request(null, null)).result().text()).isEqualTo("answer 3");
            assertThat(closes.heads).hasSize(3);
        }
    }

    @Test
    void aBodyThatEndsTooEarlyIsATransportError() throws Exception {
        try (FaultServer tears = new FaultServer((n, out) -> {
            FaultServer.write(out, FaultServer.ok("a long answer").substring(0, 110));
            throw new IOException("torn");
        })) {
            Attempt torn = open(tears.url(), "", Duration.ofSeconds(5)).attempt(request(null, null));
            assertThat(torn.result().outcome()).isEqualTo(Outcome.TRANSPORT_ERROR);
            assertThat(torn.fate()).isEqualTo(Fate.TRANSIENT);
        }
    }

    @Test
    void r38AnEndlessBodyIsRefusedWithoutBeingRead() throws Exception {
        try (FaultServer floods = new FaultServer((n, out) -> {
            FaultServer.write(out, "HTTP/1.1 200 OK\r\nContent-Length: 1073741824\r\n\r\n");
            byte[] block = new byte[1 << 16];
            for (int i = 0; i < 1 << 14; i++) {
                out.write(block);
            }
        })) {
            Attempt attempt = open(floods.url(), "", Duration.ofSeconds(30)).attempt(request(null, null));
            assertThat(attempt.result().detail()).isEqualTo("the response is larger than 8 MiB");
            assertThat(attempt.fate()).isEqualTo(Fate.FINAL);
        }
    }

    @Test
    void r38EndlessHeadersAreRefused() throws Exception {
        try (FaultServer floods = new FaultServer((n, out) -> {
            FaultServer.write(out, "HTTP/1.1 200 OK\r\n");
            for (int i = 0; i < 1 << 14; i++) {
                FaultServer.write(out, "x-" + i + ": " + "y".repeat(1_000) + "\r\n");
            }
        })) {
            Attempt attempt = open(floods.url(), "", Duration.ofSeconds(30)).attempt(request(null, null));
            assertThat(attempt.result().outcome()).isEqualTo(Outcome.TRANSPORT_ERROR);
        }
    }

    /** 100 MB of zeros are 100 kB compressed; the cap counts what comes out. */
    @Test
    void r38AGzipBombIsRefused() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            byte[] block = new byte[1 << 20];
            for (int i = 0; i < 100; i++) {
                gzip.write(block);
            }
        }
        server.enqueue(new MockResponse.Builder()
                .addHeader("Content-Encoding", "gzip")
                .body(new Buffer().write(bytes.toByteArray()))
                .build());
        assertThat(open("").attempt(request(null, null)).result().detail()).contains("larger than 8 MiB");
    }

    @Test
    void r39PlainHttpIsNotUpgradedAndRedirectsAreNotFollowed() throws Exception {
        try (FaultServer other = new FaultServer((n, out) -> FaultServer.write(out, FaultServer.ok("stolen")));
                FaultServer points = new FaultServer((n, out) -> FaultServer.write(
                        out,
                        "HTTP/1.1 307 Temporary Redirect\r\nLocation: "
                                + other.url().replace("127.0.0.1", "127.0.0.2") + "/x\r\nContent-Length: 0\r\n\r\n"))) {
            Attempt attempt = open(points.url(), "", Duration.ofSeconds(5)).attempt(request(null, null));
            assertThat(attempt.fate()).isEqualTo(Fate.HOPELESS);
            assertThat(attempt.result().detail()).contains("HTTP 307");
            assertThat(other.heads).isEmpty();
            assertThat(points.heads).hasSize(1);
            assertThat(points.heads.get(0))
                    .startsWith("POST /v1/chat/completions HTTP/1.1")
                    .doesNotContainIgnoringCase("upgrade")
                    .doesNotContainIgnoringCase("http2-settings");
        }
    }

    @Test
    void r47BlankLinesAMarkAndBrokenCharactersAreReadThrough() {
        String json = "{\"choices\":[{\"message\":{\"content\":\"\\ud83d broken \\ud83d\\ude00\"}}]}";
        server.enqueue(new MockResponse.Builder().body("\uFEFF\n\n \r\n" + json).build());
        assertThat(open("").attempt(request(null, null)).result().text()).isEqualTo("\uFFFD broken \uD83D\uDE00");
        byte[] invalid =
                "{\"choices\":[{\"message\":{\"content\":\"caf\u00e9\"}}]}".getBytes(StandardCharsets.ISO_8859_1);
        server.enqueue(
                new MockResponse.Builder().body(new Buffer().write(invalid)).build());
        ChatResult result = open("").attempt(request(null, null)).result();
        assertThat(result.text()).isEqualTo("caf\uFFFD");
        assertThat(result.detail()).contains("not valid UTF-8");
    }

    @Test
    void r28TheDelayOfARefusalIsReported() {
        server.enqueue(new MockResponse.Builder()
                .code(429)
                .addHeader("Retry-After", "Sun, 01 Nov 2026 00:00:09 GMT")
                .build());
        assertThat(open("").attempt(request(null, null)))
                .matches(a -> a.fate() == Fate.RATE_LIMITED && a.serverDelay().equals(Duration.ofSeconds(9)));
    }

    /** A server that echoes the key in every place it can, and fails in every way. */
    @Test
    void r58TheKeyLeavesNoTraceWhateverTheServerDoes() {
        String base64 = Base64.getEncoder().encodeToString(CANARY.getBytes(StandardCharsets.UTF_8));
        String encoded = java.net.URLEncoder.encode(CANARY, StandardCharsets.UTF_8);
        List<MockResponse> responses = List.of(
                reply(
                        200,
                        "{\"model\":\"$KEY\",\"choices\":[{\"message\":{\"content\":\"$KEY $BASE $URL\",\"reasoning\":\"$KEY\"}}]}"),
                reply(200, "{\"choices\":[{\"message\":{\"refusal\":\"$KEY\"}}]}"),
                reply(200, "{\"choices\":[{\"message\":{\"content\":\"<think>$KEY\"}}]}"),
                reply(200, "{\"error\":{\"message\":\"bad key $KEY\",\"code\":\"$KEY\"}}"),
                reply(200, "not JSON: $KEY"),
                reply(401, "{\"error\":{\"message\":\"Incorrect API key provided: $KEY. $BASE\"}}"),
                reply(400, "{\"detail\":[{\"msg\":\"$KEY\"}]}"),
                reply(429, "$URL"),
                reply(500, "<html>$KEY</html>"),
                reply(307, "$KEY"),
                new MockResponse.Builder()
                        .code(200)
                        .onResponseStart(new SocketEffect.CloseSocket())
                        .build());
        OpenAiEndpoint endpoint = open("");
        for (MockResponse response : responses) {
            server.enqueue(fill(response, base64, encoded));
            String all = Json.line(endpoint.attempt(request(null, null)));
            assertThat(all).doesNotContain("canary").doesNotContain(base64).doesNotContain(encoded);
        }
        assertThat(endpoint.toString() + Secret.of(endpointWithKey(), KEY)).doesNotContain("canary");
    }

    private static Endpoint endpointWithKey() {
        return EndpointFields.builder()
                .id("e")
                .kind(Endpoint.Kind.OPENAI)
                .baseUrl("")
                .keyEnv("TEST_KEY")
                .file("")
                .profile("")
                .concurrency(1)
                .timeout(Duration.ofSeconds(1))
                .retries(0)
                .limits(RateLimits.NONE)
                .batch(false)
                .build();
    }

    private static MockResponse reply(int code, String body) {
        return new MockResponse.Builder()
                .code(code)
                .addHeader("Location", "https://x/" + CANARY)
                .body(body)
                .build();
    }

    private static MockResponse fill(MockResponse response, String base64, String encoded) {
        if (response.getBody() == null) {
            return response;
        }
        Buffer buffer = new Buffer();
        try {
            response.getBody().writeTo(buffer);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        String text = buffer.readUtf8()
                .replace("$KEY", CANARY)
                .replace("$BASE", base64)
                .replace("$URL", encoded);
        return response.newBuilder().body(text).build();
    }

    @Test
    void aKeyThatCannotBeSentIsRefusedWithoutBeingShown() {
        for (String key : List.of("sk-canary\nX-Evil: 1", "sk-canary \u00e9", "")) {
            assertThat(OpenAiEndpoint.keyDefects(endpointWithKey(), Map.of("TEST_KEY", key)))
                    .singleElement()
                    .satisfies(defect ->
                            assertThat(defect.toString()).contains("TEST_KEY").doesNotContain("canary"));
        }
    }
}
