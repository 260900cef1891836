package dev.valuecompass.pipeline;

import dev.valuecompass.config.LeaderboardConfig;
import dev.valuecompass.config.LeaderboardReader;
import dev.valuecompass.importing.exchange.EveryEvalExport;
import dev.valuecompass.io.AtomicFiles;
import dev.valuecompass.io.DataException;
import dev.valuecompass.io.DataFolder;
import dev.valuecompass.pipeline.setup.FrozenJudges;
import dev.valuecompass.snapshot.PeriodRecord;
import dev.valuecompass.snapshot.store.PeriodStore;
import dev.valuecompass.value.Theory;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import java.util.SortedMap;

/** Frozen periods in the formats of others. */
public final class Exchange {
    private Exchange() {}

    /**
     * What was written.
     *
     * @param scores files of scores, one for each model
     * @param samples files of published answers
     */
    public record Report(String period, int scores, int samples, String folder) {
        /** One sentence. */
        public String text() {
            return "period %s: %d files of scores and %d of answers, in %s".formatted(period, scores, samples, folder);
        }
    }

    /**
     * @param config the leaderboard file, for who publishes and who judged; empty where there is none
     * @param to folder in which {@code data/} is written; files of an earlier export of the period are replaced
     * @throws DataException when the period is not frozen, or damaged
     */
    public static Report everyEvalEver(DataFolder data, Optional<Path> config, String period, Path to, Clock clock) {
        PeriodRecord record = new PeriodStore(data.own()).read(period);
        Theory theory = Theory.load(data);
        Optional<LeaderboardConfig> board = config.map(file -> LeaderboardReader.read(file, theory, data));
        EveryEvalExport.Publisher publisher = board.map(LeaderboardConfig::title)
                .map(title -> new EveryEvalExport.Publisher(title.publisher(), title.url()))
                .orElse(new EveryEvalExport.Publisher("", ""));
        SortedMap<String, String> files = new EveryEvalExport(
                        record,
                        publisher,
                        board.flatMap(leaderboard -> FrozenJudges.of(record.snapshot(), leaderboard, data, theory)),
                        clock.instant())
                .files();
        files.forEach((name, text) -> AtomicFiles.replace(to.resolve(name), text));
        int samples = (int)
                files.keySet().stream().filter(name -> name.endsWith(".jsonl")).count();
        return new Report(
                period, files.size() - samples, samples, to.resolve("data").toString());
    }
}
