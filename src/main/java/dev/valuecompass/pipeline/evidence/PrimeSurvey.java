package dev.valuecompass.pipeline.evidence;

import dev.valuecompass.config.AnswerSampling;
import dev.valuecompass.config.Examinee;
import dev.valuecompass.config.LeaderboardConfig;
import dev.valuecompass.items.Item;
import dev.valuecompass.llm.ChatModel;
import dev.valuecompass.llm.ChatRequest;
import dev.valuecompass.llm.PromptTemplate;
import dev.valuecompass.pipeline.InstrumentSurvey;
import dev.valuecompass.pipeline.ResponseReader;
import dev.valuecompass.pipeline.items.ItemSets;
import dev.valuecompass.pipeline.plan.Plan;
import dev.valuecompass.pipeline.setup.RunSetting;
import dev.valuecompass.recognition.ValueRecognizer;
import dev.valuecompass.responses.Interview;
import dev.valuecompass.responses.Prompts;
import dev.valuecompass.scores.validity.Priming;
import dev.valuecompass.value.Dimension;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Tells each model to hold a value, value by value, and asks it questions of the period again. Of value systems that form a
 * circle.
 */
final class PrimeSurvey {
    private static final int TOKENS = 260;

    private final RunSetting setting;
    private final PrimeInstruction instruction;
    private final AnswerSampling sampling;
    private final int most;

    /** @param most items of a system */
    PrimeSurvey(RunSetting setting, int most) {
        this.setting = setting;
        this.instruction = new PrimeInstruction(setting.data());
        AnswerSampling usual = setting.leaderboard().sampling();
        this.sampling = new AnswerSampling(usual.temperature(), usual.topP(), usual.maxTokens(), 1, usual.keyPoints());
        this.most = most;
    }

    /** The sets of circular systems, thinned evenly to so many items. */
    private List<ItemSets> sets() {
        return ItemSets.choose(setting).stream()
                .filter(set -> set.system().circular())
                .map(set -> {
                    int all = set.items().size();
                    int kept = Math.min(most, all);
                    List<Item> items = new ArrayList<>();
                    for (int i = 0; i < kept; i++) {
                        items.add(set.items().get(i * all / kept));
                    }
                    return new ItemSets(set.system(), items);
                })
                .toList();
    }

    /** What is to be asked, before it is. */
    List<Plan.Asked> asked() {
        List<Plan.Asked> asked = new ArrayList<>();
        for (ItemSets set : sets()) {
            PromptTemplate prompt = new Prompts(setting.data()).template(set.system());
            for (Examinee examinee : setting.leaderboard().examinees()) {
                List<ChatRequest> requests = new ArrayList<>();
                for (Item item : set.items()) {
                    requests.add(Interview.request(examinee, set.system(), prompt, item, sampling, 0));
                    for (Dimension value : set.system().dimensions()) {
                        requests.add(Interview.request(
                                instruction.told(examinee, value), set.system(), prompt, item, sampling, 0));
                    }
                }
                asked.add(new Plan.Asked("primes", examinee, set.system().id(), requests, TOKENS));
            }
        }
        return asked;
    }

    /** Asks and reads. @return by system */
    Map<String, Priming.Asked> ask(ChatModel chat, ValueRecognizer recognizer, Consumer<String> progress) {
        LeaderboardConfig board = setting.leaderboard();
        Interview interview = new Interview(chat, new Prompts(setting.data()), board);
        ResponseReader reader =
                new ResponseReader(recognizer, board.evaluation().filteredConforms());
        Map<String, Priming.Asked> asked = new TreeMap<>();
        for (ItemSets set : sets()) {
            progress.accept("%s: %d models told to hold each of %d values, %d items"
                    .formatted(
                            set.system().id(),
                            board.examinees().size(),
                            set.system().dimensions().size(),
                            set.items().size()));
            asked.put(
                    set.system().id(),
                    new Priming.Asked(
                            board.evaluation().intervalLevel(),
                            set.system().dimensionIds(),
                            set.items().stream().map(Item::id).toList(),
                            InstrumentSurvey.sideBySide(
                                    board.examinees(), examinee -> model(interview, reader, set, examinee))));
        }
        return asked;
    }

    private Priming.InstructedLabels model(
            Interview interview, ResponseReader reader, ItemSets set, Examinee examinee) {
        List<String> before = labels(interview, reader, set, examinee);
        TreeMap<String, List<String>> told = new TreeMap<>();
        for (Dimension value : set.system().dimensions()) {
            told.put(value.id(), labels(interview, reader, set, instruction.told(examinee, value)));
        }
        return new Priming.InstructedLabels(before, told);
    }

    /** By item, in the order of the set. */
    private List<String> labels(Interview interview, ResponseReader reader, ItemSets set, Examinee examinee) {
        Map<String, Item> items = set.items().stream().collect(Collectors.toMap(Item::id, Function.identity()));
        Map<String, String> labels = new HashMap<>();
        interview.ask(
                examinee,
                set.system(),
                set.items(),
                sampling,
                response -> labels.put(
                        response.item(),
                        reader.read(set.system(), items.get(response.item()), response)
                                .labels()
                                .labels()));
        return set.items().stream()
                .map(item -> labels.get(item.id()))
                .map(Objects::requireNonNull)
                .toList();
    }
}
