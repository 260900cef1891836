package dev.valuecompass.llm.chain;

import static org.assertj.core.api.Assertions.assertThat;

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
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** One model that cannot be asked does not burn the items of the others, nor its own. */
@Tag("slow")
class ParkingTest {
    private static final int CONCURRENCY = 4;

    @TempDir
    Path folder;

    @AutoClose
    private final MockWebServer server = Loopback.server();

    private final FakeTiming time = new FakeTiming();
    private final Map<String, AtomicInteger> asked = new ConcurrentHashMap<>();

    /** Bodies that contain {@code "bad"} are answered by the rule, all others well. */
    private void bad(Function<Integer, MockResponse> rule) {
        server.setDispatcher(new Dispatcher() {
            @Override
            public MockResponse dispatch(RecordedRequest request) {
                boolean bad = request.getBody().utf8().contains("bad");
                int number = asked.computeIfAbsent(bad ? "bad" : "good", name -> new AtomicInteger())
                        .incrementAndGet();
                return bad ? rule.apply(number) : fine();
            }
        });
    }

    private static MockResponse fine() {
        return new MockResponse.Builder()
                .body("{\"choices\":[{\"finish_reason\":\"stop\",\"message\":{\"content\":\"fine\"}}]}")
                .build();
    }

    private static MockResponse status(int code, String error) {
        return new MockResponse.Builder()
                .code(code)
                .body("{\"error\":{\"message\":\"no\",\"code\":\"" + error + "\"}}")
                .build();
    }

    private ChatModels open(RunStore store, int retries) {
        Endpoint endpoint = Loopback.endpoint(server, "", CONCURRENCY, Duration.ofSeconds(20), retries);
        LeaderboardConfig leaderboard = Loopback.leaderboard(endpoint);
        return ChatModels.open(leaderboard, DataFolder.over(folder), store, Map.of(), time.timing(0));
    }

    private static ChatRequest request(String model, String text) {
        return new ChatRequest(
                Purpose.REPLY, "web", model, List.of(Message.user(text)), new Sampling(null, null, 10), 0);
    }

    /** Asks a model so many items on as many threads as the lane has places. */
    private static List<ChatResult> ask(ChatModels chat, String model, int items) throws InterruptedException {
        List<ChatResult> results = Collections.synchronizedList(new ArrayList<>());
        AtomicInteger next = new AtomicInteger();
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < CONCURRENCY; i++) {
            Thread thread = new Thread(() -> {
                for (int item = next.getAndIncrement(); item < items; item = next.getAndIncrement()) {
                    results.add(chat.ask(request(model, "item " + item)));
                }
            });
            thread.start();
            threads.add(thread);
        }
        for (Thread thread : threads) {
            thread.join();
        }
        return results;
    }

    @ParameterizedTest
    @ValueSource(ints = {401, 403, 404, 410})
    void r26AModelThatCannotBeAskedIsParkedAndTheOthersGoOn(int code) throws InterruptedException {
        bad(n -> status(code, "gone"));
        try (RunStore store = RunStore.open(folder.resolve("run.db"));
                ChatModels chat = open(store, 4)) {
            List<SuspendedModel> told = Collections.synchronizedList(new ArrayList<>());
            chat.onParked(told::add);
            List<ChatResult> results = ask(chat, "bad", 200);
            assertThat(results).hasSize(200).allMatch(result -> result.outcome() == Outcome.PROVIDER_ERROR);
            assertThat(chat.ask(request("bad", "one more")).detail())
                    .contains("not sent")
                    .contains("HTTP " + code);
            assertThat(asked.get("bad").get())
                    .isBetween(ModelQueue.HOPELESS_IN_A_ROW, CONCURRENCY + ModelQueue.HOPELESS_IN_A_ROW);
            assertThat(told).hasSize(1).isEqualTo(chat.parked());
            assertThat(told.get(0).text()).startsWith("bad at web").contains("HTTP " + code);

            assertThat(ask(chat, "good", 20)).extracting(ChatResult::text).containsOnly("fine");
        }
    }

    @Test
    void r26ErrorsThatAreNotInARowDoNotParkAModel() {
        bad(n -> n % ModelQueue.HOPELESS_IN_A_ROW == 0 ? fine() : status(403, "this_item_only"));
        try (RunStore store = RunStore.open(folder.resolve("run.db"));
                ChatModels chat = open(store, 0)) {
            for (int item = 0; item < 30; item++) {
                chat.ask(request("bad", "item " + item));
            }
            assertThat(chat.parked()).isEmpty();
        }
        assertThat(asked.get("bad")).hasValue(30);
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
    void r25AnExhaustedQuotaIsNeverRepeatedAndParksTheModel(String error) throws InterruptedException {
        bad(n -> status(429, error));
        try (RunStore store = RunStore.open(folder.resolve("run.db"));
                ChatModels chat = open(store, 4)) {
            ChatResult first = chat.ask(request("bad", "first"));
            assertThat(first.attemptErrors()).hasSize(1);
            assertThat(asked.get("bad")).hasValue(1);
            ask(chat, "bad", 100);
            assertThat(asked.get("bad").get()).isLessThanOrEqualTo(CONCURRENCY + ModelQueue.HOPELESS_IN_A_ROW);
            assertThat(chat.parked()).extracting(SuspendedModel::cause).containsExactly("HTTP 429 " + error + ": no");
            assertThat(ask(chat, "good", 5)).extracting(ChatResult::text).containsOnly("fine");
        }
        assertThat(time.slept).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"429,121", "429,24367", "503,3600"})
    void r29ALongDelayParksTheModelUntilThen(int code, long seconds) throws InterruptedException {
        Instant start = time.now();
        bad(n -> time.now().isBefore(start.plusSeconds(seconds))
                ? status(code, "slow_down")
                        .newBuilder()
                        .addHeader("Retry-After", Long.toString(seconds))
                        .build()
                : fine());
        try (RunStore store = RunStore.open(folder.resolve("run.db"));
                ChatModels chat = open(store, 4)) {
            ask(chat, "bad", 50);
            assertThat(asked.get("bad").get()).isLessThanOrEqualTo(CONCURRENCY);
            assertThat(time.slept).isEmpty();
            assertThat(chat.parked()).hasSize(1);
            assertThat(chat.parked().get(0).limitedUntil()).isEqualTo(start.plusSeconds(seconds));
            assertThat(chat.ask(request("bad", "one more")).detail())
                    .contains("limited until " + start.plusSeconds(seconds));
            assertThat(chat.ask(request("good", "x")).text()).isEqualTo("fine");

            time.pass(Duration.ofSeconds(seconds - 60));
            assertThat(chat.ask(request("bad", "later")).text()).isEqualTo("fine");
            assertThat(time.now()).isEqualTo(start.plusSeconds(seconds));
        }
    }

    /** Between two attempts of the poison item another item of the lane is served. */
    @Test
    void r27AnItemThatBreaksTheServerFailsAlone() {
        try (RunStore store = RunStore.open(folder.resolve("run.db"));
                ChatModels chat = open(store, 20)) {
            bad(n -> {
                chat.ask(request("m", "served meanwhile " + n));
                return status(500, "request_" + n);
            });
            ChatResult result = chat.ask(request("m", "bad"));
            assertThat(result.outcome()).isEqualTo(Outcome.PROVIDER_ERROR);
            assertThat(result.detail()).contains("3 times while other requests were served");
            assertThat(asked.get("bad")).hasValue(RepeatedFaults.MOST);
            assertThat(chat.ask(request("m", "next")).text()).isEqualTo("fine");
            assertThat(chat.parked()).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {500, 503})
    void r27AServerThatBreaksForAllOrIsOverloadedIsNotTheFaultOfTheItem(int code) {
        try (RunStore store = RunStore.open(folder.resolve("run.db"));
                ChatModels chat = open(store, 5)) {
            bad(n -> {
                if (code == 503) {
                    chat.ask(request("m", "served meanwhile " + n));
                }
                return n <= 5 ? status(code, "x") : fine();
            });
            assertThat(chat.ask(request("m", "bad")).text()).isEqualTo("fine");
        }
    }
}
