package dev.valuecompass.llm.chain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.valuecompass.config.Endpoint;
import dev.valuecompass.config.Evaluation;
import dev.valuecompass.config.Examinee;
import dev.valuecompass.config.ExamineeFields;
import dev.valuecompass.config.LeaderboardConfig;
import dev.valuecompass.config.Price;
import dev.valuecompass.io.DataFolder;
import dev.valuecompass.llm.ChatRequest;
import dev.valuecompass.llm.ChatResult;
import dev.valuecompass.llm.Cost;
import dev.valuecompass.llm.Loopback;
import dev.valuecompass.llm.Message;
import dev.valuecompass.llm.Outcome;
import dev.valuecompass.llm.Purpose;
import dev.valuecompass.llm.Sampling;
import dev.valuecompass.llm.store.Admission;
import dev.valuecompass.llm.store.Contribution;
import dev.valuecompass.llm.store.RunStore;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import mockwebserver3.SocketEffect;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** R53: what a run may spend is a hard cap, whatever is under way. */
class BudgetTest {
    private static final int WORKERS = 64;
    private static final BigDecimal TWO = BigDecimal.valueOf(2);

    /** A token costs 1 or 2 millionths of a dollar. */
    private static final Price PRICE = new Price(BigDecimal.ONE, TWO, null, null);

    @TempDir
    Path folder;

    @AutoClose
    private final MockWebServer server = Loopback.server();

    private final AtomicInteger asked = new AtomicInteger();

    private void answer(IntFunction<MockResponse> rule) {
        server.setDispatcher(new Dispatcher() {
            @Override
            public MockResponse dispatch(RecordedRequest request) {
                return rule.apply(asked.incrementAndGet());
            }
        });
    }

    /** Costs 50 · 1 + 100 · 2 = 250 millionths of a dollar. */
    private static MockResponse fine() {
        return new MockResponse.Builder()
                .body("{\"choices\":[{\"finish_reason\":\"stop\",\"message\":{\"content\":\"fine\"}}],"
                        + "\"usage\":{\"prompt_tokens\":50,\"completion_tokens\":100}}")
                .build();
    }

    private record Run(List<ChatResult> results, BigDecimal spent) {
        long ended(Outcome outcome) {
            return results.stream()
                    .filter(result -> result.outcome() == outcome)
                    .count();
        }
    }

    private Run run(String budget, int items) throws InterruptedException {
        Endpoint endpoint = Loopback.endpoint(server, "", WORKERS, Duration.ofSeconds(20), 1);
        Examinee examinee = ExamineeFields.builder()
                .id("m")
                .name("M")
                .endpoint("web")
                .model("m")
                .developer("D")
                .country("")
                .family("m")
                .open(true)
                .reasoning(false)
                .released(null)
                .knowledgeCutoff(null)
                .licence("")
                .sizeBillions(null)
                .price(PRICE)
                .website("")
                .settings(Examinee.Settings.NONE)
                .build();
        LeaderboardConfig leaderboard = Loopback.leaderboard(endpoint, examinee)
                .withEvaluation(new Evaluation(7, 1, 10, 1, 0.9, budget == null ? null : new BigDecimal(budget)));
        List<ChatResult> results = Collections.synchronizedList(new ArrayList<>());
        AtomicInteger next = new AtomicInteger();
        try (RunStore store = RunStore.open(folder.resolve("run.db"));
                ChatModels chat = ChatModels.open(
                        leaderboard, DataFolder.over(folder), store, Map.of(), new FakeTiming().timing(0))) {
            List<Thread> threads = new ArrayList<>();
            for (int i = 0; i < WORKERS; i++) {
                threads.add(new Thread(() -> {
                    for (int item = next.getAndIncrement(); item < items; item = next.getAndIncrement()) {
                        results.add(chat.ask(request(item)));
                    }
                }));
            }
            threads.forEach(Thread::start);
            for (Thread thread : threads) {
                thread.join();
            }
            return new Run(results, chat.spent());
        }
    }

    private static ChatRequest request(int item) {
        return new ChatRequest(
                Purpose.REPLY, "web", "m", List.of(Message.user("item " + item)), new Sampling(null, null, 150), 0);
    }

    @Test
    void r53WhatIsSpentNeverExceedsTheCapHoweverManyAreUnderWay() throws InterruptedException {
        answer(n -> fine());
        Run run = run("0.01", 400);
        // 0.01 / 0.00025 = 40 calls; the most that one can cost, 134 or so + 300 millionths, must be free for the last.
        assertThat(run.spent()).isLessThanOrEqualTo(new BigDecimal("0.01")).isGreaterThan(new BigDecimal("0.0093"));
        assertThat(asked.get()).isEqualTo((int) run.ended(Outcome.ANSWERED)).isBetween(38, 40);
        assertThat(run.spent()).isEqualByComparingTo(new BigDecimal("0.00025").multiply(new BigDecimal(asked.get())));
        assertThat(run.ended(Outcome.BUDGET_SKIPPED)).isEqualTo(400 - asked.get());
    }

    @Test
    void r53EarlierWorkCountsAndALargerBudgetGoesOn() throws InterruptedException {
        answer(n -> fine());
        run(null, 20);
        int before = asked.get();
        assertThat(before).isEqualTo(20);
        Run capped = run("0.004", 400);
        assertThat(capped.spent()).isEqualByComparingTo("0.005");
        assertThat(asked.get()).isEqualTo(before);
        assertThat(capped.ended(Outcome.ANSWERED)).isEqualTo(before);
        Run larger = run("0.0075", 22);
        assertThat(larger.ended(Outcome.ANSWERED)).isEqualTo(22);
        assertThat(asked.get()).isEqualTo(22);
    }

    /** A refusal costs nothing; a response that was cut off may have cost the most. */
    @Test
    void r53FailedAttemptsCountWithTheMostUnlessTheyWereRefused() throws InterruptedException {
        answer(n -> new MockResponse.Builder().code(500).body("{}").build());
        assertThat(run("1", 1).spent()).isEqualByComparingTo("0");
        answer(n -> fine().newBuilder()
                .onResponseBody(new SocketEffect.CloseSocket())
                .build());
        BigDecimal most = Cost.most(PRICE, request(0));
        Run cut = run("1", 1);
        assertThat(cut.ended(Outcome.TRANSPORT_ERROR)).isEqualTo(1);
        assertThat(cut.spent()).isEqualByComparingTo(most.multiply(TWO));
    }

    @Test
    void r53AUnionOfStoresHasSpentWhatAllOfThemSpentAndNothingTwice() throws InterruptedException {
        answer(n -> fine());
        run("1", 4);
        List<Contribution> from = List.of(new Contribution(folder.resolve("run.db"), Admission.FREE));
        try (RunStore into = RunStore.open(folder.resolve("union.db"))) {
            into.addAll(from, Optional.empty());
            into.addAll(from, Optional.empty());
        }
        try (RunStore union = RunStore.open(folder.resolve("union.db"))) {
            assertThat(union.ledger().spentBefore()).isEqualByComparingTo("0.001");
        }
    }
}
