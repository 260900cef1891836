package dev.valuecompass.cli;

/** The exit codes of the contract. */
enum ExitCode {
    DONE(0),
    BAD_DATA(1),
    BAD_USAGE(2),
    INCOMPLETE(3),
    INTERRUPTED(130);

    private final int code;

    ExitCode(int code) {
        this.code = code;
    }

    int code() {
        return code;
    }
}
