package dev.valuecompass.llm.chain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** R34: who comes to a window first goes in first, save where there is room for several. */
@Timeout(60)
class WindowQueueTest {
    private static final int PLACES = 64;

    /**
     * Those who wait are woken one after the other. Whoever comes meanwhile and finds many free places passes them; in a
     * strict queue he would come back only when none of them waits any more.
     */
    @Test
    void r34WhereThereIsRoomForSeveralNobodyQueues() throws InterruptedException {
        ConcurrencyWindow window = new ConcurrencyWindow(PLACES);
        while (window.size() < PLACES) {
            ConcurrencyWindowTest.roundTrip(window);
        }
        int passed = 0;
        for (int attempt = 0; attempt < 20 && passed == 0; attempt++) {
            enter(window, PLACES);
            List<Thread> queue = queue(window, PLACES - 1);
            leave(window, PLACES);
            window.enter();
            passed = waiting(queue);
            window.leave();
            for (Thread thread : queue) {
                thread.join();
            }
            leave(window, PLACES - 1);
        }
        assertThat(passed).as("waiting when the last to come was in").isPositive();
    }

    /** With two free places the second is for whoever comes, the first for the one who waits, each time. */
    @Test
    void r34WithFewFreePlacesNobodyIsOvertaken() throws InterruptedException {
        ConcurrencyWindow window = new ConcurrencyWindow(8);
        enter(window, 8);
        for (int turn = 0; turn < 100; turn++) {
            List<Thread> queue = queue(window, 1);
            leave(window, 2);
            window.enter();
            assertThat(waiting(queue)).as("overtaken in turn %d", turn).isZero();
            queue.get(0).join();
        }
    }

    /** Others keep passing him, so there is always room, and some of it is his. */
    @Test
    void r34WhoIsPassedGetsInAllTheSame() throws InterruptedException {
        ConcurrencyWindow window = new ConcurrencyWindow(8);
        enter(window, 8);
        Thread first = queue(window, 1).get(0);
        leave(window, 8);
        while (first.isAlive()) {
            window.enter();
            window.leave();
        }
        enter(window, 7);
    }

    private static void enter(ConcurrencyWindow window, int times) throws InterruptedException {
        for (int i = 0; i < times; i++) {
            window.enter();
        }
    }

    private static void leave(ConcurrencyWindow window, int times) {
        for (int i = 0; i < times; i++) {
            window.leave();
        }
    }

    /** So many threads that wait to enter and end when they did; they do not leave. */
    private static List<Thread> queue(ConcurrencyWindow window, int size) throws InterruptedException {
        List<Thread> threads = IntStream.range(0, size)
                .mapToObj(i -> new Thread(() -> {
                    try {
                        window.enter();
                    } catch (InterruptedException e) {
                        throw new IllegalStateException(e);
                    }
                }))
                .toList();
        threads.forEach(Thread::start);
        while (waiting(threads) < size) {
            Thread.sleep(1);
        }
        return threads;
    }

    private static int waiting(List<Thread> threads) {
        return (int) threads.stream()
                .filter(thread -> thread.getState() == Thread.State.WAITING)
                .count();
    }
}
