package dev.valuecompass.llm.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.valuecompass.io.DataException;
import dev.valuecompass.llm.Attempt;
import dev.valuecompass.llm.CallKey;
import dev.valuecompass.llm.ChatRequest;
import dev.valuecompass.llm.ChatResult;
import dev.valuecompass.llm.Connection;
import dev.valuecompass.llm.Message;
import dev.valuecompass.llm.Outcome;
import dev.valuecompass.llm.Purpose;
import dev.valuecompass.llm.Sampling;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RequestFilesTest {
    @TempDir
    Path folder;

    private record Stub(boolean remote) implements Connection {
        @Override
        public CallKey key(ChatRequest request) {
            return new CallKey(1, "openai", "s", request.model(), request.messages(), Map.of(), request.sample());
        }

        @Override
        public Attempt attempt(ChatRequest request) {
            return Attempt.of(ChatResult.answered("local"));
        }

        @Override
        public String body(ChatRequest request) {
            return "{\"model\":\"" + request.model() + "\",\"stream\":false}";
        }
    }

    private static ChatRequest request(String model, int number) {
        return new ChatRequest(
                Purpose.REPLY, "web", model, List.of(Message.user("q" + number)), new Sampling(null, null, 9), 0);
    }

    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    @Test
    void aFileHoldsOneModelAndNoMoreThanItMay() throws IOException {
        try (RequestFiles files = new RequestFiles(folder.resolve("r.jsonl"), new RequestFiles.Limits(2, 1000))) {
            Connection before = files.before(new Stub(true));
            for (int i = 0; i < 5; i++) {
                assertThat(before.attempt(request("org/A", i)).result().outcome())
                        .isEqualTo(Outcome.CANCELLED);
                before.attempt(request("org/A", i));
            }
            before.attempt(request("org-a", 0));
            assertThat(files.finish())
                    .extracting(RequestFiles.WrittenFile::requests)
                    .containsExactly(1, 2, 2, 1);
        }
        assertThat(names())
                .containsExactly(
                        "r.web-org-a-1.jsonl", "r.web-org-a-2.2.jsonl", "r.web-org-a-2.3.jsonl", "r.web-org-a-2.jsonl");
    }

    @Test
    void bytesAreALimitTooAndOneRequestMustFit() throws IOException {
        try (RequestFiles files = new RequestFiles(folder.resolve("r"), new RequestFiles.Limits(50, 400))) {
            Connection before = files.before(new Stub(true));
            for (int i = 0; i < 5; i++) {
                before.attempt(request("m", i));
            }
            assertThat(files.finish()).hasSize(3).allMatch(file -> file.bytes() <= 400);
        }
        try (RequestFiles files = new RequestFiles(folder.resolve("s"), new RequestFiles.Limits(50, 100))) {
            Connection before = files.before(new Stub(true));
            assertThatThrownBy(() -> before.attempt(request("m", 0)))
                    .isInstanceOf(DataException.class)
                    .hasMessageContaining("more than a file may hold");
        }
    }

    @Test
    void whatNeedsNoNetworkIsAnsweredAndAnAbandonedRunLeavesNothing() throws IOException {
        try (RequestFiles files = new RequestFiles(folder.resolve("r.jsonl"), RequestFiles.Limits.USUAL)) {
            assertThat(files.before(new Stub(false))
                            .attempt(request("m", 0))
                            .result()
                            .text())
                    .isEqualTo("local");
            files.before(new Stub(true)).attempt(request("m", 0));
        }
        assertThat(names()).isEmpty();
    }

    @Test
    void aFileThatIsThereIsNotReplaced() throws IOException {
        Path file = Files.writeString(folder.resolve("r.jsonl"), "sent");
        assertThatThrownBy(() -> new RequestFiles(file, RequestFiles.Limits.USUAL))
                .hasMessageContaining("may have been sent");
        assertThatThrownBy(() -> new RequestFiles(folder, RequestFiles.Limits.USUAL))
                .hasMessageContaining("is a folder");
        assertThatThrownBy(() -> new RequestFiles(file.resolve("x"), RequestFiles.Limits.USUAL))
                .hasMessageContaining("is a file, not a folder");
        assertThat(names()).containsExactly("r.jsonl");
        assertThat(Files.readString(file)).isEqualTo("sent");
    }
}
