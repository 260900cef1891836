package dev.valuecompass.cli.terminal;

import dev.valuecompass.pipeline.Account;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;

/** A line for each model that is not through, for logs. */
final class PlainLines implements ProgressDisplay.View {
    private final Consumer<String> out;
    private long items;

    PlainLines(Consumer<String> out) {
        this.out = out;
    }

    @Override
    public void begin(List<String> models, long each) {
        items = each;
    }

    @Override
    public void show(List<Account.ModelAccount> standings, Duration elapsed) {
        standings.stream()
                .map(standing -> ModelProgress.of(standing, items, elapsed))
                .filter(progress -> progress.done() < progress.of())
                .forEach(progress -> out.accept(progress.line()));
    }

    @Override
    public void line(String line) {
        out.accept(line);
    }

    @Override
    public void end() {
        // The report follows.
    }
}
