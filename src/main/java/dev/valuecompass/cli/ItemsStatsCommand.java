package dev.valuecompass.cli;

import dev.valuecompass.cli.terminal.EvaluationOptions;
import dev.valuecompass.cli.terminal.ProgramCommand;
import dev.valuecompass.pipeline.pools.ItemStatistics;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** What the items of a period are like. */
@Command(
        name = "stats",
        description = "Describe a period's items: how many, how long, how varied, how well they tell models apart.",
        footer = {
            "",
            "The starting items stand beside those that were generated for the period. Self-BLEU and similarity are",
            "low, Distinct-2 is high where items are varied; docs/item-quality.md explains every figure."
        })
final class ItemsStatsCommand extends ProgramCommand {
    @Mixin
    private EvaluationOptions setting;

    @Override
    public Integer call() {
        ItemStatistics.Report report = new ItemStatistics(setting.read(process)).report();
        return done(report, report.text());
    }
}
