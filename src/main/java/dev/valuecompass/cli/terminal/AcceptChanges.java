package dev.valuecompass.cli.terminal;

import picocli.CommandLine.Option;

/** Whether to resume a run store that was begun with another experiment (R10). */
public final class AcceptChanges {
    @Option(
            names = "--accept-changes",
            description = "go on with answers that were begun with other prompts, parameters or texts: what has not"
                    + " changed is used, the rest is asked and paid for again")
    private boolean accepted;

    public boolean accepted() {
        return accepted;
    }
}
