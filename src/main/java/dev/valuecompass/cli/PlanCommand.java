package dev.valuecompass.cli;

import dev.valuecompass.pipeline.Plan;
import dev.valuecompass.pipeline.RunSetting;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** What a run would take; sends nothing. */
@Command(name = "plan", description = "Print calls, tokens and cost of a run by model and stage; send nothing.")
final class PlanCommand implements Callable<Integer> {
    private final Process process;

    @Mixin
    private Folders folders;

    @Mixin
    private Periods periods;

    @Mixin
    private Output output;

    PlanCommand(Process process) {
        this.process = process;
    }

    @Override
    public Integer call() {
        Plan plan = Plan.of(RunSetting.read(
                folders.data(process),
                folders.config(process),
                folders.runs(process),
                periods.period(process.clock()),
                OptionalLong.empty()));
        process.terminal().result(output.json(), plan, plan.text());
        return ExitCode.DONE.code();
    }
}
