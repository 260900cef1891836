package dev.valuecompass.pipeline.setup;

import dev.valuecompass.config.AnswerSampling;
import dev.valuecompass.config.Endpoint;
import dev.valuecompass.config.Examinee;
import dev.valuecompass.config.LeaderboardConfig;
import dev.valuecompass.io.DataFolder;
import dev.valuecompass.io.Defect;
import dev.valuecompass.io.NearestName;
import dev.valuecompass.items.Item;
import dev.valuecompass.items.ItemSelection;
import dev.valuecompass.items.TopicPool;
import dev.valuecompass.llm.ChatRequest;
import dev.valuecompass.llm.PromptTemplate;
import dev.valuecompass.llm.offline.RecordedAnswers;
import dev.valuecompass.llm.offline.RecordedAnswers.Recorded;
import dev.valuecompass.responses.Interview;
import dev.valuecompass.responses.Prompts;
import dev.valuecompass.value.Theory;
import dev.valuecompass.value.ValueSystem;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Whether recorded answers are answers to what a run will ask: every request to a recorded model is looked up in its file
 * as the run will look it up. Items that evolve are not known beforehand and are left out.
 */
final class RecordedFit {
    private static final int SHOWN = 60;
    private static final int NAMES = 10;

    private final LeaderboardConfig board;
    private final boolean evolving;
    private final List<Asked> asked = new ArrayList<>();
    private final Map<String, RecordedAnswers> files = new TreeMap<>();
    private final Map<String, Set<Recorded>> used = new TreeMap<>();

    /** One system's part of a run. */
    private record Asked(ValueSystem system, PromptTemplate template, List<Item> items) {}

    /** What is wrong with the answers of one model, and what most likely is; both may be empty. */
    record Result(List<Defect> defects, List<Defect> warnings) {}

    /** @throws dev.valuecompass.io.DataException when pools, prompts or recorded answers cannot be read */
    RecordedFit(LeaderboardConfig board, DataFolder data, Theory theory) {
        this.board = board;
        this.evolving = board.systems().stream().anyMatch(plan -> plan.evolve() != null);
        Prompts prompts = new Prompts(data);
        for (Endpoint endpoint : board.usedEndpoints()) {
            if (endpoint.kind() == Endpoint.Kind.RECORDED) {
                files.put(endpoint.id(), RecordedAnswers.read(data, endpoint.file()));
                used.put(endpoint.id(), new HashSet<>());
            }
        }
        if (!files.isEmpty()) {
            board.systems().stream().filter(plan -> plan.evolve() == null).forEach(plan -> {
                ValueSystem system = theory.system(plan.system());
                List<Item> pool = TopicPool.read(data.file(plan.pool()), system);
                asked.add(new Asked(
                        system,
                        prompts.template(system),
                        ItemSelection.balanced(
                                pool, plan.items(), board.evaluation().seed())));
            });
        }
    }

    /** Of all recorded models, with the lines that nobody asks for. */
    Result all() {
        List<Defect> defects = new ArrayList<>();
        List<Defect> warnings = new ArrayList<>();
        for (Examinee examinee : board.examinees()) {
            Result one = of(examinee);
            defects.addAll(one.defects());
            warnings.addAll(one.warnings());
        }
        if (defects.isEmpty() && !evolving) {
            files.forEach((endpoint, answers) -> unused(endpoint, answers, warnings));
        }
        return new Result(defects, warnings);
    }

    /** Of one model; nothing where its answers are not recorded. */
    Result of(Examinee examinee) {
        RecordedAnswers answers = files.get(examinee.endpoint());
        if (answers == null) {
            return new Result(List.of(), List.of());
        }
        String file = answers.file().toString();
        if (!answers.models().contains(examinee.model())) {
            return new Result(
                    List.of(new Defect(
                            file, "no recorded answer by " + examinee.model(), has(examinee.model(), answers))),
                    List.of());
        }
        List<String> missing = new ArrayList<>();
        int found = 0;
        AnswerSampling sampling = board.sampling();
        for (Asked part : asked) {
            for (Item item : part.items()) {
                for (int sample = 0; sample < sampling.samples(); sample++) {
                    ChatRequest request =
                            Interview.request(examinee, part.system(), part.template(), item, sampling, sample);
                    String message = request.messages()
                            .get(request.messages().size() - 1)
                            .content();
                    var answer = answers.find(request.model(), message, sample);
                    answer.ifPresent(used.get(examinee.endpoint())::add);
                    found += answer.isPresent() ? 1 : 0;
                    if (answer.isEmpty()) {
                        missing.add("item '" + item.id() + "'" + (sample == 0 ? "" : ", sample " + sample));
                    }
                }
            }
        }
        if (missing.isEmpty()) {
            return new Result(List.of(), List.of());
        }
        Defect defect = new Defect(
                file,
                found == 0
                        ? "none of the recorded answers by " + examinee.model() + " is to an item that is asked"
                        : missing.size() + " of " + (found + missing.size()) + " answers by " + examinee.model()
                                + " are not recorded, first of " + missing.get(0),
                remedy(examinee, answers));
        return found == 0 && !evolving
                ? new Result(List.of(defect), List.of())
                : new Result(List.of(), found == 0 ? List.of() : List.of(defect));
    }

    private static String has(String model, RecordedAnswers answers) {
        Optional<String> nearest = NearestName.of(model, answers.models());
        List<String> names = answers.models().stream()
                .sorted(Comparator.comparing(name -> !nearest.equals(Optional.of(name))))
                .toList();
        if (names.isEmpty()) {
            return "the file has no answers";
        }
        return "the file has " + names.stream().limit(NAMES).collect(Collectors.joining(", "))
                + (names.size() > NAMES ? " and " + (names.size() - NAMES) + " more" : "")
                + ": write the name in the file as 'model' of the examinee";
    }

    /** Shows a line that matches nothing, and what it may be meant for. */
    private String remedy(Examinee examinee, RecordedAnswers answers) {
        Set<Recorded> matched = used.get(examinee.endpoint());
        return answers.all().stream()
                .filter(one -> one.model().equals(examinee.model()) && !matched.contains(one))
                .findFirst()
                .map(one -> "line " + one.line() + " " + meaning(one))
                .orElse("record them too, or they count as failed");
    }

    private String meaning(Recorded one) {
        List<Item> items = asked.stream().flatMap(part -> part.items().stream()).toList();
        String prompt = one.prompt().strip();
        if (items.stream().anyMatch(item -> item.id().equals(prompt))) {
            return "names the item '" + prompt + "' by its id: write the item's text as 'prompt'";
        }
        String nearest = NearestName.of(
                        prompt, items.stream().map(Item::text).limit(1000).toList())
                .map(text -> "; the nearest item is '" + shorten(text) + "'")
                .orElse("");
        return "(sample " + one.sample() + ") matches no item that is asked: '" + shorten(prompt) + "'" + nearest;
    }

    private void unused(String endpoint, RecordedAnswers answers, List<Defect> warnings) {
        List<Recorded> left = answers.all().stream()
                .filter(one -> !used.get(endpoint).contains(one))
                .toList();
        if (!left.isEmpty()) {
            Recorded first = left.get(0);
            boolean examinee = board.examinees().stream()
                    .anyMatch(one ->
                            one.endpoint().equals(endpoint) && one.model().equals(first.model()));
            warnings.add(new Defect(
                    answers.file().toString(),
                    first.line(),
                    left.size() + (left.size() == 1 ? " line is" : " lines are") + " not used, this one "
                            + (left.size() == 1 ? "" : "first"),
                    examinee ? "it " + meaning(first) : "'" + first.model() + "' is no examinee of this endpoint"));
        }
    }

    private static String shorten(String text) {
        return text.length() <= SHOWN ? text : text.substring(0, SHOWN) + "…";
    }
}
