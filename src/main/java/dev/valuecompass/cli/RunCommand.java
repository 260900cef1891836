package dev.valuecompass.cli;

import dev.valuecompass.cli.terminal.AcceptChanges;
import dev.valuecompass.cli.terminal.DisplayChoice;
import dev.valuecompass.cli.terminal.ProgramCommand;
import dev.valuecompass.cli.terminal.ProgramVersion;
import dev.valuecompass.cli.terminal.StopAfter;
import dev.valuecompass.pipeline.Pipeline;
import dev.valuecompass.pipeline.RunReport;
import dev.valuecompass.pipeline.Watch;
import dev.valuecompass.pipeline.setup.RunSetting;
import dev.valuecompass.pipeline.shards.BatchedCalls;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** The main job, from items to pages. */
@Command(
        name = "run",
        description = "Evaluate every model on every value system, freeze the period and render the site.",
        footer = "Run again: nothing is asked twice, and the same bytes come out.")
public final class RunCommand extends ProgramCommand {
    @Mixin
    private StoreOptions options;

    @Mixin
    private StopAfter stopAfter;

    @Mixin
    private AcceptChanges changes;

    @Override
    public Integer call() {
        RunSetting read = stopAfter.bound(options.read(process));
        Watch watch = watch(read);
        Pipeline pipeline = new Pipeline(read, process.environment(), ProgramVersion.current(), watch);
        RunReport report = new BatchedCalls(read, process.environment(), watch)
                .run(detour -> pipeline.run(options.out(process), changes.accepted(), detour));
        return ended(report.complete(), report, report.text());
    }

    private Watch watch(RunSetting read) {
        return DisplayChoice.of(
                process.terminal(), json(), read.leaderboard().examinees().size());
    }
}
