package dev.valuecompass.llm.openai;

import static org.assertj.core.api.Assertions.assertThat;

import dev.valuecompass.llm.Attempt;
import dev.valuecompass.llm.ChatRequest;
import dev.valuecompass.llm.Message;
import dev.valuecompass.llm.Purpose;
import dev.valuecompass.llm.Sampling;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Responses are read by one pass where that is enough; what comes out is what the tree of the response says. */
class PlainReplyTest {
    private static final ReplyReader READER = new ReplyReader(
            new ChatRequest(Purpose.OPINION, "e", "m", List.of(Message.user("Hello?")), new Sampling(1.0, 0.9, 5), 0));

    private static String choice(String message, String behind) {
        return "{\"id\":\"x\",\"model\":\"m-1\",\"choices\":[{\"index\":0,\"logprobs\":null,\"message\":" + message
                + behind + "}]}";
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"choices\":[{\"finish_reason\":\"stop\",\"message\":{\"content\":\"Yes.\"}}]}",
                "{\"choices\":[{\"finish_reason\":\"LENGTH\",\"message\":{\"content\":\"Yes\"}}],\"usage\":null}",
                "{\"choices\":[{\"finish_reason\":null,\"message\":{\"role\":\"assistant\",\"refusal\":null,"
                        + "\"content\":\"<think>a</think>b\",\"tool_calls\":[{\"error\":1}]}}],\"error\":null,"
                        + "\"model\":\"m\",\"system_fingerprint\":\"fp\"}",
                "{\"choices\":[{\"message\":{\"content\":\"\"}}],\"usage\":{\"prompt_tokens\":7,\"completion_tokens\":9,"
                        + "\"total_tokens\":16,\"prompt_tokens_details\":{\"cached_tokens\":3,\"audio_tokens\":0},"
                        + "\"completion_tokens_details\":{\"reasoning_tokens\":4},\"queue_time\":0.25}}",
                "{\"choices\":[{\"message\":{\"content\":\"a \\ud83d\\ude00\"}}],\"usage\":{\"prompt_tokens\":-1,"
                        + "\"completion_tokens\":null,\"prompt_cache_hit_tokens\":2}}"
            })
    void whatIsPlainReadsAsItsTreeDoes(String body) {
        assertThat(PlainReply.read(body, true)).isPresent();
        same(body);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"error\":{\"message\":\"no\"},\"choices\":[{\"message\":{\"content\":\"a\"}}]}",
                "{\"choices\":[{\"message\":{\"content\":\"a\",\"refusal\":\"No.\"}}]}",
                "{\"choices\":[{\"message\":{\"content\":\"a\",\"reasoning\":\"b\"}}]}",
                "{\"choices\":[{\"message\":{\"content\":[{\"type\":\"text\",\"text\":\"a\"}]}}]}",
                "{\"choices\":[{\"message\":{\"content\":null}}]}",
                "{\"choices\":[{\"index\":1,\"message\":{\"content\":\"b\"}},{\"index\":0,\"message\":{\"content\":\"a\"}}]}",
                "{\"choices\":[{\"message\":{\"content\":\"a\"},\"content_filter_results\":{\"filtered\":true}}]}",
                "{\"choices\":[{\"message\":{\"content\":\"a\"}}],\"usage\":{\"cost\":0.25}}",
                "{\"choices\":[{\"message\":{\"content\":\"a\"}}],\"usage\":{\"cost\":2}}",
                "{\"choices\":[{\"message\":{\"content\":\"a\",\"content\":\"b\"}}]}",
                "{\"choices\":[{\"message\":{\"content\":\"a\"}}]} and more",
                "{\"choices\":[{\"message\":{\"content\":\"a\"}}]",
                "{\"choices\":[]}",
                "[]",
                "\"text\"",
                "<html>",
                ""
            })
    void theRestIsLeftToTheTree(String body) {
        assertThat(PlainReply.read(body, false)).isEmpty();
        same(body);
    }

    private static void same(String body) {
        Attempt read = READER.read(body);
        assertThat(read).usingRecursiveComparison().isEqualTo(READER.readTree(body));
    }

    @ParameterizedTest
    @ValueSource(strings = {"reasoning_content", "refusal", "error"})
    void nothingThatMattersIsPassedOver(String field) {
        String told = choice("{\"content\":\"a\"}", ",\"" + field + "\":\"b\"");
        assertThat(PlainReply.read(told, false)).isEmpty();
        assertThat(PlainReply.read(choice("{\"content\":\"a\"}", ",\"" + field + "\":null"), false))
                .isPresent();
    }
}
