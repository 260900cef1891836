package dev.valuecompass.cli;

import dev.valuecompass.cli.terminal.ExitCode;
import dev.valuecompass.cli.terminal.FolderOptions;
import dev.valuecompass.cli.terminal.ProgramCommand;
import dev.valuecompass.cli.terminal.UsageException;
import dev.valuecompass.pipeline.evidence.EvidenceRun;
import dev.valuecompass.pipeline.plan.Plan;
import dev.valuecompass.pipeline.setup.RunSetting;
import dev.valuecompass.pipeline.validation.ValidityText;
import dev.valuecompass.snapshot.PeriodValidity;
import dev.valuecompass.snapshot.store.PeriodStore;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Tells whether a frozen period is any good. */
@Command(
        name = "validity",
        description =
                "Is a period any good? For each value whether other questions would tell the same of the models, whether it"
                        + " is more than what all values share, whether it follows the length of the answers, and what its"
                        + " recogniser is worth.",
        footer =
                "Nothing is sent unless an option below asks for it; what that would cost is told first, and models that"
                        + " cost money are asked only with --yes. What they answer is kept in evidence/ beside the period, and the"
                        + " next site shows it. A period is good or bad whatever the exit code: 0 says that it was told.")
public final class ValidityCommand extends ProgramCommand {
    @Parameters(
            arity = "0..1",
            paramLabel = "PERIOD",
            description = "a frozen period, such as 2026-11 (default: the last one)")
    private String period;

    @Option(
            names = "--instruments",
            description =
                    "ask the leaderboard's models to choose between statements and to rate some, and tell how far that"
                            + " agrees with the period's scores")
    private boolean instruments;

    @Option(
            names = "--prime",
            description =
                    "tell each model to hold a value, value by value, and tell whether its score rises and those across"
                            + " the circle fall")
    private boolean prime;

    @Option(
            names = "--conditions",
            description =
                    "ask some of the period's questions again in other words, and as the leaderboard's conditions say, and"
                            + " tell how far verdicts stay")
    private boolean conditions;

    @Option(
            names = "--items",
            paramLabel = "N",
            defaultValue = "20",
            description = "with --prime, questions of the period that are asked again (default: 20)")
    private int items;

    @Option(names = "--yes", description = "ask, whatever it costs")
    private boolean yes;

    @Mixin
    private FolderOptions folders;

    @Override
    public Integer call() {
        PeriodStore store = new PeriodStore(folders.data(process).own());
        String asked = asked(store.periods());
        if (items < 2) {
            throw new UsageException("--items must be 2 or more");
        }
        if (instruments) {
            return ask(run(asked), run -> run.instrumentsPlan(), run -> run.instruments());
        }
        if (conditions) {
            return ask(run(asked), run -> run.conditionsPlan(), run -> run.conditions());
        }
        if (prime) {
            return ask(run(asked), run -> run.primePlan(items), run -> run.prime(items));
        }
        PeriodValidity told = PeriodValidity.of(store.read(asked));
        return done(told, ValidityText.of(told));
    }

    private String asked(List<String> frozen) {
        if (frozen.isEmpty()) {
            throw new UsageException(
                    "no period is frozen yet in " + folders.data(process).own() + "; run or import one first");
        }
        String asked = period == null ? frozen.get(frozen.size() - 1) : period;
        if (!frozen.contains(asked)) {
            throw new UsageException("'" + asked + "' is not a frozen period; frozen: " + String.join(", ", frozen));
        }
        return asked;
    }

    /** Tells what it costs, and asks when that may be. */
    private int ask(
            EvidenceRun run,
            Function<EvidenceRun, Plan> planned,
            Function<EvidenceRun, Optional<EvidenceRun.Told>> asked) {
        Plan plan = planned.apply(run);
        if (plan.stages().isEmpty()) {
            throw new UsageException("no value system of the leaderboard allows it: see the help");
        }
        if (plan.calls() > 0 && !yes) {
            return done(plan, plan.text() + "\nNothing was asked. To ask: the same command with --yes");
        }
        Optional<EvidenceRun.Told> told = asked.apply(run);
        told.ifPresent(one -> print(one.figures(), one.text()));
        return (told.isPresent() ? ExitCode.DONE : ExitCode.INCOMPLETE).code();
    }

    private EvidenceRun run(String asked) {
        RunSetting setting = RunSetting.read(
                folders.data(process),
                folders.config(process),
                folders.runs(process),
                asked,
                OptionalLong.empty(),
                doubt -> process.terminal().progress("warning: " + doubt));
        return new EvidenceRun(setting, process.environment(), process.terminal()::progress);
    }
}
