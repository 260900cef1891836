package dev.valuecompass.pipeline;

import dev.valuecompass.io.EndsTheRun;

/** The run was stopped from outside; everything that was answered is in the run store. */
final class InterruptedRunException extends RuntimeException implements EndsTheRun {
    private static final long serialVersionUID = 1;

    InterruptedRunException() {
        super("interrupted: answers are kept; run again to go on");
    }
}
