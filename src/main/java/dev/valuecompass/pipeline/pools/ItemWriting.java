package dev.valuecompass.pipeline.pools;

import dev.valuecompass.config.KeyCheck;
import dev.valuecompass.config.LeaderboardConfig;
import dev.valuecompass.embedding.SentenceEncoder;
import dev.valuecompass.io.DataException;
import dev.valuecompass.io.Decimals;
import dev.valuecompass.io.NearestName;
import dev.valuecompass.items.ContaminationGuard;
import dev.valuecompass.items.Item;
import dev.valuecompass.items.generator.CrossValidation;
import dev.valuecompass.items.generator.GenerationRequest;
import dev.valuecompass.items.generator.GeneratorPrompt;
import dev.valuecompass.items.generator.ItemGenerator;
import dev.valuecompass.items.generator.MeasuredItem;
import dev.valuecompass.items.generator.PowerModel;
import dev.valuecompass.items.screening.Refusals;
import dev.valuecompass.items.screening.Screen;
import dev.valuecompass.llm.chain.ChatModels;
import dev.valuecompass.llm.store.RunStore;
import dev.valuecompass.pipeline.items.PublishedItems;
import dev.valuecompass.pipeline.items.VectorSource;
import dev.valuecompass.pipeline.items.WrittenItems;
import dev.valuecompass.pipeline.setup.GeneratorModel;
import dev.valuecompass.pipeline.setup.RunSetting;
import dev.valuecompass.snapshot.store.PeriodStore;
import dev.valuecompass.value.Dimension;
import dev.valuecompass.value.ValueSystem;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** Lets the generator write items of a wanted power for a period, from what earlier periods measured. */
public final class ItemWriting {
    private final RunSetting setting;
    private final Map<String, String> environment;

    /** @param environment where keys are looked up */
    public ItemWriting(RunSetting setting, Map<String, String> environment) {
        this.setting = setting;
        this.environment = environment;
    }

    /**
     * What is wanted.
     *
     * @param power normalised entropy, in [0, 1]
     * @param rounds requests at most
     */
    public record WritingRequest(String system, String dimension, double power, int count, int rounds) {}

    /**
     * What was expected of an item at least.
     *
     * @param wanted power
     * @param used the same, or less where the regressor expects it of hardly any measured item
     */
    public record PowerThreshold(double wanted, double used) {
        private String text() {
            return used < wanted
                    ? String.format(
                            Locale.ROOT,
                            "%nfew measured items are expected to reach %s, so that proposals were taken from %s on,"
                                    + " which a quarter of those reaches",
                            Decimals.of(wanted, 2),
                            Decimals.of(used, 2))
                    : "";
        }
    }

    /**
     * What came of it.
     *
     * @param file where the items are
     * @param error how wrong the regressor is on items it was not fitted on; its unit is that of {@code power}
     */
    public record Report(
            String file,
            List<Item> items,
            int proposed,
            Map<ItemGenerator.Refusal, Integer> refused,
            Refusals.Tally unfit,
            int unanswered,
            PowerThreshold bar,
            CrossValidation error) {
        public String text() {
            String why = refused.entrySet().stream()
                    .map(refusal ->
                            refusal.getValue() + " " + refusal.getKey().name().toLowerCase(Locale.ROOT))
                    .collect(Collectors.joining(", "));
            return "%d of %d proposals taken%s%s%s%s\n%s\n%s"
                    .formatted(
                            items.size(),
                            proposed,
                            why.isEmpty() ? "" : "; refused: " + why,
                            unanswered == 0 ? "" : "; " + unanswered + " requests brought nothing",
                            unfitTexts(),
                            bar.text(),
                            accuracy(),
                            file);
        }

        private String unfitTexts() {
            return unfit.rows().stream()
                    .map(row -> "\n  unfit for " + row.reason().words() + ": " + row.text())
                    .collect(Collectors.joining());
        }

        private String accuracy() {
            return String.format(
                    Locale.ROOT,
                    "the regressor explains %s %% of the variance of power over %d measured items"
                            + " (error %s, guessing the mean %s, rank correlation %s)",
                    Decimals.of(100 * Math.max(0, error.explained()), 0),
                    error.n(),
                    Decimals.of(error.rmse(), 3),
                    Decimals.of(error.meanRmse(), 3),
                    error.spearman() == null ? "cannot be told" : Decimals.of(error.spearman(), 2));
        }
    }

    /** @throws DataException when too little was measured before this period to learn from */
    public Report run(WritingRequest order) {
        LeaderboardConfig board = setting.leaderboard();
        ValueSystem system = system(order.system());
        Dimension dimension = system.dimension(order.dimension())
                .orElseThrow(() -> new DataException(
                        "--dimension",
                        "unknown dimension '" + order.dimension() + "' of " + system.id(),
                        NearestName.remedy(order.dimension(), system.dimensionIds())));
        if (setting.frozen().isPresent()) {
            throw new DataException("--period", setting.frozenText(), "");
        }
        KeyCheck.require(board.usedEndpoints(), environment, "leaderboard.yml");
        try (RunStore store = setting.openStore();
                ChatModels chat = ChatModels.open(board, setting.data(), store, environment);
                VectorSource vectors = new VectorSource(setting.runs())) {
            PublishedItems published =
                    PublishedItems.before(new PeriodStore(setting.data().own()), setting.period(), system.id());
            List<MeasuredItem> measured = published.measured();
            PowerModel power = learned(vectors.encoder(), measured, dimension.id());
            ItemGenerator.Generated generated = new ItemGenerator(
                            GeneratorModel.generator(board, chat),
                            GeneratorPrompt.read(setting.data(), system),
                            measured,
                            power,
                            new ContaminationGuard(vectors.encoder(), published.all(), ContaminationGuard.CLOSE),
                            new Refusals(Screen.of(board).forItemsOf(system)))
                    .generate(new GenerationRequest(dimension, order.power(), order.count(), order.rounds()));
            List<Item> items = generated.items().stream()
                    .map(item -> item.from(item.provenance().in(setting.period())))
                    .toList();
            Path file = new WrittenItems(setting.data().own(), setting.period()).add(system.id(), items);
            return new Report(
                    file.toString(),
                    items,
                    generated.proposed(),
                    generated.refused(),
                    generated.unfit(),
                    generated.unanswered(),
                    new PowerThreshold(order.power(), generated.bar()),
                    power.error(dimension.id()));
        }
    }

    private ValueSystem system(String id) {
        List<String> known = setting.theory().systemIds().stream().sorted().toList();
        if (!known.contains(id)) {
            throw new DataException("--system", "unknown value system '" + id + "'", NearestName.remedy(id, known));
        }
        return setting.theory().system(id);
    }

    private PowerModel learned(SentenceEncoder encoder, List<MeasuredItem> measured, String dimension) {
        return PowerModel.learn(encoder, measured)
                .filter(power -> power.dimensions().contains(dimension))
                .orElseThrow(() -> new DataException(
                        setting.data().own().resolve("periods"),
                        measured.size() + " items were measured before " + setting.period() + ", too few to learn from",
                        "evaluate at least " + PowerModel.FEWEST + " items in an earlier period first"));
    }
}
