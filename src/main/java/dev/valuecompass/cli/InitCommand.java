package dev.valuecompass.cli;

import dev.valuecompass.cli.terminal.ExitCode;
import dev.valuecompass.cli.terminal.JsonOption;
import dev.valuecompass.cli.terminal.ProcessContext;
import dev.valuecompass.cli.terminal.ProgramName;
import dev.valuecompass.pipeline.setup.Scaffold;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Begins a leaderboard of one's own. */
@Command(
        name = "init",
        description = "Write the first files of a leaderboard of your own: models, values and questions, all YAML.")
final class InitCommand implements Callable<Integer> {
    private final ProcessContext process;

    @Parameters(paramLabel = "DIR", description = "the new folder; nothing in it is overwritten")
    private Path folder;

    @Mixin
    private JsonOption output;

    InitCommand(ProcessContext process) {
        this.process = process;
    }

    /** What {@code --json} prints. */
    record Result(String folder, List<String> files) {}

    @Override
    public Integer call() {
        Result result = new Result(folder.toString(), Scaffold.write(folder));
        process.terminal().result(output.json(), result, text(result));
        return ExitCode.DONE.code();
    }

    private static String text(Result result) {
        return """
                wrote %s to %s

                Next:
                  %4$s check --data %3$s
                  %4$s run --data %3$s
                Then change %2$s/leaderboard.yml: its comments say how.""".formatted(
                        String.join(", ", result.files()),
                        result.folder(),
                        ProgramName.quoted(result.folder()),
                        ProgramName.current());
    }
}
