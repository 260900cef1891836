package dev.valuecompass.llm.store;

import dev.valuecompass.io.EndsTheRun;

/** A mistake of this program kept rows from being written. Nothing may go on then: what is paid for would be lost. */
final class StoreFailure extends IllegalStateException implements EndsTheRun {
    private static final long serialVersionUID = 1;

    StoreFailure(Throwable cause) {
        super("cannot write the run store: " + cause.getMessage(), cause);
    }
}
