package dev.valuecompass.cli;

import dev.valuecompass.cli.terminal.ProgramCommand;
import dev.valuecompass.cli.terminal.ProgramName;
import dev.valuecompass.pipeline.setup.Scaffold;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Begins a leaderboard of one's own. */
@Command(
        name = "init",
        description = "Write the first files of a leaderboard of your own: models, values and questions, all YAML.")
final class InitCommand extends ProgramCommand {
    @Parameters(paramLabel = "DIR", description = "the new folder; nothing in it is overwritten")
    private Path folder;

    /** What {@code --json} prints. */
    record Result(String folder, List<String> files) {}

    @Override
    public Integer call() {
        Result result = new Result(folder.toString(), Scaffold.write(folder));
        return done(result, text(result));
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
