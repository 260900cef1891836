package dev.valuecompass.cli.console;

import dev.valuecompass.pipeline.RunSetting;
import java.util.OptionalLong;
import picocli.CommandLine.Mixin;

/** The options of every command that works on one evaluation: where things are, and which period. */
public final class Setting {
    @Mixin
    private Folders folders;

    @Mixin
    private Periods periods;

    @Mixin
    private GivenUp givenUp;

    public Folders folders() {
        return folders;
    }

    /** {@code YYYY-MM}; the current month in UTC unless one is given. */
    public String period(Process process) {
        return periods.period(process.clock());
    }

    /** Reads and checks all that the options name. */
    public RunSetting read(Process process) {
        return read(process, OptionalLong.empty());
    }

    /** @param seed used instead of the configured one when present */
    RunSetting read(Process process, OptionalLong seed) {
        return RunSetting.read(
                        folders.data(process), folders.config(process), folders.runs(process), period(process), seed)
                .giving(givenUp.overrides());
    }
}
