package dev.valuecompass.importing.exchange;

import dev.valuecompass.io.DataException;
import dev.valuecompass.io.Defect;
import dev.valuecompass.io.Defects;
import dev.valuecompass.io.JsonLines;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Answers that another program collected, of any task. What it made of them is left aside: values are read here.
 */
public final class CollectedAnswers {
    private static final int SHOWN = 20;

    private final Map<List<String>, CollectedAnswer> answers = new LinkedHashMap<>();
    private final SortedMap<String, String> parameters = new TreeMap<>();
    private final List<Defect> doubts = new ArrayList<>();
    private final Defects defects = new Defects();

    private CollectedAnswers() {}

    /** Reads one file; what is wrong with single answers is reported, and goes on. */
    @FunctionalInterface
    interface Reader {
        void read(Path file, CollectedAnswers into);
    }

    /** @throws DataException naming every file and answer that cannot be read */
    static CollectedAnswers read(List<Path> files, Reader reader) {
        CollectedAnswers all = new CollectedAnswers();
        for (Path file : files) {
            all.tolerating(() -> reader.read(file, all));
        }
        List<Defect> found = all.defects.list();
        if (!found.isEmpty()) {
            throw new DataException(found.subList(0, Math.min(SHOWN, found.size())));
        }
        return all;
    }

    /** Keeps what is wrong with one answer, so that all are reported together. */
    void tolerating(Runnable reading) {
        try {
            reading.run();
        } catch (DataException e) {
            defects.addAll(e.defects());
        }
    }

    /**
     * A file that goes on from another one repeats what that one had; an answer that failed there may be there here.
     *
     * @param place for people
     */
    void add(CollectedAnswer answer, String place) {
        List<String> name = List.of(answer.task(), answer.model(), answer.id(), Integer.toString(answer.epoch()));
        CollectedAnswer before = answers.get(name);
        if (before == null || !before.answered()) {
            answers.put(name, answer);
        } else if (answer.answered() && !answer.equals(before)) {
            throw new DataException(
                    place,
                    0,
                    "answers sample " + answer.id() + ", epoch " + answer.epoch() + ", otherwise than an earlier log",
                    "import one of the two");
        }
    }

    /** What may be meant as it is, such as a log without an end. */
    void doubt(Defect doubt) {
        doubts.add(doubt);
    }

    /** @param json with what a model was asked, on one line */
    void parameters(String model, String json) {
        parameters.put(model, json);
    }

    public List<Defect> doubts() {
        return List.copyOf(doubts);
    }

    /** How the models were asked, as their files say: JSON by model. */
    public SortedMap<String, String> parameters() {
        return new TreeMap<>(parameters);
    }

    /** How many answers ended how, by model. */
    public SortedMap<String, SortedMap<String, Integer>> outcomes() {
        SortedMap<String, SortedMap<String, Integer>> outcomes = new TreeMap<>();
        answers.values()
                .forEach(answer -> outcomes.computeIfAbsent(answer.model(), model -> new TreeMap<>())
                        .merge(answer.ending().outcome(), 1, Integer::sum));
        return outcomes;
    }

    /** The texts that were asked, each once, in the order of the files. */
    public Set<String> prompts() {
        Set<String> prompts = new LinkedHashSet<>();
        answers.values().forEach(answer -> prompts.add(answer.prompt()));
        return prompts;
    }

    /** The lines that a {@code recorded} endpoint reads; epochs, and samples with the same text, are its samples from 0. */
    public String recorded() {
        Map<List<String>, Integer> numbers = new HashMap<>();
        List<Map<String, Object>> lines = new ArrayList<>();
        answers.values().stream()
                .sorted(Comparator.comparing(CollectedAnswer::model)
                        .thenComparing(CollectedAnswer::prompt)
                        .thenComparingInt(CollectedAnswer::epoch)
                        .thenComparing(CollectedAnswer::id))
                .forEach(answer -> {
                    int number = numbers.merge(List.of(answer.model(), answer.prompt()), 1, Integer::sum) - 1;
                    Map<String, Object> line = new TreeMap<>(Map.of(
                            "model", answer.model(),
                            "prompt", answer.prompt(),
                            "sample", number,
                            "answer", answer.ending().answer()));
                    if (!answer.answered()) {
                        line.put("outcome", answer.ending().outcome());
                        line.put("detail", answer.ending().detail());
                    }
                    lines.add(line);
                });
        return JsonLines.write(lines);
    }
}
