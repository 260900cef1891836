package dev.valuecompass.cli.console;

/** The exit codes of the contract. */
public enum ExitCode {
    DONE(0),
    BAD_DATA(1),
    BAD_USAGE(2),
    INCOMPLETE(3),
    INTERRUPTED(130);

    private final int code;

    ExitCode(int code) {
        this.code = code;
    }

    public int code() {
        return code;
    }
}
