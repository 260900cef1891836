package dev.valuecompass.cli.terminal;

import dev.valuecompass.io.Json;
import dev.valuecompass.pipeline.Account;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;

/**
 * One JSON object a line, for machines: {@code {"event":"begin",…}}, {@code "progress"} with how far each model is,
 * {@code "message"} with a line for people, {@code "end"}.
 */
final class JsonEvents implements ProgressDisplay.View {
    private final Consumer<String> out;
    private long items;

    private record Begin(String event, List<String> models, long items) {}

    private record Progress(String event, double seconds, List<ModelProgress> models) {}

    private record LineEvent(String event, String text) {}

    private record End(String event) {}

    JsonEvents(Consumer<String> out) {
        this.out = out;
    }

    @Override
    public void begin(List<String> models, long each) {
        items = each;
        out.accept(Json.line(new Begin("begin", models, each)));
    }

    @Override
    public void show(List<Account.ModelAccount> standings, Duration elapsed) {
        List<ModelProgress> models = standings.stream()
                .map(standing -> ModelProgress.of(standing, items, elapsed))
                .toList();
        out.accept(Json.line(new Progress("progress", elapsed.toMillis() / 1000.0, models)));
    }

    @Override
    public void line(String line) {
        out.accept(Json.line(new LineEvent("message", line)));
    }

    @Override
    public void end() {
        out.accept(Json.line(new End("end")));
    }
}
