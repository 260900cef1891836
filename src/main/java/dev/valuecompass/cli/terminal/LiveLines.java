package dev.valuecompass.cli.terminal;

import dev.valuecompass.pipeline.Account;
import dev.valuecompass.site.text.HostileText;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarConsumer;
import me.tongfei.progressbar.ProgressBarStyle;

/** One live line for each model on a terminal. What is said meanwhile is shown when the lines have come to rest. */
final class LiveLines implements ProgressDisplay.View {
    private static final int UPDATE_MILLIS = 500;

    private final Supplier<ProgressBarConsumer> terminal;
    private final Consumer<String> out;
    private final Map<String, ProgressBar> bars = new LinkedHashMap<>();
    private final List<String> held = new ArrayList<>();
    private long items;

    /** @param terminal gives each line its place */
    LiveLines(Supplier<ProgressBarConsumer> terminal, Consumer<String> out) {
        this.terminal = terminal;
        this.out = out;
    }

    @Override
    public void begin(List<String> models, long each) {
        items = each;
        int width = models.stream()
                .mapToInt(model -> HostileText.line(model).length())
                .max()
                .orElse(0);
        for (String model : models) {
            String name = HostileText.line(model);
            bars.put(
                    model,
                    new ProgressBarBuilder()
                            .setTaskName(name + " ".repeat(width - name.length()))
                            .setInitialMax(each)
                            .setStyle(ProgressBarStyle.ASCII)
                            .setUpdateIntervalMillis(UPDATE_MILLIS)
                            .setConsumer(terminal.get())
                            .build());
        }
    }

    @Override
    public void show(List<Account.ModelAccount> standings, Duration elapsed) {
        for (Account.ModelAccount standing : standings) {
            ProgressBar bar = bars.get(standing.model());
            if (bar != null) {
                ModelProgress progress = ModelProgress.of(standing, items, elapsed);
                bar.stepTo(progress.done());
                bar.setExtraMessage(" " + progress.remarks());
            }
        }
    }

    @Override
    public void line(String line) {
        if (bars.isEmpty()) {
            out.accept(line);
        } else {
            held.add(line);
        }
    }

    @Override
    public void end() {
        bars.values().forEach(ProgressBar::close);
        bars.clear();
        held.forEach(out);
        held.clear();
    }
}
