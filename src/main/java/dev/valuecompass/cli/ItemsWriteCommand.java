package dev.valuecompass.cli;

import dev.valuecompass.cli.terminal.Bounds;
import dev.valuecompass.cli.terminal.EvaluationOptions;
import dev.valuecompass.cli.terminal.ProgramCommand;
import dev.valuecompass.pipeline.pools.ItemWriting;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Items of a wanted discriminative power. */
@Command(
        name = "write",
        description = "Let the generator write items of a wanted discriminative power for one value.",
        footer = {
            "",
            "It learns from the items that earlier periods measured, and takes only what is expected to reach the power.",
            "The items are kept in rounds/<period>/<system>-written.jsonl in the data folder; the period's run asks them."
        })
final class ItemsWriteCommand extends ProgramCommand {
    private static final int MOST = 10_000;

    @Option(names = "--system", required = true, paramLabel = "ID", description = "the value system")
    private String system;

    @Option(names = "--dimension", required = true, paramLabel = "ID", description = "the value")
    private String dimension;

    @Option(
            names = "--power",
            paramLabel = "SHARE",
            description = "normalised entropy to expect at least, from 0 to 1 (default: 0.6)")
    private double power = 0.6;

    @Option(names = "--count", paramLabel = "N", description = "how many items (default: 10)")
    private int count = 10;

    @Option(names = "--rounds", paramLabel = "N", description = "requests at most (default: 10)")
    private int rounds = 10;

    @Mixin
    private EvaluationOptions setting;

    @Override
    public Integer call() {
        Bounds.share("--power", power);
        Bounds.whole("--count", count, 1, MOST);
        Bounds.whole("--rounds", rounds, 1, MOST);
        ItemWriting.Report report = new ItemWriting(setting.read(process), process.environment())
                .run(new ItemWriting.WritingRequest(system, dimension, power, count, rounds));
        return ended(!report.items().isEmpty(), report, report.text());
    }
}
