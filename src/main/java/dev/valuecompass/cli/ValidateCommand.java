package dev.valuecompass.cli;

import dev.valuecompass.pipeline.Recovery;
import dev.valuecompass.snapshot.store.PeriodStore;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Compares what a period of simulated models published with what these models were made to hold. */
@Command(
        name = "validate",
        description = "Parameter recovery: rank correlation of a simulated period's scores with the true values.",
        footer = "Run the period first; only models of simulated endpoints have known values.")
final class ValidateCommand implements Callable<Integer> {
    private final Process process;

    @Mixin
    private Setting setting;

    @Mixin
    private Output output;

    ValidateCommand(Process process) {
        this.process = process;
    }

    @Override
    public Integer call() {
        String period = setting.period(process);
        PeriodStore store = new PeriodStore(setting.folders().data(process).own());
        if (!store.periods().contains(period)) {
            throw new UsageException(
                    "period " + period + " is not frozen yet, run it first; frozen: " + store.periods());
        }
        Recovery recovery =
                Recovery.of(setting.read(process), store.read(period).snapshot());
        process.terminal().result(output.json(), recovery, recovery.text());
        return ExitCode.DONE.code();
    }
}
