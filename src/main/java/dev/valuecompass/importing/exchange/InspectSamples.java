package dev.valuecompass.importing.exchange;

import dev.valuecompass.importing.exchange.CollectedAnswer.Ending;
import dev.valuecompass.io.DataException;
import dev.valuecompass.io.Defect;
import dev.valuecompass.io.Json;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;

/** The samples of one log of Inspect. */
final class InspectSamples implements InspectLog.Visitor {
    private static final String ATTACHMENT = "attachment://";
    private static final Set<String> CUT = Set.of("max_tokens", "model_length");
    private static final String FIX = "mend the log, or leave the sample out";

    private final Path file;
    private final CollectedAnswers into;
    private JsonNode header;
    private String unfinished = "";
    private int taken;

    private InspectSamples(Path file, CollectedAnswers into) {
        this.file = file;
        this.into = into;
    }

    static void read(Path file, CollectedAnswers into) {
        InspectSamples samples = new InspectSamples(file, into);
        InspectLog.read(file, samples);
        samples.end();
    }

    @Override
    public void header(JsonNode log, boolean finished) {
        header = log;
        String status = log.path("status").asString("started");
        unfinished = finished && status.equals("success") ? "" : status;
        Map<String, Object> given = new TreeMap<>();
        // What a task's plan says holds for its calls; older logs have it alone.
        for (JsonNode config : new JsonNode[] {
            log.path("eval").path("model_generate_config"), log.path("plan").path("config")
        }) {
            config.properties().stream()
                    .filter(one -> !one.getValue().isNull())
                    .forEach(one -> given.put(one.getKey(), one.getValue()));
        }
        String model = log.path("eval").path("model").asString("");
        if (!given.isEmpty() && !model.isEmpty()) {
            into.parameters(model, Json.line(given));
        }
    }

    @Override
    public void sample(JsonNode sample, String place) {
        taken++;
        into.tolerating(() -> into.add(answer(sample, place), place));
    }

    private void end() {
        if (!unfinished.isEmpty()) {
            into.doubt(new Defect(
                    file,
                    "the log ended as '" + unfinished + "'; its " + taken + " samples are taken",
                    "finish it with inspect eval-retry, and import that log too"));
        }
    }

    private CollectedAnswer answer(JsonNode sample, String place) {
        if (!sample.isObject()) {
            throw new DataException(place, "is not an object", FIX);
        }
        JsonNode id = sample.path("id");
        JsonNode epoch = sample.path("epoch");
        if (!id.isString() && !id.isIntegralNumber()) {
            throw new DataException(place, "has no id", FIX);
        }
        if (!epoch.isInt() || epoch.intValue() < 1) {
            throw new DataException(place, "its epoch is not a whole number from 1", FIX);
        }
        String prompt = prompt(sample, place);
        JsonNode output = sample.path("output");
        return new CollectedAnswer(
                header.path("eval").path("task").asString(""),
                model(output, place),
                id.asString(),
                epoch.intValue(),
                prompt,
                ending(sample, output, place));
    }

    private static Ending ending(JsonNode sample, JsonNode output, String place) {
        String answer = text(sample, output, place);
        JsonNode error = sample.path("error");
        if (error.isObject() || error.isString()) {
            return Ending.failed(
                    error.isString()
                            ? error.stringValue()
                            : error.path("message").asString(""));
        }
        JsonNode invalidation = sample.path("invalidation");
        if (invalidation.isObject()) {
            return Ending.failed("somebody declared it invalid "
                    + invalidation.path("reason").asString(""));
        }
        JsonNode limit = sample.path("limit");
        if (limit.isObject() || limit.isString()) {
            return Ending.truncated(
                    answer,
                    "limit of the sample: "
                            + (limit.isString()
                                    ? limit.stringValue()
                                    : limit.path("type").asString("")));
        }
        if (!output.isObject()) {
            throw new DataException(place, "has neither output, error nor limit", FIX);
        }
        if (output.path("error").isString()) {
            return Ending.failed(output.get("error").stringValue());
        }
        String stop =
                output.path("choices").path(0).path("stop_reason").asString("").toLowerCase(Locale.ROOT);
        if (CUT.contains(stop)) {
            return Ending.truncated(answer, "stop reason " + stop);
        }
        return stop.equals("content_filter") ? Ending.filtered(answer, "stop reason " + stop) : Ending.of(answer);
    }

    /** The name that was asked for; what the provider called itself where Inspect was given none. */
    private String model(JsonNode output, String place) {
        String asked = header.path("eval").path("model").asString("").strip();
        String served = output.path("model").asString("").strip();
        String model = asked.isEmpty() || asked.startsWith("none/") ? served : asked;
        if (model.isEmpty()) {
            throw new DataException(place, "names no model, and eval.model neither", FIX);
        }
        return model;
    }

    private static String prompt(JsonNode sample, String place) {
        JsonNode input = sample.path("input");
        String prompt = input.isString()
                ? attached(input.stringValue(), sample, place)
                : ChatText.lastOfUser(input, text -> attached(text, sample, place));
        if (prompt.isBlank()) {
            throw new DataException(place, "its input holds no text of a user", FIX);
        }
        return prompt.strip();
    }

    private static String text(JsonNode sample, JsonNode output, String place) {
        JsonNode message = output.path("choices").path(0).path("message");
        return message.isObject()
                ? ChatText.of(message.path("content"), text -> attached(text, sample, place))
                : attached(output.path("completion").asString(""), sample, place);
    }

    private static String attached(String text, JsonNode sample, String place) {
        if (!text.startsWith(ATTACHMENT)) {
            return text;
        }
        JsonNode attachment = sample.path("attachments").path(text.substring(ATTACHMENT.length()));
        if (!attachment.isString()) {
            throw new DataException(place, "refers to an attachment that is not there", "copy the whole log again");
        }
        return attachment.stringValue();
    }
}
