package dev.valuecompass.llm.openai;

import static org.assertj.core.api.Assertions.assertThat;

import dev.valuecompass.config.Endpoint;
import dev.valuecompass.config.EndpointFields;
import dev.valuecompass.config.RateLimits;
import dev.valuecompass.io.DataFolder;
import dev.valuecompass.llm.Attempt;
import dev.valuecompass.llm.Attempt.Fate;
import dev.valuecompass.llm.ChatRequest;
import dev.valuecompass.llm.Message;
import dev.valuecompass.llm.Outcome;
import dev.valuecompass.llm.Purpose;
import dev.valuecompass.llm.Sampling;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Semaphore;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLPeerUnverifiedException;
import okhttp3.HttpUrl;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Connections that hold more than one answer, and addresses behind which nothing answers as it ought to. */
class ConnectionFaultsTest {
    private static final int TIMES = 20;

    @TempDir
    Path folder;

    private OpenAiEndpoint open(String url) {
        Endpoint endpoint = EndpointFields.builder()
                .id("web")
                .kind(Endpoint.Kind.OPENAI)
                .baseUrl(url)
                .keyEnv("")
                .file("")
                .profile("")
                .concurrency(4)
                .timeout(Duration.ofSeconds(10))
                .retries(0)
                .limits(RateLimits.NONE)
                .batch(false)
                .build();
        return OpenAiEndpoint.open(endpoint, DataFolder.over(folder), Map.of(), InstantSource.system());
    }

    private static Attempt ask(OpenAiEndpoint endpoint, int number) {
        return endpoint.attempt(new ChatRequest(
                Purpose.OPINION,
                "web",
                "m",
                List.of(Message.user("question " + number)),
                new Sampling(null, null, 9),
                0));
    }

    private static String chunked(String content) {
        String answer = FaultServer.ok(content);
        String body = answer.substring(answer.indexOf("\r\n\r\n") + 4);
        return "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n" + Integer.toHexString(body.length()) + "\r\n"
                + body + "\r\n0\r\n\r\n";
    }

    @Test
    void anOrdinaryConnectionIsUsedAgain() throws IOException {
        for (boolean inChunks : new boolean[] {false, true}) {
            try (FaultServer server = new FaultServer(
                    (n, out) -> FaultServer.write(out, inChunks ? chunked("yes") : FaultServer.ok("yes")))) {
                OpenAiEndpoint endpoint = open(server.url());
                for (int i = 0; i < TIMES; i++) {
                    assertThat(ask(endpoint, i).result().text()).isEqualTo("yes");
                }
                assertThat(server.open).hasValue(1);
            }
        }
    }

    /** Each answer is followed by something, and no question gets anything but its own answer; nothing is asked twice. */
    @ParameterizedTest
    @ValueSource(strings = {"answer", "timeout", "line ends", "half", "chunked answer"})
    void whatLiesBehindAnAnswerIsNeverTheAnswerToTheNextQuestion(String more) throws IOException {
        String rest = Map.of(
                        "answer", FaultServer.ok("POISONED"),
                        "timeout", "HTTP/1.1 408 Request Timeout\r\nContent-Length: 0\r\n\r\n",
                        "line ends", "\r\n\r\n",
                        "half", FaultServer.ok("POISONED").substring(0, 30),
                        "chunked answer", chunked("POISONED"))
                .get(more);
        try (FaultServer server = new FaultServer((n, out) -> FaultServer.write(out, FaultServer.ok("a" + n) + rest))) {
            OpenAiEndpoint endpoint = open(server.url());
            for (int i = 1; i <= TIMES; i++) {
                assertThat(ask(endpoint, i).result().text()).isEqualTo("a" + i);
            }
            assertThat(server.heads).hasSize(TIMES);
        }
    }

    @Test
    void whatComesLateIsNeverTheAnswerToTheNextQuestion() throws Exception {
        Semaphore read = new Semaphore(0);
        Semaphore poisoned = new Semaphore(0);
        try (FaultServer server = new FaultServer((n, out) -> {
            FaultServer.write(out, FaultServer.ok("a" + n));
            read.acquire();
            try {
                FaultServer.write(out, FaultServer.ok("POISONED"));
            } finally {
                poisoned.release();
            }
        })) {
            OpenAiEndpoint endpoint = open(server.url());
            for (int i = 1; i <= 3; i++) {
                assertThat(ask(endpoint, i).result().text()).isEqualTo("a" + i);
                read.release();
                poisoned.acquire();
                // Long enough for what was written to cross the loopback.
                Thread.sleep(50);
            }
        }
    }

    /** Where an answer ends is not counted in chunks, so the question was sent when it shows; it is asked again. */
    @Test
    void whatLiesBehindChunksIsNotTakenEither() throws IOException {
        try (FaultServer server = new FaultServer((n, out) -> {
            String number = FaultServer.body().replaceFirst("(?s).*question (\\d+).*", "$1");
            FaultServer.write(out, chunked("a" + number) + FaultServer.ok("POISONED"));
        })) {
            OpenAiEndpoint endpoint = open(server.url());
            assertThat(ask(endpoint, 1).result().text()).isEqualTo("a1");
            Attempt second = ask(endpoint, 2);
            assertThat(second.fate()).isEqualTo(Fate.TRANSIENT);
            assertThat(second.result().detail()).contains("there before it was asked");
            assertThat(ask(endpoint, 3).result().text()).isEqualTo("a3");
        }
    }

    @Test
    void anEarlyHintIsNoSecondAnswer() throws IOException {
        try (FaultServer server = new FaultServer((n, out) ->
                FaultServer.write(out, "HTTP/1.1 103 Early Hints\r\nLink: </x>\r\n\r\n" + FaultServer.ok("a" + n)))) {
            OpenAiEndpoint endpoint = open(server.url());
            for (int i = 1; i <= 3; i++) {
                assertThat(ask(endpoint, i).result().text()).isEqualTo("a" + i);
            }
        }
    }

    private static void expectHopeless(Attempt attempt, String... words) {
        assertThat(attempt.fate()).isEqualTo(Fate.HOPELESS);
        assertThat(attempt.unbilled()).isTrue();
        assertThat(attempt.result().outcome()).isEqualTo(Outcome.TRANSPORT_ERROR);
        assertThat(attempt.result().detail()).contains(words);
    }

    /** Answers whoever connects with these bytes, and listens on. */
    private static ServerSocket saying(ServerSocket server, byte[] bytes) {
        Thread thread = new Thread(() -> {
            while (!server.isClosed()) {
                try (Socket socket = server.accept()) {
                    InputStream in = socket.getInputStream();
                    in.read(new byte[4096]);
                    socket.getOutputStream().write(bytes);
                    socket.getOutputStream().flush();
                    socket.shutdownOutput();
                    in.readAllBytes();
                } catch (IOException e) {
                    // The client does not like it, or the server is closed.
                }
            }
        });
        thread.setDaemon(true);
        thread.start();
        return server;
    }

    private static ServerSocket listening() throws IOException {
        return new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    }

    @Test
    void plainHttpToAPortOfHttpsIsNamedWithTheFix() throws IOException {
        byte[] alert = {21, 3, 3, 0, 2, 2, 70};
        byte[] nginx = ("HTTP/1.1 400 Bad Request\r\nContent-Length: 57\r\n\r\n"
                        + "<h1>The plain HTTP request was sent to HTTPS port</h1>\r\n\r\n")
                .getBytes(StandardCharsets.UTF_8);
        for (byte[] bytes : List.of(alert, nginx)) {
            try (ServerSocket server = saying(listening(), bytes)) {
                String address = "127.0.0.1:" + server.getLocalPort();
                expectHopeless(
                        ask(open("http://" + address + "/v1"), 1),
                        address + " speaks HTTPS only; write https:// in the base URL");
            }
        }
    }

    @Test
    void httpsToAPortOfPlainHttpIsNamedWithTheFix() throws IOException {
        byte[] bytes = "HTTP/1.1 400 Bad Request\r\nContent-Length: 0\r\n\r\n".getBytes(StandardCharsets.UTF_8);
        try (ServerSocket server = saying(listening(), bytes)) {
            String address = "127.0.0.1:" + server.getLocalPort();
            expectHopeless(
                    ask(open("https://" + address + "/v1"), 1),
                    address + " does not speak HTTPS; write http:// in the base URL");
        }
    }

    @Test
    void aCertificateThatNobodyVouchesForIsNamedWithTheFix() throws Exception {
        Path store = folder.resolve("keys.p12");
        String keytool =
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
        Process process = new ProcessBuilder(
                        keytool,
                        "-genkeypair",
                        "-alias",
                        "a",
                        "-keyalg",
                        "EC",
                        "-dname",
                        "CN=localhost",
                        "-keystore",
                        store.toString(),
                        "-storetype",
                        "PKCS12",
                        "-storepass",
                        "secret",
                        "-validity",
                        "3650")
                .redirectErrorStream(true)
                .start();
        String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(printed).isZero();
        KeyStore keys = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(store)) {
            keys.load(in, "secret".toCharArray());
        }
        KeyManagerFactory factory = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        factory.init(keys, "secret".toCharArray());
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(factory.getKeyManagers(), null, null);
        ServerSocket socket =
                context.getServerSocketFactory().createServerSocket(0, 50, InetAddress.getLoopbackAddress());
        try (ServerSocket server = saying(socket, new byte[0])) {
            expectHopeless(
                    ask(open("https://127.0.0.1:" + server.getLocalPort() + "/v1"), 1),
                    "the certificate of 127.0.0.1 is not accepted (",
                    "unable to find valid certification path",
                    "check the base URL and the clock",
                    "trustStore");
        }
    }

    @Test
    void aCertificateOfAnotherHostIsNamedWithTheFix() {
        HttpUrl url = HttpUrl.parse("https://api.example.org/v1");
        expectHopeless(
                Loss.of(
                        new SSLPeerUnverifiedException("Hostname api.example.org not verified:\n  certificate: x"),
                        url,
                        Secret.none()),
                "the certificate of api.example.org is not accepted (Hostname api.example.org not verified)",
                "check the base URL");
    }
}
