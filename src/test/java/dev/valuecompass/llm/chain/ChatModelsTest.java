package dev.valuecompass.llm.chain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.valuecompass.config.ConfigException;
import dev.valuecompass.config.Endpoint;
import dev.valuecompass.config.LeaderboardConfig;
import dev.valuecompass.io.DataFolder;
import dev.valuecompass.llm.ChatRequest;
import dev.valuecompass.llm.ChatResult;
import dev.valuecompass.llm.Loopback;
import dev.valuecompass.llm.Message;
import dev.valuecompass.llm.Outcome;
import dev.valuecompass.llm.Purpose;
import dev.valuecompass.llm.Sampling;
import dev.valuecompass.llm.store.RunStore;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("slow")
class ChatModelsTest {
    private static final Map<String, String> KEY = Map.of("TEST_KEY", "sk-canary-0123456789");

    @TempDir
    Path folder;

    @AutoClose
    private final MockWebServer server = Loopback.server();

    private LeaderboardConfig leaderboard(int retries) {
        Endpoint endpoint = Loopback.endpoint(server, "TEST_KEY", 4, Duration.ofSeconds(5), retries);
        return Loopback.leaderboard(endpoint);
    }

    private ChatModels open(RunStore store, int retries, Map<String, String> environment) {
        return ChatModels.open(
                leaderboard(retries), DataFolder.over(folder), store, environment, new FakeTiming().timing(0));
    }

    private static ChatRequest request(String text) {
        return new ChatRequest(Purpose.REPLY, "web", "m", List.of(Message.user(text)), new Sampling(null, null, 10), 0);
    }

    private static String body(String content, String finish) {
        return "{\"model\":\"m-1\",\"choices\":[{\"index\":0,\"finish_reason\":\"" + finish
                + "\",\"message\":{\"role\":\"assistant\",\"content\":\"" + content + "\"}}]}";
    }

    private static MockResponse status(int code) {
        return new MockResponse.Builder()
                .code(code)
                .body("{\"error\":{\"message\":\"no\"}}")
                .build();
    }

    private static MockResponse ok(String content, String finish) {
        return new MockResponse.Builder().body(body(content, finish)).build();
    }

    @Test
    void r15AFinishedRunSendsNothingAndNeedsNoKey() {
        server.enqueue(ok("one", "stop"));
        server.enqueue(ok("two", "length"));
        List<ChatResult> first = new ArrayList<>();
        try (RunStore store = RunStore.open(folder.resolve("run.db"));
                ChatModels chat = open(store, 0, KEY)) {
            first.add(chat.ask(request("a")));
            first.add(chat.ask(request("b")));
            first.add(chat.ask(request("a")));
            assertThat(chat.calls()).isEqualTo(Map.of("m", 2L));
        }
        assertThat(first).extracting(ChatResult::replayed).containsExactly(false, false, true);
        try (RunStore store = RunStore.open(folder.resolve("run.db"));
                ChatModels chat = open(store, 0, Map.of())) {
            assertThat(chat.ask(request("a")).text()).isEqualTo("one");
            assertThat(chat.ask(request("b")))
                    .matches(r -> r.outcome() == Outcome.TRUNCATED && r.text().equals("two"));
            assertThat(chat.calls()).isEmpty();
        }
        assertThat(server.getRequestCount()).isEqualTo(2);
    }

    @Test
    void r56AFailureIsAskedAgainTheNextTime() {
        server.enqueue(status(400));
        server.enqueue(ok("fine", "stop"));
        try (RunStore store = RunStore.open(folder.resolve("run.db"));
                ChatModels chat = open(store, 3, KEY)) {
            assertThat(chat.ask(request("a")).outcome()).isEqualTo(Outcome.PROVIDER_ERROR);
            assertThat(store.size()).isZero();
            assertThat(chat.ask(request("a")).text()).isEqualTo("fine");
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {408, 409, 429, 500, 502, 503, 504, 520, 524, 529})
    void r23TheseAreTriedAgain(int code) {
        server.enqueue(status(code));
        server.enqueue(ok("fine", "stop"));
        try (RunStore store = RunStore.open(folder.resolve("run.db"));
                ChatModels chat = open(store, 2, KEY)) {
            ChatResult result = chat.ask(request("a"));
            assertThat(result.text()).isEqualTo("fine");
            assertThat(result.attemptErrors()).containsExactly("HTTP " + code + ": no");
        }
        assertThat(server.getRequestCount()).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 401, 402, 403, 404, 410, 413, 422, 301, 302, 307, 308})
    void r23TheseAreNot(int code) {
        server.setDispatcher(new Dispatcher() {
            @Override
            public MockResponse dispatch(RecordedRequest request) {
                return new MockResponse.Builder()
                        .code(code)
                        .addHeader("Location", "/elsewhere")
                        .body("{}")
                        .build();
            }
        });
        try (RunStore store = RunStore.open(folder.resolve("run.db"));
                ChatModels chat = open(store, 2, KEY)) {
            Outcome expected = code == 413 ? Outcome.CONTEXT_OVERFLOW : Outcome.PROVIDER_ERROR;
            assertThat(chat.ask(request("a")).outcome()).isEqualTo(expected);
        }
        assertThat(server.getRequestCount()).isEqualTo(1);
    }

    /** The HTTP client below would itself repeat a 503 that may be repeated at once, and a 408. */
    @ParameterizedTest
    @ValueSource(ints = {408, 503})
    void r31OnlyOneLayerRepeats(int code) {
        server.setDispatcher(new Dispatcher() {
            @Override
            public MockResponse dispatch(RecordedRequest request) {
                return new MockResponse.Builder()
                        .code(code)
                        .addHeader("Retry-After", "0")
                        .build();
            }
        });
        try (RunStore store = RunStore.open(folder.resolve("run.db"));
                ChatModels chat = open(store, 2, KEY)) {
            chat.ask(request("a"));
            assertThat(chat.calls()).isEqualTo(Map.of("m", 3L));
        }
        assertThat(server.getRequestCount()).isEqualTo(3);
    }

    @Test
    void r40AllAttemptsOfACallShareAnIdAndNoOtherCallHasIt() throws InterruptedException {
        for (int code : new int[] {500, 503, 429, 400}) {
            server.enqueue(status(code));
        }
        server.enqueue(ok("fine", "stop"));
        try (RunStore store = RunStore.open(folder.resolve("run.db"));
                ChatModels chat = open(store, 3, KEY)) {
            chat.ask(request("a"));
            chat.ask(request("a"));
        }
        List<String> ids = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            ids.add(server.takeRequest().getHeaders().get("Idempotency-Key"));
        }
        assertThat(ids.get(0)).isNotBlank().isNotEqualTo(ids.get(4));
        assertThat(ids.subList(0, 4)).containsOnly(ids.get(0));
    }

    /** A provider that gives several choices gives them in any order; a sample that fails is missing and no other takes its place. */
    @Test
    void r44EachSampleIsACallOfItsOwn() throws InterruptedException {
        for (String name : List.of("a", "b")) {
            server.enqueue(new MockResponse.Builder()
                    .body("{\"choices\":[{\"index\":1,\"message\":{\"content\":\"not " + name
                            + "\"}},{\"index\":0,\"message\":{\"content\":\"" + name + "\"}}]}")
                    .build());
        }
        server.enqueue(status(400));
        try (RunStore store = RunStore.open(folder.resolve("run.db"));
                ChatModels chat = open(store, 0, KEY)) {
            List<ChatResult> samples = new ArrayList<>();
            for (int sample = 0; sample < 3; sample++) {
                ChatRequest plain = request("q");
                samples.add(chat.ask(
                        new ChatRequest(plain.purpose(), "web", "m", plain.messages(), plain.sampling(), sample)));
            }
            assertThat(samples).extracting(ChatResult::text).containsExactly("a", "b", "");
            assertThat(samples.get(2).outcome()).isEqualTo(Outcome.PROVIDER_ERROR);
        }
        for (int i = 0; i < 3; i++) {
            assertThat(server.takeRequest().getBody().utf8()).doesNotContain("\"n\":");
        }
    }

    @Test
    void equalCallsAtTheSameTimeAreMadeOnce() throws InterruptedException {
        server.enqueue(new MockResponse.Builder()
                .body(body("once", "stop"))
                .bodyDelay(300, java.util.concurrent.TimeUnit.MILLISECONDS)
                .build());
        try (RunStore store = RunStore.open(folder.resolve("run.db"));
                ChatModels chat = open(store, 0, KEY)) {
            List<Thread> threads = new ArrayList<>();
            List<String> answers = java.util.Collections.synchronizedList(new ArrayList<>());
            for (int i = 0; i < 8; i++) {
                Thread thread =
                        new Thread(() -> answers.add(chat.ask(request("a")).text()));
                thread.start();
                threads.add(thread);
            }
            for (Thread thread : threads) {
                thread.join();
            }
            assertThat(answers).hasSize(8).containsOnly("once");
        }
        assertThat(server.getRequestCount()).isEqualTo(1);
    }

    @Test
    void aMissingKeyIsAMistakeOfTheUserAndOnlyWhenItIsNeeded() {
        try (RunStore store = RunStore.open(folder.resolve("run.db"));
                ChatModels chat = open(store, 0, Map.of())) {
            assertThatThrownBy(() -> chat.ask(request("a")))
                    .isInstanceOf(ConfigException.class)
                    .hasMessageContaining("TEST_KEY is not set");
        }
        assertThat(ChatModels.keyDefects(leaderboard(0).endpoints(), Map.of())).hasSize(1);
        assertThat(ChatModels.keyDefects(leaderboard(0).endpoints(), KEY)).isEmpty();
        assertThat(server.getRequestCount()).isZero();
    }

    @Test
    void r19ClosingEndsWhatIsUnderWayAndNothingMoreIsSent() throws InterruptedException {
        server.enqueue(new MockResponse.Builder()
                .headersDelay(60, java.util.concurrent.TimeUnit.SECONDS)
                .body(body("late", "stop"))
                .build());
        try (RunStore store = RunStore.open(folder.resolve("run.db"))) {
            ChatModels chat = open(store, 5, KEY);
            List<ChatResult> results = new ArrayList<>();
            Thread thread = new Thread(() -> results.add(chat.ask(request("a"))));
            thread.start();
            server.takeRequest();
            long start = System.nanoTime();
            chat.close();
            thread.join();
            assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(40));
            assertThat(results).extracting(ChatResult::outcome).containsExactly(Outcome.CANCELLED);
            assertThat(chat.ask(request("b")).outcome()).isEqualTo(Outcome.CANCELLED);
            assertThat(store.size()).isZero();
        }
        assertThat(server.getRequestCount()).isEqualTo(1);
    }
}
