package dev.valuecompass.pipeline;

import dev.valuecompass.config.Evaluation;
import dev.valuecompass.config.Examinee;
import dev.valuecompass.config.Leaderboard;
import dev.valuecompass.config.LeaderboardReader;
import dev.valuecompass.io.DataFolder;
import dev.valuecompass.value.Theory;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalLong;

/**
 * What a run needs to know, all of it read and checked before anything is sent.
 *
 * @param runs folder of the run store
 * @param period {@code YYYY-MM}
 */
public record RunSetting(Leaderboard leaderboard, Theory theory, DataFolder data, Path runs, String period) {

    /** @param seed used instead of the configured one when present */
    public static RunSetting read(DataFolder data, Path config, Path runs, String period, OptionalLong seed) {
        Theory theory = Theory.load(data);
        Leaderboard configured = LeaderboardReader.read(config, theory, data);
        Leaderboard leaderboard = seed.isPresent() ? seeded(configured, seed.getAsLong()) : configured;
        return new RunSetting(leaderboard, theory, data, runs, period);
    }

    /** The same with only these examinees under test; those with a role keep it. */
    public RunSetting asking(List<String> ids) {
        Leaderboard l = leaderboard;
        List<Examinee> asked = l.examinees().stream()
                .filter(examinee -> ids.contains(examinee.id()))
                .toList();
        Leaderboard fewer = new Leaderboard(
                l.title(),
                l.endpoints(),
                asked,
                l.roles(),
                l.systems(),
                l.sampling(),
                l.evaluation(),
                l.digest(),
                l.notEvaluated());
        return new RunSetting(fewer, theory, data, runs, period);
    }

    /** The file of the run store. */
    public Path store() {
        return runs.resolve(period + ".sqlite");
    }

    private static Leaderboard seeded(Leaderboard l, long seed) {
        Evaluation e = l.evaluation();
        return new Leaderboard(
                l.title(),
                l.endpoints(),
                l.examinees(),
                l.roles(),
                l.systems(),
                l.sampling(),
                new Evaluation(
                        seed,
                        e.orders(),
                        e.resamples(),
                        e.casesPerDimension(),
                        e.minimumCoverage(),
                        e.budget(),
                        e.intervalLevel()),
                l.digest(),
                l.notEvaluated());
    }
}
