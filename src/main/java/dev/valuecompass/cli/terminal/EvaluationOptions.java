package dev.valuecompass.cli.terminal;

import dev.valuecompass.pipeline.setup.RunSetting;
import java.util.OptionalLong;
import picocli.CommandLine.Mixin;

/** The options of every command that works on one evaluation: where things are, and which period. */
public final class EvaluationOptions {
    @Mixin
    private FolderOptions folders;

    @Mixin
    private PeriodOption periods;

    @Mixin
    private GivenUp givenUp;

    public FolderOptions folders() {
        return folders;
    }

    /** {@code YYYY-MM}; the current month in UTC unless one is given. */
    String period(ProcessContext process) {
        return periods.period(process.clock());
    }

    /** Reads and checks all that the options name. */
    public RunSetting read(ProcessContext process) {
        return read(process, OptionalLong.empty());
    }

    /** @param seed used instead of the configured one when present */
    RunSetting read(ProcessContext process, OptionalLong seed) {
        return RunSetting.read(
                        folders.data(process),
                        folders.config(process),
                        folders.runs(process),
                        period(process),
                        seed,
                        doubt -> process.terminal().progress("warning: " + doubt))
                .giving(givenUp.overrides());
    }
}
