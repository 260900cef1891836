package dev.valuecompass.browser;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.ConnectException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** WebKitGTK's own small browser, on a screen that nobody sees, through its WebDriver (w3.org/TR/webdriver2). */
final class WebKit implements OtherEngine {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Process screen;
    private final Process driver;
    private final HttpClient client = HttpClient.newHttpClient();
    private final String server;
    private String session;

    WebKit(Path xvfb, Path webDriver, Path miniBrowser) throws Exception {
        screen = new ProcessBuilder(
                        xvfb.toString(), "-displayfd", "1", "-screen", "0", "1400x1000x24", "-nolisten", "tcp")
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        int port;
        try (ServerSocket free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
        server = "http://127.0.0.1:" + port;
        ProcessBuilder start = new ProcessBuilder(webDriver.toString(), "--port=" + port)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD);
        String display =
                new BufferedReader(new InputStreamReader(screen.getInputStream(), StandardCharsets.UTF_8)).readLine();
        start.environment().put("DISPLAY", ":" + display);
        // It shows nothing but our own pages, and its sandbox needs rights that containers seldom have.
        start.environment().put("WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS", "1");
        start.environment().put("LIBGL_ALWAYS_SOFTWARE", "1");
        driver = start.start();
        session = "/session/"
                + send(
                                "/session",
                                Map.of(
                                        "capabilities",
                                        Map.of(
                                                "alwaysMatch",
                                                Map.of(
                                                        "browserName",
                                                        "MiniBrowser",
                                                        "webkitgtk:browserOptions",
                                                        Map.of(
                                                                "binary",
                                                                miniBrowser.toString(),
                                                                "args",
                                                                List.of("--automation"))))))
                        .path("sessionId")
                        .asText();
        send(session + "/timeouts", Map.of("script", 120_000));
    }

    @Override
    public void open(String address) throws Exception {
        send(session + "/url", Map.of("url", address));
    }

    @Override
    public JsonNode run(String body) throws Exception {
        String script = "const done = arguments[arguments.length - 1]; " + OtherEngine.asJson(body) + ".then(done);";
        JsonNode text = send(session + "/execute/async", Map.of("script", script, "args", List.of()));
        return OtherEngine.value(JSON.readTree(text.asText()));
    }

    private JsonNode send(String path, Object body) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(server + path))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(body)))
                .build();
        for (int i = 0; ; i++) {
            try {
                HttpResponse<String> response = client.send(request, HttpResponse.BodyHandlers.ofString());
                if (response.statusCode() != 200) {
                    throw new AssertionError(response.body());
                }
                return JSON.readTree(response.body()).path("value");
            } catch (ConnectException e) {
                if (i == 600) {
                    throw e;
                }
                TimeUnit.MILLISECONDS.sleep(100);
            }
        }
    }

    @Override
    public void close() {
        driver.descendants().forEach(ProcessHandle::destroyForcibly);
        driver.destroyForcibly();
        screen.destroyForcibly();
    }
}
