package dev.valuecompass.cli;

import dev.valuecompass.cli.terminal.EvaluationOptions;
import dev.valuecompass.cli.terminal.ProgramCommand;
import dev.valuecompass.cli.terminal.UsageException;
import dev.valuecompass.pipeline.items.Reviewing;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** New items, read by a person. */
@Command(
        name = "review",
        description = "List a period's new items with where they come from, and keep what a person decides about them.",
        footer = {
            "",
            "Rejected items are not asked. With 'review: required' in 'evolve' a run waits until every item is decided.",
            "Decisions and the name in --by are frozen with the period, and are published with it."
        })
final class ItemsReviewCommand extends ProgramCommand {
    @Option(names = "--system", paramLabel = "ID", description = "only this value system (default: all)")
    private String system = "";

    @Option(
            names = "--approve",
            split = ",",
            paramLabel = "ID",
            description = "approve of these items, or of 'all' that nobody decided about")
    private List<String> approve = List.of();

    @Option(names = "--reject", split = ",", paramLabel = "ID", description = "reject these items; needs --reason")
    private List<String> reject = List.of();

    @Option(names = "--reason", paramLabel = "WHY", description = "why they are rejected")
    private String reason = "";

    @Option(names = "--by", paramLabel = "NAME", description = "who decides; needed with --approve and --reject")
    private String by = "";

    @Mixin
    private EvaluationOptions setting;

    @Override
    public Integer call() {
        boolean deciding = !approve.isEmpty() || !reject.isEmpty();
        if (deciding && by.isBlank()) {
            throw new UsageException("say who decides: --by NAME");
        }
        if (!reject.isEmpty() && reason.isBlank()) {
            throw new UsageException("say why: --reason WHY");
        }
        if (approve.stream().anyMatch(reject::contains) || reject.contains(Reviewing.ALL)) {
            throw new UsageException("--approve and --reject name different items; 'all' can only be approved");
        }
        Reviewing reviewing = new Reviewing(setting.read(process));
        Reviewing.Report report = deciding
                ? reviewing.decide(
                        system,
                        new Reviewing.Decision(approve, reject, reason.strip(), by.strip()),
                        process.clock().instant())
                : reviewing.report(system);
        return done(report, report.text());
    }
}
