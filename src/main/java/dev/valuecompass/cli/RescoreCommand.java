package dev.valuecompass.cli;

import dev.valuecompass.cli.terminal.ProcessContext;
import dev.valuecompass.pipeline.setup.RunSetting;
import dev.valuecompass.pipeline.shards.BatchedCalls;
import dev.valuecompass.pipeline.shards.StoredRun;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Stored answers, read anew. */
@Command(
        name = "rescore",
        description = "Read and score the stored answers anew, then freeze and render; no model under test is asked.",
        footer = "A judge, where the leaderboard names one, is asked about what it has not judged yet.")
public final class RescoreCommand implements Callable<Integer> {
    private final ProcessContext process;

    @Mixin
    private StoreOptions options;

    RescoreCommand(ProcessContext process) {
        this.process = process;
    }

    @Override
    public Integer call() {
        RunSetting setting = options.read(process);
        StoredRun stored = options.stored(process, setting);
        return options.tell(
                process,
                new BatchedCalls(setting, process.environment(), process.terminal()::progress)
                        .read(detour -> stored.rescore(options.out(process), detour)));
    }
}
