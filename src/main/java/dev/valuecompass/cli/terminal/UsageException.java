package dev.valuecompass.cli.terminal;

/** A mistake in the arguments that only shows when they are used: exit code 2, the message and nothing else. */
public final class UsageException extends RuntimeException {
    private static final long serialVersionUID = 1;

    public UsageException(String message) {
        super(message);
    }
}
