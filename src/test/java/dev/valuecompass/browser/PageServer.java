package dev.valuecompass.browser;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Serves folders on loopback as GitHub Pages would; of two folders with the same file the first one wins. */
final class PageServer implements AutoCloseable {
    private static final Map<String, String> TYPES = Map.of(
            "html", "text/html; charset=utf-8",
            "css", "text/css",
            "js", "text/javascript",
            "svg", "image/svg+xml",
            "json", "application/json");

    private final List<Path> folders;
    private final HttpServer server;

    PageServer(Path... folders) throws IOException {
        this.folders = List.of(folders);
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
    }

    /** Scheme, host and port; ends with a slash. */
    String origin() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/";
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            String path = exchange.getRequestURI().getPath().substring(1);
            Path file = find(path.isEmpty() || path.endsWith("/") ? path + "index.html" : path);
            if (file == null) {
                exchange.sendResponseHeaders(404, -1);
                return;
            }
            byte[] bytes = Files.readAllBytes(file);
            String name = file.getFileName().toString();
            String type = TYPES.getOrDefault(name.substring(name.lastIndexOf('.') + 1), "application/octet-stream");
            exchange.getResponseHeaders().set("Content-Type", type);
            exchange.sendResponseHeaders(200, bytes.length == 0 ? -1 : bytes.length);
            exchange.getResponseBody().write(bytes);
        }
    }

    private Path find(String path) {
        return folders.stream()
                .map(folder -> folder.resolve(path).normalize())
                .filter(file -> folders.stream().anyMatch(file::startsWith) && Files.isRegularFile(file))
                .findFirst()
                .orElse(null);
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
