package dev.valuecompass.pipeline.items;

import dev.valuecompass.io.DataFolder;
import dev.valuecompass.pipeline.setup.RunSetting;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalLong;

/** A leaderboard of the twelve invented models, for benches. */
final class BenchLeaderboard {
    static final String PERIOD = "2026-11";

    private BenchLeaderboard() {}

    /**
     * @param home an empty folder, which gets everything
     * @param plan further keys of the one system
     */
    static RunSetting setting(Path home, String plan, long seed) throws IOException {
        return setting(home, "contexts", "schwartz", plan, seed);
    }

    /** The same of another system and panel. @param panel a file of {@code simulated}, without its ending */
    static RunSetting setting(Path home, String panel, String system, String plan, long seed) throws IOException {
        Path file = home.resolve("leaderboard.yml");
        StringBuilder examinees = new StringBuilder();
        World.MODELS.forEach(model -> examinees.append(
                "  - {id: %s, name: %s, endpoint: panel, model: %s, developer: Maker, access: open, type: chat}%n"
                        .formatted(model, model, model)));
        Files.writeString(
                file,
                "title: {name: Bench}\nendpoints:\n  - {id: panel, kind: simulated, file: simulated/" + panel
                        + ".yml}\n"
                        + "examinees:\n" + examinees
                        + "roles: {recognizer: embedded, explorers: [aurora-mini, borealis-8b, delta-lite],"
                        + " scorers: [aurora-large, borealis-70b, cedar-reason, delta-pro], generator: cedar-chat}\n"
                        + "systems:\n  - {system: " + system + ", pool: topics/" + system + ".jsonl, " + plan + "}\n"
                        + "evaluation: {minimum-coverage: 0.5, resamples: 1, orders: 1}\n");
        return RunSetting.read(DataFolder.over(home), file, home.resolve("runs"), PERIOD, OptionalLong.of(seed));
    }
}
