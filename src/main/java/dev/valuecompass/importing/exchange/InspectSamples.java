package dev.valuecompass.importing;

import dev.valuecompass.io.DataException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/**
 * One sample of a log: what was asked, what came, and how it ended.
 *
 * @param id of the sample in its data set
 * @param epoch from 1
 * @param prompt the text, or the last message of a user
 * @param outcome in small letters: answered, truncated, filtered, empty or failed
 * @param detail why it is not answered; may be empty
 */
record InspectSample(String model, String id, int epoch, String prompt, String answer, String outcome, String detail) {
    static final String ANSWERED = "answered";
    private static final String FAILED = "failed";
    private static final String ATTACHMENT = "attachment://";
    private static final Set<String> CUT = Set.of("max_tokens", "model_length");
    private static final int LONGEST_DETAIL = 300;
    private static final String FIX = "mend the log, or leave the sample out";

    /** @throws DataException naming the sample when it lacks something */
    static InspectSample of(InspectLog log, InspectLog.PlacedSample placed) {
        String place = log.file() + ": " + placed.place();
        JsonNode sample = placed.json();
        if (!sample.isObject()) {
            throw new DataException(place, 0, "is not an object", FIX);
        }
        JsonNode id = sample.path("id");
        JsonNode epoch = sample.path("epoch");
        if (!id.isString() && !id.isIntegralNumber()) {
            throw new DataException(place, 0, "has no id", FIX);
        }
        if (!epoch.isInt() || epoch.intValue() < 1) {
            throw new DataException(place, 0, "its epoch is not a whole number from 1", FIX);
        }
        String prompt = prompt(sample, place);
        JsonNode output = sample.path("output");
        String model = model(log, output, place);
        Reading reading = reading(sample, output, place);
        return new InspectSample(
                model, id.asString(), epoch.intValue(), prompt, reading.answer(), reading.outcome(), reading.detail());
    }

    boolean answered() {
        return outcome.equals(ANSWERED);
    }

    private record Reading(String answer, String outcome, String detail) {}

    private static Reading reading(JsonNode sample, JsonNode output, String place) {
        String answer = answer(sample, output, place);
        JsonNode error = sample.path("error");
        if (error.isObject() || error.isString()) {
            String message = error.isString()
                    ? error.stringValue()
                    : error.path("message").asString("");
            return new Reading("", FAILED, "error: " + shortened(message));
        }
        JsonNode limit = sample.path("limit");
        if (limit.isObject() || limit.isString()) {
            String type =
                    limit.isString() ? limit.stringValue() : limit.path("type").asString("");
            return new Reading(answer, "truncated", "limit of the sample: " + shortened(type));
        }
        if (!output.isObject()) {
            throw new DataException(place, 0, "has neither output, error nor limit", FIX);
        }
        String stop =
                output.path("choices").path(0).path("stop_reason").asString("").toLowerCase(Locale.ROOT);
        if (output.path("error").isString()) {
            return new Reading(
                    "", FAILED, "error: " + shortened(output.get("error").stringValue()));
        }
        if (CUT.contains(stop)) {
            return new Reading(answer, "truncated", "stop reason " + stop);
        }
        if (stop.equals("content_filter")) {
            return new Reading(answer, "filtered", "stop reason " + stop);
        }
        return answer.isBlank() ? new Reading("", "empty", "no text came") : new Reading(answer, ANSWERED, "");
    }

    /** The name that was asked for; what the provider called itself where Inspect was given none. */
    private static String model(InspectLog log, JsonNode output, String place) {
        String asked = log.header().path("eval").path("model").asString("").strip();
        String served = output.path("model").asString("").strip();
        String model = asked.isEmpty() || asked.startsWith("none/") ? served : asked;
        if (model.isEmpty()) {
            throw new DataException(place, 0, "names no model, and eval.model neither", FIX);
        }
        return model;
    }

    private static String prompt(JsonNode sample, String place) {
        JsonNode input = sample.path("input");
        String prompt = input.isString() ? attached(input.stringValue(), sample, place) : "";
        for (JsonNode message : input) {
            if (message.path("role").asString("").equals("user")) {
                prompt = content(message.path("content"), sample, place);
            }
        }
        if (prompt.isBlank()) {
            throw new DataException(place, 0, "its input holds no text of a user", FIX);
        }
        return prompt.strip();
    }

    private static String answer(JsonNode sample, JsonNode output, String place) {
        JsonNode message = output.path("choices").path(0).path("message");
        if (message.isObject()) {
            return content(message.path("content"), sample, place);
        }
        return attached(output.path("completion").asString(""), sample, place);
    }

    /** A text, or parts of which those of the kind {@code text} are the answer and others are thoughts, pictures or calls. */
    private static String content(JsonNode content, JsonNode sample, String place) {
        if (content.isString()) {
            return attached(content.stringValue(), sample, place);
        }
        List<String> texts = new ArrayList<>();
        for (JsonNode part : content) {
            if (part.path("type").asString("").equals("text")) {
                texts.add(attached(part.path("text").asString(""), sample, place));
            }
        }
        return String.join("\n\n", texts);
    }

    private static String attached(String text, JsonNode sample, String place) {
        if (!text.startsWith(ATTACHMENT)) {
            return text;
        }
        JsonNode attachment = sample.path("attachments").path(text.substring(ATTACHMENT.length()));
        if (!attachment.isString()) {
            throw new DataException(place, 0, "refers to an attachment that is not there", "copy the whole log again");
        }
        return attachment.stringValue();
    }

    private static String shortened(String text) {
        String line = text.replaceAll("[\\p{Cc}\\s]+", " ").strip();
        return line.length() <= LONGEST_DETAIL
                ? line
                : line.substring(0, line.offsetByCodePoints(0, LONGEST_DETAIL / 2)) + "…";
    }
}
