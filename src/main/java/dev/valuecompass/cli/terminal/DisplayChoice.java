package dev.valuecompass.cli.terminal;

import dev.valuecompass.pipeline.Watch;
import java.time.Duration;
import me.tongfei.progressbar.InteractiveConsoleProgressBarConsumer;

/** Chooses how a run shows its progress on standard error. */
public final class DisplayChoice {
    private static final Duration LIVE = Duration.ofSeconds(1);
    private static final Duration PLAIN = Duration.ofSeconds(30);

    /** A terminal of the usual height holds no more lines, and lines that scroll away cannot be rewritten. */
    private static final int MOST_LIVE_LINES = 20;

    private DisplayChoice() {}

    /** @param models how many there are */
    public static Watch of(Terminal terminal, boolean json, int models) {
        if (json) {
            return new ProgressDisplay(new JsonEvents(terminal::event), PLAIN);
        }
        if (!terminal.live() || models > MOST_LIVE_LINES) {
            return new ProgressDisplay(new PlainLines(terminal::progress), PLAIN);
        }
        return new ProgressDisplay(
                new LiveLines(() -> new InteractiveConsoleProgressBarConsumer(terminal.err()), terminal::progress),
                LIVE);
    }
}
