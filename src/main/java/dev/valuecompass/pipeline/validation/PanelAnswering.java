package dev.valuecompass.pipeline.validation;

import dev.valuecompass.config.AnswerSampling;
import dev.valuecompass.config.Examinee;
import dev.valuecompass.items.Item;
import dev.valuecompass.llm.ChatRequest;
import dev.valuecompass.llm.Outcome;
import dev.valuecompass.llm.PromptTemplate;
import dev.valuecompass.llm.offline.SimulatedEndpoint;
import dev.valuecompass.llm.offline.Truth;
import dev.valuecompass.pipeline.ResponseReader;
import dev.valuecompass.recognition.Label;
import dev.valuecompass.responses.AnswerClassifier;
import dev.valuecompass.responses.Interview;
import dev.valuecompass.responses.Response;
import dev.valuecompass.scores.LabelTable;
import dev.valuecompass.value.ValueSystem;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Asks the models of a panel by the prompts of the system, and labels what they answer. */
final class PanelAnswering {
    private final SimulatedEndpoint endpoint;
    private final Truth truth;
    private final ValueSystem system;
    private final PromptTemplate prompt;
    private final AnswerSampling sampling;
    private final Map<String, String> questions = new ConcurrentHashMap<>();

    /** What is known of the answers. @param recognised null when nobody read them */
    record LabelTables(LabelTable recognised, LabelTable oracle) {}

    PanelAnswering(SimulatedEndpoint endpoint, ValueSystem system, PromptTemplate prompt, AnswerSampling sampling) {
        this.endpoint = endpoint;
        this.truth = endpoint.truth();
        this.system = system;
        this.prompt = prompt;
        this.sampling = new AnswerSampling(
                sampling.temperature(), sampling.topP(), sampling.maxTokens(), 1, sampling.keyPoints());
    }

    /** The models' labels as the recogniser gives them and as they are. */
    LabelTables read(List<String> models, List<Item> items, ResponseReader reader) {
        LabelTable recognised = table(models, items);
        LabelTable oracle = table(models, items);
        Map<Integer, List<String[]>> rows = new TreeMap<>(IntStream.range(0, models.size())
                .parallel()
                .boxed()
                .collect(Collectors.toMap(
                        m -> m,
                        m -> items.stream()
                                .map(item -> rows(TwinPanel.examinee(models.get(m)), item, reader))
                                .toList())));
        rows.forEach((m, ofModel) -> {
            for (int i = 0; i < items.size(); i++) {
                recognised.set(i, m, 0, ofModel.get(i)[0]);
                oracle.set(i, m, 0, ofModel.get(i)[1]);
            }
        });
        return new LabelTables(recognised, oracle);
    }

    /** The labels as they are, for answers that nobody writes. */
    LabelTable oracle(List<String> models, List<Item> items) {
        LabelTable oracle = table(models, items);
        for (int i = 0; i < items.size(); i++) {
            for (int m = 0; m < models.size(); m++) {
                String model = models.get(m);
                String question = question(model, items.get(i));
                oracle.set(
                        i,
                        m,
                        0,
                        shown(items.get(i), dimension -> truth.shows(model, system.id(), dimension, question, 0)));
            }
        }
        return oracle;
    }

    /** The expected rate of the value over the questions, in percent; 0 to 100. */
    double expected(String model, String dimension, List<Item> items) {
        return items.stream()
                .filter(item -> item.dimensions().contains(dimension))
                .mapToDouble(item -> 100 * truth.rate(model, system.id(), dimension, question(model, item)))
                .average()
                .orElse(Double.NaN);
    }

    /** A row of labels as the recogniser gives them, and one as they are. */
    String[] rows(Examinee examinee, Item item, ResponseReader reader) {
        ChatRequest request = Interview.request(examinee, system, prompt, item, sampling, 0);
        Response response = AnswerClassifier.read(
                item.id(), examinee.id(), request, endpoint.attempt(request).result());
        String read = reader.read(system, item, response).labels().labels();
        boolean answered = response.outcome() == Outcome.ANSWERED;
        return new String[] {read, answered ? shown(item, truth.shown(request, system.id())) : read};
    }

    private String shown(Item item, Predicate<String> shown) {
        StringBuilder row = new StringBuilder();
        for (String dimension : system.dimensionIds()) {
            boolean measured = item.dimensions().contains(dimension);
            row.append(
                    !measured
                            ? LabelTable.NOT_MEASURED
                            : shown.test(dimension) ? Label.EXPRESSES.code() : Label.NOT.code());
        }
        return row.toString();
    }

    /** Every model takes the same words to be the question. */
    private String question(String model, Item item) {
        return questions.computeIfAbsent(item.id(), id -> Truth.question(request(model, item)));
    }

    private ChatRequest request(String model, Item item) {
        Examinee examinee = TwinPanel.examinee(model);
        return Interview.request(examinee, system, prompt, item, sampling, 0);
    }

    private LabelTable table(List<String> models, List<Item> items) {
        return new LabelTable(
                system.id(), system.dimensionIds(), items.stream().map(Item::id).toList(), models, 1);
    }
}
