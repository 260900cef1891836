package dev.valuecompass.pipeline.evidence;

import dev.valuecompass.config.KeyCheck;
import dev.valuecompass.llm.chain.ChatModels;
import dev.valuecompass.llm.store.RunStore;
import dev.valuecompass.pipeline.ConditionSurvey;
import dev.valuecompass.pipeline.InstrumentSurvey;
import dev.valuecompass.pipeline.items.ItemSets;
import dev.valuecompass.pipeline.plan.Plan;
import dev.valuecompass.pipeline.setup.RunSetting;
import dev.valuecompass.recognition.ValueRecognizer;
import dev.valuecompass.scores.validity.Priming;
import dev.valuecompass.snapshot.evidence.PrimesFile;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** Asks models something more about a frozen period, and keeps it beside the period. */
public final class EvidenceRun {
    private final RunSetting setting;
    private final Map<String, String> environment;
    private final Consumer<String> progress;

    /** What came of it, for programs and for people. */
    public record Told(Object figures, String text) {}

    /**
     * @param setting of a period that is frozen
     * @param environment where keys are looked up
     * @param progress is told what happens, a line at a time
     */
    public EvidenceRun(RunSetting setting, Map<String, String> environment, Consumer<String> progress) {
        this.setting = setting;
        this.environment = environment;
        this.progress = progress;
    }

    /** What second instruments would take. Sends nothing. */
    public Plan instrumentsPlan() {
        return Plan.ofInstruments(setting, setting.instrumentsOrAll());
    }

    /** What telling models to hold a value would take. Sends nothing. @param items of a system at most */
    public Plan primePlan(int items) {
        return Plan.beside(setting, new PrimeSurvey(setting, items).asked());
    }

    /**
     * Tells every model to hold each value and asks it again.
     *
     * @return empty when calls are still to be made
     */
    public Optional<Told> prime(int items) {
        KeyCheck.require(setting.leaderboard().usedEndpoints(), environment, "leaderboard.yml");
        try (RunStore store = setting.openStore();
                ChatModels chat = ChatModels.open(setting.leaderboard(), setting.data(), store, environment);
                ValueRecognizer recognizer = setting.recognizer(chat)) {
            BigDecimal spentBefore = chat.spent();
            Map<String, Priming.Asked> asked = new PrimeSurvey(setting, items).ask(chat, recognizer, progress);
            if (chat.heldBack() > 0) {
                progress.accept(chat.heldBack() + " calls have no answer yet, so nothing is kept; ask again");
                return Optional.empty();
            }
            Priming told = PrimesFile.write(
                    setting.data().own(),
                    setting.period(),
                    asked,
                    chat.spent().subtract(spentBefore).doubleValue());
            return Optional.of(new Told(told, PrimeText.of(told)));
        }
    }

    /** What other conditions would take. Sends nothing. */
    public Plan conditionsPlan() {
        return Plan.ofConditions(setting, survey().designs());
    }

    private ConditionSurvey survey() {
        return ConditionSurvey.orUsual(setting, ItemSets.choose(setting));
    }

    /** Puts questions under other conditions. @return empty when calls are still to be made */
    public Optional<Told> conditions() {
        KeyCheck.require(setting.leaderboard().usedEndpoints(), environment, "leaderboard.yml");
        try (RunStore store = setting.openStore();
                ChatModels chat = ChatModels.open(setting.leaderboard(), setting.data(), store, environment);
                ValueRecognizer recognizer = setting.recognizer(chat)) {
            return survey().keep(chat, recognizer, chat::takenBeside, progress)
                    .map(told -> new Told(told, ConditionText.of(told)));
        }
    }

    /** Puts second instruments to every model. @return empty when calls are still to be made, or there is no instrument */
    public Optional<Told> instruments() {
        KeyCheck.require(setting.leaderboard().usedEndpoints(), environment, "leaderboard.yml");
        try (RunStore store = setting.openStore();
                ChatModels chat = ChatModels.open(setting.leaderboard(), setting.data(), store, environment)) {
            return new InstrumentSurvey(setting, chat, progress)
                    .keep(setting.instrumentsOrAll(), chat::takenBeside)
                    .map(told -> new Told(told, InstrumentText.of(told)));
        }
    }
}
