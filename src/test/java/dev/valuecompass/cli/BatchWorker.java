package dev.valuecompass.cli;

import dev.valuecompass.io.Json;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import tools.jackson.databind.JsonNode;

/**
 * Works through a file of requests as a batch service does: posts each body to the address that its line names, and writes
 * what comes back in an order of its own. Of twenty calls one fails, and of a hundred one is lost.
 */
final class BatchWorker {
    private static final double FAILING = 0.05;
    private static final double LOST = 0.01;

    private final HttpClient http = HttpClient.newHttpClient();
    private final String host;
    private final Random chance;
    int asked;
    int failed;
    int lost;

    /** @param address of a server, which ends in its version */
    BatchWorker(String address, long seed) {
        this.host = address.replaceAll("/v1$", "");
        this.chance = new Random(seed);
    }

    /** Output and error file, beside the requests. */
    List<Path> work(Path requests) throws IOException, InterruptedException {
        List<String> output = new ArrayList<>();
        List<String> errors = new ArrayList<>();
        for (String line : Files.readAllLines(requests)) {
            JsonNode request = Json.tree(line, "request");
            asked++;
            double fate = chance.nextDouble();
            if (fate < LOST) {
                lost++;
            } else if (fate < LOST + FAILING) {
                failed++;
                errors.add(
                        result(request, 500, Map.of("error", Map.of("message", "try again", "type", "server_error"))));
            } else {
                HttpResponse<String> reply = http.send(
                        HttpRequest.newBuilder(
                                        URI.create(host + request.get("url").stringValue()))
                                .method(
                                        request.get("method").stringValue(),
                                        HttpRequest.BodyPublishers.ofString(
                                                request.get("body").toString()))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
                output.add(result(request, reply.statusCode(), Json.tree(reply.body(), "reply")));
            }
        }
        Collections.shuffle(output, chance);
        return List.of(write(requests, "output", output), write(requests, "errors", errors));
    }

    private static String result(JsonNode request, int status, Object body) {
        Map<String, Object> result = new HashMap<>();
        result.put("id", "batch_req_1");
        result.put("custom_id", request.get("custom_id"));
        result.put("response", Map.of("status_code", status, "request_id", "r", "body", body));
        result.put("error", null);
        return Json.line(result);
    }

    private static Path write(Path requests, String kind, List<String> lines) throws IOException {
        Path file = requests.resolveSibling(requests.getFileName() + "." + kind);
        Files.write(file, lines);
        return file;
    }
}
