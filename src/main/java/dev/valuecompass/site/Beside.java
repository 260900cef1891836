package dev.valuecompass.site;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;

/** Work done beside other work, on a second core where there is one. Closed without being asked for, it is waited for. */
final class Beside<T> implements AutoCloseable {
    private final CompletableFuture<T> work;

    private Beside(CompletableFuture<T> work) {
        this.work = work;
    }

    static <T> Beside<T> start(Supplier<T> work) {
        return new Beside<>(CompletableFuture.supplyAsync(work));
    }

    static Beside<Void> run(Runnable work) {
        return new Beside<>(CompletableFuture.runAsync(work));
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
