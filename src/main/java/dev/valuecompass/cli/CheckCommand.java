package dev.valuecompass.cli;

import dev.valuecompass.cli.terminal.ExitCode;
import dev.valuecompass.cli.terminal.FolderOptions;
import dev.valuecompass.cli.terminal.ProgramCommand;
import dev.valuecompass.io.DataException;
import dev.valuecompass.io.Defect;
import dev.valuecompass.pipeline.setup.Check;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Validates everything a leaderboard is made of. */
@Command(
        name = "check",
        description =
                "Validate the configuration, the data files and every frozen period; print file:line: what, and the fix.",
        footer = "Warnings name what may be meant as it is, and most likely is not; the exit code is then still 0.")
public final class CheckCommand extends ProgramCommand {
    @Mixin
    private FolderOptions folders;

    @Option(names = "--strict", description = "take warnings for mistakes")
    private boolean strict;

    /** What {@code --json} prints. */
    record Result(boolean ok, List<Defect> defects, List<Defect> warnings) {}

    @Override
    public Integer call() {
        Check.Result found = Check.of(folders.data(process), folders.config(process), folders.runs(process));
        if (!json()) {
            if (!strict || !found.ok()) {
                found.warnings().forEach(warning -> process.terminal().progress("warning: " + warning));
            }
            if (!ok(found)) {
                throw new DataException(found.ok() ? found.warnings() : found.defects());
            }
        }
        print(new Result(ok(found), found.defects(), found.warnings()), text(found));
        return (ok(found) ? ExitCode.DONE : ExitCode.BAD_DATA).code();
    }

    private boolean ok(Check.Result found) {
        return found.ok() && (!strict || found.warnings().isEmpty());
    }

    private static String text(Check.Result found) {
        int warnings = found.warnings().size();
        return warnings == 0 ? "ok" : "ok, with " + warnings + (warnings == 1 ? " warning" : " warnings");
    }
}
