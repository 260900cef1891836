package dev.valuecompass.site;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;

/** Work done beside other work, on a second core where there is one. Closed without being asked for, it is waited for. */
final class ParallelWork<T> implements AutoCloseable {
    private final CompletableFuture<T> work;

    private ParallelWork(CompletableFuture<T> work) {
        this.work = work;
    }

    static <T> ParallelWork<T> start(Supplier<T> work) {
        return new ParallelWork<>(CompletableFuture.supplyAsync(work));
    }

    static ParallelWork<Void> run(Runnable work) {
        return new ParallelWork<>(CompletableFuture.runAsync(work));
    }

    /** Waits. What the work threw is thrown here as it was. */
    T result() {
        try {
            return work.join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof RuntimeException own) {
                throw own;
            }
            throw e;
        }
    }

    /** Nothing goes on in the site's folder after a failure elsewhere. */
    @Override
    public void close() {
        work.handle((result, failure) -> null).join();
    }
}
