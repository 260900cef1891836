package dev.valuecompass.llm.offline;

import dev.valuecompass.io.DataException;
import dev.valuecompass.io.DataFolder;
import dev.valuecompass.io.Digest;
import dev.valuecompass.io.FileFault;
import dev.valuecompass.llm.Attempt;
import dev.valuecompass.llm.CallKey;
import dev.valuecompass.llm.ChatRequest;
import dev.valuecompass.llm.ChatResult;
import dev.valuecompass.llm.Connection;
import dev.valuecompass.llm.Outcome;
import dev.valuecompass.llm.Thinking;
import dev.valuecompass.llm.Usage;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Replays {@linkplain RecordedAnswers answers that were collected elsewhere}. */
public final class RecordedEndpoint implements Connection {
    private static final int SHOWN = 80;

    private final String digest;
    private final RecordedAnswers answers;

    private RecordedEndpoint(String digest, RecordedAnswers answers) {
        this.digest = digest;
        this.answers = answers;
    }

    /**
     * @param path relative to the data folder
     * @throws DataException with every line that is wrong
     */
    public static RecordedEndpoint open(DataFolder data, String path) {
        RecordedAnswers answers = RecordedAnswers.read(data, path);
        try {
            return new RecordedEndpoint(Digest.sha256(Files.readAllBytes(answers.file())), answers);
        } catch (IOException e) {
            throw FileFault.reading(answers.file(), e);
        }
    }

    @Override
    public CallKey key(ChatRequest request) {
        return new CallKey(
                CallKey.SCHEMA, "recorded", digest, request.model(), request.messages(), Map.of(), request.sample());
    }

    @Override
    public Attempt attempt(ChatRequest request) {
        if (!answers.models().contains(request.model())) {
            return miss("no recorded answer for any prompt by model '" + request.model() + "'");
        }
        if (!request.purpose().examines()) {
            return miss("recorded answers are answers of examinees, not " + request.purpose());
        }
        String message = request.messages().get(request.messages().size() - 1).content();
        Optional<RecordedAnswers.Recorded> found = answers.find(request.model(), message, request.sample());
        if (found.isEmpty()) {
            return miss("no recorded answer for '" + shorten(message) + "' (sample " + request.sample() + ") by model '"
                    + request.model() + "'");
        }
        String answer = found.get().answer();
        Outcome outcome = found.get().outcome();
        if (outcome != Outcome.ANSWERED) {
            return Attempt.of(new ChatResult(
                    outcome,
                    answer,
                    "",
                    "",
                    Usage.UNKNOWN,
                    List.of(),
                    found.get().detail(),
                    false));
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
        return line.length() <= SHOWN ? line : line.substring(line.length() - SHOWN);
    }
}
