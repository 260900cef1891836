package dev.valuecompass.embedding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class TokenBatchesTest {
    private static final int PROCESSORS = Runtime.getRuntime().availableProcessors();

    private final List<List<long[]>> batches = Collections.synchronizedList(new ArrayList<>());

    /** Of each text its tokens, doubled. */
    private List<float[]> doubled(List<long[]> texts) {
        batches.add(texts);
        return texts.stream()
                .map(text -> {
                    float[] states = new float[text.length];
                    IntStream.range(0, text.length).forEach(i -> states[i] = 2 * text[i]);
                    return states;
                })
                .toList();
    }

    private static long[] text(int length, long first) {
        return LongStream.range(first, first + length).toArray();
    }

    @Test
    void textsOfOneLengthRunTogetherAndComeBackInOrder() {
        List<long[]> texts = List.of(text(3, 10), text(2, 20), text(3, 30), text(2, 40), text(4, 50));
        List<float[]> states = new TokenBatches(this::doubled).states(texts);
        for (int i = 0; i < texts.size(); i++) {
            assertThat(states.get(i)).hasSize(texts.get(i).length);
            assertThat(states.get(i)[0]).isEqualTo(2f * texts.get(i)[0]);
        }
        assertThat(batches).extracting(List::size).containsExactlyInAnyOrder(2, 2, 1);
    }

    @Test
    void aBatchHasItsMostTokensAndALongTextIsOneByItself() {
        int fitting = TokenBatches.MOST_TOKENS / 30;
        List<long[]> texts = new ArrayList<>();
        IntStream.range(0, fitting + 1).forEach(i -> texts.add(text(30, i)));
        texts.add(text(500, 1));
        texts.add(text(500, 2));
        new TokenBatches(this::doubled).states(texts);
        assertThat(batches).extracting(List::size).containsExactlyInAnyOrder(fitting, 1, 1, 1);
    }

    @Test
    void callersThatWaitForEachOtherTakeNoTimeOfAProcessor() throws Exception {
        TokenBatches model = new TokenBatches(texts -> {
            pause(Duration.ofMillis(200));
            return doubled(texts);
        });
        AtomicLong taken = new AtomicLong();
        List<Thread> callers = new ArrayList<>();
        for (int caller = 0; caller < 6; caller++) {
            List<long[]> texts = List.of(text(3 * caller + 1, 1), text(3 * caller + 2, 1), text(3 * caller + 3, 1));
            Thread thread = new Thread(() -> {
                model.states(texts);
                taken.addAndGet(ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime());
            });
            thread.start();
            callers.add(thread);
        }
        for (Thread caller : callers) {
            caller.join();
        }
        assertThat(batches).hasSize(18);
        assertThat(Duration.ofNanos(taken.get())).isLessThan(Duration.ofMillis(200));
    }

    @Test
    void aTextThatTheModelFailsOnFailsAlone() throws Exception {
        TokenBatches model = new TokenBatches(texts -> {
            if (texts.stream().anyMatch(text -> text[0] == 7)) {
                throw new IllegalStateException("not this one");
            }
            return doubled(texts);
        });
        List<Future<List<float[]>>> asked = new ArrayList<>();
        ExecutorService threads = Executors.newFixedThreadPool(3);
        try {
            for (int text : new int[] {5, 7, 9}) {
                asked.add(threads.submit(() -> model.states(List.of(text(3, text)))));
            }
            assertThat(asked.get(0).get().get(0)[0]).isEqualTo(10f);
            assertThat(asked.get(2).get().get(0)[0]).isEqualTo(18f);
            assertThatThrownBy(asked.get(1)::get).hasRootCauseMessage("not this one");
        } finally {
            threads.shutdownNow();
        }
        assertThatThrownBy(() -> model.states(List.of(text(3, 5), text(3, 7)))).hasMessage("not this one");
    }

    @Test
    void whatOtherThreadsWaitForIsTakenAlong() throws Exception {
        CountDownLatch busy = new CountDownLatch(PROCESSORS);
        CountDownLatch go = new CountDownLatch(1);
        TokenBatches model = new TokenBatches(texts -> {
            if (texts.get(0).length > 10) {
                busy.countDown();
                await(go);
            }
            return doubled(texts);
        });
        ExecutorService threads = Executors.newCachedThreadPool();
        try {
            List<Future<List<float[]>>> asked = new ArrayList<>();
            for (int i = 0; i < PROCESSORS; i++) {
                long[] slow = text(11 + i, 1);
                asked.add(threads.submit(() -> model.states(List.of(slow))));
            }
            busy.await();
            List<Thread> waiting = new ArrayList<>();
            for (int i = 0; i < 3; i++) {
                long[] quick = text(5, i);
                Thread thread = new Thread(() -> model.states(List.of(quick)));
                thread.start();
                waiting.add(thread);
            }
            for (Thread thread : waiting) {
                while (thread.getState() != Thread.State.WAITING) {
                    Thread.onSpinWait();
                }
            }
            go.countDown();
            for (Thread thread : waiting) {
                thread.join();
            }
            for (Future<List<float[]>> one : asked) {
                one.get();
            }
            assertThat(batches.stream().filter(batch -> batch.get(0).length == 5))
                    .extracting(List::size)
                    .containsExactly(3);
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void aFailureReachesWhoAskedAndNobodyAfter() {
        TokenBatches model = new TokenBatches(texts -> {
            if (texts.stream().anyMatch(text -> text[0] < 0)) {
                throw new IllegalStateException("no such token");
            }
            return doubled(texts);
        });
        assertThatThrownBy(() -> model.states(List.of(text(3, 1), text(2, -9), text(2, 5))))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("no such token");
        assertThat(model.states(List.of(text(2, 5))).get(0)).containsExactly(10, 12);
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void pause(Duration time) {
        try {
            Thread.sleep(time.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
