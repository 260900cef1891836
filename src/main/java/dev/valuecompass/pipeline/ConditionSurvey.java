package dev.valuecompass.pipeline;

import dev.valuecompass.config.ConditionPlan;
import dev.valuecompass.config.Examinee;
import dev.valuecompass.config.LeaderboardConfig;
import dev.valuecompass.io.DataException;
import dev.valuecompass.items.Item;
import dev.valuecompass.llm.ChatModel;
import dev.valuecompass.llm.Outcome;
import dev.valuecompass.llm.Spent;
import dev.valuecompass.pipeline.items.ItemSets;
import dev.valuecompass.pipeline.setup.AskableConditions;
import dev.valuecompass.pipeline.setup.RunSetting;
import dev.valuecompass.recognition.ValueRecognizer;
import dev.valuecompass.responses.ConditionDesign;
import dev.valuecompass.responses.Interview;
import dev.valuecompass.responses.Prompts;
import dev.valuecompass.scores.LabelTable;
import dev.valuecompass.scores.validity.Conditions;
import dev.valuecompass.snapshot.evidence.ConditionsFile;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** Puts some questions of a period to every model once more, under other conditions. */
public final class ConditionSurvey {
    /** Ends after which a call is worth another run. */
    private static final Set<Outcome> OPEN = EnumSet.of(Outcome.CANCELLED, Outcome.BUDGET_SKIPPED);

    private final RunSetting setting;
    private final AskableConditions askable;
    private final List<ConditionDesign> designs;
    private final Map<String, SortedMap<String, Integer>> questions = new HashMap<>();

    private ConditionSurvey(RunSetting setting, ConditionPlan plan, List<ItemSets> sets) {
        this.setting = setting;
        this.askable = AskableConditions.of(
                setting,
                plan,
                sets.stream().flatMap(set -> set.items().stream()).toList());
        this.designs = sets.stream()
                .map(set -> askable.design(setting, set.system(), set.items()))
                .toList();
        sets.forEach(set -> questions.put(set.system().id(), questions(set)));
    }

    /**
     * The survey that the leaderboard wants; empty where it wants none.
     *
     * @throws DataException when a wording, a prompt or translations are missing
     */
    public static Optional<ConditionSurvey> of(RunSetting setting, List<ItemSets> sets) {
        return Optional.ofNullable(setting.leaderboard().conditions())
                .map(plan -> new ConditionSurvey(setting, plan, sets));
    }

    /** The same; where the leaderboard wants none, other wordings. */
    public static ConditionSurvey orUsual(RunSetting setting, List<ItemSets> sets) {
        return of(setting, sets).orElseGet(() -> new ConditionSurvey(setting, ConditionPlan.USUAL, sets));
    }

    /** What is put to the models, by system. */
    public List<ConditionDesign> designs() {
        return designs;
    }

    private static SortedMap<String, Integer> questions(ItemSets set) {
        SortedMap<String, Integer> questions = new TreeMap<>();
        set.items().forEach(item -> item.dimensions().forEach(value -> questions.merge(value, 1, Integer::sum)));
        return questions;
    }

    /**
     * Asks, reads, and keeps what came of it beside the frozen period. Nothing is kept where calls are still to be made.
     *
     * @param beside tells what calls took since it was asked last that put no question to a model under test
     */
    public Optional<Conditions> keep(
            ChatModel chat, ValueRecognizer recognizer, Supplier<Spent> beside, Consumer<String> progress) {
        Map<String, Conditions.Asked> asked = new HashMap<>();
        AtomicLong open = new AtomicLong();
        AtomicReference<Spent> spent = new AtomicReference<>(Spent.NOTHING);
        beside.get();
        for (ConditionDesign design : designs) {
            asked.put(design.system().id(), ask(design, chat, recognizer, new Tally(open, spent), progress));
        }
        if (open.get() > 0) {
            progress.accept("conditions: " + open
                    + " calls have no answer yet, so nothing is kept; ask again with: compass validity --conditions");
            return Optional.empty();
        }
        return Optional.of(ConditionsFile.write(
                setting.data().own(),
                setting.period(),
                asked,
                spent.get().and(beside.get()).rounded()));
    }

    /** @param open calls that another run could bring @param spent on what is no answer of the period */
    private record Tally(AtomicLong open, AtomicReference<Spent> spent) {}

    /** Asks some of the questions and keeps nothing but what the run store does. @return calls without an answer yet */
    public long ask(Predicate<Item> some, ChatModel chat, ValueRecognizer recognizer, Consumer<String> progress) {
        Tally tally = new Tally(new AtomicLong(), new AtomicReference<>(Spent.NOTHING));
        for (ConditionDesign design : designs) {
            ConditionDesign part =
                    design.with(design.items().stream().filter(some).toList());
            if (!part.items().isEmpty()) {
                ask(part, chat, recognizer, tally, progress);
            }
        }
        return tally.open().get();
    }

    private Conditions.Asked ask(
            ConditionDesign design,
            ChatModel chat,
            ValueRecognizer recognizer,
            Tally tally,
            Consumer<String> progress) {
        LeaderboardConfig board = setting.leaderboard();
        askable.gaps(design).forEach(progress);
        progress.accept("%s: %d models, %d questions under %d conditions"
                .formatted(
                        design.system().id(),
                        board.examinees().size(),
                        design.items().size(),
                        design.conditions().size()));
        Interview interview = new Interview(chat, new Prompts(setting.data()), board);
        ResponseReader reader =
                new ResponseReader(recognizer, board.evaluation().filteredConforms());
        SortedMap<String, SortedMap<String, List<String>>> rows = InstrumentSurvey.sideBySide(
                board.examinees(), examinee -> rows(design, interview, reader, examinee, tally));
        return new Conditions.Asked(
                design.sampling().samples(),
                board.evaluation().seed(),
                board.evaluation().intervalLevel(),
                questions.get(design.system().id()),
                design.items().stream().map(Item::id).toList(),
                design.conditions().stream()
                        .map(one -> new Conditions.Condition(one.id(), one.kind(), one.digest(design.items())))
                        .toList(),
                rows,
                askable.unread());
    }

    private SortedMap<String, List<String>> rows(
            ConditionDesign design, Interview interview, ResponseReader reader, Examinee examinee, Tally tally) {
        SortedMap<String, List<String>> byCondition = new TreeMap<>();
        int samples = design.sampling().samples();
        Map<String, Integer> places = new HashMap<>();
        design.items().forEach(item -> places.put(item.id(), places.size()));
        for (ConditionDesign.Condition condition : design.conditions()) {
            String[] rows = new String[places.size() * samples];
            Arrays.fill(
                    rows,
                    Character.toString(LabelTable.UNSCORED)
                            .repeat(design.system().dimensions().size()));
            List<Item> items = condition.put(design.items());
            Map<String, Item> byId = items.stream().collect(Collectors.toMap(Item::id, Function.identity()));
            interview.ask(
                    condition.told(examinee),
                    design.system(),
                    condition.template(),
                    items,
                    design.sampling(),
                    response -> {
                        tally.open().addAndGet(OPEN.contains(response.outcome()) ? 1 : 0);
                        if (condition != design.conditions().get(0)
                                || response.sample()
                                        >= setting.leaderboard().sampling().samples()) {
                            tally.spent().updateAndGet(sum -> sum.and(examinee.price(), response.usage()));
                        }
                        rows[places.get(response.item()) * samples + response.sample()] = reader.read(
                                        design.system(), byId.get(response.item()), response)
                                .labels()
                                .labels();
                    });
            byCondition.put(condition.id(), new ArrayList<>(List.of(rows)));
        }
        return byCondition;
    }
}
