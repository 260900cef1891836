package dev.valuecompass.pipeline.validation;

import dev.valuecompass.config.Endpoint;
import dev.valuecompass.items.Item;
import dev.valuecompass.items.TopicPool;
import dev.valuecompass.llm.offline.Panel;
import dev.valuecompass.llm.offline.SimulatedEndpoint;
import dev.valuecompass.pipeline.ResponseReader;
import dev.valuecompass.pipeline.evidence.PrimeInstruction;
import dev.valuecompass.pipeline.setup.Recognizers;
import dev.valuecompass.pipeline.setup.RunSetting;
import dev.valuecompass.recognition.RecognizerCard;
import dev.valuecompass.recognition.ValueRecognizer;
import dev.valuecompass.responses.Prompts;
import dev.valuecompass.scores.LabelTable;
import dev.valuecompass.scores.statistics.RecognizerError;
import dev.valuecompass.value.Measures;
import dev.valuecompass.value.ValueSystem;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Parameter recovery: fictional models are asked by the prompts of the leaderboard, their answers parsed, read by the
 * embedded recogniser and scored, for several numbers of items. Beside it stands what comes out when the recogniser makes
 * no mistake, which tells what recognition costs.
 */
public final class Simulation {
    private static final String PANEL = "simulated/panel.yml";

    private final RunSetting setting;
    private final SimulationPlan plan;
    private final Consumer<String> progress;

    /**
     * What to simulate.
     *
     * @param items numbers of items a dimension, each 2 or more
     * @param seeds how often twins are compared where no recogniser is needed, 1 or more
     * @param systems ids of the systems; empty for those of the leaderboard
     */
    public record SimulationPlan(List<Integer> items, int seeds, List<String> systems) {}

    /** @param progress is told what happens, a line at a time */
    public Simulation(RunSetting setting, SimulationPlan plan, Consumer<String> progress) {
        this.setting = setting;
        this.plan = plan;
        this.progress = progress;
    }

    /** Runs it; nothing is written but sentence vectors. */
    public Recoverability run() {
        Panel panel = Panel.read(setting.data(), panelFile(), setting.theory());
        long seed = setting.leaderboard().evaluation().seed();
        List<Recoverability.Row> rows = new ArrayList<>();
        List<PrimedPanel> primed = new ArrayList<>();
        try (ValueRecognizer recognizer = Recognizers.embedded(
                setting.data(), setting.theory(), setting.runs().resolve(Recognizers.VECTORS))) {
            ResponseReader reader = new ResponseReader(
                    recognizer, setting.leaderboard().evaluation().filteredConforms());
            setting.leaderboard().systems().stream()
                    .filter(one -> plan.systems().isEmpty() || plan.systems().contains(one.system()))
                    .forEach(one -> {
                        ValueSystem system = setting.theory().system(one.system());
                        List<Item> pool = TopicPool.read(setting.data().file(one.pool()), system);
                        rows.addAll(system(panel, system, pool, measured(recognizer, reader, system), seed));
                        if (system.circular() && system.measures() == Measures.ALL) {
                            primed.addAll(primed(
                                    panel,
                                    system,
                                    pool,
                                    reader,
                                    recognizer.card().version(),
                                    seed));
                        }
                    });
            return RecoverabilityFields.builder()
                    .synthetic(true)
                    .models(panel.models().size())
                    .seeds(plan.seeds())
                    .recognizer(recognizer.card().id())
                    .recognizerVersion(recognizer.card().version())
                    .panel(panel.digest())
                    .seed(seed)
                    .rows(List.copyOf(rows))
                    .primed(List.copyOf(primed))
                    .build();
        }
    }

    /** Who reads. @param error what its card tells of its error on the system */
    private record MeasuredReader(ResponseReader reader, Optional<RecognizerError> error) {}

    private static MeasuredReader measured(ValueRecognizer recognizer, ResponseReader reader, ValueSystem system) {
        RecognizerCard card = recognizer.card();
        return new MeasuredReader(reader, RecognizerError.of(List.of(card), card.version(), system.id()));
    }

    private List<Recoverability.Row> system(
            Panel panel, ValueSystem system, List<Item> pool, MeasuredReader reader, long seed) {
        SimulationQuestions questions = SimulationQuestions.draw(system, pool, most(), seed);
        List<String> models = panel.models();
        progress.accept("%s: %d models and their twins answer %d questions"
                .formatted(system.id(), models.size(), questions.all().size()));
        PanelAnswering answering = answering(panel, system, seed);
        List<String> both = new ArrayList<>(models);
        models.forEach(model -> both.add(TwinPanel.twin(model)));
        PanelAnswering.LabelTables labelled = answering.read(both, questions.all(), reader.reader());
        RecoveryMeasurement measuring = new RecoveryMeasurement(setting, system, panel, answering, questions);
        List<Recoverability.Row> rows = new ArrayList<>();
        List<LabelTable> others = new ArrayList<>();
        for (int s = 1; s < plan.seeds(); s++) {
            others.add(answering(panel, system, seed + s).oracle(both, questions.all()));
        }
        ErrorBars bars = ErrorBars.of(reader.error(), labelled, models.size());
        for (int items : plan.items()) {
            rows.add(measuring.row("recognised", items, labelled.recognised(), List.of(), bars, labelled.oracle()));
            rows.add(measuring.row("true", items, labelled.oracle(), others, null, null));
        }
        return rows;
    }

    private List<PrimedPanel> primed(
            Panel panel, ValueSystem system, List<Item> pool, ResponseReader reader, String recognizer, long seed) {
        List<Item> items = SimulationQuestions.draw(system, pool, most(), seed).all();
        progress.accept("%s: %d models are told to hold each of %d values, %d questions"
                .formatted(
                        system.id(), panel.models().size(), system.dimensions().size(), items.size()));
        return PrimedPanel.of(
                system,
                answering(panel, system, seed),
                new PrimeInstruction(setting.data()),
                panel.models(),
                items,
                reader,
                recognizer);
    }

    private int most() {
        return plan.items().stream().mapToInt(n -> n).max().orElseThrow();
    }

    private PanelAnswering answering(Panel panel, ValueSystem system, long seed) {
        return new PanelAnswering(
                SimulatedEndpoint.of(TwinPanel.of(panel), setting.data(), setting.theory(), seed),
                system,
                new Prompts(setting.data()).template(system),
                setting.leaderboard().sampling());
    }

    private String panelFile() {
        return setting.leaderboard().endpoints().stream()
                .filter(endpoint -> endpoint.kind() == Endpoint.Kind.SIMULATED)
                .map(endpoint -> Panel.modelsOf(setting.data(), endpoint.file()))
                .findFirst()
                .orElse(PANEL);
    }
}
