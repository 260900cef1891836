package dev.valuecompass.cli.terminal;

import java.util.concurrent.Callable;
import picocli.CommandLine.Option;

/** A command: the process that it runs in, the options that every command takes, and how it tells its result. */
public abstract class ProgramCommand implements Callable<Integer> {
    /** Set before the command is called. */
    protected ProcessContext process;

    @Option(names = "--json", description = "print one JSON object on standard output and nothing else there")
    private boolean json;

    @Option(names = "--debug", description = "show where the program itself failed, for a report")
    private boolean debug;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "show this help")
    private boolean help;

    /** Says where the command runs. */
    public final void runIn(ProcessContext context) {
        this.process = context;
    }

    /** Whether the result is to be printed as one JSON value. */
    protected final boolean json() {
        return json;
    }

    /** Prints the result as one JSON object, or {@code text} for people. */
    protected final void print(Object result, String text) {
        process.terminal().result(json, result, text);
    }

    /** The same where nothing is left to do. @return the exit code */
    protected final int done(Object result, String text) {
        return ended(true, result, text);
    }

    /** The same where the command, called again, may go on. @return the exit code */
    protected final int ended(boolean complete, Object result, String text) {
        print(result, text);
        return (complete ? ExitCode.DONE : ExitCode.INCOMPLETE).code();
    }
}
