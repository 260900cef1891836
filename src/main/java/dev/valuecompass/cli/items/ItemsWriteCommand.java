package dev.valuecompass.cli.items;

import dev.valuecompass.cli.console.Bounds;
import dev.valuecompass.cli.console.ExitCode;
import dev.valuecompass.cli.console.Output;
import dev.valuecompass.cli.console.Process;
import dev.valuecompass.cli.console.Setting;
import dev.valuecompass.pipeline.authoring.Writing;
import java.util.concurrent.Callable;
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
final class ItemsWriteCommand implements Callable<Integer> {
    private static final int MOST = 10_000;

    private final Process process;

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
    private Setting setting;

    @Mixin
    private Output output;

    ItemsWriteCommand(Process process) {
        this.process = process;
    }

    @Override
    public Integer call() {
        Bounds.share("--power", power);
        Bounds.whole("--count", count, 1, MOST);
        Bounds.whole("--rounds", rounds, 1, MOST);
        Writing.Report report = new Writing(setting.read(process), process.environment())
                .run(new Writing.Order(system, dimension, power, count, rounds));
        process.terminal().result(output.json(), report, report.text());
        return (report.items().isEmpty() ? ExitCode.INCOMPLETE : ExitCode.DONE).code();
    }
}
