package dev.valuecompass.llm.batch;

import dev.valuecompass.io.FileFault;
import dev.valuecompass.io.Json;
import dev.valuecompass.llm.openai.OpenAiEndpoint;
import dev.valuecompass.llm.openai.ServiceCalls;
import java.io.BufferedOutputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Anthropic's message batches: requests of its own API in one body. They carry no marker, so one that was lost is sought
 * among those of its size that were made since, and known by its results.
 */
final class MessageBatches implements BatchService {
    private static final String PATH = "messages/batches";
    private static final int PAGE = 100;
    private static final int MOST_PAGES = 10;

    /** Clocks differ. */
    private static final Duration SKEW = Duration.ofMinutes(5);

    private final ServiceCalls calls;

    MessageBatches(OpenAiEndpoint endpoint) {
        this.calls = endpoint.service(path -> path, "x-api-key", Map.of("anthropic-version", "2023-06-01"));
    }

    @Override
    public byte[] line(String digest, String body) {
        ObjectNode request = (ObjectNode) Json.tree(body, "request");
        request.remove("stream");
        List<String> system = new ArrayList<>();
        List<JsonNode> messages = new ArrayList<>();
        for (JsonNode message : request.path("messages")) {
            String role = message.path("role").asString("");
            if (role.equals("user") || role.equals("assistant")) {
                messages.add(message);
            } else {
                system.add(message.path("content").asString(""));
            }
        }
        request.remove("messages");
        request.putArray("messages").addAll(messages);
        if (!system.isEmpty()) {
            request.put("system", String.join("\n\n", system));
        }
        return (Json.line(new TreeMap<>(Map.of("custom_id", digest, "params", request))) + "\n")
                .getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public String submit(String marker, String model, Path lines) {
        Path body = lines.resolveSibling(lines.getFileName() + ".json");
        try {
            write(lines, body);
            return Ids.of(calls.post(PATH, body).path("id"));
        } finally {
            try {
                Files.deleteIfExists(body);
            } catch (IOException e) {
                // It lies in a folder that is removed afterwards.
            }
        }
    }

    private static void write(Path lines, Path body) {
        try (BufferedReader reader = Files.newBufferedReader(lines);
                OutputStream out = new BufferedOutputStream(Files.newOutputStream(body))) {
            out.write("{\"requests\":[".getBytes(StandardCharsets.UTF_8));
            String line = reader.readLine();
            while (line != null) {
                out.write(line.getBytes(StandardCharsets.UTF_8));
                line = reader.readLine();
                out.write(line == null ? ']' : ',');
            }
            out.write('}');
        } catch (IOException e) {
            throw FileFault.writing(body, e);
        }
    }

    @Override
    public Optional<String> find(LostBatch lost) {
        String after = "";
        for (int page = 0; page < MOST_PAGES; page++) {
            Map<String, String> query = new TreeMap<>(Map.of("limit", Integer.toString(PAGE)));
            if (!after.isEmpty()) {
                query.put("after_id", after);
            }
            JsonNode list = calls.get(PATH, query);
            for (JsonNode batch : list.path("data")) {
                String id = Ids.of(batch.path("id"));
                if (made(batch).isBefore(lost.made().minus(SKEW))) {
                    return Optional.empty();
                }
                if (!lost.known().contains(id) && total(batch) == lost.requests()) {
                    return Optional.of(id);
                }
                after = id;
            }
            if (!list.path("has_more").asBoolean(false)) {
                return Optional.empty();
            }
        }
        return Optional.empty();
    }

    private static Instant made(JsonNode batch) {
        try {
            return Instant.parse(batch.path("created_at").asString(""));
        } catch (DateTimeException e) {
            return Instant.MAX;
        }
    }

    private static long total(JsonNode batch) {
        long total = 0;
        for (JsonNode count : batch.path("request_counts")) {
            total += count.asLong(0);
        }
        return total;
    }

    @Override
    public Standing look(String id) {
        JsonNode batch = calls.get(PATH + "/" + id, Map.of());
        String state = batch.path("processing_status").asString("");
        boolean ended = state.equals("ended");
        boolean cancelled = batch.hasNonNull("cancel_initiated_at");
        JsonNode counts = batch.path("request_counts");
        return new Standing(
                ended,
                ended && !cancelled,
                ended && !cancelled,
                total(batch) - counts.path("processing").asLong(0),
                ended && cancelled ? "cancelled" : state,
                ended ? List.of(id) : List.of());
    }

    @Override
    public void fetch(String file, Path into) {
        calls.download(PATH + "/" + file + "/results", Map.of(), into);
    }

    @Override
    public void greet() {
        calls.get(PATH, Map.of("limit", "1"));
    }
}
