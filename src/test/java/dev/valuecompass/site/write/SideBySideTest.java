package dev.valuecompass.site.write;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ForkJoinPool;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class SideBySideTest {
    private final Set<String> done = ConcurrentHashMap.newKeySet();

    private static List<Integer> numbers(int most) {
        return IntStream.range(0, most).boxed().toList();
    }

    @Test
    void everythingIsDoneWhenItReturnsHoweverItIsNested() {
        SideBySide.each(numbers(20), outer -> SideBySide.each(numbers(20), inner -> done.add(outer + " " + inner)));
        assertThat(done).hasSize(400);
        SideBySide.each(List.of(), nothing -> done.add("nothing"));
        assertThat(done).hasSize(400);
    }

    @Test
    void aFailureIsThrownAndTheRestIsNotBegun() {
        assertThatThrownBy(() -> SideBySide.each(numbers(1_000), number -> {
                    if (number == 3) {
                        throw new IllegalStateException("the third");
                    }
                    pause(2);
                    done.add("" + number);
                }))
                .hasMessage("the third");
        assertThat(done).hasSizeLessThan(900);
    }

    private static void pause(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void whoeverWaitsTakesNoTimeOfAProcessor() {
        Assumptions.assumeTrue(ForkJoinPool.getCommonPoolParallelism() > 0);
        Thread caller = Thread.currentThread();
        CountDownLatch helped = new CountDownLatch(1);
        long before = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
        SideBySide.each(numbers(2), number -> {
            if (Thread.currentThread() == caller) {
                while (helped.getCount() > 0) {
                    pause(1);
                }
            } else {
                helped.countDown();
                pause(500);
            }
        });
        assertThat(Duration.ofNanos(ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - before))
                .isLessThan(Duration.ofMillis(200));
    }
}
