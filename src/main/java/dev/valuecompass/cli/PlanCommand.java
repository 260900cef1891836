package dev.valuecompass.cli;

import dev.valuecompass.cli.terminal.AmendmentOptions;
import dev.valuecompass.cli.terminal.EvaluationOptions;
import dev.valuecompass.cli.terminal.ProgramCommand;
import dev.valuecompass.cli.terminal.UsageException;
import dev.valuecompass.pipeline.plan.Plan;
import dev.valuecompass.pipeline.setup.RunSetting;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** What a run would take; sends nothing. */
@Command(name = "plan", description = "Print calls, tokens and cost of a run by model and stage; send nothing.")
public final class PlanCommand extends ProgramCommand {
    @Mixin
    private EvaluationOptions setting;

    @Mixin
    private AmendmentOptions amendment;

    @Option(
            names = "--target-reliability",
            paramLabel = "R",
            description =
                    "also tell how many items each value needs for this reliability, such as .8, and what they cost, by"
                            + " the validity of the last frozen period")
    private Double target;

    @Override
    public Integer call() {
        if (target != null && !(target > 0 && target < 1)) {
            throw new UsageException(
                    "--target-reliability " + target + " is out of range; write a number between 0 and 1, such as .8");
        }
        RunSetting read = amendment.allow(setting.read(process));
        Plan plan = target == null ? Plan.of(read) : Plan.of(read).toward(target, read);
        return done(plan, plan.text());
    }
}
