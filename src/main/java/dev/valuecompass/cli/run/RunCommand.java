package dev.valuecompass.cli.run;

import dev.valuecompass.cli.console.ExitCode;
import dev.valuecompass.cli.console.Output;
import dev.valuecompass.cli.console.Process;
import dev.valuecompass.cli.console.ProgramVersion;
import dev.valuecompass.cli.console.Setting;
import dev.valuecompass.cli.progress.Faces;
import dev.valuecompass.pipeline.Pipeline;
import dev.valuecompass.pipeline.RunReport;
import dev.valuecompass.pipeline.RunSetting;
import dev.valuecompass.pipeline.account.Watch;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The main job, from items to pages. */
@Command(
        name = "run",
        description = "Evaluate every model on every value system, freeze the period and render the site.",
        footer = "Run again: nothing is asked twice, and the same bytes come out.")
public final class RunCommand implements Callable<Integer> {
    private final Process process;

    @Mixin
    private Setting setting;

    @Mixin
    private Output output;

    @Mixin
    private StopAfter stopAfter;

    @Option(names = "--seed", paramLabel = "N", description = "use this seed instead of the configured one")
    private Long seed;

    @Option(
            names = "--accept-changes",
            description = "go on with answers that were begun with other prompts, parameters or texts: what has not"
                    + " changed is used, the rest is asked and paid for again")
    private boolean acceptChanges;

    RunCommand(Process process) {
        this.process = process;
    }

    @Override
    public Integer call() {
        RunSetting read =
                stopAfter.bound(setting.read(process, seed == null ? OptionalLong.empty() : OptionalLong.of(seed)));
        RunReport report = new Pipeline(read, process.environment(), ProgramVersion.current(), watch(read))
                .run(setting.folders().out(process), acceptChanges);
        process.terminal().result(output.json(), report, report.text());
        return (report.complete() ? ExitCode.DONE : ExitCode.INCOMPLETE).code();
    }

    private Watch watch(RunSetting read) {
        return Faces.of(
                process.terminal(),
                output.json(),
                read.leaderboard().examinees().size());
    }
}
