package dev.valuecompass.browser;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.apache.commons.io.file.PathUtils;

/** Firefox without a window, through the WebDriver BiDi that it has built in (w3.org/TR/webdriver-bidi). */
final class Firefox implements OtherEngine {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String LISTENING = "WebDriver BiDi listening on ";
    private static final int SECONDS = 180;

    private final Path profile;
    private final Process process;
    private final WebSocket socket;
    private final BlockingQueue<String> answers = new LinkedBlockingQueue<>();
    private final String tab;
    private int sent;

    Firefox(Path program) throws Exception {
        profile = Files.createTempDirectory("firefox");
        Files.writeString(profile.resolve("user.js"), """
                user_pref("datareporting.policy.dataSubmissionEnabled", false);
                user_pref("toolkit.telemetry.enabled", false);
                user_pref("app.update.enabled", false);
                user_pref("network.captive-portal-service.enabled", false);
                user_pref("network.connectivity-service.enabled", false);
                user_pref("services.settings.server", "http://127.0.0.1:9/");
                user_pref("browser.safebrowsing.malware.enabled", false);
                user_pref("intl.accept_languages", "en");
                """);
        ProcessBuilder start = new ProcessBuilder(
                program.toString(),
                "--headless",
                "--no-remote",
                "--profile",
                profile.toString(),
                "--width=1280",
                "--height=900",
                "--remote-debugging-port=0");
        start.environment().put("HOME", profile.toString());
        start.environment().put("MOZ_CRASHREPORTER_DISABLE", "1");
        process = start.redirectErrorStream(true).start();
        socket = HttpClient.newHttpClient()
                .newWebSocketBuilder()
                .buildAsync(URI.create(address() + "/session"), new Texts())
                .get(SECONDS, TimeUnit.SECONDS);
        send("session.new", Map.of("capabilities", Map.of()));
        tab = send("browsingContext.getTree", Map.of())
                .at("/contexts/0/context")
                .asText();
    }

    /** As Firefox says it when it is ready; what it says afterwards is thrown away. */
    private String address() throws IOException {
        BufferedReader output =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        for (String line = output.readLine(); line != null; line = output.readLine()) {
            if (line.contains(LISTENING)) {
                Thread rest = new Thread(() -> output.lines().forEach(said -> {}), "firefox");
                rest.setDaemon(true);
                rest.start();
                return line.substring(line.indexOf(LISTENING) + LISTENING.length())
                        .strip();
            }
        }
        throw new IOException("Firefox ended before it listened");
    }

    @Override
    public void open(String address) throws Exception {
        send("browsingContext.navigate", Map.of("context", tab, "url", address, "wait", "complete"));
    }

    @Override
    public JsonNode run(String body) throws Exception {
        JsonNode result = send(
                "script.evaluate",
                Map.of("expression", OtherEngine.asJson(body), "target", Map.of("context", tab), "awaitPromise", true));
        return OtherEngine.value(JSON.readTree(result.at("/result/value").asText()));
    }

    private JsonNode send(String method, Object parameters) throws Exception {
        int id = ++sent;
        socket.sendText(JSON.writeValueAsString(Map.of("id", id, "method", method, "params", parameters)), true)
                .get(SECONDS, TimeUnit.SECONDS);
        while (true) {
            String text = answers.poll(SECONDS, TimeUnit.SECONDS);
            if (text == null) {
                throw new AssertionError("no answer to " + method);
            }
            JsonNode answer = JSON.readTree(text);
            if (answer.path("id").asInt() == id) {
                if (answer.path("type").asText().equals("error")) {
                    throw new AssertionError(text);
                }
                return answer.path("result");
            }
        }
    }

    private final class Texts implements WebSocket.Listener {
        private final StringBuilder text = new StringBuilder();

        @Override
        public CompletionStage<?> onText(WebSocket from, CharSequence part, boolean last) {
            text.append(part);
            if (last) {
                answers.add(text.toString());
                text.setLength(0);
            }
            from.request(1);
            return null;
        }
    }

    @Override
    public void close() {
        socket.abort();
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
        try {
            process.waitFor(10, TimeUnit.SECONDS);
            PathUtils.deleteDirectory(profile);
        } catch (IOException | InterruptedException e) {
            // The folder lies among the machine's temporary ones.
            return;
        }
    }
}
