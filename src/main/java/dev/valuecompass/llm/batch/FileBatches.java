package dev.valuecompass.llm.batch;

import dev.valuecompass.io.Json;
import dev.valuecompass.llm.openai.OpenAiEndpoint;
import dev.valuecompass.llm.openai.ServiceCalls;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Batches whose requests are uploaded as a file and whose results are files: OpenAI's form, and Mistral's. */
final class FileBatches implements BatchService {
    static final Words OPENAI = new Words(
            "batches",
            "output_file_id",
            "error_file_id",
            Set.of("completed", "failed", "expired", "cancelled"),
            "completed",
            "expired",
            false);
    static final Words MISTRAL = new Words(
            "batch/jobs",
            "output_file",
            "error_file",
            Set.of("SUCCESS", "FAILED", "TIMEOUT_EXCEEDED", "CANCELLED"),
            "SUCCESS",
            "TIMEOUT_EXCEEDED",
            true);

    private static final String URL = "/v1/chat/completions";
    private static final String MARKER = "value_compass";
    private static final String METADATA = "metadata";
    private static final int PAGE = 100;
    private static final int MOST_PAGES = 50;

    private final ServiceCalls calls;
    private final Words words;
    private final int hours;

    /**
     * What differs from one provider to the other.
     *
     * @param jobs the path of batches
     * @param output the member that names the file of answers
     * @param error that of the errors
     * @param ends states after which nothing more comes
     * @param complete the one in which all calls have ended
     * @param expired the one in which time was up
     * @param jobNamesModel whether the job names the model and lists come by page numbers
     */
    record Words(
            String jobs,
            String output,
            String error,
            Set<String> ends,
            String complete,
            String expired,
            boolean jobNamesModel) {}

    FileBatches(OpenAiEndpoint endpoint, Words words) {
        this.calls = endpoint.service();
        this.hours = endpoint.batches().hours();
        this.words = words;
    }

    @Override
    public byte[] line(String digest, String body) {
        byte[] line = RequestFiles.line(digest, body);
        if (!words.jobNamesModel()) {
            return line;
        }
        JsonNode request = Json.tree(new String(line, StandardCharsets.UTF_8), "request");
        ((ObjectNode) request.get("body")).remove("model");
        return (Json.line(new TreeMap<>(Map.of("custom_id", digest, "body", request.get("body")))) + "\n")
                .getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public String submit(String marker, String model, Path lines) {
        JsonNode file = calls.upload("files", Map.of("purpose", "batch"), "compass-" + marker + ".jsonl", lines);
        return begin(Ids.of(file.path("id")), marker, model);
    }

    /** Makes a batch of a file that is there. @return its id */
    String begin(String input, String marker, String model) {
        Map<String, String> metadata = Map.of(MARKER, marker);
        return Ids.of(calls.post(
                        words.jobs(),
                        words.jobNamesModel()
                                ? Map.of(
                                        "input_files",
                                        List.of(input),
                                        "model",
                                        model,
                                        "endpoint",
                                        URL,
                                        "timeout_hours",
                                        hours,
                                        METADATA,
                                        metadata)
                                : Map.of(
                                        "input_file_id",
                                        input,
                                        "endpoint",
                                        URL,
                                        "completion_window",
                                        "24h",
                                        METADATA,
                                        metadata))
                .path("id"));
    }

    @Override
    public Optional<String> find(LostBatch lost) {
        String after = "";
        for (int page = 0; page < MOST_PAGES; page++) {
            JsonNode list = list(page, after);
            for (JsonNode batch : list.path("data")) {
                if (batch.path(METADATA).path(MARKER).asString("").equals(lost.marker())) {
                    return Optional.of(Ids.of(batch.path("id")));
                }
                after = batch.path("id").asString("");
            }
            boolean more = words.jobNamesModel()
                    ? list.path("data").size() == PAGE
                    : list.path("has_more").asBoolean(false) && !after.isEmpty();
            if (!more) {
                return Optional.empty();
            }
        }
        return Optional.empty();
    }

    private JsonNode list(int page, String after) {
        Map<String, String> query = new TreeMap<>();
        if (words.jobNamesModel()) {
            query.put("page", Integer.toString(page));
            query.put("page_size", Integer.toString(PAGE));
        } else {
            query.put("limit", Integer.toString(PAGE));
            if (!after.isEmpty()) {
                query.put("after", after);
            }
        }
        return calls.get(words.jobs(), query);
    }

    @Override
    public Standing look(String id) {
        JsonNode batch = calls.get(words.jobs() + "/" + id, Map.of());
        String state = batch.path("status").asString("");
        JsonNode counts = words.jobNamesModel() ? batch : batch.path("request_counts");
        long done = words.jobNamesModel()
                ? counts.path("completed_requests").asLong(0)
                : counts.path("completed").asLong(0) + counts.path("failed").asLong(0);
        List<String> files = Stream.of(words.output(), words.error())
                .map(batch::path)
                .filter(name -> name.isString() && !name.stringValue().isEmpty())
                .map(Ids::of)
                .toList();
        return new Standing(
                words.ends().contains(state),
                state.equals(words.complete()),
                state.equals(words.complete()) || state.equals(words.expired()),
                done,
                state + why(batch),
                files);
    }

    private static String why(JsonNode batch) {
        JsonNode errors = batch.path("errors");
        JsonNode first = errors.isArray() ? errors.path(0) : errors.path("data").path(0);
        String said = first.path("message").asString("");
        return said.isEmpty() ? "" : ": " + Ids.shortened(said);
    }

    @Override
    public void fetch(String file, Path into) {
        calls.download("files/" + file + "/content", Map.of(), into);
    }

    @Override
    public void greet() {
        list(0, "");
    }
}
