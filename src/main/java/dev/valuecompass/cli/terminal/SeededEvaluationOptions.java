package dev.valuecompass.cli.terminal;

import dev.valuecompass.pipeline.setup.RunSetting;
import java.util.OptionalLong;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The options of every command on one evaluation in which chance has a part. */
public final class SeededEvaluationOptions {
    @Mixin
    private EvaluationOptions setting;

    @Option(names = "--seed", paramLabel = "N", description = "use this seed instead of the configured one")
    private Long seed;

    public FolderOptions folders() {
        return setting.folders();
    }

    /** Reads and checks all that the options name. */
    public RunSetting read(ProcessContext process) {
        return setting.read(process, seed == null ? OptionalLong.empty() : OptionalLong.of(seed));
    }
}
