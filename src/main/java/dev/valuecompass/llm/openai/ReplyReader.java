package dev.valuecompass.llm.openai;

import dev.valuecompass.io.DataException;
import dev.valuecompass.io.Json;
import dev.valuecompass.io.SmallLetters;
import dev.valuecompass.llm.Attempt;
import dev.valuecompass.llm.Attempt.Fate;
import dev.valuecompass.llm.ChatRequest;
import dev.valuecompass.llm.ChatResult;
import dev.valuecompass.llm.Message;
import dev.valuecompass.llm.Outcome;
import dev.valuecompass.llm.Usage;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import tools.jackson.databind.JsonNode;

/** Reads the body of a response whose status is 200, which does not mean that the call succeeded. */
public final class ReplyReader {
    private static final Set<String> CUT = Set.of("length", "max_tokens", "model_length", "max_output_tokens");
    private static final Set<String> FILTERS = Set.of("content_filter", "safety", "prohibited_content", "recitation");
    private static final Set<String> BROKEN_OFF = Set.of("error", "abort", "insufficient_system_resource");
    private static final List<String> REASONING = List.of("reasoning_content", "reasoning", "thinking");
    /** Fewer tokens than this many characters each, and the server cannot have read the whole prompt. */
    private static final int MOST_CHARACTERS_A_TOKEN = 16;

    private static final int SHORTEST_SUSPECT = 4_000;
    private static final Map<String, Integer> STATUS_OF_CODE = Map.of(
            "rate_limit_exceeded", 429,
            "rate_limit_error", 429,
            "invalid_api_key", 401,
            "authentication_error", 401,
            "permission_error", 403,
            "model_not_found", 404,
            "invalid_request_error", 400);
    private static final int UNNAMED_ERROR = 502;

    private final ChatRequest request;
    private final boolean outputIsTheRest;
    private final Waits waits;
    private final UnaryOperator<String> clean;

    /** For a provider without habits of its own, and without a key. */
    ReplyReader(ChatRequest request) {
        this(request, false, new Waits(ZoneOffset.UTC, Instant.EPOCH), UnaryOperator.identity());
    }

    /**
     * @param outputIsTheRest whether all of the total that is not prompt is output
     * @param clean takes out of an error's words what nobody may see
     */
    public ReplyReader(ChatRequest request, boolean outputIsTheRest, Waits waits, UnaryOperator<String> clean) {
        this.request = request;
        this.outputIsTheRest = outputIsTheRest;
        this.waits = waits;
        this.clean = clean;
    }

    /** Reads the body of a reply with status 200, which may still hold an error. */
    public Attempt read(String body) {
        JsonNode reply;
        try {
            reply = Json.tree(body, "response");
        } catch (DataException e) {
            return failed(
                    "the response is not JSON: " + ApiError.read(body, clean).message());
        }
        if (!reply.isObject()) {
            return failed("the response is not a JSON object");
        }
        if (isError(reply.get("error"))) {
            return error(reply);
        }
        JsonNode choice = firstChoice(reply.path("choices"));
        if (choice == null) {
            return failed("the response has no choices");
        }
        if (isError(choice.get("error"))) {
            return error(choice);
        }
        JsonNode message = choice.path("message");
        return choice(new ReplyParts(
                text(message.path("content")),
                SmallLetters.of(text(choice.path("finish_reason"))),
                text(message.path("refusal")),
                reasoning(message),
                ContentFilter.filtered(choice.path("content_filter_results")),
                served(reply),
                UsageReader.read(reply.path("usage"), outputIsTheRest)));
    }

    private static boolean isError(JsonNode error) {
        return error != null
                && !error.isNull()
                && !(error.isString() && error.stringValue().isEmpty());
    }

    /** One sample a call is asked for; of several choices the one with the lowest index is it. */
    private static JsonNode firstChoice(JsonNode choices) {
        JsonNode first = null;
        for (JsonNode choice : choices) {
            if (choice.isObject()
                    && (first == null
                            || choice.path("index").asInt(0)
                                    < first.path("index").asInt(0))) {
                first = choice;
            }
        }
        return first;
    }

    private Attempt error(JsonNode holder) {
        ApiError error = ApiError.read(holder, clean);
        String code = error.code();
        int status = code.matches("[3-5]\\d\\d")
                ? Integer.parseInt(code)
                : STATUS_OF_CODE.getOrDefault(code, STATUS_OF_CODE.getOrDefault(error.type(), UNNAMED_ERROR));
        Attempt attempt = ErrorPolicy.classify(status, error, waits.of(status, error, null), null);
        ChatResult result = attempt.result();
        String detail = "an error inside a response with status 200: " + error.describe(200);
        return attempt.with(ChatResult.failed(result.outcome(), detail));
    }

    private Attempt choice(ReplyParts reply) {
        String finish = reply.finish();
        Thinking thinking = Thinking.split(reply.content());
        Usage usage = reply.usage();
        List<String> notes = notes(usage);
        Outcome outcome = outcome(reply, thinking);
        if (outcome == Outcome.PROVIDER_ERROR) {
            return failed("the provider broke the answer off (finish_reason " + finish + ")");
        }
        if (isSuspect(usage)) {
            return Attempt.failed(
                    Fate.FINAL,
                    Outcome.PROVIDER_ERROR,
                    "suspect input: the server counted " + usage.prompt() + " tokens in a prompt of " + length()
                            + " characters, so it cut the prompt");
        }
        String why = why(outcome, thinking, finish);
        if (!why.isEmpty()) {
            notes.add(0, why);
        }
        return Attempt.of(new ChatResult(
                outcome,
                outcome == Outcome.REFUSED && thinking.answer().isBlank() ? reply.refusal() : thinking.answer(),
                reasoning(reply, thinking),
                reply.served(),
                usage,
                List.of(),
                String.join("; ", notes),
                false));
    }

    private static Outcome outcome(ReplyParts reply, Thinking thinking) {
        String finish = reply.finish();
        if (FILTERS.contains(finish) || reply.filtered()) {
            return Outcome.FILTERED;
        }
        if (!reply.refusal().isBlank()) {
            return Outcome.REFUSED;
        }
        if (BROKEN_OFF.contains(finish)) {
            return Outcome.PROVIDER_ERROR;
        }
        if (CUT.contains(finish) || thinking.open()) {
            return Outcome.TRUNCATED;
        }
        return thinking.answer().isBlank() ? Outcome.EMPTY : Outcome.ANSWERED;
    }

    /** Providers that name a system fingerprint change it when something behind the name changes (R11). */
    private static String served(JsonNode reply) {
        return (text(reply.path("model")) + " " + text(reply.path("system_fingerprint"))).strip();
    }

    private static String why(Outcome outcome, Thinking thinking, String finish) {
        return switch (outcome) {
            case FILTERED -> "the provider's filter stopped the answer";
            case REFUSED -> "the provider marks the answer as a refusal";
            case TRUNCATED ->
                thinking.open()
                        ? "the output ended before the model had finished thinking"
                        : "the output limit cut the answer";
            case EMPTY -> "the answer is empty (finish_reason " + (finish.isEmpty() ? "missing" : finish) + ")";
            default -> "";
        };
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

    private static String reasoning(ReplyParts reply, Thinking thinking) {
        boolean both = !thinking.thoughts().isEmpty() && !reply.reasoning().isEmpty();
        return thinking.thoughts() + (both ? "\n\n" : "") + reply.reasoning();
    }

    private static String reasoning(JsonNode message) {
        for (String name : REASONING) {
            String text = text(message.path(name));
            if (!text.isBlank()) {
                return text;
            }
        }
        StringBuilder all = new StringBuilder();
        for (JsonNode part : message.path("content")) {
            String text = text(part.path("thinking"));
            all.append(all.isEmpty() || text.isEmpty() ? "" : "\n\n").append(text);
        }
        for (JsonNode detail : message.path("reasoning_details")) {
            String text = text(detail.path("text")) + text(detail.path("summary"));
            all.append(all.isEmpty() || text.isEmpty() ? "" : "\n\n").append(text);
        }
        return all.toString();
    }

    /** A text, or the text parts of an array of parts; anything else is empty. */
    private static String text(JsonNode node) {
        if (node.isString()) {
            return node.stringValue();
        }
        StringBuilder all = new StringBuilder();
        if (node.isArray()) {
            for (JsonNode part : node) {
                all.append(part.isString() ? part.stringValue() : text(part.path("text")));
            }
        }
        return all.toString();
    }

    private static Attempt failed(String detail) {
        return new Attempt(ChatResult.failed(Outcome.PROVIDER_ERROR, detail), Fate.TRANSIENT, (Duration) null);
    }
}
