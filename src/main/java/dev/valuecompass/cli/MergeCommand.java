package dev.valuecompass.cli;

import dev.valuecompass.cli.terminal.ProgramCommand;
import dev.valuecompass.pipeline.shards.MergeRules;
import dev.valuecompass.pipeline.shards.StoreReport;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The union of stores, published. */
@Command(
        name = "merge",
        description = "Add the run stores of shards to one, then freeze the period and render the site as run would.",
        footer = {
            "Sends nothing and needs no key. Merging again changes nothing.",
            "A store that holds another shard's answers, or answers a call differently than another, is refused."
        })
public final class MergeCommand extends ProgramCommand {
    @Mixin
    private StoreOptions options;

    @Parameters(
            paramLabel = "DIR",
            arity = "1..*",
            description =
                    "the --runs folder of a shard, a folder of such folders, a run store, or labels that a shard froze")
    private List<Path> folders;

    @Option(
            names = "--prefer",
            paramLabel = "DIR",
            description = "where stores answer a call differently, the answer of the store in this folder stands")
    private Path prefer;

    @Option(names = "--leave-out", description = "leave out rows that do not belong into their store, and go on")
    private boolean leaveOut;

    @Override
    public Integer call() {
        StoreReport report = options.stored(process)
                .merge(new MergeRules(folders, Optional.ofNullable(prefer), leaveOut), options.out(process));
        return ended(report.complete(), report, report.text());
    }
}
