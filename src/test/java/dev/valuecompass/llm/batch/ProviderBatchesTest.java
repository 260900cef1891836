package dev.valuecompass.llm.batch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.valuecompass.config.Endpoint;
import dev.valuecompass.config.EndpointFields;
import dev.valuecompass.config.LeaderboardConfig;
import dev.valuecompass.io.DataFolder;
import dev.valuecompass.io.Json;
import dev.valuecompass.llm.ChatResult;
import dev.valuecompass.llm.Outcome;
import dev.valuecompass.llm.Timing;
import dev.valuecompass.llm.openai.OpenAiEndpoint;
import dev.valuecompass.llm.store.RunStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** Batches in the forms of three providers, with what goes wrong with them. */
class ProviderBatchesTest {
    @TempDir
    Path folder;

    private final List<String> told = new ArrayList<>();

    /** The process dies: nothing of it goes on. */
    private static final class Killed extends Error {
        private static final long serialVersionUID = 1;
    }

    /** Time that goes on when somebody waits, and may end. */
    private static final class Time {
        private final AtomicReference<Instant> now = new AtomicReference<>(Instant.now());
        private final AtomicInteger steps = new AtomicInteger();
        private int dies = Integer.MAX_VALUE;
        private volatile boolean dead;

        private Instant instant() {
            if (dead || steps.incrementAndGet() >= dies) {
                dead = true;
                throw new Killed();
            }
            return now.get();
        }

        Timing timing() {
            InstantSource clock = this::instant;
            return new Timing(clock, pause -> now.set(now.get().plus(pause)), () -> 0.5);
        }
    }

    private static String model(JsonNode body) {
        boolean anthropic = body.path("model").asString("").equals("native");
        JsonNode messages = body.get("messages");
        assertThat(messages.size()).isEqualTo(anthropic ? 1 : 2);
        assertThat(anthropic ? body.get("system") : messages.get(0).get("content"))
                .hasToString("\"Be brief.\"");
        String said =
                "I say " + messages.get(messages.size() - 1).get("content").stringValue();
        return anthropic
                ? Json.line(Map.of(
                        "type",
                        "message",
                        "role",
                        "assistant",
                        "content",
                        List.of(Map.of("type", "text", "text", said)),
                        "stop_reason",
                        "end_turn",
                        "usage",
                        Map.of("input_tokens", 101, "output_tokens", 53)))
                : Json.line(Map.of(
                        "choices",
                        List.of(Map.of("finish_reason", "stop", "message", Map.of("content", said))),
                        "usage",
                        Map.of("prompt_tokens", 101, "completion_tokens", 53)));
    }

    private LeaderboardConfig board(String address, String form, String more) throws IOException {
        return BatchedPass.board(folder, address, form, more);
    }

    private void pass(LeaderboardConfig board, Time time, Instant deadline, BatchCollector collector) {
        new BatchedPass(folder, time.timing(), told::add).run(board, deadline, collector);
    }

    private BatchCollector pass(LeaderboardConfig board) {
        BatchCollector collector = new BatchCollector();
        pass(board, new Time(), Instant.MAX, collector);
        return collector;
    }

    private List<Optional<ChatResult>> kept(LeaderboardConfig board) {
        DataFolder data = DataFolder.over(folder.resolve("data"));
        OpenAiEndpoint endpoint = OpenAiEndpoint.open(board.endpoints().get(0), data, Map.of(), InstantSource.system());
        try (RunStore store = RunStore.open(folder.resolve("runs.sqlite"))) {
            return BatchedPass.requests(board).stream()
                    .map(request -> store.find(endpoint.key(request)))
                    .toList();
        }
    }

    private void allAnswered(LeaderboardConfig board) {
        List<Optional<ChatResult>> kept = kept(board);
        for (int i = 0; i < BatchedPass.CALLS; i++) {
            assertThat(kept.get(i)).as("call " + i).isPresent();
            assertThat(kept.get(i).get().text()).isEqualTo("I say question " + i);
        }
    }

    private void moneyIsThatOf(LoopbackBatches server) {
        try (RunStore store = RunStore.open(folder.resolve("runs.sqlite"))) {
            assertThat(store.ledger().spentBefore()).isEqualByComparingTo(server.bill());
            assertThat(store.batches().open()).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"openai", "mistral", "anthropic", "gemini"})
    void everyFormGivesWhatSingleCallsGive(String form) throws Exception {
        try (LoopbackBatches server = new LoopbackBatches(form, ProviderBatchesTest::model)) {
            server.looks = 3;
            server.failing = 0.2;
            server.broken = number -> number % 4 == 0;
            LeaderboardConfig board = board(server.address(), form, "");
            pass(board);
            allAnswered(board);
            moneyIsThatOf(server);
            assertThat(server.answers())
                    .hasSize(BatchedPass.CALLS)
                    .allSatisfy((digest, times) -> assertThat(times).isEqualTo(1));
            assertThat(server.batches())
                    .as("of at most ten, and what failed again")
                    .isBetween(4, 6);
            int before = server.requests();
            pass(board);
            assertThat(server.requests()).isEqualTo(before);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"openai", "mistral", "anthropic", "gemini"})
    void whatTimeRanOutOnGoesIntoAFurtherBatch(String form) throws Exception {
        try (LoopbackBatches server = new LoopbackBatches(form, ProviderBatchesTest::model)) {
            server.ends = number -> number <= 2 ? "expired" : "completed";
            LeaderboardConfig board = board(server.address(), form, "");
            pass(board);
            allAnswered(board);
            moneyIsThatOf(server);
            assertThat(server.answers())
                    .allSatisfy((digest, times) -> assertThat(times).isEqualTo(1));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"openai", "mistral", "anthropic", "gemini"})
    void whatSomebodyCancelledStaysMissingUntilTheNextRun(String form) throws Exception {
        try (LoopbackBatches server = new LoopbackBatches(form, ProviderBatchesTest::model)) {
            server.ends = number -> number == 1 ? "cancelled" : "completed";
            LeaderboardConfig board = board(server.address(), form, "");
            pass(board);
            assertThat(kept(board).stream().filter(Optional::isPresent)).hasSize(BatchedPass.CALLS - 5);
            assertThat(server.batches()).isEqualTo(3);
            moneyIsThatOf(server);
            pass(board);
            allAnswered(board);
            moneyIsThatOf(server);
        }
    }

    @Test
    void aLostResultIsAskedAgainAndBookedWithTheMost() throws Exception {
        try (LoopbackBatches server = new LoopbackBatches("openai", ProviderBatchesTest::model)) {
            server.lost = 0.2;
            LeaderboardConfig board = board(server.address(), "openai", "");
            pass(board);
            allAnswered(board);
            try (RunStore store = RunStore.open(folder.resolve("runs.sqlite"))) {
                assertThat(store.ledger().spentBefore()).isGreaterThan(server.bill());
            }
        }
    }

    @Test
    void aRefusedBatchFailsItsCallsAndCostsNothing() throws Exception {
        try (LoopbackBatches server = new LoopbackBatches("openai", ProviderBatchesTest::model)) {
            server.ends = number -> "failed";
            LeaderboardConfig board = board(server.address(), "openai", "");
            BatchCollector collector = pass(board);
            assertThat(server.batches()).isEqualTo(3);
            OpenAiEndpoint endpoint = OpenAiEndpoint.open(
                    board.endpoints().get(0),
                    DataFolder.over(folder.resolve("data")),
                    Map.of(),
                    InstantSource.system());
            ChatResult end = collector
                    .before(endpoint)
                    .attempt(BatchedPass.requests(board).get(20))
                    .result();
            assertThat(end.outcome()).isEqualTo(Outcome.PROVIDER_ERROR);
            assertThat(end.detail()).contains("failed");
            assertThat(collector.wanting()).isFalse();
        }
    }

    @Test
    void noMoreIsGivenThanTheBudgetAllowsAtHalfThePrice() throws Exception {
        try (LoopbackBatches server = new LoopbackBatches("openai", ProviderBatchesTest::model)) {
            // A call costs at most half of (bytes of the prompt and 192 around it, and twice 300) millionths.
            LeaderboardConfig board = board(server.address(), "openai", ", budget: 0.0042");
            pass(board);
            long answered = kept(board).stream().filter(Optional::isPresent).count();
            assertThat(answered).isBetween(9L, 11L);
            moneyIsThatOf(server);
        }
    }

    @Test
    void aRunWhoseTimeIsUpLeavesItsBatchesToTheNext() throws Exception {
        try (LoopbackBatches server = new LoopbackBatches("openai", ProviderBatchesTest::model)) {
            server.looks = 1_000;
            LeaderboardConfig board = board(server.address(), "openai", "");
            Time time = new Time();
            BatchCollector collector = new BatchCollector();
            pass(board, time, time.now.get().plus(Duration.ofMinutes(5)), collector);
            assertThat(told).anyMatch(line -> line.contains("goes on without this run"));
            assertThat(server.batches()).isEqualTo(3);
            server.looks = 1;
            pass(board);
            allAnswered(board);
            assertThat(server.batches()).isEqualTo(3);
            moneyIsThatOf(server);
        }
    }

    /** Files and lists go by an API of its own, whose key has a header of its own; so does nothing else. */
    @Test
    void geminisOwnApiGetsTheKeyInItsOwnHeader() throws Exception {
        try (LoopbackBatches server = new LoopbackBatches("gemini", ProviderBatchesTest::model)) {
            LeaderboardConfig board = board(server.address(), "gemini", "");
            Endpoint endpoint = EndpointFields.copy(board.endpoints().get(0))
                    .keyEnv("SOME_KEY")
                    .build();
            DataFolder data = DataFolder.over(folder.resolve("data"));
            assertThat(ProviderBatches.trouble(endpoint, data, Map.of("SOME_KEY", "key-of-ours")))
                    .isEmpty();
            assertThat(server.seen()).containsExactly("GET /v1beta/batches null null null key-of-ours");
            server.broken = number -> true;
            assertThat(ProviderBatches.trouble(endpoint, data, Map.of("SOME_KEY", "key-of-ours")))
                    .hasValueSatisfying(said -> assertThat(said).contains("HTTP 503"));
        }
    }

    /** The key stays where it was configured to go, and so do the requests. */
    @Test
    void aPlaceToUploadToOnAnotherHostIsRefused() throws Exception {
        try (LoopbackBatches server = new LoopbackBatches("gemini", ProviderBatchesTest::model)) {
            server.elsewhere = true;
            BatchCollector collector = pass(board(server.address(), "gemini", ""));
            assertThat(server.batches()).isZero();
            assertThat(told).anyMatch(line -> line.contains("the service names no place of its own to upload to"));
            assertThat(collector.wanting()).isFalse();
        }
    }

    /** However and whenever the process dies: no batch twice, no answer lost, and the money is the server's. */
    @Tag("slow")
    @ParameterizedTest
    @ValueSource(strings = {"openai", "mistral", "anthropic", "gemini"})
    void aProcessMayDieAtAnyPoint(String form) throws Exception {
        Random chance = new Random(form.hashCode());
        int kills = 0;
        for (int round = 0; round < 6; round++) {
            Files.deleteIfExists(folder.resolve("runs.sqlite"));
            try (LoopbackBatches server = new LoopbackBatches(form, ProviderBatchesTest::model)) {
                server.looks = 2;
                server.failing = 0.1;
                server.naming = round % 2 == 0;
                LeaderboardConfig board = board(server.address(), form, "");
                boolean done = false;
                for (int run = 0; !done; run++) {
                    Time time = new Time();
                    boolean byServer = chance.nextBoolean();
                    int at = server.requests() + 1 + chance.nextInt(7);
                    time.dies = run >= 5 || byServer ? Integer.MAX_VALUE : 1 + chance.nextInt(40);
                    server.torn = number -> {
                        boolean now = byServer && time.steps.get() > 0 && number >= at && !time.dead;
                        time.dead |= now;
                        return now;
                    };
                    if (run >= 5) {
                        server.torn = number -> false;
                    }
                    try {
                        pass(board, time, Instant.MAX, new BatchCollector());
                        done = true;
                    } catch (Killed e) {
                        kills++;
                    }
                }
                server.torn = number -> false;
                pass(board);
                allAnswered(board);
                moneyIsThatOf(server);
                assertThat(server.answers())
                        .allSatisfy((digest, times) -> assertThat(times).isEqualTo(1));
            }
        }
        assertThat(kills).isGreaterThanOrEqualTo(10);
    }

    /** The same with processes that the system ends. */
    @Tag("slow")
    @Test
    void aProcessMayBeKilledAtAnyTime() throws Exception {
        Random chance = new Random(11);
        try (LoopbackBatches server = new LoopbackBatches("openai", ProviderBatchesTest::model)) {
            server.looks = 6;
            server.failing = 0.2;
            server.slow = 20;
            LeaderboardConfig board = board(server.address(), "openai", "");
            int kills = 0;
            for (int run = 0; run < 10; run++) {
                Process process = BatchedPass.process(folder);
                int asked = server.requests() + chance.nextInt(9);
                while (process.isAlive() && server.requests() <= asked) {
                    Thread.sleep(2);
                }
                Thread.sleep(chance.nextInt(30));
                kills += process.isAlive() ? 1 : 0;
                process.destroyForcibly().waitFor();
            }
            assertThat(kills).isPositive();
            pass(board);
            allAnswered(board);
            moneyIsThatOf(server);
            assertThat(server.answers())
                    .allSatisfy((digest, times) -> assertThat(times).isEqualTo(1));
        }
    }
}
