package dev.valuecompass.llm.openai;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/** A server that does what no server should: each request is handled by a rule that has the bare socket. */
final class FaultServer implements AutoCloseable {
    /** What to do with the request number (from 1) on this socket. */
    interface Rule {
        void serve(int request, OutputStream out) throws IOException, InterruptedException;
    }

    private static final ThreadLocal<String> BODY = new ThreadLocal<>();

    final List<String> heads = new CopyOnWriteArrayList<>();
    final AtomicInteger open = new AtomicInteger();
    private final AtomicInteger requests = new AtomicInteger();
    private final ServerSocket server;
    private final Rule rule;

    FaultServer(Rule rule) throws IOException {
        this.rule = rule;
        this.server = new ServerSocket(0, 100, InetAddress.getLoopbackAddress());
        Thread accepting = new Thread(this::accept, "fault-server");
        accepting.setDaemon(true);
        accepting.start();
    }

    String url() {
        return "http://127.0.0.1:" + server.getLocalPort() + "/v1";
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                Socket socket = server.accept();
                Thread thread = new Thread(() -> talk(socket), "fault-socket");
                thread.setDaemon(true);
                thread.start();
            } catch (IOException e) {
                return;
            }
        }
    }

    private void talk(Socket socket) {
        open.incrementAndGet();
        try (socket) {
            InputStream in = new BufferedInputStream(socket.getInputStream());
            while (readRequest(in)) {
                Thread watch = Thread.currentThread();
                rule.serve(requests.incrementAndGet(), socket.getOutputStream());
                if (watch.isInterrupted()) {
                    return;
                }
            }
        } catch (IOException | InterruptedException e) {
            // The client has gone, or the rule has had enough: the socket is closed either way.
        } finally {
            open.decrementAndGet();
        }
    }

    private boolean readRequest(InputStream in) throws IOException {
        StringBuilder head = new StringBuilder();
        while (head.indexOf("\r\n\r\n") < 0) {
            int c = in.read();
            if (c < 0) {
                return false;
            }
            head.append((char) c);
        }
        String lower = head.toString().toLowerCase(Locale.ROOT);
        int at = lower.indexOf("content-length: ");
        int length = Integer.parseInt(lower.substring(at + 16, lower.indexOf('\r', at)));
        BODY.set(new String(in.readNBytes(length), StandardCharsets.UTF_8));
        heads.add(head.toString());
        return true;
    }

    /** For a rule: what it was asked. A request that the client takes back may be lost, so counting them is no help there. */
    static String body() {
        return BODY.get();
    }

    static void write(OutputStream out, String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.UTF_8));
        out.flush();
    }

    static String ok(String content) {
        String body = "{\"choices\":[{\"finish_reason\":\"stop\",\"message\":{\"content\":\"" + content + "\"}}]}";
        return "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: "
                + body.getBytes(StandardCharsets.UTF_8).length + "\r\n\r\n" + body;
    }

    @Override
    public void close() {
        try {
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
