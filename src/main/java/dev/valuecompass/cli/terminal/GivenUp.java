package dev.valuecompass.cli.terminal;

import dev.valuecompass.llm.store.Overrides;
import picocli.CommandLine.Option;

/** What of a damaged run store a user gives up; without it, every command on such a store ends with what is wrong. */
public final class GivenUp {
    @Option(
            names = "--accept-losses",
            description =
                    "go on with a run store that is damaged: what can be read of it is used, the rest is asked and"
                            + " paid for again; the damaged file is kept beside it")
    private boolean losses;

    @Option(
            names = "--forget-limits",
            description = "forget until when models are to be left alone and how many requests of the day were sent, as"
                    + " the run store has it")
    private boolean limits;

    /** What the options say. */
    public Overrides overrides() {
        return new Overrides(losses, limits);
    }
}
