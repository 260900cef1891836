package dev.valuecompass.pipeline.items;

import dev.valuecompass.io.EndsTheRun;

/**
 * Not all that a round asks could be asked now, for want of time, money or quota. Nothing of the round is kept but its calls,
 * so the next run goes on.
 */
public final class UnfinishedRoundException extends RuntimeException implements EndsTheRun {
    private static final long serialVersionUID = 1;

    UnfinishedRoundException(String why) {
        super(why + " while new items are being made; run again to go on");
    }
}
