package dev.valuecompass.cli.terminal;

import dev.valuecompass.pipeline.setup.Amendment;
import dev.valuecompass.pipeline.setup.RunSetting;
import java.util.Optional;
import picocli.CommandLine.Option;

/** How far a command may go with a period that is frozen; without these it asks nothing for one and changes nothing. */
public final class AmendmentOptions {
    @Option(
            names = "--reason",
            paramLabel = "TEXT",
            description = "correct a frozen period: what is missing is asked, and changed figures become a new revision"
                    + " with this reason, for readers")
    private String reason;

    @Option(
            names = "--replace-synthetic",
            description = "replace a frozen period of simulated models; a run of real models does so by itself")
    private boolean replaceSynthetic;

    /** The setting with what the options allow. */
    public RunSetting allow(RunSetting setting) {
        if (reason != null && reason.isBlank()) {
            throw new UsageException("--reason says nothing; write what was wrong, for readers");
        }
        return setting.amending(new Amendment(Optional.ofNullable(reason), replaceSynthetic));
    }
}
