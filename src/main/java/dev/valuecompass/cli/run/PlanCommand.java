package dev.valuecompass.cli.run;

import dev.valuecompass.cli.console.ExitCode;
import dev.valuecompass.cli.console.Output;
import dev.valuecompass.cli.console.Process;
import dev.valuecompass.cli.console.Setting;
import dev.valuecompass.pipeline.plan.Plan;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** What a run would take; sends nothing. */
@Command(name = "plan", description = "Print calls, tokens and cost of a run by model and stage; send nothing.")
public final class PlanCommand implements Callable<Integer> {
    private final Process process;

    @Mixin
    private Setting setting;

    @Mixin
    private Output output;

    PlanCommand(Process process) {
        this.process = process;
    }

    @Override
    public Integer call() {
        Plan plan = Plan.of(setting.read(process));
        process.terminal().result(output.json(), plan, plan.text());
        return ExitCode.DONE.code();
    }
}
