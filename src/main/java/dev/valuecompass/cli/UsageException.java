package dev.valuecompass.cli;

/** A mistake in the arguments that only shows when they are used: exit code 2, the message and nothing else. */
final class UsageException extends RuntimeException {
    private static final long serialVersionUID = 1;

    UsageException(String message) {
        super(message);
    }
}
