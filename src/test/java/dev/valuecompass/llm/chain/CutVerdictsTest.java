package dev.valuecompass.llm.chain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.valuecompass.llm.Attempt;
import dev.valuecompass.llm.CallKey;
import dev.valuecompass.llm.ChatRequest;
import dev.valuecompass.llm.ChatResult;
import dev.valuecompass.llm.Connection;
import dev.valuecompass.llm.Message;
import dev.valuecompass.llm.Outcome;
import dev.valuecompass.llm.Purpose;
import dev.valuecompass.llm.Sampling;
import dev.valuecompass.llm.Usage;
import dev.valuecompass.llm.store.RunStore;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.LongAdder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A raised limit pays for what the lower one cut, and for nothing else. */
class CutVerdictsTest {
    @TempDir
    Path folder;

    private final List<String> sent = new ArrayList<>();

    @Test
    void aVerdictThatWasCutIsAskedForAgainUnderAHigherLimitAndNoOtherIs() {
        assertThat(ask(Purpose.JUDGE, "long", 1_000)).isEqualTo(Outcome.TRUNCATED);
        assertThat(ask(Purpose.CONCEPT, "short", 1_000)).isEqualTo(Outcome.ANSWERED);
        assertThat(ask(Purpose.JUDGE, "long", 1_000)).isEqualTo(Outcome.TRUNCATED);
        assertThat(sent).containsExactly("long 1000", "short 1000");

        assertThat(ask(Purpose.JUDGE, "long", 2_000)).isEqualTo(Outcome.ANSWERED);
        assertThat(ask(Purpose.CONCEPT, "short", 2_000)).isEqualTo(Outcome.ANSWERED);
        assertThat(ask(Purpose.JUDGE, "long", 1_000)).isEqualTo(Outcome.ANSWERED);
        assertThat(sent).containsExactly("long 1000", "short 1000", "long 2000");
    }

    @Test
    void anAnswerUnderAnotherLimitIsAnotherAnswer() {
        ask(Purpose.OPINION, "short", 1_000);
        ask(Purpose.OPINION, "short", 2_000);

        assertThat(sent).containsExactly("short 1000", "short 2000");
    }

    private Outcome ask(Purpose purpose, String prompt, int limit) {
        ChatRequest request =
                new ChatRequest(purpose, "e", "m", List.of(Message.user(prompt)), new Sampling(0.0, null, limit), 0);
        try (RunStore store = RunStore.open(folder.resolve("run.db"))) {
            return new StoredCalls(store, new Keys(), this::answer, new LongAdder())
                    .ask(request)
                    .outcome();
        }
    }

    /** What is long takes 1,500 tokens. */
    private ChatResult answer(ChatRequest request) {
        String prompt = request.messages().get(0).content();
        int limit = request.sampling().maxTokens();
        sent.add(prompt + " " + limit);
        boolean cut = prompt.equals("long") && limit < 1_500;
        return new ChatResult(
                cut ? Outcome.TRUNCATED : Outcome.ANSWERED,
                cut ? "" : "yes",
                "",
                "m",
                new Usage(10, null, cut ? limit : 5, null),
                List.of(),
                "",
                false);
    }

    private static final class Keys implements Connection {
        @Override
        public CallKey key(ChatRequest request) {
            return new CallKey(
                    CallKey.SCHEMA,
                    "openai",
                    "s",
                    request.model(),
                    request.messages(),
                    Map.of("max_tokens", request.sampling().maxTokens()),
                    request.sample());
        }

        @Override
        public Attempt attempt(ChatRequest request) {
            throw new UnsupportedOperationException();
        }
    }
}
