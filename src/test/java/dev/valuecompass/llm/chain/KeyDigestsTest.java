package dev.valuecompass.llm.chain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.valuecompass.llm.CallKey;
import dev.valuecompass.llm.Message;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The beginnings that are kept must never show in a digest: another one would make a stranger of a stored call. */
class KeyDigestsTest {
    private final KeyDigests digests = new KeyDigests();

    @Test
    void r55DigestsAreThoseOfTheWholeKeyWhateverWasDigestedBefore() {
        String form = "Below is a question on which thoughtful people disagree. ".repeat(8);
        List<CallKey> keys = new ArrayList<>();
        for (int length = 0; length <= form.length(); length += 31) {
            keys.add(key("m", form.substring(0, length) + "Question " + length));
            keys.add(key("m", form));
            keys.add(key("other", form.substring(length) + "\u00e9\uD83D"));
            keys.add(key("m", ""));
        }
        assertThat(keys).allSatisfy(key -> assertThat(digests.identity(key)).isEqualTo(key.identity()));
    }

    @Test
    void r55ThreadsDoNotMixTheirKeys() {
        String form = "The same words stand before each item. ".repeat(10);
        List<CallKey> keys = IntStream.range(0, 4_000)
                .mapToObj(i -> key("m" + i % 2, (i % 5 == 0 ? "" : form) + "item " + i))
                .toList();
        assertThat(keys.parallelStream().map(digests::identity).toList())
                .isEqualTo(keys.stream().map(CallKey::identity).toList());
    }

    private static CallKey key(String model, String text) {
        return new CallKey(
                1, "openai", "http://localhost/v1", model, List.of(Message.user(text)), Map.of("max_tokens", 400), 0);
    }
}
