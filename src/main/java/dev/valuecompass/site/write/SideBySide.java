package dev.valuecompass.site.write;

import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;

/**
 * Does things on every processor, in no order. A parallel stream would, but whoever waits for its last parts looks for others at
 * the full speed of a processor.
 */
public final class SideBySide {
    private SideBySide() {}

    /** Calls may be nested. The first failure is thrown when what had been begun is done; the rest is not begun. */
    public static <T> void each(List<T> things, Consumer<T> work) {
        AtomicInteger next = new AtomicInteger();
        AtomicReference<Throwable> failure = new AtomicReference<>();
        CountDownLatch left = new CountDownLatch(things.size());
        Runnable part = () -> {
            for (int i = next.getAndIncrement(); i < things.size(); i = next.getAndIncrement()) {
                try {
                    if (failure.get() == null) {
                        work.accept(things.get(i));
                    }
                } catch (RuntimeException | Error e) {
                    failure.compareAndSet(null, e);
                } finally {
                    left.countDown();
                }
            }
        };
        int others = Math.min(ForkJoinPool.getCommonPoolParallelism(), things.size() - 1);
        for (int i = 0; i < others; i++) {
            ForkJoinPool.commonPool().execute(part);
        }
        part.run();
        await(left);
        if (failure.get() instanceof Error error) {
            throw error;
        }
        if (failure.get() instanceof RuntimeException exception) {
            throw exception;
        }
    }

    /** What had been begun comes to its end, also for somebody who is not to wait any more. */
    private static void await(CountDownLatch left) {
        boolean interrupted = false;
        while (left.getCount() > 0) {
            try {
                left.await();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
