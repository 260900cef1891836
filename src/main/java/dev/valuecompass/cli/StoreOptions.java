package dev.valuecompass.cli;

import dev.valuecompass.cli.terminal.AmendmentOptions;
import dev.valuecompass.cli.terminal.ProcessContext;
import dev.valuecompass.cli.terminal.ProgramVersion;
import dev.valuecompass.cli.terminal.SeededEvaluationOptions;
import dev.valuecompass.pipeline.setup.RunSetting;
import dev.valuecompass.pipeline.shards.StoredRun;
import java.nio.file.Path;
import picocli.CommandLine.Mixin;

/** What the commands on run stores take: where things are, and the seed. */
final class StoreOptions {
    @Mixin
    private SeededEvaluationOptions setting;

    @Mixin
    private AmendmentOptions amendment;

    RunSetting read(ProcessContext process) {
        return amendment.allow(setting.read(process));
    }

    StoredRun stored(ProcessContext process) {
        return stored(process, read(process));
    }

    StoredRun stored(ProcessContext process, RunSetting read) {
        return new StoredRun(read, process.environment(), ProgramVersion.current(), process.terminal()::progress);
    }

    Path out(ProcessContext process) {
        return setting.folders().out(process);
    }
}
