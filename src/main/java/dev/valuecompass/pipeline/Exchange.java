package dev.valuecompass.pipeline;

import dev.valuecompass.config.LeaderboardConfig;
import dev.valuecompass.config.LeaderboardReader;
import dev.valuecompass.importing.exchange.ConceptExamples;
import dev.valuecompass.importing.exchange.EveryEvalExport;
import dev.valuecompass.io.AtomicFiles;
import dev.valuecompass.io.DataException;
import dev.valuecompass.io.DataFolder;
import dev.valuecompass.io.Json;
import dev.valuecompass.pipeline.setup.FrozenJudges;
import dev.valuecompass.snapshot.PeriodRecord;
import dev.valuecompass.snapshot.store.PeriodStore;
import dev.valuecompass.value.Theory;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.stream.Collectors;

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
     * Concepts that were written.
     *
     * @param lines in all files
     * @param byPeople of them, those that people labelled
     */
    public record Concepts(String period, long lines, long byPeople, String folder) {
        /** One sentence. */
        public String text() {
            return "period %s: %d concepts, %d of them labelled by people, in %s"
                    .formatted(period, lines, byPeople, folder);
        }
    }

    /**
     * The concepts of published answers, a file for each system.
     *
     * @param to folder for {@code <system>.jsonl}; files of these names are replaced
     * @throws DataException when the period is not frozen, or damaged, or nothing in it was read by concepts
     */
    public static Concepts concepts(DataFolder data, String period, Path to) {
        SortedMap<String, List<ConceptExamples.Example>> examples =
                new ConceptExamples(new PeriodStore(data.own()).read(period)).bySystem();
        if (examples.isEmpty()) {
            throw new DataException(
                    period, "no published answer has a concept", "only the recogniser llm (CLAVE) finds concepts");
        }
        examples.forEach((system, lines) -> AtomicFiles.replace(
                to.resolve(system + ".jsonl"),
                lines.stream().map(line -> Json.line(line) + "\n").collect(Collectors.joining())));
        List<ConceptExamples.Example> all =
                examples.values().stream().flatMap(List::stream).toList();
        return new Concepts(
                period,
                all.size(),
                all.stream().filter(ConceptExamples.Example::byPeople).count(),
                to.toString());
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
