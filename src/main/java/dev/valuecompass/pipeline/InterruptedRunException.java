package dev.valuecompass.pipeline;

/** The run was stopped from outside; everything that was answered is in the run store. */
final class InterruptedRunException extends RuntimeException {
    private static final long serialVersionUID = 1;

    InterruptedRunException() {
        super("interrupted: answers are kept; run again to go on");
    }
}
