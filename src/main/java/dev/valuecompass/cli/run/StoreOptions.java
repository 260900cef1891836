package dev.valuecompass.cli.run;

import dev.valuecompass.cli.console.ExitCode;
import dev.valuecompass.cli.console.Output;
import dev.valuecompass.cli.console.Process;
import dev.valuecompass.cli.console.ProgramVersion;
import dev.valuecompass.cli.console.Setting;
import dev.valuecompass.pipeline.RunSetting;
import dev.valuecompass.pipeline.shards.StoreReport;
import dev.valuecompass.pipeline.shards.StoredRun;
import java.nio.file.Path;
import java.util.OptionalLong;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** What the commands on run stores take: where things are, the seed, and how to say what came of it. */
final class StoreOptions {
    @Mixin
    private Setting setting;

    @Mixin
    private Output output;

    @Option(names = "--seed", paramLabel = "N", description = "use this seed instead of the configured one")
    private Long seed;

    RunSetting read(Process process) {
        return setting.read(process, seed == null ? OptionalLong.empty() : OptionalLong.of(seed));
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
