package dev.valuecompass.cli;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.valuecompass.browser.TestTools;
import dev.valuecompass.io.Json;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import tools.jackson.databind.JsonNode;

/**
 * A mock of the OpenAI API that nobody here wrote, which breaks a share of its answers, behind a door that cuts some
 * bodies short, since the mock itself cannot.
 */
final class ForeignMock implements AutoCloseable {
    private final java.lang.Process mock;
    private final int port;
    private final double cutRate;
    private final HttpServer door;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final Random dice = new Random(20);
    private final Map<String, Integer> cut = new ConcurrentHashMap<>();

    /** One request that reached the mock. */
    record Entry(String model, String text, boolean served) {}

    /**
     * @param fixtures the mock's answers
     * @param chaos its faults, as command line options
     * @param cutRate share of its answers that are cut short on their way
     */
    ForeignMock(Path fixtures, List<String> chaos, double cutRate) throws IOException, InterruptedException {
        this.cutRate = cutRate;
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }
        List<String> command = new ArrayList<>(List.of(
                TestTools.node().toString(),
                TestTools.providerMock().toString(),
                "--port",
                Integer.toString(port),
                "--fixtures",
                fixtures.toString(),
                "--journal-max",
                "0",
                "--log-level",
                "silent"));
        command.addAll(chaos);
        mock = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(fixtures.resolveSibling("mock.log").toFile())
                .start();
        awaitStart();
        door = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        door.setExecutor(threads);
        door.createContext("/", this::pass);
        door.start();
    }

    private void awaitStart() throws IOException, InterruptedException {
        long end = System.nanoTime() + Duration.ofSeconds(60).toNanos();
        while (true) {
            try {
                get("/__aimock/health");
                return;
            } catch (IOException e) {
                if (System.nanoTime() > end) {
                    close();
                    throw e;
                }
                Thread.sleep(50);
            }
        }
    }

    String url() {
        return "http://127.0.0.1:" + door.getAddress().getPort() + "/v1";
    }

    /** Everything that reached the mock, in order. */
    List<Entry> journal() throws IOException, InterruptedException {
        List<Entry> entries = new ArrayList<>();
        for (JsonNode row : Json.tree(get("/__aimock/journal"), "journal")) {
            if (row.get("path").asString().endsWith("/chat/completions")) {
                JsonNode response = row.get("response");
                entries.add(new Entry(
                        row.at("/body/model").asString(),
                        row.at("/body/messages/0/content").asString(),
                        response.get("status").asInt() == 200 && !response.has("chaosAction")));
            }
        }
        return entries;
    }

    /** How many sound answers with this text in their request were cut short on their way. */
    int cut(String model, String text) {
        return cut.getOrDefault(model + "\n" + text, 0);
    }

    private String get(String path) throws IOException, InterruptedException {
        return client.send(
                        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                                .build(),
                        HttpResponse.BodyHandlers.ofString())
                .body();
    }

    private void pass(HttpExchange exchange) throws IOException {
        try (exchange) {
            byte[] body = exchange.getRequestBody().readAllBytes();
            HttpResponse<byte[]> answer = client.send(
                    HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + exchange.getRequestURI()))
                            .header("Content-Type", "application/json")
                            .POST(HttpRequest.BodyPublishers.ofByteArray(body))
                            .build(),
                    HttpResponse.BodyHandlers.ofByteArray());
            answer.headers()
                    .firstValue("Retry-After")
                    .ifPresent(value -> exchange.getResponseHeaders().set("Retry-After", value));
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(answer.statusCode(), answer.body().length);
            boolean whole = answer.statusCode() != 200 || !sound(answer.body()) || dice() >= cutRate;
            if (!whole) {
                JsonNode request = Json.tree(new String(body, java.nio.charset.StandardCharsets.UTF_8), "request");
                cut.merge(
                        request.at("/model").asString() + "\n"
                                + request.at("/messages/0/content").asString(),
                        1,
                        Integer::sum);
            }
            exchange.getResponseBody().write(answer.body(), 0, whole ? answer.body().length : 40);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static boolean sound(byte[] body) {
        return body.length > 40 && body[1] == '"';
    }

    private synchronized double dice() {
        return dice.nextDouble();
    }

    @Override
    public void close() {
        mock.destroyForcibly();
        if (door != null) {
            door.stop(0);
        }
        threads.shutdownNow();
    }
}
