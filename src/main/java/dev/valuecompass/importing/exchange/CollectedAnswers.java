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

    /** Mistakes after which nobody reads on. */
    private static final int ENOUGH = 1_000;

    private final Bounds bounds;
    private final Map<List<String>, CollectedAnswer> answers = new LinkedHashMap<>();
    private final SortedMap<String, String> parameters = new TreeMap<>();
    private final List<Defect> doubts = new ArrayList<>();
    private final Defects defects = new Defects();
    private long characters;

    private CollectedAnswers(Bounds bounds) {
        this.bounds = bounds;
    }

    /** How much is held in memory at once: answers, and characters of what was asked and answered. */
    record Bounds(int answers, long characters) {
        static final Bounds USUAL = new Bounds(1_000_000, 250_000_000);
    }

    /** Nothing more is read. */
    private static final class Stop extends RuntimeException {
        private static final long serialVersionUID = 1;
    }

    /** Reads one file; what is wrong with single answers is reported, and goes on. */
    @FunctionalInterface
    interface Reader {
        void read(Path file, CollectedAnswers into);
    }

    /** @throws DataException naming the files and answers that cannot be read, the first of many */
    static CollectedAnswers read(List<Path> files, Reader reader) {
        return read(files, reader, Bounds.USUAL);
    }

    /** The same. @param bounds of all files together */
    static CollectedAnswers read(List<Path> files, Reader reader, Bounds bounds) {
        CollectedAnswers all = new CollectedAnswers(bounds);
        try {
            for (Path file : files) {
                all.tolerating(() -> reader.read(file, all));
            }
        } catch (Stop e) {
            // What was found by then is told.
        }
        List<Defect> found = all.defects.list();
        if (found.size() > SHOWN) {
            List<Defect> shown = new ArrayList<>(found.subList(0, SHOWN));
            String more = found.size() < ENOUGH
                    ? "and " + (found.size() - SHOWN) + " more mistakes"
                    : "and " + (found.size() - SHOWN) + " more mistakes, with which reading stopped";
            shown.add(new Defect(files.get(0), more, "mend these first"));
            throw new DataException(shown);
        }
        DataException.refuse(found);
        return all;
    }

    /** Keeps what is wrong with one answer, so that all are reported together. */
    void tolerating(Runnable reading) {
        try {
            reading.run();
        } catch (DataException e) {
            defects.addAll(e.defects());
        }
        if (defects.size() >= ENOUGH) {
            throw new Stop();
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
            characters += answer.prompt().length() + answer.ending().answer().length();
            bound(place);
            answers.put(name, answer);
        } else if (answer.answered() && !answer.equals(before)) {
            throw new DataException(
                    place,
                    "answers sample " + answer.id() + ", epoch " + answer.epoch() + ", otherwise than an earlier log",
                    "import one of the two");
        }
    }

    private void bound(String place) {
        if (answers.size() < bounds.answers() && characters <= bounds.characters()) {
            return;
        }
        defects.add(new Defect(
                place,
                "more than " + bounds.answers() + " answers, or " + bounds.characters()
                        + " characters of them, at once",
                "import the files in several goes, under another name each"));
        throw new Stop();
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
