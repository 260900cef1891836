package dev.valuecompass.snapshot.store;

import java.nio.file.Path;

/** Where a leaderboard's data keeps what was asked about a period beside it: {@code evidence/<period>/}. */
final class EvidenceFolder {
    private EvidenceFolder() {}

    /** @param data the leaderboard's own */
    static Path of(Path data, String period) {
        return data.resolve("evidence").resolve(period);
    }
}
