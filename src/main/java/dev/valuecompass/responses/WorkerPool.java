package dev.valuecompass.responses;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.LongFunction;

/**
 * Does numbered jobs on a fixed number of threads. Threads take the next number when they are free, so nothing queues up;
 * they spend their time waiting for a network, so there may be many, and their stacks are small.
 */
final class WorkerPool {
    private static final long STACK_BYTES = 256 * 1024;

    private final int threads;
    private final long jobs;
    private final String name;

    WorkerPool(int threads, long jobs, String name) {
        this.threads = (int) Math.min(threads, jobs);
        this.jobs = jobs;
        this.name = name;
    }

    /**
     * Returns when all jobs are done. The first exception stops the rest and is thrown here. An interrupt is passed on to
     * all threads, whose jobs are expected to end soon then, and is left set.
     *
     * @param consumer is called by one thread at a time
     */
    <T> void run(LongFunction<T> job, Consumer<T> consumer) {
        AtomicLong next = new AtomicLong();
        AtomicReference<Throwable> failure = new AtomicReference<>();
        Object turn = new Object();
        Runnable work = () -> {
            try {
                for (long number = next.getAndIncrement(); number < jobs; number = next.getAndIncrement()) {
                    T done = job.apply(number);
                    synchronized (turn) {
                        consumer.accept(done);
                    }
                }
            } catch (RuntimeException | Error e) {
                next.set(jobs);
                // Those who waited for the same call fail with the same exception.
                if (!failure.compareAndSet(null, e) && failure.get() != e) {
                    failure.get().addSuppressed(e);
                }
            }
        };
        List<Thread> running = new ArrayList<>();
        for (int i = 0; i < threads; i++) {
            Thread thread = new Thread(null, work, name + " #" + (i + 1), STACK_BYTES);
            running.add(thread);
            thread.start();
        }
        await(running);
        rethrow(failure.get());
    }

    private static void await(List<Thread> running) {
        boolean interrupted = false;
        for (Thread thread : running) {
            while (thread.isAlive()) {
                try {
                    thread.join();
                } catch (InterruptedException e) {
                    interrupted = true;
                    running.forEach(Thread::interrupt);
                }
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private static void rethrow(Throwable failure) {
        if (failure instanceof RuntimeException e) {
            throw e;
        }
        if (failure instanceof Error e) {
            throw e;
        }
    }
}
