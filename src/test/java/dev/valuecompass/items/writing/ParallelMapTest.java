package dev.valuecompass.items.writing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ParallelMapTest {
    /** A set of twelve thousand questions is measured again, and must not take as many threads. */
    @Test
    void aLongListIsWorkedOffSoManyAtATimeAndInOrder() {
        List<Integer> numbers = IntStream.range(0, 50).boxed().toList();
        AtomicInteger underWay = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        try (ParallelMap threads = new ParallelMap()) {
            List<Integer> doubled = threads.map(numbers, 4, number -> {
                most.accumulateAndGet(underWay.incrementAndGet(), Math::max);
                Thread.yield();
                underWay.decrementAndGet();
                return 2 * number;
            });

            assertThat(doubled)
                    .isEqualTo(numbers.stream().map(number -> 2 * number).toList());
            assertThat(threads.map(List.<Integer>of(), 4, number -> number)).isEmpty();
        }
        assertThat(most.get()).isBetween(1, 4);
    }
}
