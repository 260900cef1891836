package dev.valuecompass.cli.run;

import dev.valuecompass.cli.console.Process;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** The union of stores, published. */
@Command(
        name = "merge",
        description = "Add the run stores of shards to one, then freeze the period and render the site as run would.",
        footer = "Sends nothing and needs no key. Merging again changes nothing.")
public final class MergeCommand implements Callable<Integer> {
    private final Process process;

    @Mixin
    private StoreOptions options;

    @Parameters(paramLabel = "DIR", arity = "1..*", description = "the --runs folder of a shard")
    private List<Path> folders;

    MergeCommand(Process process) {
        this.process = process;
    }

    @Override
    public Integer call() {
        return options.tell(process, options.stored(process).merge(folders, options.out(process)));
    }
}
