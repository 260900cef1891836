package dev.valuecompass.pipeline;

import dev.valuecompass.config.KeyCheck;
import dev.valuecompass.config.LeaderboardConfig;
import dev.valuecompass.llm.chain.ChatModels;
import dev.valuecompass.llm.chain.Detour;
import dev.valuecompass.llm.store.RunStore;
import dev.valuecompass.pipeline.items.EvolutionRecordBuilder;
import dev.valuecompass.pipeline.items.ItemSets;
import dev.valuecompass.pipeline.items.Reviews;
import dev.valuecompass.pipeline.items.RoundMaker;
import dev.valuecompass.pipeline.items.RoundRecord;
import dev.valuecompass.pipeline.items.UnfinishedRoundException;
import dev.valuecompass.pipeline.setup.RunSetting;
import dev.valuecompass.recognition.ValueRecognizer;
import dev.valuecompass.snapshot.evidence.ReferencesFile;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** The whole line: items, responses, recognition, scores, snapshot, site. */
public final class Pipeline {
    private final RunSetting setting;
    private final Map<String, String> environment;
    private final String program;
    private final Consumer<String> progress;

    /**
     * @param environment where keys are looked up
     * @param program version of this program, for the record
     * @param progress is told what happens, a line at a time
     */
    public Pipeline(RunSetting setting, Map<String, String> environment, String program, Consumer<String> progress) {
        this.setting = setting;
        this.environment = environment;
        this.program = program;
        this.progress = progress;
    }

    /** The same with calls by batches. @param detour who stands before endpoints; empty for a network */
    public RunReport run(Path out, boolean acceptChanges, Optional<Detour> detour) {
        LeaderboardConfig board = setting.leaderboard();
        if (setting.frozen().isPresent()) {
            FrozenPeriod.requireSame(setting);
            progress.accept(setting.frozenText());
            return RunReport.frozen(setting, new PeriodConclusion(setting, program, progress).renderIfChanged(out));
        }
        KeyCheck.require(board.usedEndpoints(), environment, "leaderboard.yml");
        try (RunStore store = setting.openStore();
                ChatModels chat = ChatModels.open(board, setting.data(), store, environment, detour);
                ValueRecognizer recognizer = setting.recognizer(chat)) {
            chat.onParked(parked -> progress.accept(parked.text()));
            setting.time().ifPresent(chat::stopAfter);
            List<RoundRecord> rounds;
            try {
                rounds = new RoundMaker(setting, chat, recognizer, progress).ensure();
            } catch (UnfinishedRoundException e) {
                progress.accept(e.getMessage());
                return RunReport.withoutItems(setting, chat);
            }
            new Reviews(setting).require().forEach(progress);
            List<ItemSets> items = ItemSets.choose(setting);
            ItemSets.shortfalls(setting, items).forEach(progress);
            setting.recordedDoubts().forEach(doubt -> progress.accept("warning: " + doubt));
            new EvolutionRecordBuilder(setting).mixtures(items).forEach(progress);
            Optional<ConditionSurvey> conditions = ConditionSurvey.of(setting, items);
            Experiment.guard(setting, items, store, chat, acceptChanges);
            // What reading cost in the rounds belongs to them, also when they were just made.
            chat.takeBeside();
            Examination.ExaminedModels result =
                    new Examination(setting, recognizer, progress).take(items, rounds, chat);
            InstrumentSurvey survey = new InstrumentSurvey(setting, chat, progress);
            Runnable beside = () -> {
                survey.keep(setting.instruments(), chat::takenBeside);
                conditions.ifPresent(one -> one.keep(chat, recognizer, chat::takenBeside, progress));
                ReferencesFile.write(setting.data(), setting.period(), setting.referencePools());
            };
            return new PeriodConclusion(setting, program, progress, beside).draw(result, chat, out);
        }
    }
}
