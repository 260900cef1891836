package dev.valuecompass.llm.openai;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.valuecompass.io.Json;
import dev.valuecompass.llm.Attempt;
import dev.valuecompass.llm.Attempt.Fate;
import dev.valuecompass.llm.ChatResult;
import dev.valuecompass.llm.Outcome;
import dev.valuecompass.llm.Usage;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReplyReaderTest {
    private static Attempt read(String body) {
        return TestReplies.read(body);
    }

    private static ChatResult message(String message, String finish) {
        return read("{\"model\":\"m-1\",\"choices\":[{\"finish_reason\":" + finish + ",\"message\":" + message + "}]}")
                .result();
    }

    private static ChatResult content(String content) {
        return message("{\"content\":" + Json.line(content) + "}", "\"stop\"");
    }

    @Test
    void readsAnOrdinaryReply() {
        Attempt attempt = read("""
                {"id":"x","model":"m-2026-01","unknown":{"a":1},"choices":[
                  {"index":1,"message":{"content":"second"},"finish_reason":"stop"},
                  {"index":0,"message":{"role":"assistant","content":"first"},"finish_reason":"stop"}],
                 "usage":{"prompt_tokens":10,"completion_tokens":20,"prompt_tokens_details":{"cached_tokens":4},
                  "completion_tokens_details":{"reasoning_tokens":5}}}
                """);
        assertThat(attempt.fate()).isEqualTo(Fate.FINAL);
        assertThat(attempt.result())
                .isEqualTo(new ChatResult(
                        Outcome.ANSWERED, "first", "", "m-2026-01", new Usage(10, 4, 20, 5), List.of(), "", false));
    }

    static Stream<Arguments> bodies() {
        return Stream.of(
                arguments(
                        "{\"choices\":[{\"finish_reason\":\"stop\",\"message\":{\"content\":\"Yes.\"}}]}",
                        Outcome.ANSWERED,
                        "Yes."),
                arguments(
                        "{\"choices\":[{\"finish_reason\":\"LENGTH\",\"message\":{\"content\":\"Yes\"}}],\"usage\":null}",
                        Outcome.TRUNCATED,
                        "Yes"),
                arguments(
                        "{\"choices\":[{\"finish_reason\":null,\"message\":{\"role\":\"assistant\",\"refusal\":null,"
                                + "\"content\":\"<think>a</think>b\",\"tool_calls\":[{\"error\":1}]}}],\"error\":null}",
                        Outcome.ANSWERED,
                        "b"),
                arguments(
                        "{\"choices\":[{\"message\":{\"content\":\"a \\ud83d\\ude00\"}}],\"usage\":{\"prompt_tokens\":-1,"
                                + "\"completion_tokens\":null,\"cost\":0.25}}",
                        Outcome.ANSWERED,
                        "a \ud83d\ude00"),
                arguments(
                        "{\"choices\":[{\"message\":{\"content\":\"a\",\"content\":\"b\"}}]}",
                        Outcome.PROVIDER_ERROR,
                        ""),
                arguments("{\"choices\":[{\"message\":{\"content\":\"a\"}}]} and more", Outcome.PROVIDER_ERROR, ""),
                arguments("{\"choices\":[{\"message\":{\"content\":\"a\"}}]", Outcome.PROVIDER_ERROR, ""),
                arguments("{\"choices\":[]}", Outcome.PROVIDER_ERROR, ""),
                arguments("[]", Outcome.PROVIDER_ERROR, ""),
                arguments("<html>", Outcome.PROVIDER_ERROR, ""),
                arguments("", Outcome.PROVIDER_ERROR, ""));
    }

    @ParameterizedTest
    @MethodSource("bodies")
    void everyBodyHasOneOutcome(String body, Outcome outcome, String text) {
        ChatResult result = read(body).result();
        assertThat(result.outcome()).isEqualTo(outcome);
        assertThat(result.text()).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({"length", "max_tokens", "MAX_TOKENS"})
    void r2ACutAnswerIsTruncatedWithAndWithoutText(String finish) {
        assertThat(message("{\"content\":\"half\"}", "\"" + finish + "\""))
                .matches(r -> r.outcome() == Outcome.TRUNCATED && r.text().equals("half"));
        assertThat(message("{\"content\":\"\"}", "\"" + finish + "\"").outcome())
                .isEqualTo(Outcome.TRUNCATED);
        assertThat(message("{\"content\":null}", "\"" + finish + "\"").outcome())
                .isEqualTo(Outcome.TRUNCATED);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "'<think>hm</think>yes' | yes | hm | ANSWERED",
                "'\n<think>\nhm\n</think>\n\nyes' | yes | hm | ANSWERED",
                "'<think>a<think>b</think>c</think>yes' | yes | a<think>b</think>c | ANSWERED",
                "'<Thinking>hm</Thinking> yes' | yes | hm | ANSWERED",
                "'hm</think>yes' | yes | hm | ANSWERED",
                "'<think>hm, still thinking' | '' | 'hm, still thinking' | TRUNCATED",
                "'<think>a<think>b</think>c' | '' | a<think>b</think>c | TRUNCATED",
                "'<think>hm</think>' | '' | hm | EMPTY",
                "'say <think>x</think> aloud' | 'say <think>x</think> aloud' | '' | ANSWERED"
            })
    void r3ThinkingIsKeptApart(String content, String answer, String thoughts, Outcome outcome) {
        ChatResult result = content(content);
        assertThat(result.text()).isEqualTo(answer);
        assertThat(result.reasoning()).isEqualTo(thoughts);
        assertThat(result.outcome()).isEqualTo(outcome);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"reasoning_content\":\"hm\"",
                "\"reasoning\":\"hm\"",
                "\"reasoning_details\":[{\"type\":\"reasoning.text\",\"text\":\"hm\"}]",
                "\"reasoning_details\":[{\"type\":\"reasoning.summary\",\"summary\":\"hm\"}]"
            })
    void r3ReasoningFieldsAreNoAnswer(String field) {
        assertThat(message("{\"content\":\"yes\"," + field + "}", "\"stop\""))
                .matches(r -> r.text().equals("yes") && r.reasoning().equals("hm"));
        assertThat(message("{\"content\":null," + field + "}", "\"stop\"").outcome())
                .isEqualTo(Outcome.EMPTY);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"type\":\"reasoning\",\"text\":\"hm\"}",
                "{\"type\":\"reasoning\",\"summary\":[{\"type\":\"summary_text\",\"text\":\"hm\"}]}",
                "{\"type\":\"reasoning.text\",\"reasoning\":\"hm\"}",
                "{\"type\":\"reasoning_content\",\"reasoning_content\":{\"text\":\"hm\"}}",
                "{\"type\":\"thinking\",\"thinking\":\"hm\"}",
                "{\"type\":\"thinking\",\"thinking\":[{\"type\":\"text\",\"text\":\"h\"},\"m\"],\"closed\":true}",
                "{\"type\":\"Thinking\",\"text\":\"hm\",\"signature\":\"c2ln\"}",
                "{\"type\":\"thought\",\"content\":\"hm\"}",
                "{\"thought\":true,\"text\":\"hm\"}",
                "{\"type\":\"text\",\"text\":\"<think>hm</think>\"}",
                "\"[THINK]hm[/THINK]\""
            })
    void partsThatThinkAreNoAnswer(String part) {
        String said = "{\"type\":\"text\",\"text\":\"yes\"}";
        for (String parts : List.of(part + "," + said, said + "," + part)) {
            assertThat(message("{\"content\":[" + parts + "]}", "\"stop\""))
                    .matches(r -> r.text().equals("yes") && r.reasoning().equals("hm"));
        }
        assertThat(message("{\"content\":[" + part + "]}", "\"stop\"").outcome())
                .isEqualTo(Outcome.EMPTY);
    }

    @Test
    void whatIsEncryptedInAThoughtIsNowhere() {
        assertThat(message(
                        "{\"content\":[{\"type\":\"redacted_thinking\",\"data\":\"c2VjcmV0\"},\"yes\"]}", "\"stop\""))
                .matches(r -> r.text().equals("yes") && r.reasoning().isEmpty());
    }

    static Stream<Arguments> notSuccess() {
        return Stream.of(
                arguments("{\"error\":{\"code\":429,\"message\":\"slow\"}}", Outcome.PROVIDER_ERROR, Fate.RATE_LIMITED),
                arguments("{\"error\":{\"code\":401,\"message\":\"key\"}}", Outcome.PROVIDER_ERROR, Fate.HOPELESS),
                arguments(
                        "{\"error\":{\"code\":502,\"message\":\"bad\"},\"choices\":[{\"message\":{\"content\":\"x\"}}]}",
                        Outcome.PROVIDER_ERROR,
                        Fate.TRANSIENT),
                arguments("{\"error\":{\"code\":\"rate_limit_exceeded\"}}", Outcome.PROVIDER_ERROR, Fate.RATE_LIMITED),
                arguments("{\"error\":{\"code\":\"content_filter\"}}", Outcome.FILTERED, Fate.FINAL),
                arguments("{\"error\":{\"code\":\"context_length_exceeded\"}}", Outcome.CONTEXT_OVERFLOW, Fate.FINAL),
                arguments("{\"error\":\"something broke\"}", Outcome.PROVIDER_ERROR, Fate.TRANSIENT),
                arguments(
                        "{\"choices\":[{\"error\":{\"code\":503,\"message\":\"x\"},\"message\":{\"content\":\"half\"}}]}",
                        Outcome.PROVIDER_ERROR,
                        Fate.TRANSIENT),
                arguments(
                        "{\"choices\":[{\"finish_reason\":\"error\",\"message\":{\"content\":\"half\"}}]}",
                        Outcome.PROVIDER_ERROR,
                        Fate.TRANSIENT),
                arguments("{\"id\":\"x\"}", Outcome.PROVIDER_ERROR, Fate.TRANSIENT),
                arguments("{\"choices\":[]}", Outcome.PROVIDER_ERROR, Fate.TRANSIENT),
                arguments("{\"choices\":null}", Outcome.PROVIDER_ERROR, Fate.TRANSIENT),
                arguments("\"a JSON string\"", Outcome.PROVIDER_ERROR, Fate.TRANSIENT),
                arguments("<html><body>Bad Gateway</body></html>", Outcome.PROVIDER_ERROR, Fate.TRANSIENT),
                arguments("{\"choices\":[{\"message\":{\"content\":\"half", Outcome.PROVIDER_ERROR, Fate.TRANSIENT),
                arguments("", Outcome.PROVIDER_ERROR, Fate.TRANSIENT));
    }

    @ParameterizedTest
    @MethodSource("notSuccess")
    void r4Status200IsNotSuccess(String body, Outcome outcome, Fate fate) {
        Attempt attempt = read(body);
        assertThat(attempt.result().outcome()).isEqualTo(outcome);
        assertThat(attempt.fate()).isEqualTo(fate);
        assertThat(attempt.result().text()).isEmpty();
        assertThat(attempt.result().detail()).isNotBlank();
    }

    @Test
    void r4AnEmptyErrorBesideAnAnswerIsNoError() {
        assertThat(read("{\"error\":null,\"choices\":[{\"message\":{\"content\":\"yes\"}}]}")
                        .result()
                        .text())
                .isEqualTo("yes");
    }

    @Test
    void r5RefusalsAndFiltersHaveManyShapes() {
        assertThat(message("{\"content\":null,\"refusal\":\"I can't.\"}", "\"stop\""))
                .matches(r -> r.outcome() == Outcome.REFUSED && r.text().equals("I can't."));
        assertThat(message("{\"content\":\"x\",\"refusal\":\"\"}", "\"stop\"").outcome())
                .isEqualTo(Outcome.ANSWERED);
        assertThat(message("{\"content\":\"\"}", "\"content_filter\"").outcome())
                .isEqualTo(Outcome.FILTERED);
        String choice = "{\"choices\":[{\"finish_reason\":\"stop\",\"message\":{\"content\":\"x\"},"
                + "\"content_filter_results\":{\"hate\":{\"filtered\":%s,\"detected\":true}}}]}";
        assertThat(read(String.format(choice, "true")).result().outcome()).isEqualTo(Outcome.FILTERED);
        assertThat(read(String.format(choice, "false")).result().outcome()).isEqualTo(Outcome.ANSWERED);
    }

    /** 60,000 characters are some 12,000 tokens; a server that counts 2,050 has cut the prompt. */
    @Test
    void r7ASilentlyCutPromptIsFoundOut() {
        String reply = "{\"choices\":[{\"message\":{\"content\":\"yes\"}}],\"usage\":{\"prompt_tokens\":%d}}";
        ReplyReader reader = TestReplies.reader("words and ".repeat(6_000));
        assertThat(reader.read(String.format(reply, 2_050)).result())
                .matches(
                        r -> r.outcome() == Outcome.PROVIDER_ERROR && r.detail().startsWith("suspect input"));
        assertThat(reader.read(String.format(reply, 12_000)).result().outcome()).isEqualTo(Outcome.ANSWERED);
    }

    @Test
    void r43AnIgnoredLimitIsFlagged() {
        assertThat(read("{\"choices\":[{\"message\":{\"content\":\"y\"}}],\"usage\":{\"completion_tokens\":101}}")
                        .result())
                .matches(r -> r.outcome() == Outcome.ANSWERED && r.detail().contains("above the limit of 100"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'content':[{'type':'text','text':'a'},{'type':'text','text':'b'}]} | ab",
                "{'content':['a',{'type':'image'},'b']} | ab",
                "{'content':null} | ''",
                "{'content':'  '} | '  '",
                "{'tool_calls':[{}]} | ''"
            })
    void r47ContentComesInManyForms(String message, String text) {
        ChatResult result = message(message.replace('\'', '"'), "null");
        assertThat(result.text()).isEqualTo(text);
        assertThat(result.outcome()).isEqualTo(text.isBlank() ? Outcome.EMPTY : Outcome.ANSWERED);
        assertThat(result.usage()).isEqualTo(Usage.UNKNOWN);
    }

    @Test
    void nonsenseInPlaceOfNumbersAndTextsIsNothing() {
        ChatResult result = read("{\"model\":7,\"choices\":[3,{\"index\":\"x\",\"finish_reason\":{},\"message\":"
                        + "{\"content\":\"yes\",\"refusal\":false,\"reasoning\":{}}}],"
                        + "\"usage\":{\"prompt_tokens\":-4,\"completion_tokens\":\"many\"}}")
                .result();
        assertThat(result).isEqualTo(ChatResult.answered("yes"));
    }
}
