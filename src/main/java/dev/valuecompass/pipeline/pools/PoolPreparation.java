package dev.valuecompass.pipeline.pools;

import dev.valuecompass.config.KeyCheck;
import dev.valuecompass.config.LeaderboardConfig;
import dev.valuecompass.io.AtomicFiles;
import dev.valuecompass.io.ByName;
import dev.valuecompass.items.Item;
import dev.valuecompass.items.TopicPool;
import dev.valuecompass.items.screening.Refusals;
import dev.valuecompass.items.screening.Screen;
import dev.valuecompass.items.topics.TopicPreparation;
import dev.valuecompass.items.topics.TopicPrompts;
import dev.valuecompass.items.topics.TopicRules;
import dev.valuecompass.llm.chain.ChatModels;
import dev.valuecompass.llm.store.RunStore;
import dev.valuecompass.pipeline.items.VectorSource;
import dev.valuecompass.pipeline.setup.GeneratorModel;
import dev.valuecompass.pipeline.setup.RunSetting;
import dev.valuecompass.value.ValueSystem;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Turns a pool of topics into one without repeats, sorted, balanced and asked as questions. */
public final class PoolPreparation {
    private final RunSetting setting;
    private final Map<String, String> environment;

    /** @param environment where keys are looked up, when a model is asked */
    public PoolPreparation(RunSetting setting, Map<String, String> environment) {
        this.setting = setting;
        this.environment = environment;
    }

    /**
     * What {@link TopicPreparation.Prepared} counts, and where the pool is.
     *
     * @param refused what the generator wrote that no item may be
     */
    @ByName
    public record Report(
            String pool,
            int given,
            int expanded,
            int fitting,
            int distinct,
            int meanings,
            int items,
            int questions,
            Refusals.Tally refused) {
        public String text() {
            return """
                    %d topics given, %d after expansion
                    %d of a fitting length, %d without repeats to the letter, %d without repeats in meaning
                    %d items, %d of them yes/no questions, in %s%s""".formatted(given, expanded, fitting, distinct, meanings, items, questions, pool, unfit());
        }

        private String unfit() {
            return refused.counts().isEmpty() ? "" : "\nof what the generator wrote, " + refused.text();
        }
    }

    /**
     * @param topics a pool file
     * @param wanted items to choose, 0 for all
     * @param asking whether the generator is asked; otherwise nothing is sent
     * @param to where the pool is written
     */
    public Report run(Path topics, ValueSystem system, TopicRules rules, int wanted, boolean asking, Path to) {
        List<Item> given = TopicPool.read(topics, system);
        Refusals refusals = new Refusals(Screen.of(setting.leaderboard()).forItemsOf(system));
        TopicPreparation.Prepared prepared =
                asking ? asking(given, refusals, system, rules, wanted) : alone(given, system, rules, wanted);
        AtomicFiles.replace(to, TopicPool.write(prepared.items(), system));
        return PoolPreparationReportFields.builder()
                .pool(to.toString())
                .given(prepared.given())
                .expanded(prepared.expanded())
                .fitting(prepared.fitting())
                .distinct(prepared.distinct())
                .meanings(prepared.meanings())
                .items(prepared.items().size())
                .questions(prepared.questions())
                .refused(refusals.tally())
                .build();
    }

    private TopicPreparation.Prepared alone(List<Item> given, ValueSystem system, TopicRules rules, int wanted) {
        try (VectorSource vectors = new VectorSource(setting.runs())) {
            return TopicPreparation.alone(system, vectors.encoder(), rules).prepare(given, wanted);
        }
    }

    private TopicPreparation.Prepared asking(
            List<Item> given, Refusals refusals, ValueSystem system, TopicRules rules, int wanted) {
        LeaderboardConfig board = setting.leaderboard();
        KeyCheck.require(board.usedEndpoints(), environment, "leaderboard.yml");
        try (RunStore store = setting.openStore();
                ChatModels chat = ChatModels.open(board, setting.data(), store, environment);
                VectorSource vectors = new VectorSource(setting.runs())) {
            return TopicPreparation.with(
                            GeneratorModel.generator(board, chat),
                            refusals,
                            TopicPrompts.read(setting.data()),
                            system,
                            vectors.encoder(),
                            rules)
                    .prepare(given, wanted);
        }
    }
}
