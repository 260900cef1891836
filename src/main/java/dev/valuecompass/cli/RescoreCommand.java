package dev.valuecompass.cli;

import dev.valuecompass.cli.terminal.ProgramCommand;
import dev.valuecompass.pipeline.setup.RunSetting;
import dev.valuecompass.pipeline.shards.BatchedCalls;
import dev.valuecompass.pipeline.shards.StoreReport;
import dev.valuecompass.pipeline.shards.StoredRun;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Stored answers, read anew. */
@Command(
        name = "rescore",
        description = "Read and score the stored answers anew, then freeze and render; no model under test is asked.",
        footer = "A judge, where the leaderboard names one, is asked about what it has not judged yet.")
public final class RescoreCommand extends ProgramCommand {
    @Mixin
    private StoreOptions options;

    @Override
    public Integer call() {
        RunSetting setting = options.read(process);
        StoredRun stored = options.stored(process, setting);
        StoreReport report = new BatchedCalls(setting, process.environment(), process.terminal()::progress)
                .read(detour -> stored.rescore(options.out(process), detour));
        return ended(report.complete(), report, report.text());
    }
}
