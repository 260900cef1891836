package dev.valuecompass.cli.items;

import dev.valuecompass.cli.console.ExitCode;
import dev.valuecompass.cli.console.Output;
import dev.valuecompass.cli.console.Process;
import dev.valuecompass.cli.console.Setting;
import dev.valuecompass.pipeline.authoring.ItemStatistics;
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
    private final Process process;

    @Mixin
    private Setting setting;

    @Mixin
    private Output output;

    ItemsStatsCommand(Process process) {
        this.process = process;
    }

    @Override
    public Integer call() {
        ItemStatistics.Report report = new ItemStatistics(setting.read(process)).report();
        process.terminal().result(output.json(), report, report.text());
        return ExitCode.DONE.code();
    }
}
