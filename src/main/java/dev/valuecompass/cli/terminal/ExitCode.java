package dev.valuecompass.cli.terminal;

/** What a command ends with, so that scripts and workflows know how to go on. */
public enum ExitCode {
    /** Everything that was asked for is done and sound. */
    DONE(0),
    /** Data, a frozen period or a model is not sound. */
    BAD_DATA(1),
    /** The command line, the leaderboard file or a key is wrong; nothing was done. */
    BAD_USAGE(2),
    /** Something is left to do, and nothing was published; the same command goes on. */
    INCOMPLETE(3),
    /** Stopped by SIGINT. */
    INTERRUPTED(130);

    private final int code;

    ExitCode(int code) {
        this.code = code;
    }

    public int code() {
        return code;
    }
}
