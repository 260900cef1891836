package dev.valuecompass.cli.terminal;

import dev.valuecompass.pipeline.Account;
import dev.valuecompass.pipeline.Watch;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** Looks at a run from time to time and has what it sees shown. */
final class ProgressDisplay implements Watch {
    /** One way to show a run. Called by one thread at a time. */
    interface View {
        void begin(List<String> models, long items);

        /** @param elapsed since asking began */
        void show(List<Account.ModelAccount> standings, Duration elapsed);

        void line(String line);

        void end();
    }

    private final View face;
    private final Duration every;
    private Running running;

    private record Running(ScheduledExecutorService timer, Supplier<List<Account.ModelAccount>> standings, long start) {
        Duration elapsed() {
            return Duration.ofNanos(System.nanoTime() - start);
        }
    }

    /** @param every how often the face is shown where things stand */
    ProgressDisplay(View face, Duration every) {
        this.face = face;
        this.every = every;
    }

    @Override
    public synchronized void accept(String line) {
        face.line(line);
    }

    @Override
    public synchronized void begin(List<String> models, Supplier<List<Account.ModelAccount>> standings, long items) {
        face.begin(models, items);
        ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(task -> {
            // It must not keep a program alive whose work has failed.
            Thread thread = new Thread(task, "progress");
            thread.setDaemon(true);
            return thread;
        });
        running = new Running(timer, standings, System.nanoTime());
        timer.scheduleAtFixedRate(this::show, every.toMillis(), every.toMillis(), TimeUnit.MILLISECONDS);
    }

    private synchronized void show() {
        if (running != null) {
            face.show(running.standings().get(), running.elapsed());
        }
    }

    @Override
    public synchronized void end() {
        if (running != null) {
            show();
            running.timer().shutdownNow();
            running = null;
            face.end();
        }
    }
}
