package dev.valuecompass.cli;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.valuecompass.io.DataFolder;
import dev.valuecompass.io.Json;
import dev.valuecompass.llm.ChatRequest;
import dev.valuecompass.llm.Message;
import dev.valuecompass.llm.Purpose;
import dev.valuecompass.llm.Sampling;
import dev.valuecompass.llm.offline.SimulatedEndpoint;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import tools.jackson.databind.JsonNode;

/**
 * The fictional models behind a loopback address, as a provider serves them: what is wanted of them they have to see from
 * the prompt. Counts what it is asked.
 */
final class SimulatedProvider implements AutoCloseable {
    private static final int LATENCY_MILLIS = 20;

    private final SimulatedEndpoint models;
    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final AtomicInteger requests = new AtomicInteger();

    SimulatedProvider(Path data) throws IOException {
        models = SimulatedEndpoint.open(DataFolder.over(data), "simulated/alike.yml", 20);
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 256);
        server.setExecutor(threads);
        server.createContext("/", this::answer);
        server.start();
    }

    String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/v1";
    }

    int requests() {
        return requests.get();
    }

    void forget() {
        requests.set(0);
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            JsonNode body =
                    Json.tree(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8), "request");
            requests.incrementAndGet();
            Thread.sleep(LATENCY_MILLIS);
            String prompt = body.get("messages").get(0).get("content").stringValue();
            String text = models.attempt(new ChatRequest(
                            purpose(prompt),
                            "panel",
                            body.get("model").stringValue(),
                            List.of(Message.user(prompt)),
                            new Sampling(1.0, 0.95, 1024),
                            0))
                    .result()
                    .text();
            byte[] answer = Json.line(Map.of(
                            "choices",
                            List.of(Map.of(
                                    "finish_reason", "stop", "message", Map.of("role", "assistant", "content", text))),
                            "usage",
                            Map.of("prompt_tokens", 100, "completion_tokens", 50)))
                    .getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, answer.length);
            exchange.getResponseBody().write(answer);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static Purpose purpose(String prompt) {
        String form = prompt.strip().lines().reduce("", (before, line) -> line);
        if (prompt.contains("Stance:")) {
            return Purpose.OPINION;
        }
        if (form.startsWith("Advice:")) {
            return Purpose.REFLECT;
        }
        return prompt.contains("\nAdvice: ") ? Purpose.REFINE : Purpose.EXPLORE;
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
