package dev.valuecompass.pipeline.items;

import dev.valuecompass.config.Evolution;
import dev.valuecompass.config.Examinee;
import dev.valuecompass.config.LeaderboardConfig;
import dev.valuecompass.config.SystemPlan;
import dev.valuecompass.io.DataException;
import dev.valuecompass.io.Defect;
import dev.valuecompass.io.Digest;
import dev.valuecompass.io.Json;
import dev.valuecompass.items.Item;
import dev.valuecompass.items.Mentions;
import dev.valuecompass.items.TopicPool;
import dev.valuecompass.items.generator.GeneratorPrompt;
import dev.valuecompass.items.screening.Refusals;
import dev.valuecompass.items.writing.AskCounts;
import dev.valuecompass.items.writing.EvolvedItem;
import dev.valuecompass.items.writing.Rejections;
import dev.valuecompass.llm.ChatRequest;
import dev.valuecompass.llm.ChatResult;
import dev.valuecompass.llm.Outcome;
import dev.valuecompass.llm.Purpose;
import dev.valuecompass.llm.Sampling;
import dev.valuecompass.llm.chain.ChatModels;
import dev.valuecompass.pipeline.setup.RunSetting;
import dev.valuecompass.recognition.Recognition;
import dev.valuecompass.recognition.RecognizerCard;
import dev.valuecompass.recognition.ValueRecognizer;
import dev.valuecompass.responses.Interview;
import dev.valuecompass.responses.Prompts;
import dev.valuecompass.responses.Response;
import dev.valuecompass.snapshot.ArmRecord;
import dev.valuecompass.snapshot.RewardCheck;
import dev.valuecompass.value.Elicitation;
import dev.valuecompass.value.ValueSystem;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.function.Consumer;

/**
 * The period's new items. A round is made once and kept in the data folder; all its calls go through the run store, so a
 * killed one goes on where it was, and one that is made again asks nothing and comes out the same.
 */
public final class RoundMaker {
    private static final String TIME = "the time of the run is up";
    private static final String FILES = "calls of the round are still to be answered";

    private final RunSetting setting;
    private final ChatModels chat;
    private final ValueRecognizer recognizer;
    private final Consumer<String> progress;
    private final RoundFiles files;

    /** @param progress is told what happens, a line at a time */
    public RoundMaker(RunSetting setting, ChatModels chat, ValueRecognizer recognizer, Consumer<String> progress) {
        this.setting = setting;
        this.chat = chat;
        this.recognizer = chat.filed() ? new Patient(recognizer) : recognizer;
        this.progress = progress;
        this.files = new RoundFiles(setting.data().own(), setting.period());
    }

    /**
     * The records of all systems that evolve; those without a finished round get one now.
     *
     * @throws DataException when a finished round was made from something else than what is configured now
     */
    public List<RoundRecord> ensure() {
        List<RoundRecord> records = new ArrayList<>();
        for (SystemPlan plan : evolving(setting.leaderboard())) {
            Optional<RoundRecord> known = files.find(plan.system());
            known.filter(record -> !record.inputs().equals(inputs(plan))).ifPresent(record -> {
                throw new DataException(List.of(changed(files, plan)));
            });
            records.add(known.orElseGet(() -> make(plan)));
        }
        return records;
    }

    /** The rounds that are made already, by what is configured now. Asks nobody. */
    static List<RoundRecord> finished(RunSetting setting) {
        RoundFiles files = new RoundFiles(setting.data().own(), setting.period());
        List<SystemPlan> known = evolving(setting.leaderboard()).stream()
                .filter(plan -> files.find(plan.system()).isPresent())
                .toList();
        if (known.isEmpty()) {
            return List.of();
        }
        String reader = setting.recognizerCard().version();
        try (ChatModels nobody = ChatModels.withoutStore(setting.leaderboard(), setting.data(), Map.of())) {
            return known.stream()
                    .flatMap(plan -> files
                            .find(plan.system())
                            .filter(record -> record.inputs().equals(inputs(setting, nobody, reader, plan)))
                            .stream())
                    .toList();
        }
    }

    private static Defect changed(RoundFiles files, SystemPlan plan) {
        return new Defect(
                files.record(plan.system()),
                "the items of " + plan.system() + " were made with other settings, topics, prompts or models",
                "undo the change, or make them anew: compass items generate");
    }

    /**
     * The records of the rounds that were made, for whoever may not make one.
     *
     * @throws DataException when one is missing
     */
    public static List<RoundRecord> made(RunSetting setting) {
        return made(setting, false);
    }

    /**
     * The same for whoever asks their items.
     *
     * @throws DataException also when one was made by other settings or panels than are configured now
     */
    public static List<RoundRecord> current(RunSetting setting) {
        return made(setting, true);
    }

    private static List<RoundRecord> made(RunSetting setting, boolean current) {
        RoundFiles files = new RoundFiles(setting.data().own(), setting.period());
        List<RoundRecord> records = new ArrayList<>();
        List<Defect> missing = new ArrayList<>();
        for (SystemPlan plan : evolving(setting.leaderboard())) {
            Optional<RoundRecord> known = files.find(plan.system());
            if (known.isEmpty()) {
                missing.add(new Defect(
                        files.record(plan.system()),
                        "the items of " + plan.system() + " in " + setting.period() + " have not been made",
                        "make them once, for all shards: compass items generate"));
            } else if (current && !known.get().by(plan, setting.leaderboard().roles())) {
                missing.add(changed(files, plan));
            } else {
                records.add(known.get());
            }
        }
        DataException.refuse(missing);
        return records;
    }

    /** Systems with {@code evolve}, in the order of the leaderboard. */
    static List<SystemPlan> evolving(LeaderboardConfig board) {
        return board.systems().stream().filter(plan -> plan.evolve() != null).toList();
    }

    /**
     * Makes a round and keeps it in the place of one that was there.
     *
     * @throws DataException when nobody wrote or answered anything usable
     * @throws UnfinishedRoundException when time, money or quota end before it is done
     */
    RoundRecord make(SystemPlan plan) {
        ValueSystem system = setting.theory().system(plan.system());
        MeteredChat metered = new MeteredChat(this::inTime, setting.leaderboard());
        progress.accept("%s: making new items, %d pulls"
                .formatted(plan.system(), plan.evolve().budget()));
        RoundResult outcome = stories(system)
                ? new StoryRound(setting, metered, recognizer, progress).run(plan, system, pool(setting, plan))
                : new QuestionRound(setting, metered, recognizer, progress).run(plan, system, pool(setting, plan));
        if (chat.timeIsUp()) {
            // A judge that reads for the round is not asked through here, and may have been refused the time.
            throw new UnfinishedRoundException(TIME);
        }
        RoundRecord record = RoundRecordFields.builder()
                .period(setting.period())
                .system(plan.system())
                .method(outcome.method())
                .terms(stories(system) ? StoryRound.WORTH : QuestionRound.WORTH)
                .synthetic(setting.leaderboard().synthetic())
                .settings(plan.evolve())
                .explorers(setting.leaderboard().roles().explorers())
                .scorers(setting.leaderboard().roles().scorers())
                .prompts(outcome.prompts())
                .inputs(inputs(plan))
                .figures(outcome.figures())
                .askCounts(outcome.help().askCounts().rows())
                .spent(metered.spent())
                .refused(outcome.help().refusals().tally())
                .rejected(outcome.search().rejected())
                .continues(outcome.search().continues().orElse(null))
                .written(outcome.search().written())
                .variety(outcome.variety())
                .check(outcome.search().check())
                .arms(outcome.search().arms())
                .build();
        if (outcome.items().isEmpty()
                && Rejections.NOBODY.containsAll(outcome.search().rejected().keySet())) {
            throw new DataException(
                    files.record(plan.system()),
                    "no item could be made. " + record.text(),
                    "look at the models that gave no usable answer: compass doctor");
        }
        Mentions mentions = Mentions.read(setting.data());
        files.write(
                record,
                outcome.items().stream()
                        .map(one -> new EvolvedItem(mentions.in(one.item()), one.path()))
                        .toList());
        progress.accept(record.text());
        return record;
    }

    /** A round in which some were not asked for want of time, money or quota would be another round, so it ends here. */
    private ChatResult inTime(ChatRequest request) {
        ChatResult result = chat.ask(request);
        if (result.outcome() == Outcome.CANCELLED && chat.timeIsUp()) {
            throw new UnfinishedRoundException(TIME);
        }
        if (chat.filed()
                && result.outcome() != Outcome.ANSWERED
                && !result.outcome().isKept()) {
            throw new UnfinishedRoundException(FILES);
        }
        if (result.outcome() == Outcome.BUDGET_SKIPPED) {
            throw new UnfinishedRoundException(
                    "the budget of the run is used up; raise evaluation.budget in the leaderboard file");
        }
        if (result.outcome() != Outcome.ANSWERED && limited(request)) {
            throw new UnfinishedRoundException("a quota of " + request.model() + " is used up");
        }
        return result;
    }

    private boolean limited(ChatRequest request) {
        return chat.parked().stream()
                .anyMatch(parked -> parked.limitedUntil() != null
                        && parked.endpoint().equals(request.endpoint())
                        && parked.model().equals(request.model()));
    }

    /** Ends a round whose judge has not answered yet, since it would be another round without its verdict. */
    private final class Patient implements ValueRecognizer {
        private final ValueRecognizer recognizer;

        Patient(ValueRecognizer recognizer) {
            this.recognizer = recognizer;
        }

        @Override
        public Recognition recognize(Item item, Response response) {
            long before = chat.heldBack();
            Recognition recognition = recognizer.recognize(item, response);
            if (recognition.failed() && chat.heldBack() > before) {
                throw new UnfinishedRoundException(FILES);
            }
            return recognition;
        }

        @Override
        public RecognizerCard card() {
            return recognizer.card();
        }
    }

    /** Texts of starting items in an order in which any number of the first are a fair sample. */
    static List<String> sample(RunSetting setting, List<Item> pool) {
        long seed = setting.leaderboard().evaluation().seed();
        return pool.stream()
                .sorted(Comparator.comparing(item -> Digest.sha256(seed + "\n" + item.id())))
                .map(Item::text)
                .toList();
    }

    /** What a way of making items gives. */
    record RoundResult(
            String method,
            String prompts,
            List<EvolvedItem> items,
            RoundRecord.RoundFigures figures,
            RoundRecord.SetVariety variety,
            Search search,
            ModelUse help) {}

    /** Where a search began, what it dropped and what it leaves to the next. */
    record Search(
            Optional<String> continues,
            SortedMap<Rejections.Reason, Integer> rejected,
            RoundRecord.Written written,
            RewardCheck check,
            List<ArmRecord> arms) {
        /** The same, with so many more rejections. */
        Search rejecting(Rejections.Reason reason, int number) {
            return new Search(continues, Rejections.with(rejected, reason, number), written, check, arms);
        }
    }

    /** Models with no say in what items are worth, by whose answers that is checked. */
    static List<String> others(LeaderboardConfig board) {
        return board.examinees().stream()
                .map(Examinee::id)
                .filter(id -> !board.roles().explorers().contains(id)
                        && !board.roles().scorers().contains(id))
                .limit(RewardCheck.MODELS)
                .toList();
    }

    /** Who helped to make items, and what of it was refused. */
    record ModelUse(AskCounts askCounts, Refusals refusals) {}

    /** What of a plan decides how items come out: whether somebody reads them afterwards does not. */
    private record RoundInputs(String system, String pool, int items, Evolution evolve, double anchors) {
        static RoundInputs of(SystemPlan plan) {
            return new RoundInputs(plan.system(), plan.pool(), plan.items(), plan.evolve(), plan.anchors());
        }
    }

    private static boolean stories(ValueSystem system) {
        return system.elicitation() != Elicitation.OPINION;
    }

    private static List<Item> pool(RunSetting setting, SystemPlan plan) {
        return TopicPool.read(setting.data().file(plan.pool()), setting.theory().system(plan.system()));
    }

    private String inputs(SystemPlan plan) {
        return inputs(setting, chat, recognizer.card().version(), plan);
    }

    /** The models enter by their call keys, which hold whatever decides an answer. */
    private static String inputs(RunSetting setting, ChatModels chat, String reader, SystemPlan plan) {
        LeaderboardConfig board = setting.leaderboard();
        ValueSystem system = setting.theory().system(plan.system());
        Sampling sampling = Sampling.of(board.sampling(), plan.evolve());
        List<Object> all = new ArrayList<>(
                List.of(system, RoundInputs.of(plan), board.evaluation().seed(), setting.period()));
        pool(setting, plan).forEach(item -> all.add(List.of(item.id(), item.category(), item.text())));
        for (List<String> panel :
                List.of(board.roles().explorers(), board.roles().scorers())) {
            for (String id : panel) {
                Examinee examinee = board.examinee(id).orElseThrow();
                all.add(chat.key(new ChatRequest(
                                Purpose.OPINION,
                                examinee.endpoint(),
                                examinee.model(),
                                Interview.messages(examinee, ""),
                                sampling.with(examinee.settings().parameters()),
                                PanelSurvey.SAMPLE))
                        .digest());
            }
        }
        all.add(new Prompts(setting.data()).template(system).digest());
        all.add(stories(system) ? StoryRound.prompts(setting, plan, system) : QuestionRound.prompts(setting, system));
        if (stories(system) && !board.roles().generator().isEmpty()) {
            Examinee generator = board.examinee(board.roles().generator()).orElseThrow();
            all.add(List.of(generator.endpoint(), generator.model()));
            all.add(GeneratorPrompt.read(setting.data(), system).digest());
        }
        all.add(reader);
        return Digest.sha256(Json.line(all));
    }
}
