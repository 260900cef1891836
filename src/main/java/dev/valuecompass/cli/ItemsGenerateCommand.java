package dev.valuecompass.cli;

import dev.valuecompass.cli.terminal.AmendmentOptions;
import dev.valuecompass.cli.terminal.CallFiles;
import dev.valuecompass.cli.terminal.ProgramCommand;
import dev.valuecompass.cli.terminal.SeededEvaluationOptions;
import dev.valuecompass.cli.terminal.StopAfter;
import dev.valuecompass.pipeline.items.Generation;
import dev.valuecompass.pipeline.setup.RunSetting;
import dev.valuecompass.pipeline.shards.BatchedCalls;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** New items for a period. */
@Command(
        name = "generate",
        description = "Make the period's new items for every system with 'evolve' in the leaderboard file.",
        footer = {
            "",
            "They are kept in rounds/<period>/ in the data folder, and the run of that period asks them.",
            "Interrupted, the same command goes on from there. What is made by the same settings stays as it is and costs",
            "nothing; to make it anew, delete its files."
        })
final class ItemsGenerateCommand extends ProgramCommand {
    @Mixin
    private SeededEvaluationOptions setting;

    @Mixin
    private StopAfter stopAfter;

    @Mixin
    private AmendmentOptions amendment;

    @Mixin
    private CallFiles files;

    @Override
    public Integer call() {
        RunSetting read = stopAfter.bound(amendment.allow(setting.read(process)));
        Generation generation = new Generation(read, process.environment(), process.terminal()::progress);
        if (files.given()) {
            return files.through(
                    process,
                    json(),
                    generation::run,
                    report -> new CallFiles.CallReport(report.complete(), report.text()));
        }
        Generation.Report report =
                new BatchedCalls(read, process.environment(), process.terminal()::progress).run(generation::run);
        return ended(report.complete(), report, report.text());
    }
}
