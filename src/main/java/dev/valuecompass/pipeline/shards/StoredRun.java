package dev.valuecompass.pipeline.shards;

import dev.valuecompass.config.KeyCheck;
import dev.valuecompass.config.LeaderboardConfig;
import dev.valuecompass.io.DataException;
import dev.valuecompass.io.Defect;
import dev.valuecompass.llm.ChatModel;
import dev.valuecompass.llm.ChatRequest;
import dev.valuecompass.llm.ChatResult;
import dev.valuecompass.llm.Spent;
import dev.valuecompass.llm.chain.ChatModels;
import dev.valuecompass.llm.chain.Detour;
import dev.valuecompass.llm.store.RunStore;
import dev.valuecompass.pipeline.ConditionSurvey;
import dev.valuecompass.pipeline.Examination;
import dev.valuecompass.pipeline.Experiment;
import dev.valuecompass.pipeline.FrozenLabels;
import dev.valuecompass.pipeline.FrozenPeriod;
import dev.valuecompass.pipeline.InstrumentSurvey;
import dev.valuecompass.pipeline.PeriodConclusion;
import dev.valuecompass.pipeline.items.ItemSets;
import dev.valuecompass.pipeline.items.Reviews;
import dev.valuecompass.pipeline.items.RoundMaker;
import dev.valuecompass.pipeline.setup.RunSetting;
import dev.valuecompass.recognition.ValueRecognizer;
import dev.valuecompass.snapshot.Case;
import dev.valuecompass.snapshot.evidence.ReferencesFile;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;

/** A period from stored answers: no model under test is asked anything. */
public final class StoredRun {
    private final RunSetting setting;
    private final Map<String, String> environment;
    private final String program;
    private final Consumer<String> progress;

    /**
     * @param environment where a judge's key is looked up
     * @param program version of this program, for the record
     */
    public StoredRun(RunSetting setting, Map<String, String> environment, String program, Consumer<String> progress) {
        this.setting = setting;
        this.environment = environment;
        this.program = program;
        this.progress = progress;
    }

    /**
     * Adds other stores to this one, then freezes and renders as a run over all of it would have. Nothing at all is sent. Of a
     * part that comes as frozen labels alone there are no answers to publish or to read again.
     *
     * @throws DataException when a place has no store of the period, or one that belongs to another experiment, holds
     *     what it may not or answers a call differently than another; nothing is changed then
     */
    public StoreReport merge(MergeRules rules, Path out) {
        new Reviews(setting).require().forEach(progress);
        List<ItemSets> items = ItemSets.choose(setting);
        try (RunStore store = setting.openStore();
                ChatModels chat = ChatModels.open(setting.leaderboard(), setting.data(), store, environment);
                ValueRecognizer recognizer = setting.recognizer(new StoredAnswers(store, chat, false))) {
            String reader = StoredRecognitions.reader(recognizer.card(), program);
            StoreMerge.UnitedParts united = new StoreMerge(setting, items, store, chat, reader, progress)
                    .add(rules, Experiment.all(setting, items, chat), new ExpectedCalls(setting, items, chat));
            return publish(
                    new Source(store, chat, false, united),
                    items,
                    new StoredRecognitions(recognizer, store, program),
                    out);
        }
    }

    /** The same with a judge's calls by batches. @param detour who stands before endpoints; empty for a network */
    public StoreReport rescore(Path out, Optional<Detour> detour) {
        boolean judging = setting.frozen().isEmpty();
        if (judging) {
            KeyCheck.require(setting.leaderboard().readingEndpoints(), environment, "leaderboard.yml");
        } else {
            FrozenPeriod.requireSame(setting);
        }
        new Reviews(setting).require().forEach(progress);
        List<ItemSets> items = ItemSets.choose(setting);
        try (RunStore store = setting.openStore();
                ChatModels chat = ChatModels.open(setting.leaderboard(), setting.data(), store, environment, detour);
                ValueRecognizer recognizer = setting.recognizer(new StoredAnswers(store, chat, judging))) {
            return publish(
                    new Source(
                            store,
                            chat,
                            judging,
                            new StoreMerge.UnitedParts(List.of(), noLabels(), store.experiment())),
                    items,
                    recognizer,
                    out);
        }
    }

    /**
     * Every stored answer that can be read, with what was read in it, by model. Nothing at all is sent.
     *
     * @throws DataException when answers are missing
     */
    public SortedMap<String, List<Case>> read() {
        List<ItemSets> items = ItemSets.choose(setting);
        LeaderboardConfig board = setting.leaderboard();
        int most = items.stream().mapToInt(set -> set.items().size()).sum()
                * board.sampling().samples();
        RunSetting all = setting.with(board.withEvaluation(board.evaluation().withCases(most)));
        try (RunStore store = setting.openStore();
                ChatModels chat = ChatModels.open(board, setting.data(), store, environment)) {
            StoredAnswers answers = new StoredAnswers(store, chat, false);
            List<Defect> missing = MissingAnswers.in(setting, items, answers, noLabels()).stream()
                    .map(lack -> new Defect(setting.store(), lack.text(), "ask for them with run"))
                    .toList();
            DataException.refuse(missing);
            try (ValueRecognizer recognizer = setting.recognizer(answers)) {
                return new Examination(all, recognizer, progress)
                        .take(items, List.of(), answers)
                        .cases();
            }
        }
    }

    /** Where answers come from. */
    private record Source(RunStore store, ChatModels chat, boolean judging, StoreMerge.UnitedParts parts) {}

    private FrozenLabels noLabels() {
        return new FrozenLabels(setting.leaderboard().sampling().samples());
    }

    private StoreReport publish(Source source, List<ItemSets> items, ValueRecognizer recognizer, Path out) {
        StoredAnswers answers = new StoredAnswers(source.store(), source.chat(), source.judging());
        StoreMerge.UnitedParts parts = source.parts();
        List<MissingAnswers> missing = MissingAnswers.in(setting, items, answers, parts.labels());
        if (!missing.isEmpty()) {
            return new StoreReport(false, parts.merged(), missing, ShardState.lacking(parts.facts()), null);
        }
        Examination.ExaminedModels result = new Examination(setting, recognizer, progress)
                .take(items, RoundMaker.made(setting), answers, parts.labels());
        Runnable beside = () -> {
            AtomicReference<Spent> spent = new AtomicReference<>(Spent.NOTHING);
            ChatModel counting = request -> counted(answers.ask(request), request, spent);
            new InstrumentSurvey(setting, counting, progress)
                    .keep(setting.instruments(), () -> spent.getAndSet(Spent.NOTHING));
            ConditionSurvey.of(setting, items)
                    .ifPresent(survey -> survey.keep(answers, recognizer, source.chat()::takenBeside, progress));
            ReferencesFile.write(setting.data(), setting.period(), setting.referencePools());
        };
        var report = new PeriodConclusion(setting, program, progress, beside).draw(result, source.chat(), out);
        return new StoreReport(report.complete(), parts.merged(), List.of(), List.of(), report);
    }

    private ChatResult counted(ChatResult result, ChatRequest request, AtomicReference<Spent> spent) {
        setting.leaderboard().examinees().stream()
                .filter(one ->
                        one.endpoint().equals(request.endpoint()) && one.model().equals(request.model()))
                .findFirst()
                .ifPresent(one -> spent.updateAndGet(sum -> sum.and(one.price(), result.usage())));
        return result;
    }
}
