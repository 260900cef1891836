package dev.valuecompass.cli.console;

import dev.valuecompass.pipeline.RunSetting;
import java.util.OptionalLong;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The options of every command on one evaluation in which chance has a part. */
public final class SeededSetting {
    @Mixin
    private Setting setting;

    @Option(names = "--seed", paramLabel = "N", description = "use this seed instead of the configured one")
    private Long seed;

    public Folders folders() {
        return setting.folders();
    }

    /** Reads and checks all that the options name. */
    public RunSetting read(Process process) {
        return setting.read(process, seed == null ? OptionalLong.empty() : OptionalLong.of(seed));
    }
}
