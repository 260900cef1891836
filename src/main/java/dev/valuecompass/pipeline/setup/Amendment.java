package dev.valuecompass.pipeline.setup;

import java.util.Optional;

/**
 * How a period that is frozen may be changed.
 *
 * @param reason what was wrong, for readers: the change becomes a new revision; empty when there must be none
 * @param replaceSynthetic whether a period of simulated models may be replaced without a trace
 */
public record Amendment(Optional<String> reason, boolean replaceSynthetic) {
    /** A frozen period stays as it is. */
    public static final Amendment NONE = new Amendment(Optional.empty(), false);

    /** Whether a run may ask for a frozen period. @param frozen whether that is synthetic; {@code now}: whether the run is */
    boolean allows(boolean frozen, boolean now) {
        return reason.isPresent() || replaces(frozen, now);
    }

    /** Whether the new period takes the place of the frozen one: what is simulated gives way to what is measured. */
    public boolean replaces(boolean frozen, boolean now) {
        return frozen && (replaceSynthetic || !now);
    }
}
