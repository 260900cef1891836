package dev.valuecompass.cli.run;

import dev.valuecompass.cli.console.ExitCode;
import dev.valuecompass.cli.console.Output;
import dev.valuecompass.cli.console.Process;
import dev.valuecompass.cli.console.ProgramVersion;
import dev.valuecompass.cli.console.SeededSetting;
import dev.valuecompass.pipeline.RunSetting;
import dev.valuecompass.pipeline.shards.StoreReport;
import dev.valuecompass.pipeline.shards.StoredRun;
import java.nio.file.Path;
import picocli.CommandLine.Mixin;

/** What the commands on run stores take: where things are, the seed, and how to say what came of it. */
final class StoreOptions {
    @Mixin
    private SeededSetting setting;

    @Mixin
    private Output output;

    RunSetting read(Process process) {
        return setting.read(process);
    }

    StoredRun stored(Process process) {
        return new StoredRun(
                read(process), process.environment(), ProgramVersion.current(), process.terminal()::progress);
    }

    int tell(Process process, StoreReport report) {
        process.terminal().result(output.json(), report, report.text());
        return (report.complete() ? ExitCode.DONE : ExitCode.INCOMPLETE).code();
    }

    boolean json() {
        return output.json();
    }

    Path out(Process process) {
        return setting.folders().out(process);
    }
}
