package dev.valuecompass.pipeline.shards;

import dev.valuecompass.config.Endpoint;
import dev.valuecompass.config.KeyCheck;
import dev.valuecompass.config.LeaderboardConfig;
import dev.valuecompass.llm.Timing;
import dev.valuecompass.llm.batch.BatchCollector;
import dev.valuecompass.llm.batch.ProviderBatches;
import dev.valuecompass.llm.chain.Detour;
import dev.valuecompass.llm.store.RunStore;
import dev.valuecompass.pipeline.setup.RunSetting;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * A run some of whose endpoints are asked by their providers' batches. It goes as far as it comes without their answers,
 * has what it wanted answered in batches, and goes on from its store, until it wants nothing more.
 */
public final class BatchedCalls {
    private final RunSetting setting;
    private final Map<String, String> environment;
    private final Timing timing;
    private final Consumer<String> progress;

    /** @param environment where keys are looked up */
    public BatchedCalls(RunSetting setting, Map<String, String> environment, Consumer<String> progress) {
        this(setting, environment, Timing.system(), progress);
    }

    /** The same with time brought along. */
    public BatchedCalls(RunSetting setting, Map<String, String> environment, Timing timing, Consumer<String> progress) {
        this.setting = setting;
        this.environment = environment;
        this.timing = timing;
        this.progress = progress;
    }

    /** @param run what is to be run; it makes its calls through whoever stands before the endpoints */
    public <R> R run(Function<Optional<Detour>, R> run) {
        return run(setting.leaderboard().usedEndpoints(), run);
    }

    /** The same of a run that asks only a recogniser's models. */
    public <R> R read(Function<Optional<Detour>, R> run) {
        return run(setting.leaderboard().readingEndpoints(), run);
    }

    private <R> R run(List<Endpoint> asked, Function<Optional<Detour>, R> run) {
        LeaderboardConfig board = setting.leaderboard();
        if (asked.stream().noneMatch(Endpoint::batch) || setting.frozen().isPresent()) {
            return run.apply(Optional.empty());
        }
        KeyCheck.require(asked, environment, "leaderboard.yml");
        Instant since = timing.clock().instant();
        BatchCollector collector = new BatchCollector();
        Instant deadline = setting.time().map(since::plus).orElse(Instant.MAX);
        ProviderBatches batches = new ProviderBatches(
                new ProviderBatches.Setting(board, setting.data(), environment, deadline), collector, timing, progress);
        try (RunStore store = setting.openStore()) {
            batches.resume(store);
        }
        while (true) {
            R report = run.apply(Optional.of(Detour.batches(collector::before, since)));
            if (!collector.wanting()) {
                return report;
            }
            try (RunStore store = setting.openStore()) {
                batches.answer(store);
            }
        }
    }
}
