package dev.valuecompass.importing.exchange;

import dev.valuecompass.importing.exchange.CollectedAnswer.Ending;
import dev.valuecompass.io.DataException;
import dev.valuecompass.io.Digest;
import dev.valuecompass.io.Json;
import dev.valuecompass.io.JsonLines;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import tools.jackson.databind.JsonNode;

/**
 * A sample file of Every Eval Ever. An answer that several metrics look at stands there once for each: of equal ones as
 * many are taken as one metric has.
 */
final class EveryEvalSamples {
    private static final String FIX = "mend the line, or leave it out";

    private final CollectedAnswers into;
    private final Repetitions repetitions = new Repetitions();

    private EveryEvalSamples(CollectedAnswers into) {
        this.into = into;
    }

    static void read(Path file, CollectedAnswers into) {
        EveryEvalSamples samples = new EveryEvalSamples(into);
        int[] read = {0};
        JsonLines.forEachLine(file, (line, number) -> {
            read[0]++;
            String place = file + ":" + number;
            into.tolerating(() -> samples.add(Json.foreignTree(line, place), place));
        });
        if (read[0] == 0) {
            throw new DataException(file, "holds no sample", "leave the file out");
        }
    }

    private void add(JsonNode sample, String place) {
        if (!sample.isObject()) {
            throw new DataException(place, "is not an object", FIX);
        }
        EveryEval.refuseOther(sample, place);
        String model = required(sample, "model_id", place);
        String id = required(sample, "sample_id", place);
        String evaluation = required(sample, "evaluation_id", place);
        String metric = sample.path("evaluation_result_id").asString(required(sample, "evaluation_name", place));
        JsonNode raw = sample.path("input").path("raw");
        if (!raw.isString() || raw.stringValue().isBlank()) {
            throw new DataException(place, "has no input.raw", FIX);
        }
        String prompt = raw.stringValue().strip();
        for (Ending ending : endings(sample, place)) {
            String same = Digest.sha256(Json.line(List.of(prompt, ending)));
            int number = repetitions.next(evaluation, metric, model, id, same);
            into.add(new CollectedAnswer(evaluation + " " + same, model, id, number, prompt, ending), place);
        }
    }

    private static List<Ending> endings(JsonNode sample, String place) {
        if (sample.path("error").isString()
                && !sample.path("error").stringValue().isBlank()) {
            return List.of(Ending.failed(sample.path("error").stringValue()));
        }
        return switch (sample.path("interaction_type").asString("")) {
            case "single_turn" -> single(sample.path("output").path("raw"), place);
            case "multi_turn", "agentic" -> {
                if (!sample.path("messages").isArray()) {
                    throw new DataException(place, "has no messages", FIX);
                }
                yield List.of(Ending.of(ChatText.last(sample.path("messages"), "assistant", UnaryOperator.identity())));
            }
            default ->
                throw new DataException(place, "its interaction_type is none of single_turn, multi_turn, agentic", FIX);
        };
    }

    private static List<Ending> single(JsonNode raw, String place) {
        if (!raw.isArray()) {
            throw new DataException(place, "has no output.raw", FIX);
        }
        List<Ending> endings = new ArrayList<>();
        for (JsonNode answer : raw) {
            if (!answer.isString()) {
                throw new DataException(place, "output.raw holds what is no text", FIX);
            }
            endings.add(Ending.of(answer.stringValue()));
        }
        return endings.isEmpty() ? List.of(Ending.of("")) : endings;
    }

    private static String required(JsonNode sample, String field, String place) {
        JsonNode value = sample.path(field);
        if (!value.isString() || value.stringValue().isBlank()) {
            throw new DataException(place, "has no " + field, FIX);
        }
        return value.stringValue();
    }
}
