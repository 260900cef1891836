package dev.valuecompass.llm.openai;

import dev.valuecompass.io.SmallLetters;
import dev.valuecompass.llm.Attempt;
import dev.valuecompass.llm.Attempt.Fate;
import dev.valuecompass.llm.ChatRequest;
import dev.valuecompass.llm.ChatResult;
import dev.valuecompass.llm.Message;
import dev.valuecompass.llm.Outcome;
import dev.valuecompass.llm.Thinking;
import dev.valuecompass.llm.Usage;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import tools.jackson.databind.JsonNode;

/** Reads the body of a response whose status is 200, which does not mean that the call succeeded. */
public final class ReplyReader {
    /** Fewer tokens than this many characters each, and the server cannot have read the whole prompt. */
    private static final int MOST_CHARACTERS_A_TOKEN = 16;

    private static final int SHORTEST_SUSPECT = 4_000;

    /** No server's context is smaller: one that counts fewer tokens leaves out those it had in its cache. */
    private static final int SMALLEST_CONTEXT = 512;

    private static final int LONGEST_REASON = 60;
    private static final Map<String, Integer> STATUS_OF_CODE = Map.of(
            "rate_limit_exceeded", 429,
            "rate_limit_error", 429,
            "invalid_api_key", 401,
            "authentication_error", 401,
            "permission_error", 403,
            "model_not_found", 404,
            "invalid_request_error", 400);
    private static final int UNNAMED_ERROR = 502;

    /** What an error says that is none. */
    private static final Set<String> FINE = Set.of("", "0", "200", "ok", "success", "none", "null");

    private final ChatRequest request;
    private final EndingTable endings;
    private final boolean outputIsTheRest;
    private final Waits waits;
    private final UnaryOperator<String> clean;

    /**
     * @param outputIsTheRest whether all of the total that is not prompt is output
     * @param clean takes out of an error's words what nobody may see
     */
    public ReplyReader(
            ChatRequest request,
            EndingTable endings,
            boolean outputIsTheRest,
            Waits waits,
            UnaryOperator<String> clean) {
        this.request = request;
        this.endings = endings;
        this.outputIsTheRest = outputIsTheRest;
        this.waits = waits;
        this.clean = clean;
    }

    /** Reads the body of a reply with status 200, which may still hold an error. */
    public Attempt read(String text) {
        ReplyBody body = ReplyBody.read(text);
        Reply reply = new Reply(outputIsTheRest);
        for (JsonNode part : body.parts()) {
            ReplyShape shape = ReplyShape.of(part);
            for (JsonNode level : shape.levels()) {
                if (isError(level, shape.speaks())) {
                    return error(level);
                }
            }
            reply.add(part);
        }
        String trouble = trouble(body, reply, text);
        return trouble.isEmpty() ? ended(reply) : failed(trouble);
    }

    private String trouble(ReplyBody body, Reply reply, String text) {
        if (body.parts().isEmpty() && !text.isBlank()) {
            String words = ApiError.read(text, clean).message();
            return body.trouble() + (words.isEmpty() ? "" : ": " + words);
        }
        if (!body.trouble().isEmpty()) {
            return body.streamed()
                    ? "the server streams although it was told not to, and its stream is broken: " + body.trouble()
                    : body.trouble();
        }
        if (reply.isTwice()) {
            return "the response holds two answers that differ";
        }
        boolean cutOff = (body.streamed() || reply.isUnfinished())
                && reply.finish().isEmpty()
                && !body.ended()
                && !reply.isFiltered();
        return cutOff
                ? "the server streams although it was told not to, and the stream ended before the answer did"
                : "";
    }

    /** @param answers whether there is a message, so that words beside it are no error's */
    private static boolean isError(JsonNode level, boolean answers) {
        boolean named = says(level.path("error"))
                || says(level.path("errors"))
                || says(level.path("base_resp").path("status_code"))
                || says(level.path("error_code"));
        boolean words = level.path("message").isString()
                || level.path("msg").isString()
                || level.path("detail").isString();
        return named || !answers && (words || says(level.path("code")));
    }

    /** Servers write an error that did not happen as null, false, 0, nothing, or an object of these. */
    private static boolean says(JsonNode error) {
        if (error.isContainer()) {
            return error.valueStream().anyMatch(value -> value.isContainer() ? !value.isEmpty() : says(value));
        }
        boolean none = error.isMissingNode()
                || error.isNull()
                || error.isBoolean() && !error.booleanValue()
                || FINE.contains(SmallLetters.of(error.asString("x")));
        return !none;
    }

    private Attempt error(JsonNode holder) {
        ApiError error = ApiError.read(holder, clean);
        String code = error.code();
        int status = code.matches("[3-5]\\d\\d")
                ? Integer.parseInt(code)
                : STATUS_OF_CODE.getOrDefault(code, STATUS_OF_CODE.getOrDefault(error.type(), UNNAMED_ERROR));
        Attempt attempt = new ErrorPolicy(endings).classify(status, error, waits.of(status, error, null), null);
        ChatResult result = attempt.result();
        String detail = "an error inside a response with status 200: " + error.describe(200);
        return attempt.with(ChatResult.failed(result.outcome(), detail));
    }

    private Attempt ended(Reply reply) {
        Thinking thinking = Thinking.split(reply.content());
        Usage usage = reply.usage();
        String reason = reason(reply);
        Optional<Outcome> meaning = reason.isEmpty() ? Optional.of(Outcome.ANSWERED) : endings.meaning(reason);
        Outcome outcome = outcome(reply, thinking, meaning.orElse(Outcome.PROVIDER_ERROR));
        if (outcome == Outcome.PROVIDER_ERROR && meaning.isEmpty()) {
            return broken(
                    reply,
                    Fate.FINAL,
                    "unknown finish_reason '" + shortened(reason) + "': write what it means into " + EndingTable.FILE
                            + " in the data folder");
        }
        if (outcome == Outcome.PROVIDER_ERROR) {
            return broken(reply, Fate.TRANSIENT, "the provider broke the answer off (finish_reason " + reason + ")");
        }
        if (outcome == Outcome.EMPTY
                && !reply.isKnownToBeEmpty()
                && thinking.thoughts().isEmpty()) {
            return broken(
                    reply,
                    Fate.TRANSIENT,
                    reply.speaks() ? "the response has no message" : "the response has no choices");
        }
        if (isSuspect(usage)) {
            return Attempt.failed(
                    Fate.FINAL,
                    Outcome.PROVIDER_ERROR,
                    "suspect input: the server counted " + usage.prompt() + " tokens in a prompt of " + length()
                            + " characters, so it cut the prompt");
        }
        List<String> notes = notes(usage);
        String why = why(outcome, thinking, meaning.orElse(outcome), reason);
        if (!why.isEmpty()) {
            notes.add(0, why);
        }
        return Attempt.of(new ChatResult(
                outcome,
                outcome == Outcome.REFUSED && thinking.answer().isBlank() ? reply.refusal() : thinking.answer(),
                thinking.and(reply.reasoning()),
                reply.served(),
                usage,
                List.of(),
                String.join("; ", notes),
                false));
    }

    /** A gateway translates reasons; where the provider behind it says that something went wrong, that is more exact. */
    private String reason(Reply reply) {
        boolean worse = endings.meaning(reply.nativeFinish())
                .filter(meaning -> meaning != Outcome.ANSWERED)
                .isPresent();
        boolean only = reply.finish().isEmpty();
        return worse || only ? reply.nativeFinish() : reply.finish();
    }

    private Outcome outcome(Reply reply, Thinking thinking, Outcome meaning) {
        boolean blank = thinking.answer().isBlank();
        if (meaning == Outcome.FILTERED || reply.isFiltered() || blank && isBlockedByGemini(reply)) {
            return Outcome.FILTERED;
        }
        if (meaning == Outcome.REFUSED || !reply.refusal().isBlank()) {
            return Outcome.REFUSED;
        }
        if (meaning == Outcome.PROVIDER_ERROR) {
            return Outcome.PROVIDER_ERROR;
        }
        if (meaning == Outcome.TRUNCATED || thinking.open() || meaning == Outcome.EMPTY && !blank) {
            return Outcome.TRUNCATED;
        }
        return blank ? Outcome.EMPTY : Outcome.ANSWERED;
    }

    /** Its compatible API answers a blocked prompt with no choice at all, and counts the prompt but no output. */
    private boolean isBlockedByGemini(Reply reply) {
        Usage usage = reply.usage();
        boolean nothingCounted = usage.completion() == null || usage.completion() == 0;
        boolean gemini = SmallLetters.of(reply.served() + " " + request.model()).contains("gemini");
        return !reply.speaks() && nothingCounted && (gemini || usage.prompt() != null);
    }

    private static String why(Outcome outcome, Thinking thinking, Outcome meaning, String reason) {
        return switch (outcome) {
            case FILTERED -> "the provider's filter stopped the answer";
            case REFUSED -> "the provider marks the answer as a refusal";
            case TRUNCATED -> {
                if (thinking.open()) {
                    yield Thinking.UNFINISHED;
                }
                yield meaning == Outcome.EMPTY
                        ? "the model broke off to call a tool, and none was offered"
                        : "the output ended before the answer did (finish_reason " + reason + ")";
            }
            case EMPTY -> "the answer is empty (finish_reason " + (reason.isEmpty() ? "missing" : reason) + ")";
            default -> "";
        };
    }

    private static String shortened(String reason) {
        return reason.length() <= LONGEST_REASON ? reason : reason.substring(0, LONGEST_REASON) + "…";
    }

    private List<String> notes(Usage usage) {
        List<String> notes = new ArrayList<>();
        int limit = request.sampling().maxTokens();
        if (usage.completion() != null && usage.completion() > limit) {
            notes.add("the output of " + usage.completion() + " tokens is above the limit of " + limit);
        }
        return notes;
    }

    private boolean isSuspect(Usage usage) {
        return usage.prompt() != null
                && usage.prompt() >= SMALLEST_CONTEXT
                && length() >= SHORTEST_SUSPECT
                && usage.prompt() < length() / MOST_CHARACTERS_A_TOKEN;
    }

    private int length() {
        int length = 0;
        for (Message message : request.messages()) {
            length += message.content().length();
        }
        return length;
    }

    /** What it took is paid for all the same. */
    private static Attempt broken(Reply reply, Fate fate, String detail) {
        return new Attempt(
                new ChatResult(Outcome.PROVIDER_ERROR, "", "", reply.served(), reply.usage(), List.of(), detail, false),
                fate,
                null);
    }

    private static Attempt failed(String detail) {
        return Attempt.failed(Fate.TRANSIENT, Outcome.PROVIDER_ERROR, detail);
    }

    /**
     * What is read of a response.
     *
     * @param content the visible text, thoughts between tags included; empty when there is none
     * @param finish why the output ended, in lower case; empty when it does not say
     * @param refusal the provider's own field for it; empty when there is none
     * @param reasoning what stands in fields of its own; empty when there is none
     * @param filtered whether a filter report says so
     * @param served the model and the fingerprint of its system
     */
    private record ReplyParts(
            String content,
            String finish,
            String refusal,
            String reasoning,
            boolean filtered,
            String served,
            Usage usage) {}
}
