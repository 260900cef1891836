package dev.valuecompass.llm.openai;

import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.logging.Logger;
import okhttp3.internal.concurrent.TaskRunner;

/**
 * When connections that nobody uses any more are looked for: a moment later, together. The HTTP client wakes a thread for
 * it after each request, which costs more than reading the answer does; here that thread sleeps for a second at a time and is
 * not woken. The thread ends when no connection is left. This reaches into the client's inner classes: should a new version
 * change them, it no longer compiles, and doing without it costs nothing but time.
 */
final class Sweeping implements TaskRunner.Backend {
    private static final long PAUSE_MILLIS = 1_000;

    private final ThreadPoolExecutor thread =
            new ThreadPoolExecutor(1, 1, PAUSE_MILLIS, TimeUnit.MILLISECONDS, new LinkedBlockingQueue<>(), work -> {
                Thread sweeper = new Thread(work, "idle connections");
                sweeper.setDaemon(true);
                return sweeper;
            });

    private Sweeping() {
        thread.allowCoreThreadTimeOut(true);
    }

    static TaskRunner runner() {
        return new TaskRunner(new Sweeping(), Logger.getLogger(TaskRunner.class.getName()));
    }

    @Override
    public long nanoTime() {
        return System.nanoTime();
    }

    /** Whoever waits looks again by itself. */
    @Override
    public void coordinatorNotify(TaskRunner runner) {}

    /** Called with the runner's monitor held. */
    @Override
    public void coordinatorWait(TaskRunner runner, long nanos) {
        try {
            runner.wait(Math.max(1, Math.min(PAUSE_MILLIS, TimeUnit.NANOSECONDS.toMillis(nanos))));
        } catch (InterruptedException e) {
            runner.cancelAll();
        }
    }

    @Override
    public <T> BlockingQueue<T> decorate(BlockingQueue<T> queue) {
        return queue;
    }

    @Override
    public void execute(TaskRunner runner, Runnable work) {
        thread.execute(work);
    }
}
