package dev.valuecompass.cli.terminal;

import picocli.CommandLine.Option;

/** The option that every command takes for machines. */
public final class JsonOption {
    @Option(names = "--json", description = "print one JSON object on standard output and nothing else there")
    private boolean json;

    @Option(names = "--debug", description = "show where the program itself failed, for a report")
    private boolean debug;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "show this help")
    private boolean help;

    /** Whether the result is to be printed as one JSON value. */
    public boolean json() {
        return json;
    }
}
