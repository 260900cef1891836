package dev.valuecompass.items.writing;

import dev.valuecompass.io.EndsTheRun;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;

/**
 * Does things at the same time and returns what they gave in the order of what they were given, so that nothing which
 * follows depends on who was first. Work may be nested; how much is under way is bounded by what is asked for.
 */
public final class ParallelMap implements AutoCloseable {
    private final ExecutorService threads = Executors.newCachedThreadPool(work -> {
        Thread thread = new Thread(null, work, "evolving", 256 * 1024);
        thread.setDaemon(true);
        return thread;
    });

    /**
     * The first failure ends the rest and is thrown. Where it is the end of the run, the others come to theirs by
     * themselves: what they would have asked is then known too.
     *
     * @throws CancellationException when the thread is interrupted; the interrupt stays set
     */
    public <A, B> List<B> map(List<A> things, Function<A, B> work) {
        if (things.size() == 1) {
            return List.of(work.apply(things.get(0)));
        }
        List<Future<B>> running = things.stream()
                .map(thing -> threads.submit(() -> work.apply(thing)))
                .toList();
        try {
            List<B> done = new ArrayList<>();
            RuntimeException end = null;
            for (Future<B> one : running) {
                try {
                    done.add(await(one));
                } catch (RuntimeException e) {
                    if (!(e instanceof EndsTheRun)) {
                        throw e;
                    }
                    end = end == null ? e : end;
                }
            }
            if (end != null) {
                throw end;
            }
            return List.copyOf(done);
        } finally {
            running.forEach(one -> one.cancel(true));
        }
    }

    /** The same, so many at a time: for lists whose length nobody bounds. */
    public <A, B> List<B> map(List<A> things, int atOnce, Function<A, B> work) {
        List<B> done = new ArrayList<>();
        for (int from = 0; from < things.size(); from += atOnce) {
            done.addAll(map(things.subList(from, Math.min(from + atOnce, things.size())), work));
        }
        return List.copyOf(done);
    }

    private static <B> B await(Future<B> one) {
        try {
            return one.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException failure) {
                throw failure;
            }
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            CancellationException stopped = new CancellationException("stopped while items were made");
            stopped.initCause(e);
            throw stopped;
        }
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
