package dev.valuecompass.cli;

import dev.valuecompass.cli.terminal.ExitCode;
import dev.valuecompass.cli.terminal.FolderOptions;
import dev.valuecompass.cli.terminal.JsonOption;
import dev.valuecompass.cli.terminal.ProcessContext;
import dev.valuecompass.io.DataException;
import dev.valuecompass.io.Defect;
import dev.valuecompass.pipeline.setup.Check;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Validates everything a leaderboard is made of. */
@Command(
        name = "check",
        description =
                "Validate the configuration, the data files and every frozen period; print file:line: what, and the fix.",
        footer = "Warnings name what may be meant as it is, and most likely is not; the exit code is then still 0.")
public final class CheckCommand implements Callable<Integer> {
    private final ProcessContext process;

    @Mixin
    private FolderOptions folders;

    @Mixin
    private JsonOption output;

    CheckCommand(ProcessContext process) {
        this.process = process;
    }

    /** What {@code --json} prints. */
    record Result(boolean ok, List<Defect> defects, List<Defect> warnings) {}

    @Override
    public Integer call() {
        Check.Result found = Check.of(folders.data(process), folders.config(process), folders.runs(process));
        if (!output.json()) {
            found.warnings().forEach(warning -> process.terminal().progress("warning: " + warning));
            if (!found.ok()) {
                throw new DataException(found.defects());
            }
        }
        process.terminal()
                .result(output.json(), new Result(found.ok(), found.defects(), found.warnings()), text(found));
        return (found.ok() ? ExitCode.DONE : ExitCode.BAD_DATA).code();
    }

    private static String text(Check.Result found) {
        int warnings = found.warnings().size();
        return warnings == 0 ? "ok" : "ok, with " + warnings + (warnings == 1 ? " warning" : " warnings");
    }
}
