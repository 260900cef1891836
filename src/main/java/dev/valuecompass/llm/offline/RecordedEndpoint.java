package dev.valuecompass.llm.offline;

import dev.valuecompass.io.DataException;
import dev.valuecompass.io.DataFolder;
import dev.valuecompass.io.Defect;
import dev.valuecompass.io.Digest;
import dev.valuecompass.io.FileFault;
import dev.valuecompass.io.JsonLines;
import dev.valuecompass.llm.Attempt;
import dev.valuecompass.llm.CallKey;
import dev.valuecompass.llm.ChatRequest;
import dev.valuecompass.llm.ChatResult;
import dev.valuecompass.llm.Connection;
import dev.valuecompass.llm.Outcome;
import dev.valuecompass.llm.Thinking;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Replays answers that were collected elsewhere, from JSON lines
 * {@code {"model":…,"prompt":…,"answer":…,"sample":0}}. {@code prompt} (or {@code item}, which means the same) is the
 * item's text; it matches a request in whose last user message it stands up to the end of a line, the longest one if
 * there are several.
 * {@code sample} may be left out: the answers of a model to one prompt are then numbered from 0 in the order of the file.
 * Other keys, such as {@code system}, are for the reader. The file is held in memory.
 */
public final class RecordedEndpoint implements Connection {
    private final String digest;
    private final Map<String, RecordedAnswers> models;

    private record RecordedLine(String model, String prompt, String item, String answer, Integer sample) {}

    /** One model's answers by prompt and sample. */
    private static final class RecordedAnswers {
        final Map<String, Map<Integer, String>> byPrompt = new HashMap<>();
        private List<String> longestFirst = List.of();

        void freeze() {
            longestFirst = byPrompt.keySet().stream()
                    .sorted(Comparator.comparingInt(String::length).reversed().thenComparing(Comparator.naturalOrder()))
                    .toList();
        }

        /**
         * Templates put the item last, on lines of its own or behind a label, so the ends of the message are looked up
         * first; only where none is known are all prompts tried.
         */
        Optional<String> promptIn(String message) {
            String text = message.strip();
            for (int start = 0; start >= 0; start = nextLine(text, start)) {
                String end = text.substring(start);
                int label = end.indexOf(": ");
                for (String candidate : List.of(
                        end.strip(), end.substring(label < 0 ? 0 : label + 2).strip())) {
                    if (byPrompt.containsKey(candidate)) {
                        return Optional.of(candidate);
                    }
                }
            }
            return longestFirst.stream()
                    .filter(prompt -> stands(prompt, message))
                    .findFirst();
        }

        /** A prompt that is merely the beginning or a part of the one that was asked must not lend it its answer. */
        private static boolean stands(String prompt, String message) {
            for (int at = message.indexOf(prompt); at >= 0; at = message.indexOf(prompt, at + 1)) {
                boolean startsAnew = at == 0 || Character.isWhitespace(message.charAt(at - 1));
                String behind = message.substring(at + prompt.length());
                if (startsAnew && behind.lines().findFirst().orElse("").isBlank()) {
                    return true;
                }
            }
            return false;
        }

        private static int nextLine(String text, int from) {
            int end = text.indexOf('\n', from);
            return end < 0 ? -1 : end + 1;
        }
    }

    private RecordedEndpoint(String digest, Map<String, RecordedAnswers> models) {
        this.digest = digest;
        this.models = models;
    }

    /**
     * @param path relative to the data folder
     * @throws DataException with every line that is wrong
     */
    public static RecordedEndpoint open(DataFolder data, String path) {
        Path file = data.file(path);
        List<Defect> defects = new ArrayList<>();
        Map<String, RecordedAnswers> models = new TreeMap<>();
        JsonLines.forEach(
                file,
                RecordedLine.class,
                (line, number) -> add(line, models)
                        .ifPresent(what -> defects.add(new Defect(
                                file.toString(),
                                number,
                                what,
                                "each line has model, prompt and answer, and may have sample"))));
        if (!defects.isEmpty()) {
            throw new DataException(defects);
        }
        models.values().forEach(RecordedAnswers::freeze);
        try {
            return new RecordedEndpoint(Digest.sha256(Files.readAllBytes(file)), models);
        } catch (IOException e) {
            throw FileFault.reading(file, e);
        }
    }

    private static Optional<String> add(RecordedLine line, Map<String, RecordedAnswers> models) {
        String prompt = line.prompt() == null ? line.item() : line.prompt();
        if (line.model() == null || line.model().isBlank()) {
            return Optional.of("'model' is missing");
        }
        if (prompt == null || prompt.isBlank()) {
            return Optional.of("'prompt' is missing");
        }
        if (line.answer() == null) {
            return Optional.of("'answer' is missing");
        }
        Map<Integer, String> samples = models.computeIfAbsent(line.model(), model -> new RecordedAnswers())
                .byPrompt
                .computeIfAbsent(prompt.strip(), text -> new TreeMap<>());
        int sample = line.sample() == null ? samples.size() : line.sample();
        String before = samples.putIfAbsent(sample, line.answer());
        return before == null || before.equals(line.answer())
                ? Optional.empty()
                : Optional.of("another answer to this prompt has the same sample number " + sample);
    }

    @Override
    public CallKey key(ChatRequest request) {
        return new CallKey(
                CallKey.SCHEMA, "recorded", digest, request.model(), request.messages(), Map.of(), request.sample());
    }

    @Override
    public Attempt attempt(ChatRequest request) {
        RecordedAnswers answers = models.get(request.model());
        if (answers == null) {
            return miss("no recorded answer for any prompt by model '" + request.model() + "'");
        }
        if (!request.purpose().examines()) {
            return miss("recorded answers are answers of examinees, not " + request.purpose());
        }
        String message = request.messages().get(request.messages().size() - 1).content();
        Optional<String> prompt = answers.promptIn(message);
        String answer = prompt.map(text -> answers.byPrompt.get(text).get(request.sample()))
                .orElse(null);
        if (answer == null) {
            return miss("no recorded answer for '" + shorten(prompt.orElse(message)) + "' (sample " + request.sample()
                    + ") by model '" + request.model() + "'");
        }
        return Attempt.of(
                answer.isBlank()
                        ? ChatResult.failed(Outcome.EMPTY, "the recorded answer is empty")
                        : Thinking.apart(ChatResult.answered(answer)));
    }

    private static Attempt miss(String detail) {
        return Attempt.failed(Attempt.Fate.FINAL, Outcome.PROVIDER_ERROR, detail);
    }

    private static String shorten(String text) {
        String line = text.strip().replaceAll("\\s+", " ");
        return line.length() <= 80 ? line : line.substring(line.length() - 80);
    }
}
