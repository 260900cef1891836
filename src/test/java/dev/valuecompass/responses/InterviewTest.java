package dev.valuecompass.responses;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.valuecompass.config.AnswerSampling;
import dev.valuecompass.config.Endpoint;
import dev.valuecompass.config.EndpointFields;
import dev.valuecompass.config.Examinee;
import dev.valuecompass.config.ExamineeFields;
import dev.valuecompass.config.LeaderboardConfig;
import dev.valuecompass.config.RateLimits;
import dev.valuecompass.io.DataFolder;
import dev.valuecompass.items.Item;
import dev.valuecompass.items.Provenance;
import dev.valuecompass.llm.ChatModel;
import dev.valuecompass.llm.ChatResult;
import dev.valuecompass.llm.Loopback;
import dev.valuecompass.llm.Outcome;
import dev.valuecompass.llm.chain.ChatModels;
import dev.valuecompass.llm.store.RunStore;
import dev.valuecompass.value.Theory;
import dev.valuecompass.value.ValueSystem;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("slow")
class InterviewTest {
    @TempDir
    Path folder;

    private final Endpoint endpoint = EndpointFields.builder()
            .id("panel")
            .kind(Endpoint.Kind.SIMULATED)
            .baseUrl("")
            .keyEnv("")
            .file("simulated/panel.yml")
            .profile("")
            .concurrency(8)
            .timeout(Duration.ofSeconds(5))
            .retries(0)
            .limits(RateLimits.NONE)
            .batch(false)
            .build();
    private final LeaderboardConfig leaderboard = Loopback.leaderboard(endpoint);

    private static Examinee examinee(String model) {
        return ExamineeFields.builder()
                .id(model)
                .name(model)
                .endpoint("panel")
                .model(model)
                .developer("")
                .country("")
                .family("")
                .open(false)
                .reasoning(false)
                .released(null)
                .knowledgeCutoff(null)
                .licence("")
                .sizeBillions(null)
                .price(null)
                .website("")
                .settings(Examinee.Settings.NONE)
                .build();
    }

    private static List<Item> items(String system, String dimension, int n) {
        List<Item> items = new ArrayList<>();
        for (int i = 0; i < n; i++) {
            Provenance provenance = new Provenance("pool", "", "", "", "2026-11", Map.of());
            String text = "Should rule number " + i + " of the town be kept?";
            items.add(new Item("i" + i, system, List.of(dimension), "x", text, false, provenance));
        }
        return items;
    }

    private Map<String, Response> ask(ChatModel chat, String model, String system, int items, int samples) {
        DataFolder data = DataFolder.over(folder);
        ValueSystem values = Theory.load(data).system(system);
        Map<String, Response> responses = new TreeMap<>();
        new Interview(chat, new Prompts(data), leaderboard)
                .ask(
                        examinee(model),
                        values,
                        items(system, values.dimensionIds().get(0), items),
                        new AnswerSampling(1.0, 0.95, 400, samples, 3),
                        response -> assertThat(responses.put(response.item() + "/" + response.sample(), response))
                                .isNull());
        return responses;
    }

    @ParameterizedTest
    @ValueSource(strings = {"schwartz", "mft", "unique", "safety"})
    void asksThePanelAboutEverySystemAndTheSecondTimeNothingIsSent(String system) {
        Map<String, Response> first;
        try (RunStore store = RunStore.open(folder.resolve("run.db"));
                ChatModels chat = ChatModels.open(leaderboard, DataFolder.over(folder), store, Map.of())) {
            first = ask(chat, "delta-pro", system, 60, 2);
            assertThat(chat.calls()).containsExactly(Map.entry("delta-pro", 120L));
        }
        assertThat(first).hasSize(120);
        assertThat(first.values().stream()
                        .filter(r -> r.outcome() == Outcome.ANSWERED)
                        .count())
                .isGreaterThan(110);
        assertThat(first.values())
                .allSatisfy(r -> assertThat(r.opinion() != null)
                        .isEqualTo(system.equals("schwartz") && r.outcome() == Outcome.ANSWERED));
        try (RunStore store = RunStore.open(folder.resolve("run.db"));
                ChatModels chat = ChatModels.open(leaderboard, DataFolder.over(folder), store, Map.of())) {
            assertThat(ask(chat, "delta-pro", system, 60, 2)).isEqualTo(first);
            assertThat(chat.calls()).isEmpty();
        }
    }

    @Test
    void everyLayoutOfThePanelIsUnderstood() {
        try (RunStore store = RunStore.open(folder.resolve("run.db"));
                ChatModels chat = ChatModels.open(leaderboard, DataFolder.over(folder), store, Map.of())) {
            for (String model : List.of("aurora-large", "aurora-mini", "borealis-8b", "cedar-chat", "fjord-3b")) {
                Set<Outcome> outcomes = new TreeSet<>();
                Map<String, Response> responses = ask(chat, model, "schwartz", 100, 1);
                responses.values().forEach(response -> outcomes.add(response.outcome()));
                assertThat(outcomes).as(model).doesNotContain(Outcome.UNPARSED, Outcome.PROVIDER_ERROR);
                assertThat(responses.values().stream()
                                .filter(r -> r.opinion() != null)
                                .map(r -> r.opinion().points().size()))
                        .as(model)
                        .containsOnly(3);
            }
        }
    }

    @Test
    void noMoreIsUnderWayThanTheEndpointTakes() {
        AtomicInteger now = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        CountDownLatch full = new CountDownLatch(8);
        ChatModel slow = request -> {
            most.accumulateAndGet(now.incrementAndGet(), Math::max);
            full.countDown();
            awaitQuietly(full);
            now.decrementAndGet();
            return ChatResult.answered("fine");
        };
        assertThat(ask(slow, "any", "safety", 50, 1)).hasSize(50);
        assertThat(most).hasValue(8);
    }

    @Test
    void theConsumerIsNeverInterruptedByAnotherThread() {
        AtomicInteger inside = new AtomicInteger();
        Set<String> threads = new HashSet<>();
        DataFolder data = DataFolder.over(folder);
        new Interview(request -> ChatResult.answered("fine"), new Prompts(data), leaderboard)
                .ask(
                        examinee("any"),
                        Theory.load(data).system("safety"),
                        items("safety", "misinformation", 400),
                        new AnswerSampling(null, null, 400, 1, 3),
                        response -> {
                            assertThat(inside.incrementAndGet()).isEqualTo(1);
                            threads.add(Thread.currentThread().getName());
                            inside.decrementAndGet();
                        });
        assertThat(threads).isNotEmpty();
    }

    @Test
    void aBugStopsTheInterviewAndIsThrown() {
        AtomicInteger asked = new AtomicInteger();
        ChatModel broken = request -> {
            asked.incrementAndGet();
            throw new IllegalStateException("a bug");
        };
        assertThatThrownBy(() -> ask(broken, "any", "safety", 1_000, 1)).hasMessage("a bug");
        assertThat(asked.get()).isLessThanOrEqualTo(8);
    }

    /** Everything gets its one outcome, also what was never asked. */
    @Test
    void r1R19AnInterruptEndsTheRestAsCancelled() throws InterruptedException {
        CountDownLatch asked = new CountDownLatch(8);
        ChatModel stuck = request -> {
            asked.countDown();
            try {
                Thread.sleep(60_000);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            return ChatResult.failed(Outcome.CANCELLED, "stopped");
        };
        List<Map<String, Response>> done = new ArrayList<>();
        List<Boolean> interrupted = new ArrayList<>();
        Thread run = new Thread(() -> {
            done.add(ask(stuck, "any", "safety", 2_000, 1));
            interrupted.add(Thread.currentThread().isInterrupted());
        });
        run.start();
        asked.await();
        long start = System.nanoTime();
        run.interrupt();
        run.join();
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(40));
        assertThat(done.get(0)).hasSize(2_000);
        assertThat(done.get(0).values()).allMatch(r -> r.outcome() == Outcome.CANCELLED);
        assertThat(interrupted).containsExactly(true);
    }

    /** The 3,200 answers of 20 kB between the two looks are 64 MB. */
    @Test
    void r37WhatIsInMemoryDoesNotGrowWithTheItems() {
        DataFolder data = DataFolder.over(folder);
        AtomicInteger seen = new AtomicInteger();
        List<Long> used = new ArrayList<>();
        new Interview(request -> ChatResult.answered("x".repeat(20_000)), new Prompts(data), leaderboard)
                .ask(
                        examinee("any"),
                        Theory.load(data).system("safety"),
                        items("safety", "misinformation", 4_000),
                        new AnswerSampling(null, null, 400, 1, 3),
                        response -> {
                            int now = seen.incrementAndGet();
                            if (now == 400 || now == 3_600) {
                                used.add(usedMemory());
                            }
                        });
        assertThat(seen).hasValue(4_000);
        assertThat(used).hasSize(2);
        assertThat(used.get(1) - used.get(0)).isLessThan(16_000_000L);
    }

    /** In bytes, without what nothing holds any more. */
    private static long usedMemory() {
        System.gc();
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
