package dev.valuecompass.cli;

import dev.valuecompass.cli.terminal.AmendmentOptions;
import dev.valuecompass.cli.terminal.EvaluationOptions;
import dev.valuecompass.cli.terminal.ExitCode;
import dev.valuecompass.cli.terminal.JsonOption;
import dev.valuecompass.cli.terminal.ProcessContext;
import dev.valuecompass.pipeline.plan.Plan;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** What a run would take; sends nothing. */
@Command(name = "plan", description = "Print calls, tokens and cost of a run by model and stage; send nothing.")
public final class PlanCommand implements Callable<Integer> {
    private final ProcessContext process;

    @Mixin
    private EvaluationOptions setting;

    @Mixin
    private AmendmentOptions amendment;

    @Mixin
    private JsonOption output;

    PlanCommand(ProcessContext process) {
        this.process = process;
    }

    @Override
    public Integer call() {
        Plan plan = Plan.of(amendment.allow(setting.read(process)));
        process.terminal().result(output.json(), plan, plan.text());
        return ExitCode.DONE.code();
    }
}
