package dev.valuecompass.llm.batch;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.valuecompass.io.Json;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.IntPredicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/**
 * A provider's batches behind a loopback address, in the documented form of OpenAI, Mistral, Anthropic or Gemini. Works a batch off
 * when it is looked at, and keeps a bill at half of one dollar a million tokens of prompt and two of output.
 */
public final class LoopbackBatches implements AutoCloseable {
    static {
        // Otherwise each answer waits 40 ms for an acknowledgement.
        System.setProperty("sun.net.httpserver.nodelay", "true");
    }

    private static final Pattern PART = Pattern.compile("\r\n\r\n(.*?)\r\n--", Pattern.DOTALL);

    /** Half the price of so many tokens in and out, in dollars a million. */
    public static final BigDecimal INPUT = new BigDecimal("1");

    public static final BigDecimal OUTPUT = new BigDecimal("2");

    private final String form;
    private final Function<JsonNode, String> model;
    private final HttpServer server;
    private final Map<String, String> files = new HashMap<>();
    private final Map<String, Batch> batches = new LinkedHashMap<>();
    private final Map<String, Integer> answers = new TreeMap<>();
    private final List<String> seen = Collections.synchronizedList(new ArrayList<>());
    private BigDecimal bill = BigDecimal.ZERO;
    private int requests;
    private int singles;

    /** Whether a request, by its number from 1, is answered with 503 and not looked at. */
    public IntPredicate broken = number -> false;

    /** Whether a request is worked off and its answer is lost. */
    public IntPredicate torn = number -> false;

    /** How a row ends, by chance: below the first number it is lost, below the second it fails. */
    public double lost;

    public double failing;

    /** How a batch ends, by its number from 1. */
    public Function<Integer, String> ends = number -> "completed";

    /** Milliseconds that a request takes. */
    public int slow;

    /** Whether Gemini's list says of which files its batches are. */
    public boolean naming = true;

    /** Whether the place to upload to is on another host. */
    public boolean elsewhere;

    private String place = "";
    private boolean taken;
    public int looks = 1;
    public Random chance = new Random(7);
    public Runnable created = () -> {};

    private static final class Batch {
        private final String id;
        private final String marker;
        private final Instant made = Instant.now();
        private final List<JsonNode> rows;
        private String input = "";
        private int looked;
        private String state = "in_progress";
        private String output = "";
        private String errors = "";

        Batch(String id, String marker, List<JsonNode> rows) {
            this.id = id;
            this.marker = marker;
            this.rows = rows;
        }
    }

    /** @param model the body of a reply to the body of a request */
    public LoopbackBatches(String form, Function<JsonNode, String> model) throws IOException {
        this.form = form;
        this.model = model;
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 64);
        server.createContext("/", this::take);
        server.start();
    }

    public String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + (form.equals("gemini") ? "/v1beta/openai" : "/v1");
    }

    /** What was billed, in dollars. */
    public synchronized BigDecimal bill() {
        return bill;
    }

    public synchronized int batches() {
        return batches.size();
    }

    /** How often each call was answered, by its digest. */
    public synchronized Map<String, Integer> answers() {
        return new TreeMap<>(answers);
    }

    /** Calls that came by themselves. */
    public synchronized int singles() {
        return singles;
    }

    public synchronized int requests() {
        return requests;
    }

    /** Method, path and some headers of each request. */
    public List<String> seen() {
        return seen;
    }

    private synchronized void take(HttpExchange exchange) throws IOException {
        try (exchange) {
            requests++;
            String path = exchange.getRequestURI().getPath().replaceFirst("^/v1(beta/openai)?/", "");
            seen.add(exchange.getRequestMethod() + " " + path + " "
                    + exchange.getRequestHeaders().getFirst("Authorization") + " "
                    + exchange.getRequestHeaders().getFirst("x-api-key") + " "
                    + exchange.getRequestHeaders().getFirst("anthropic-version") + " "
                    + exchange.getRequestHeaders().getFirst("x-goog-api-key"));
            place = "";
            String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            pause();
            if (broken.test(requests)) {
                reply(exchange, 503, "{\"error\":{\"message\":\"try later\"}}");
                return;
            }
            String answer = answer(exchange.getRequestMethod() + " " + path, query(exchange), body);
            if (torn.test(requests)) {
                return;
            }
            if (!place.isEmpty()) {
                exchange.getResponseHeaders().set("X-Goog-Upload-URL", place);
            }
            if (taken) {
                taken = false;
                reply(exchange, 409, "{\"error\":{\"message\":\"there is such a file\"}}");
                return;
            }
            reply(exchange, answer == null ? 404 : 200, answer == null ? "{\"error\":{\"message\":\"none\"}}" : answer);
        }
    }

    private void pause() {
        try {
            Thread.sleep(slow);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void reply(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    private static Map<String, String> query(HttpExchange exchange) {
        Map<String, String> query = new HashMap<>();
        String text = exchange.getRequestURI().getRawQuery();
        if (text != null) {
            for (String pair : text.split("&")) {
                String[] both = pair.split("=", 2);
                query.put(both[0], URLDecoder.decode(both[1], StandardCharsets.UTF_8));
            }
        }
        return query;
    }

    private String jobs() {
        return switch (form) {
            case "mistral" -> "batch/jobs";
            case "anthropic" -> "messages/batches";
            default -> "batches";
        };
    }

    private String answer(String call, Map<String, String> query, String body) {
        if (call.equals("POST files")) {
            String id = "file-" + (files.size() + 1);
            Matcher part = PART.matcher(body);
            String last = "";
            while (part.find()) {
                last = part.group(1);
            }
            files.put(id, last);
            return Json.line(Map.of("id", id, "purpose", "batch"));
        }
        if (form.equals("gemini") && call.contains("/v1beta/")) {
            return own(call, query, body);
        }
        if (call.equals("POST chat/completions")) {
            singles++;
            return model.apply(Json.tree(body, "request"));
        }
        if (call.equals("POST " + jobs())) {
            return create(Json.tree(body, "request"));
        }
        if (call.equals("GET " + jobs())) {
            return list(query);
        }
        if (call.startsWith("GET files/")) {
            return files.get(call.replaceAll("GET files/|/content", ""));
        }
        String id = call.replace("GET " + jobs() + "/", "").replace("/results", "");
        Batch batch = batches.get(id);
        if (batch == null) {
            return null;
        }
        if (call.endsWith("/results")) {
            return batch.output;
        }
        if (++batch.looked >= looks && batch.state.equals("in_progress")) {
            work(batch, List.copyOf(batches.keySet()).indexOf(id) + 1);
        }
        return Json.line(shown(batch));
    }

    /** Gemini's own API for files and lists. */
    private String own(String call, Map<String, String> query, String body) {
        if (call.equals("POST /upload/v1beta/files")) {
            String name = Json.tree(body, "request").at("/file/name").stringValue();
            taken = files.containsKey(name);
            place = address().replace("/v1beta/openai", "/place/v1beta/" + name);
            place = elsewhere ? place.replace("127.0.0.1", "example.org") : place;
            return "{}";
        }
        if (call.startsWith("POST /place/v1beta/")) {
            String name = call.replace("POST /place/v1beta/", "");
            files.put(name, body);
            return Json.line(Map.of("file", Map.of("name", name)));
        }
        if (call.equals("GET /v1beta/batches")) {
            int most = Integer.parseInt(query.get("pageSize"));
            int from = Integer.parseInt(query.getOrDefault("pageToken", "0"));
            List<Batch> all = new ArrayList<>(batches.values());
            Collections.reverse(all);
            int to = Math.min(all.size(), from + most);
            List<Map<String, Object>> shown =
                    all.subList(from, to).stream().map(this::operation).toList();
            return Json.line(
                    to < all.size()
                            ? Map.of("operations", shown, "nextPageToken", Integer.toString(to))
                            : Map.of("operations", shown));
        }
        return files.get(call.replaceAll("GET /download/v1beta/|:download", ""));
    }

    private Map<String, Object> operation(Batch batch) {
        Map<String, Object> metadata = new HashMap<>(Map.of(
                "createTime", batch.made.toString(),
                "batchStats", Map.of("requestCount", Integer.toString(batch.rows.size()))));
        if (naming) {
            metadata.put("inputConfig", Map.of("fileName", batch.input));
        }
        return Map.of("name", batch.id, "metadata", metadata);
    }

    private String create(JsonNode request) {
        String id = (form.equals("gemini") ? "batches/" : "batch_") + (batches.size() + 1);
        List<JsonNode> rows = new ArrayList<>();
        if (form.equals("anthropic")) {
            request.get("requests").forEach(rows::add);
        } else {
            JsonNode file = form.equals("mistral") ? request.get("input_files").get(0) : request.get("input_file_id");
            files.get(file.stringValue()).lines().forEach(line -> rows.add(Json.tree(line, "line")));
        }
        String marker = request.path("metadata").path("value_compass").asString("");
        batches.put(id, new Batch(id, marker, rows));
        batches.get(id).input = request.path("input_file_id").asString("");
        created.run();
        return Json.line(shown(batches.get(id)));
    }

    private String list(Map<String, String> query) {
        List<Batch> newest = new ArrayList<>(batches.values());
        Collections.reverse(newest);
        int most = Integer.parseInt(query.getOrDefault("limit", query.getOrDefault("page_size", "20")));
        int from = Integer.parseInt(query.getOrDefault("page", "0")) * most;
        String after = query.getOrDefault("after", query.getOrDefault("after_id", ""));
        for (int i = 0; i < newest.size(); i++) {
            from = newest.get(i).id.equals(after) ? i + 1 : from;
        }
        List<Batch> page = newest.subList(Math.min(from, newest.size()), Math.min(newest.size(), from + most));
        return Json.line(Map.of(
                "data", page.stream().map(this::shown).toList(), "has_more", from + page.size() < newest.size()));
    }

    private void work(Batch batch, int number) {
        String end = ends.apply(number);
        int until = end.equals("completed") ? batch.rows.size() : end.equals("failed") ? 0 : batch.rows.size() / 2;
        List<String> output = new ArrayList<>();
        List<String> errors = new ArrayList<>();
        for (int i = 0; i < until; i++) {
            JsonNode row = batch.rows.get(i);
            double fate = chance.nextDouble();
            if (fate < lost) {
                continue;
            }
            if (fate < lost + failing) {
                errors.add(failed(row));
            } else {
                output.add(answered(row));
            }
        }
        for (int i = until; i < batch.rows.size() && form.equals("anthropic"); i++) {
            output.add(Json.line(Map.of(
                    "custom_id", batch.rows.get(i).get("custom_id"),
                    "result", Map.of("type", end.equals("expired") ? "expired" : "canceled"))));
        }
        Collections.shuffle(output, chance);
        batch.state = end;
        if (form.equals("anthropic")) {
            output.addAll(errors);
            batch.output = String.join("\n", output);
            return;
        }
        String name = form.equals("gemini") ? "files/batch-" + number : "file-" + batch.id;
        batch.output = output.isEmpty() ? "" : name + "-out";
        batch.errors = errors.isEmpty() ? "" : name + "-err";
        files.put(name + "-out", String.join("\n", output) + "\n");
        files.put(name + "-err", String.join("\n", errors));
    }

    private String failed(JsonNode row) {
        Object error = Map.of("error", Map.of("type", "api_error", "message", "try again"));
        return form.equals("anthropic")
                ? Json.line(
                        Map.of("custom_id", row.get("custom_id"), "result", Map.of("type", "errored", "error", error)))
                : Json.line(Map.of(
                        "custom_id", row.get("custom_id"), "response", Map.of("status_code", 500, "body", error)));
    }

    private String answered(JsonNode row) {
        String digest = row.get("custom_id").stringValue();
        answers.merge(digest, 1, Integer::sum);
        JsonNode reply = Json.tree(model.apply(row.get(form.equals("anthropic") ? "params" : "body")), "reply");
        JsonNode usage = reply.path("usage");
        long in = usage.path("prompt_tokens").asLong(usage.path("input_tokens").asLong(0));
        long out = usage.path("completion_tokens")
                .asLong(usage.path("output_tokens").asLong(0));
        bill = bill.add(INPUT.multiply(BigDecimal.valueOf(in))
                .add(OUTPUT.multiply(BigDecimal.valueOf(out)))
                .movePointLeft(6)
                .multiply(new BigDecimal("0.5")));
        return form.equals("anthropic")
                ? Json.line(Map.of("custom_id", digest, "result", Map.of("type", "succeeded", "message", reply)))
                : Json.line(Map.of("custom_id", digest, "response", Map.of("status_code", 200, "body", reply)));
    }

    private Map<String, Object> shown(Batch batch) {
        Map<String, Object> shown = new HashMap<>();
        boolean ended = !batch.state.equals("in_progress");
        shown.put("id", batch.id);
        switch (form) {
            case "anthropic" -> {
                shown.put("processing_status", ended ? "ended" : "in_progress");
                shown.put("created_at", batch.made.toString());
                shown.put("cancel_initiated_at", batch.state.equals("cancelled") ? batch.made.toString() : null);
                shown.put(
                        "request_counts",
                        Map.of(
                                "processing",
                                ended ? 0 : batch.rows.size(),
                                "succeeded",
                                ended ? batch.rows.size() : 0));
            }
            case "mistral" -> {
                shown.put(
                        "status",
                        Map.of(
                                        "in_progress", "RUNNING",
                                        "completed", "SUCCESS",
                                        "expired", "TIMEOUT_EXCEEDED",
                                        "cancelled", "CANCELLED",
                                        "failed", "FAILED")
                                .get(batch.state));
                shown.put("output_file", batch.output.isEmpty() ? null : batch.output);
                shown.put("error_file", batch.errors.isEmpty() ? null : batch.errors);
                shown.put("completed_requests", ended ? batch.rows.size() : 0);
                shown.put("metadata", Map.of("value_compass", batch.marker));
            }
            default -> {
                shown.put("object", "batch");
                shown.put("status", batch.state);
                shown.put("created_at", batch.made.getEpochSecond());
                shown.put("output_file_id", batch.output.isEmpty() ? null : batch.output);
                shown.put("error_file_id", batch.errors.isEmpty() ? null : batch.errors);
                shown.put(
                        "request_counts", Map.of("total", batch.rows.size(), "completed", ended ? 1 : 0, "failed", 0));
                shown.put("metadata", Map.of("value_compass", batch.marker));
            }
        }
        return shown;
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
