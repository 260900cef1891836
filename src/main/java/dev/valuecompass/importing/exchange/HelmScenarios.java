package dev.valuecompass.importing.exchange;

import dev.valuecompass.importing.exchange.CollectedAnswer.Ending;
import dev.valuecompass.io.DataException;
import dev.valuecompass.io.Defect;
import dev.valuecompass.io.JsonEntries;
import java.nio.file.Path;
import java.util.List;
import tools.jackson.databind.JsonNode;

/**
 * What HELM keeps of a run in {@code scenario_state.json}: for each request the instance that it asks about and the
 * completions. Metrics lie in other files and are left aside.
 */
final class HelmScenarios {
    private static final List<String> REQUESTS = List.of("request_states");
    private static final String FIX = "mend the file, or leave the request out";

    private final CollectedAnswers into;
    private final JsonNode adapter;
    private final Repetitions repetitions = new Repetitions();
    private int choices;

    private HelmScenarios(CollectedAnswers into, JsonNode adapter) {
        this.into = into;
        this.adapter = adapter;
    }

    static void read(Path file, CollectedAnswers into) {
        JsonNode around = JsonEntries.around(file, REQUESTS);
        if (!around.path("adapter_spec").isObject()
                || !around.path("request_states").isArray()) {
            throw new DataException(
                    file,
                    "has no adapter_spec or no list request_states",
                    "give the scenario_state.json of a run of HELM");
        }
        HelmScenarios scenarios = new HelmScenarios(into, around.get("adapter_spec"));
        int[] last = {0};
        JsonEntries.forEach(file, REQUESTS, (state, number) -> {
            last[0] = number;
            String place = file + ": request " + number;
            into.tolerating(() -> scenarios.add(state, place));
        });
        if (last[0] == 0) {
            throw new DataException(file, "holds no request", "run the scenario with instances");
        }
        scenarios.doubts(file);
    }

    private void doubts(Path file) {
        if (adapter.path("max_train_instances").asInt(0) > 0) {
            into.doubt(new Defect(
                    file,
                    "HELM put examples before each question, which are left out",
                    "say so where the answers are published"));
        }
        if (choices > 0) {
            into.doubt(new Defect(
                    file,
                    choices + " requests only weigh a given choice; they are left out",
                    "use a scenario in which models write their answers"));
        }
    }

    private void add(JsonNode state, String place) {
        if (!state.isObject()) {
            throw new DataException(place, "is not an object", FIX);
        }
        if (state.path("reference_index").isIntegralNumber()) {
            choices++;
            return;
        }
        JsonNode instance = state.path("instance");
        JsonNode id = instance.path("id");
        if (!id.isString()) {
            throw new DataException(place, "its instance has no id", FIX);
        }
        String prompt = instance.path("input").path("text").asString("").strip();
        if (prompt.isEmpty()) {
            throw new DataException(place, "its instance has no input.text", FIX);
        }
        String model = state.path("request")
                .path("model")
                .asString(adapter.path("model").asString(""))
                .strip();
        if (model.isEmpty()) {
            throw new DataException(place, "names no model, and adapter_spec neither", FIX);
        }
        JsonNode result = state.path("result");
        if (!result.isObject()) {
            throw new DataException(place, "has no result", "finish the run of HELM");
        }
        if (!result.path("success").asBoolean(false)) {
            one(
                    model,
                    id.stringValue(),
                    prompt,
                    Ending.failed(result.path("error").asString("")),
                    place);
            return;
        }
        if (!result.path("completions").isArray() || result.path("completions").isEmpty()) {
            throw new DataException(place, "succeeded without completions", FIX);
        }
        for (JsonNode completion : result.path("completions")) {
            one(model, id.stringValue(), prompt, ending(completion, place), place);
        }
    }

    /** Perturbed instances share an id and differ in their text. */
    private void one(String model, String id, String prompt, Ending ending, String place) {
        into.add(new CollectedAnswer("", model, id, repetitions.next(model, id), prompt, ending), place);
    }

    private static Ending ending(JsonNode completion, String place) {
        if (!completion.path("text").isString()) {
            throw new DataException(place, "has a completion without text", FIX);
        }
        String text = completion.get("text").stringValue();
        return switch (completion.path("finish_reason").path("reason").asString("")) {
            case "length" -> Ending.truncated(text, "finish reason length");
            case "content_filter" -> Ending.filtered(text, "finish reason content_filter");
            default -> Ending.of(text);
        };
    }
}
