package dev.valuecompass.llm.openai;

import dev.valuecompass.io.DataFolder;
import dev.valuecompass.llm.Attempt;
import dev.valuecompass.llm.ChatRequest;
import dev.valuecompass.llm.Message;
import dev.valuecompass.llm.Purpose;
import dev.valuecompass.llm.Sampling;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.function.UnaryOperator;

/** Reads replies of a provider without habits of its own, to a request without a key, by what ships with the program. */
final class TestReplies {
    static final EndingTable ENDINGS = EndingTable.read(DataFolder.over(Path.of("none")));
    private static final Waits WAITS = new Waits(ZoneOffset.UTC, Instant.EPOCH);

    private TestReplies() {}

    static Attempt read(String body) {
        return reader("q").read(body);
    }

    static ReplyReader reader(String prompt) {
        return reader(prompt, "m");
    }

    static ReplyReader reader(String prompt, String model) {
        ChatRequest request = new ChatRequest(
                Purpose.REPLY, "e", model, List.of(Message.user(prompt)), new Sampling(null, null, 100), 0);
        return new ReplyReader(request, ENDINGS, false, WAITS, UnaryOperator.identity());
    }
}
