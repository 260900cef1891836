package dev.valuecompass.cli;

import dev.valuecompass.cli.terminal.EvaluationOptions;
import dev.valuecompass.cli.terminal.ExitCode;
import dev.valuecompass.cli.terminal.JsonOption;
import dev.valuecompass.cli.terminal.ProcessContext;
import dev.valuecompass.pipeline.pools.ItemStatistics;
import java.util.concurrent.Callable;
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
final class ItemsStatsCommand implements Callable<Integer> {
    private final ProcessContext process;

    @Mixin
    private EvaluationOptions setting;

    @Mixin
    private JsonOption output;

    ItemsStatsCommand(ProcessContext process) {
        this.process = process;
    }

    @Override
    public Integer call() {
        ItemStatistics.Report report = new ItemStatistics(setting.read(process)).report();
        process.terminal().result(output.json(), report, report.text());
        return ExitCode.DONE.code();
    }
}
