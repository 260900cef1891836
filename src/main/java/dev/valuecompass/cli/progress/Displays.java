package dev.valuecompass.cli.progress;

import dev.valuecompass.cli.console.Terminal;
import dev.valuecompass.pipeline.account.Watch;
import java.time.Duration;
import me.tongfei.progressbar.InteractiveConsoleProgressBarConsumer;

/** Chooses how a run shows its progress on standard error. */
public final class Displays {
    private static final Duration LIVE = Duration.ofSeconds(1);
    private static final Duration PLAIN = Duration.ofSeconds(30);

    /** A terminal of the usual height holds no more lines, and lines that scroll away cannot be rewritten. */
    private static final int MOST_LIVE_LINES = 20;

    private Displays() {}

    /** @param models how many there are */
    public static Watch of(Terminal terminal, boolean json, int models) {
        if (json) {
            return new Display(new JsonEvents(terminal::event), PLAIN);
        }
        if (!terminal.live() || models > MOST_LIVE_LINES) {
            return new Display(new PlainLines(terminal::progress), PLAIN);
        }
        return new Display(
                new LiveLines(() -> new InteractiveConsoleProgressBarConsumer(terminal.err()), terminal::progress),
                LIVE);
    }
}
