package dev.valuecompass.importing.exchange;

import dev.valuecompass.importing.exchange.CollectedAnswer.Ending;
import dev.valuecompass.io.DataException;
import dev.valuecompass.io.Json;
import dev.valuecompass.io.JsonEntries;
import java.nio.file.Path;
import java.util.List;
import java.util.function.UnaryOperator;
import tools.jackson.databind.JsonNode;

/**
 * What {@code promptfoo eval --output results.json} wrote, of version 2 or 3: {@code results.results} has a prompt, a
 * provider and a response each. Whether an assertion held is left aside.
 */
final class PromptfooResults {
    private static final List<String> RESULTS = List.of("results", "results");
    /** promptfoo's number for a failure that is no assertion's. */
    private static final int ERROR = 2;

    private static final String FIX = "mend the file, or leave the result out";

    private final CollectedAnswers into;
    private final String task;
    private final Repetitions repetitions = new Repetitions();

    private PromptfooResults(CollectedAnswers into, String task) {
        this.into = into;
        this.task = task;
    }

    static void read(Path file, CollectedAnswers into) {
        JsonNode around = JsonEntries.around(file, RESULTS);
        JsonNode version = around.path("results").path("version");
        if (!version.isInt() || !around.path("results").path("results").isArray()) {
            throw new DataException(
                    file,
                    "has no results.version or no list results.results",
                    "write it with promptfoo eval --output results.json");
        }
        if (version.intValue() < 2 || version.intValue() > 3) {
            throw new DataException(file, "results.version is " + version.intValue(), "versions 2 and 3 are read");
        }
        PromptfooResults results =
                new PromptfooResults(into, around.path("evalId").asString(""));
        int[] last = {0};
        JsonEntries.forEach(file, RESULTS, (result, number) -> {
            last[0] = number;
            String place = file + ": result " + number;
            into.tolerating(() -> results.add(result, place));
        });
        if (last[0] == 0) {
            throw new DataException(file, "holds no result", "run promptfoo eval with tests");
        }
    }

    private void add(JsonNode result, String place) {
        if (!result.isObject()) {
            throw new DataException(place, "is not an object", FIX);
        }
        String model = model(result.path("provider"));
        if (model.isBlank()) {
            throw new DataException(place, "names no provider", FIX);
        }
        String prompt = prompt(result.path("prompt").path("raw"));
        if (prompt.isBlank()) {
            throw new DataException(place, "its prompt.raw holds no text of a user", FIX);
        }
        if (!result.path("testIdx").isIntegralNumber()
                || !result.path("promptIdx").isIntegralNumber()) {
            throw new DataException(place, "lacks testIdx or promptIdx", FIX);
        }
        String id = result.path("testIdx").asString() + "/"
                + result.path("promptIdx").asString();
        Ending ending = ending(result, place);
        into.add(new CollectedAnswer(task, model, id, repetitions.next(model, id), prompt, ending), place);
    }

    /** The label tells two settings of one model apart. */
    private static String model(JsonNode provider) {
        String label = provider.path("label").asString("").strip();
        String id = provider.isString()
                ? provider.stringValue()
                : provider.path("id").asString("");
        return label.isEmpty() ? id.strip() : label;
    }

    /** A text, or messages of a chat written as JSON. */
    private static String prompt(JsonNode raw) {
        String text = raw.asString("").strip();
        if (text.startsWith("[")) {
            try {
                String asked = ChatText.lastOfUser(Json.tree(text, "prompt"), UnaryOperator.identity());
                return asked.isBlank() ? text : asked.strip();
            } catch (DataException e) {
                return text;
            }
        }
        return text;
    }

    private static Ending ending(JsonNode result, String place) {
        JsonNode response = result.path("response");
        JsonNode error = response.path("error").isString() ? response.path("error") : result.path("error");
        boolean failed = response.path("error").isString()
                || result.path("failureReason").asInt(0) == ERROR
                || !response.isObject();
        if (failed && !error.isString()) {
            throw new DataException(place, "has neither a response nor an error", FIX);
        }
        if (failed) {
            return Ending.failed(error.stringValue());
        }
        JsonNode output = response.path("output");
        String answer = output.isString() ? output.stringValue() : output.isContainer() ? Json.line(output) : "";
        if (response.path("isRefusal").asBoolean(false)) {
            return Ending.refused(answer, "promptfoo says that the provider refused");
        }
        return switch (response.path("finishReason").asString("")) {
            case "length" -> Ending.truncated(answer, "finish reason length");
            case "content_filter" -> Ending.filtered(answer, "finish reason content_filter");
            default -> Ending.of(answer);
        };
    }
}
