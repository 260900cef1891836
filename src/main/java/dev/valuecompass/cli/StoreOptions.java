package dev.valuecompass.cli;

import dev.valuecompass.cli.terminal.AmendmentOptions;
import dev.valuecompass.cli.terminal.ExitCode;
import dev.valuecompass.cli.terminal.JsonOption;
import dev.valuecompass.cli.terminal.ProcessContext;
import dev.valuecompass.cli.terminal.ProgramVersion;
import dev.valuecompass.cli.terminal.SeededEvaluationOptions;
import dev.valuecompass.pipeline.setup.RunSetting;
import dev.valuecompass.pipeline.shards.StoreReport;
import dev.valuecompass.pipeline.shards.StoredRun;
import java.nio.file.Path;
import picocli.CommandLine.Mixin;

/** What the commands on run stores take: where things are, the seed, and how to say what came of it. */
final class StoreOptions {
    @Mixin
    private SeededEvaluationOptions setting;

    @Mixin
    private AmendmentOptions amendment;

    @Mixin
    private JsonOption output;

    RunSetting read(ProcessContext process) {
        return amendment.allow(setting.read(process));
    }

    StoredRun stored(ProcessContext process) {
        return stored(process, read(process));
    }

    StoredRun stored(ProcessContext process, RunSetting read) {
        return new StoredRun(read, process.environment(), ProgramVersion.current(), process.terminal()::progress);
    }

    int tell(ProcessContext process, StoreReport report) {
        process.terminal().result(output.json(), report, report.text());
        return (report.complete() ? ExitCode.DONE : ExitCode.INCOMPLETE).code();
    }

    boolean json() {
        return output.json();
    }

    Path out(ProcessContext process) {
        return setting.folders().out(process);
    }
}
