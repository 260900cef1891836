package dev.valuecompass.pipeline.items;

import dev.valuecompass.io.EndsTheRun;

/** The time of a run was up while new items were being made. Nothing of the round is kept but its calls, so the next run goes on. */
public final class TimeIsUpException extends RuntimeException implements EndsTheRun {
    private static final long serialVersionUID = 1;

    TimeIsUpException() {
        super("the time of the run is up while new items are being made; run again to go on");
    }
}
