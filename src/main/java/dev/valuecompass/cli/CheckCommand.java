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
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Validates everything a leaderboard is made of. */
@Command(
        name = "check",
        description =
                "Validate the configuration, the data files and every frozen period; print file:line: what, and the fix.")
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
    record Result(boolean ok, List<Defect> defects) {}

    @Override
    public Integer call() {
        List<Defect> defects = Check.of(folders.data(process), folders.config(process));
        if (!output.json() && !defects.isEmpty()) {
            throw new DataException(defects);
        }
        String text = defects.stream().map(Defect::toString).collect(Collectors.joining("\n"));
        process.terminal().result(output.json(), new Result(defects.isEmpty(), defects), text.isEmpty() ? "ok" : text);
        return (defects.isEmpty() ? ExitCode.DONE : ExitCode.BAD_DATA).code();
    }
}
