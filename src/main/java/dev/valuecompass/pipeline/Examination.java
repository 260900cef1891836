package dev.valuecompass.pipeline;

import dev.valuecompass.config.Examinee;
import dev.valuecompass.config.LeaderboardConfig;
import dev.valuecompass.llm.ChatModel;
import dev.valuecompass.pipeline.items.ItemSets;
import dev.valuecompass.pipeline.items.RoundRecord;
import dev.valuecompass.pipeline.setup.Recognizers;
import dev.valuecompass.pipeline.setup.RunSetting;
import dev.valuecompass.recognition.RecognizerCard;
import dev.valuecompass.recognition.ValueRecognizer;
import dev.valuecompass.responses.Interview;
import dev.valuecompass.responses.Prompts;
import dev.valuecompass.snapshot.Case;
import dev.valuecompass.snapshot.EvaluatedSystem;
import dev.valuecompass.snapshot.GoldRecord;
import dev.valuecompass.snapshot.proof.CaseSelection;
import dev.valuecompass.snapshot.store.GoldFile;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.function.Consumer;

/** Puts every item to every model and reads the answers for values. */
public final class Examination {
    private final RunSetting setting;
    private final ValueRecognizer recognizer;
    private final Consumer<String> progress;
    private final Consumer<Case> read;

    /** @param progress is told what happens, a line at a time */
    public Examination(RunSetting setting, ValueRecognizer recognizer, Consumer<String> progress) {
        this(setting, recognizer, progress, one -> {});
    }

    /** The same. @param read is given each answer that was read, by many threads */
    public Examination(RunSetting setting, ValueRecognizer recognizer, Consumer<String> progress, Consumer<Case> read) {
        this.setting = setting;
        this.recognizer = recognizer;
        this.progress = progress;
        this.read = read;
    }

    /** What came of it; figures follow from this alone. */
    public static final class ExaminedModels {
        private final List<ItemSets> items;
        private final List<EvaluatedSystem> systems;
        private final SortedMap<String, List<Case>> cases;
        private final List<GoldRecord> gold;
        private final AccountKeeper accounts;
        private final Recognized recognized;

        /** By whom the answers were read, and how long that took, added up over threads. */
        record Recognized(RecognizerCard by, double seconds) {}

        ExaminedModels(
                List<ItemSets> items,
                List<EvaluatedSystem> systems,
                SortedMap<String, List<Case>> cases,
                List<GoldRecord> gold,
                AccountKeeper accounts,
                Recognized recognized) {
            this.items = items;
            this.systems = systems;
            this.cases = cases;
            this.gold = gold;
            this.accounts = accounts;
            this.recognized = recognized;
        }

        List<ItemSets> items() {
            return items;
        }

        /** One row of labels for each model, item and sample. */
        public List<EvaluatedSystem> systems() {
            return systems;
        }

        /** Seconds spent on reading answers, added up over threads. */
        double recognitionSeconds() {
            return recognized.seconds();
        }

        /** Answers to publish, by model. */
        public SortedMap<String, List<Case>> cases() {
            return cases;
        }

        /** Labels by people of these answers. */
        List<GoldRecord> gold() {
            return gold;
        }

        AccountKeeper accounts() {
            return accounts;
        }

        /** What the answers of each model took, by its id. */
        public SortedMap<String, Account.Brought> brought() {
            return accounts.brought();
        }

        RecognizerCard recognizer() {
            return recognized.by();
        }
    }

    /** @param rounds by which items came about; what they cost is in the same accounts */
    public ExaminedModels take(List<ItemSets> items, List<RoundRecord> rounds, ChatModel chat) {
        return take(
                items,
                rounds,
                chat,
                new FrozenLabels(setting.leaderboard().sampling().samples()));
    }

    /** The same. @param frozen labels of which the answers are not here; nobody is asked for them */
    public ExaminedModels take(List<ItemSets> items, List<RoundRecord> rounds, ChatModel chat, FrozenLabels frozen) {
        LeaderboardConfig board = setting.leaderboard();
        Interview interview = new Interview(chat, new Prompts(setting.data()), board);
        ResponseReader reader =
                new ResponseReader(recognizer, board.evaluation().filteredConforms());
        AccountKeeper accounts = new AccountKeeper(board, rounds);
        CaseSelection cases = new CaseSelection(board.evaluation().casesPerDimension());
        GoldSelection gold = new GoldSelection(GoldFile.read(setting.data().own(), setting.period()));
        Consumer<Case> kept = one -> {
            cases.offer(one);
            gold.offer(one);
            read.accept(one);
        };
        SystemEvaluation evaluation = new SystemEvaluation(interview, reader, board.sampling(), kept, accounts, frozen);
        Watch watch = Watch.of(progress);
        watch.begin(
                board.examinees().stream().map(Examinee::id).toList(),
                accounts::standings,
                items.stream().mapToLong(set -> set.items().size()).sum()
                        * board.sampling().samples());
        try {
            List<EvaluatedSystem> systems = ask(items, evaluation);
            board.examinees()
                    .forEach(examinee -> frozen.accounts()
                            .getOrDefault(examinee.id(), List.of())
                            .forEach(brought -> accounts.account(examinee).add(brought)));
            gold.offer(frozen, items);
            ExaminedModels.Recognized recognized =
                    new ExaminedModels.Recognized(Recognizers.card(recognizer, setting.data()), reader.seconds());
            gold.lost().ifPresent(progress);
            SortedMap<String, List<Case>> published = cases.selected();
            // Of a model that was read there is a list, though nothing may be in it.
            frozen.read().forEach(model -> published.putIfAbsent(model, List.of()));
            return new ExaminedModels(items, systems, published, gold.selected(), accounts, recognized);
        } finally {
            watch.end();
        }
    }

    private List<EvaluatedSystem> ask(List<ItemSets> items, SystemEvaluation evaluation) {
        LeaderboardConfig board = setting.leaderboard();
        List<EvaluatedSystem> systems = new ArrayList<>();
        for (ItemSets set : items) {
            progress.accept("%s: %d models, %d items"
                    .formatted(
                            set.system().id(),
                            board.examinees().size(),
                            set.items().size()));
            systems.add(evaluation.run(set, board.examinees()));
        }
        return systems;
    }
}
