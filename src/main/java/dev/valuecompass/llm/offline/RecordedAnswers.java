package dev.valuecompass.llm.offline;

import dev.valuecompass.io.DataException;
import dev.valuecompass.io.DataFolder;
import dev.valuecompass.io.Defect;
import dev.valuecompass.io.JsonLines;
import dev.valuecompass.io.text.SameText;
import dev.valuecompass.llm.Outcome;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A file of answers that were collected elsewhere: JSON lines {@code {"model":…,"prompt":…,"answer":…,"sample":0}}.
 * {@code prompt} (or {@code item}, which means the same) is the item's text, in any {@linkplain SameText spelling}; it
 * matches a message in which it stands up to the end of a line, the longest one if there are several. {@code sample} may
 * be left out: the answers of a model to one prompt are then numbered from 0 in the order of the file. A file in which
 * samples are numbered from 1 throughout is read so. {@code outcome} says that an answer is cut, filtered, refused, empty or
 * failed, and {@code detail} why. Other keys, such as {@code system}, are for the reader. The file is
 * held in memory.
 */
public final class RecordedAnswers {
    /** The words of the file for an end that is not an answer. */
    private static final SortedMap<String, Outcome> ENDS = new TreeMap<>(Map.of(
            "answered", Outcome.ANSWERED,
            "refused", Outcome.REFUSED,
            "filtered", Outcome.FILTERED,
            "truncated", Outcome.TRUNCATED,
            "empty", Outcome.EMPTY,
            "failed", Outcome.PROVIDER_ERROR));

    private final Path file;
    private final List<Recorded> recorded = new ArrayList<>();
    private final Map<String, Answers> models = new TreeMap<>();

    private record Line(
            String model, String prompt, String item, String answer, Integer sample, String outcome, String detail) {
        String asked() {
            return prompt == null ? item : prompt;
        }

        /** Null for a word that is none. */
        Outcome ended() {
            return outcome == null ? Outcome.ANSWERED : ENDS.get(outcome);
        }
    }

    /**
     * One answer.
     *
     * @param line on which it stands, from 1
     * @param prompt as it is written in the file
     * @param sample from 0
     * @param outcome how it ended; answered unless the file says otherwise
     * @param detail why; may be empty
     */
    public record Recorded(
            int line, String model, String prompt, int sample, String answer, Outcome outcome, String detail) {}

    /** One model's answers, by prompt as folded and by sample. */
    private static final class Answers {
        private final Map<String, Map<Integer, Recorded>> byPrompt = new HashMap<>();
        private List<String> longestFirst = List.of();

        Map<Integer, Recorded> to(String prompt) {
            return byPrompt.computeIfAbsent(SameText.fold(prompt), text -> new TreeMap<>());
        }

        void freeze() {
            longestFirst = byPrompt.keySet().stream()
                    .sorted(Comparator.comparingInt(String::length).reversed().thenComparing(Comparator.naturalOrder()))
                    .toList();
        }

        /**
         * Templates put the item last, on lines of its own or behind a label, so the ends of the message are looked up
         * first; only where none is known are all prompts tried.
         */
        Optional<Map<Integer, Recorded>> in(String message) {
            String text = message.strip();
            for (int start = 0; start >= 0; start = nextLine(text, start)) {
                String end = text.substring(start);
                int label = end.indexOf(": ");
                for (String candidate : List.of(end, end.substring(label < 0 ? 0 : label + 2))) {
                    Map<Integer, Recorded> found = byPrompt.get(SameText.fold(candidate));
                    if (found != null) {
                        return Optional.of(found);
                    }
                }
            }
            List<String> beginnings = beginnings(text);
            return longestFirst.stream()
                    .filter(prompt -> beginnings.stream().anyMatch(beginning -> ends(beginning, prompt)))
                    .findFirst()
                    .map(byPrompt::get);
        }

        /** The message up to the end of each of its lines. */
        private static List<String> beginnings(String text) {
            List<String> beginnings = new ArrayList<>();
            for (int end = nextLine(text, 0); end >= 0; end = nextLine(text, end)) {
                beginnings.add(SameText.fold(text.substring(0, end)));
            }
            beginnings.add(SameText.fold(text));
            return beginnings;
        }

        /** A prompt that is merely the end of a word of the one that was asked must not lend it its answer. */
        private static boolean ends(String beginning, String prompt) {
            int at = beginning.length() - prompt.length();
            return beginning.endsWith(prompt) && (at == 0 || beginning.charAt(at - 1) == ' ');
        }

        private static int nextLine(String text, int from) {
            int end = text.indexOf('\n', from);
            return end < 0 ? -1 : end + 1;
        }
    }

    private RecordedAnswers(Path file) {
        this.file = file;
    }

    /**
     * @param path relative to the data folder
     * @throws DataException with every line that is wrong
     */
    public static RecordedAnswers read(DataFolder data, String path) {
        RecordedAnswers answers = new RecordedAnswers(data.file(path));
        Map<Integer, Line> lines = new TreeMap<>();
        List<Defect> defects = new ArrayList<>();
        JsonLines.forEach(answers.file, Line.class, (line, number) -> {
            Optional<String> wrong = wrong(line);
            wrong.ifPresent(what -> defects.add(answers.defect(number, what)));
            if (wrong.isEmpty()) {
                lines.put(number, line);
            }
        });
        int first = first(lines);
        lines.forEach((number, line) ->
                answers.add(number, line, first).ifPresent(what -> defects.add(answers.defect(number, what))));
        defects.sort(Comparator.comparingInt(Defect::line));
        DataException.refuse(defects);
        answers.models.values().forEach(Answers::freeze);
        return answers;
    }

    /** The file that was read. */
    public Path file() {
        return file;
    }

    /** The names of models in it, sorted. */
    public Set<String> models() {
        return models.keySet();
    }

    /** Every answer in the order of the file. */
    public List<Recorded> all() {
        return List.copyOf(recorded);
    }

    /** The answer of a model to the prompt that stands in a message; empty when there is none. */
    public Optional<Recorded> find(String model, String message, int sample) {
        return Optional.ofNullable(models.get(model))
                .flatMap(answers -> answers.in(message))
                .map(samples -> samples.get(sample));
    }

    private Defect defect(int number, String what) {
        return new Defect(file.toString(), number, what, "each line has model, prompt and answer, and may have sample");
    }

    private static Optional<String> wrong(Line line) {
        if (line.model() == null || line.model().isBlank()) {
            return Optional.of("'model' is missing");
        }
        if (line.asked() == null || line.asked().isBlank()) {
            return Optional.of("'prompt' is missing");
        }
        if (line.answer() == null) {
            return Optional.of("'answer' is missing");
        }
        if (line.ended() == null) {
            return Optional.of("outcome '" + line.outcome() + "' is none of " + String.join(", ", ENDS.keySet()));
        }
        return line.sample() != null && line.sample() < 0
                ? Optional.of("sample " + line.sample() + " is below 0")
                : Optional.empty();
    }

    /** The number of the first sample: 1 where every line has one and none is 0. */
    private static int first(Map<Integer, Line> lines) {
        List<Integer> samples = lines.values().stream().map(Line::sample).toList();
        boolean all = samples.stream().allMatch(Objects::nonNull);
        return all && samples.contains(1) && !samples.contains(0) ? 1 : 0;
    }

    private Optional<String> add(int number, Line line, int first) {
        Map<Integer, Recorded> samples =
                models.computeIfAbsent(line.model(), model -> new Answers()).to(line.asked());
        int sample = line.sample() == null ? samples.size() : line.sample() - first;
        Recorded one = new Recorded(
                number,
                line.model(),
                line.asked(),
                sample,
                line.answer(),
                line.ended(),
                line.detail() == null ? "" : line.detail());
        Recorded before = samples.putIfAbsent(sample, one);
        recorded.add(one);
        return before == null || before.answer().equals(line.answer())
                ? Optional.empty()
                : Optional.of("another answer to this prompt has the same sample number " + (sample + first));
    }
}
