package dev.valuecompass.pipeline;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.valuecompass.io.DataFolder;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * The site on this machine: rendered, served on the loopback address only, and rendered again when a data file changes.
 * Open pages ask for the number of the rendering and reload when it has grown; the script for that is added while
 * serving, never to the rendered files.
 */
public final class Preview implements AutoCloseable {
    private static final String VERSION_PATH = "/__rendering";
    private static final String SCRIPT_PATH = "/__reload.js";
    private static final String SCRIPT = """
            let seen;
            setInterval(async () => {
              const now = await (await fetch("/__rendering")).text();
              if (seen !== undefined && now !== seen) location.reload();
              seen = now;
            }, 1000);
            """;
    private static final Map<String, String> TYPES = Map.ofEntries(
            Map.entry("html", "text/html; charset=utf-8"),
            Map.entry("css", "text/css; charset=utf-8"),
            Map.entry("js", "text/javascript; charset=utf-8"),
            Map.entry("json", "application/json; charset=utf-8"),
            Map.entry("jsonl", "application/jsonl; charset=utf-8"),
            Map.entry("csv", "text/csv; charset=utf-8"),
            Map.entry("svg", "image/svg+xml"),
            Map.entry("png", "image/png"),
            Map.entry("xml", "application/xml; charset=utf-8"),
            Map.entry("txt", "text/plain; charset=utf-8"),
            Map.entry("zip", "application/zip"));

    private final DataFolder data;
    private final Optional<Path> config;
    private final Path out;
    private final HttpServer server;
    private final Consumer<String> progress;
    private final AtomicLong rendering = new AtomicLong();

    private Preview(DataFolder data, Optional<Path> config, Path out, HttpServer server, Consumer<String> progress) {
        this.data = data;
        this.config = config;
        this.out = out;
        this.server = server;
        this.progress = progress;
    }

    /**
     * @param config the leaderboard file; empty where there is none
     * @param port 0 takes any free one
     */
    public static Preview start(DataFolder data, Optional<Path> config, Path out, int port, Consumer<String> progress)
            throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        Preview preview = new Preview(data, config, out, server, progress);
        preview.render();
        server.createContext("/", preview::answer);
        server.setExecutor(Executors.newFixedThreadPool(4, task -> {
            Thread thread = new Thread(task, "preview");
            thread.setDaemon(true);
            return thread;
        }));
        server.start();
        return preview;
    }

    public String address() {
        return "http://localhost:" + server.getAddress().getPort() + "/";
    }

    /** Renders again whenever a data file changes, until the thread is interrupted. */
    public void watch() throws IOException {
        long before = newest();
        try {
            while (!Thread.currentThread().isInterrupted()) {
                Thread.sleep(500);
                long now = newest();
                if (now != before) {
                    before = now;
                    render();
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }

    /** A mistake in a data file is shown and the last good site stays: the next save tries again. */
    private void render() {
        try {
            Publishing.SiteOptions form = Publishing.form(data, config);
            progress.accept(
                    Publishing.render(data, out, form.at(Optional.empty())).text());
            rendering.incrementAndGet();
        } catch (dev.valuecompass.io.DataException e) {
            if (rendering.get() == 0) {
                throw e;
            }
            progress.accept(e.getMessage());
        }
    }

    private long newest() throws IOException {
        try (Stream<Path> files = Files.walk(data.own())) {
            return files.filter(Files::isRegularFile)
                    .mapToLong(file -> file.toFile().lastModified() * 31 + file.hashCode())
                    .sum();
        }
    }

    private void answer(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        switch (path) {
            case VERSION_PATH -> send(exchange, 200, "txt", Long.toString(rendering.get()));
            case SCRIPT_PATH -> send(exchange, 200, "js", SCRIPT);
            default -> file(exchange, path);
        }
    }

    private void file(HttpExchange exchange, String path) throws IOException {
        Path root = out.toAbsolutePath().normalize();
        Path file = root.resolve("." + path).normalize();
        if (Files.isDirectory(file)) {
            file = file.resolve("index.html");
        }
        boolean found = file.startsWith(root) && Files.isRegularFile(file);
        Path served = found ? file : root.resolve("404.html");
        String name = served.getFileName().toString();
        String ending = name.substring(name.lastIndexOf('.') + 1);
        byte[] bytes = Files.readAllBytes(served);
        if (ending.equals("html")) {
            String page = new String(bytes, StandardCharsets.UTF_8);
            bytes = page.replace("</head>", "<script src=\"" + SCRIPT_PATH + "\"></script></head>")
                    .getBytes(StandardCharsets.UTF_8);
        }
        send(exchange, found ? 200 : 404, ending, bytes);
    }

    private static void send(HttpExchange exchange, int status, String ending, String text) throws IOException {
        send(exchange, status, ending, text.getBytes(StandardCharsets.UTF_8));
    }

    private static void send(HttpExchange exchange, int status, String ending, byte[] bytes) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", TYPES.getOrDefault(ending, "application/octet-stream"));
        exchange.getResponseHeaders().set("Cache-Control", "no-store");
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        if (bytes.length > 0) {
            exchange.getResponseBody().write(bytes);
        }
        exchange.close();
    }
}
