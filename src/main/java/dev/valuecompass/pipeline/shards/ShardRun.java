package dev.valuecompass.pipeline.shards;

import dev.valuecompass.config.KeyCheck;
import dev.valuecompass.llm.Outcome;
import dev.valuecompass.llm.chain.ChatModels;
import dev.valuecompass.llm.chain.Detour;
import dev.valuecompass.llm.store.RunStore;
import dev.valuecompass.pipeline.ConditionSurvey;
import dev.valuecompass.pipeline.Coverage;
import dev.valuecompass.pipeline.Examination;
import dev.valuecompass.pipeline.Experiment;
import dev.valuecompass.pipeline.InstrumentSurvey;
import dev.valuecompass.pipeline.items.EvolutionRecordBuilder;
import dev.valuecompass.pipeline.items.ItemSets;
import dev.valuecompass.pipeline.items.Reviews;
import dev.valuecompass.pipeline.items.RoundMaker;
import dev.valuecompass.pipeline.items.RoundRecord;
import dev.valuecompass.pipeline.setup.RunSetting;
import dev.valuecompass.recognition.ValueRecognizer;
import dev.valuecompass.snapshot.EvaluatedSystem;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;

/** Asks and reads one part of an evaluation into a run store of its own; nothing is scored or frozen. */
public final class ShardRun {
    private final RunSetting setting;
    private final Map<String, String> environment;
    private final String program;
    private final Consumer<String> progress;
    private final boolean freezing;

    /**
     * @param environment where keys are looked up
     * @param program version of this program
     */
    public ShardRun(RunSetting setting, Map<String, String> environment, String program, Consumer<String> progress) {
        this(setting, environment, program, progress, false);
    }

    /** The same. @param freezing whether a finished part leaves its labels beside the store, to be merged without it */
    public ShardRun(
            RunSetting setting,
            Map<String, String> environment,
            String program,
            Consumer<String> progress,
            boolean freezing) {
        this.setting = setting;
        this.environment = environment;
        this.program = program;
        this.progress = progress;
        this.freezing = freezing;
    }

    /** The same with calls as files or batches. @param detour who stands before endpoints; empty for a network */
    public ShardReport evaluate(Shard shard, boolean acceptChanges, List<String> only, Optional<Detour> detour) {
        if (setting.frozen().isPresent()) {
            progress.accept(setting.frozenText());
            return new ShardReport(
                    setting.period(),
                    shard.toString(),
                    true,
                    0,
                    new TreeMap<>(),
                    List.of(),
                    List.of(),
                    setting.store().toString());
        }
        RunSetting mine = shard.share(setting);
        RunSetting asked = only.isEmpty() ? mine : mine.asking(only);
        if (detour.filter(Detour::all).isEmpty()) {
            KeyCheck.require(mine.leaderboard().usedEndpoints(), environment, "leaderboard.yml");
        }
        List<RoundRecord> rounds = RoundMaker.current(setting);
        new Reviews(setting).require().forEach(progress);
        List<ItemSets> items = ItemSets.choose(setting);
        setting.recordedDoubts().forEach(doubt -> progress.accept("warning: " + doubt));
        new EvolutionRecordBuilder(setting).mixtures(items).forEach(progress);
        Optional<ConditionSurvey> conditions = ConditionSurvey.of(asked, items);
        try (RunStore store = setting.openStore();
                ChatModels chat = ChatModels.open(mine.leaderboard(), setting.data(), store, environment, detour);
                ValueRecognizer recognizer = setting.recognizer(chat)) {
            Experiment.guardAll(setting, items, store, chat, acceptChanges);
            ShardState.begin(store, shard);
            setting.time().ifPresent(chat::stopAfter);
            chat.onParked(parked -> progress.accept(parked.text()));
            ValueRecognizer keeping = new StoredRecognitions(recognizer, store, program);
            LabelFile labels = new LabelFile();
            Examination.ExaminedModels result =
                    new Examination(asked, keeping, progress, labels::note).take(shard.of(items), rounds, chat);
            new InstrumentSurvey(asked, chat, progress).ask(shard.ofInstruments(setting.instruments()));
            conditions.ifPresent(one -> one.ask(shard::holds, chat, keeping, progress));
            if (only.isEmpty() && asked(chat)) {
                ShardState.finish(store, shard);
                freeze(labels, shard, result, store, keeping);
            } else if (freezing) {
                progress.accept("no labels are frozen: shard " + shard + " is not finished");
            }
            return report(shard, result, chat);
        }
    }

    private void freeze(
            LabelFile labels,
            Shard shard,
            Examination.ExaminedModels result,
            RunStore store,
            ValueRecognizer recognizer) {
        if (!freezing) {
            return;
        }
        Path file = setting.runs().resolve(setting.period() + LabelFile.ENDING);
        String reader = StoredRecognitions.reader(recognizer.card(), program);
        labels.write(
                file,
                new LabelFile.Header(
                        LabelFile.VERSION,
                        setting.period(),
                        shard.toString(),
                        reader,
                        store.experiment(),
                        result.brought()),
                result);
        progress.accept("labels    " + file);
    }

    /** Whether nothing was left for a later run: no time, money or quota was wanting. */
    private static boolean asked(ChatModels chat) {
        return chat.heldBack() == 0 && chat.parked().stream().allMatch(parked -> parked.limitedUntil() == null);
    }

    private ShardReport report(Shard shard, Examination.ExaminedModels result, ChatModels chat) {
        List<Coverage.Gap> gaps = Coverage.of(setting.leaderboard(), chat).gaps(result.systems());
        return new ShardReport(
                setting.period(),
                shard.toString(),
                gaps.stream().noneMatch(Coverage.Gap::holdsUp) && asked(chat),
                chat.calls().values().stream().mapToLong(Long::longValue).sum(),
                outcomes(result.systems()),
                gaps,
                chat.parked(),
                setting.store().toString());
    }

    private static SortedMap<String, Map<Outcome, Integer>> outcomes(List<EvaluatedSystem> systems) {
        SortedMap<String, Map<Outcome, Integer>> outcomes = new TreeMap<>();
        for (EvaluatedSystem system : systems) {
            system.labels().forEach((model, rows) -> {
                Map<Outcome, Integer> ends = outcomes.computeIfAbsent(model, id -> new EnumMap<>(Outcome.class));
                rows.forEach(row -> ends.merge(row.outcome(), 1, Integer::sum));
            });
        }
        return outcomes;
    }
}
