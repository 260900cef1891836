package dev.valuecompass.llm.batch;

import dev.valuecompass.io.DataException;
import dev.valuecompass.io.FileFault;
import dev.valuecompass.io.Json;
import dev.valuecompass.llm.Attempt;
import dev.valuecompass.llm.Attempt.Fate;
import dev.valuecompass.llm.ChatRequest;
import dev.valuecompass.llm.Connection;
import dev.valuecompass.llm.Outcome;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Writes requests instead of sending them, in the form of OpenAI's batch input: a JSON object a line with the call's digest as
 * {@code custom_id}. A file holds one model of one endpoint, as batch services and engines want it, and no more than
 * they take. Nothing has its final name before {@link #finish}; a file that is there is never replaced, since it may
 * have been sent. Safe for many threads.
 */
public final class RequestFiles implements AutoCloseable {
    /** Where batch services and {@code vllm run-batch} look for chat completions, whatever the endpoint's own path is. */
    private static final String URL = "/v1/chat/completions";

    private final Path target;
    private final Limits limits;
    private final Map<String, Lane> lanes = new TreeMap<>();
    private final Set<String> written = new HashSet<>();

    /**
     * What a file may hold.
     *
     * @param requests at most
     * @param bytes at most
     */
    public record Limits(int requests, long bytes) {
        /** What OpenAI takes; others take more. */
        public static final Limits USUAL = new Limits(50_000, 200_000_000);
    }

    /**
     * A file that was written.
     *
     * @param endpoint id of the endpoint that its calls are for
     * @param model the name by which that endpoint knows the model
     */
    public record WrittenFile(String file, String endpoint, String model, int requests, long bytes) {}

    /** One model of an endpoint, and its files so far; the last one is open. */
    private static final class Lane {
        private final String endpoint;
        private final String model;
        private final List<Path> parts = new ArrayList<>();
        private final List<Integer> requests = new ArrayList<>();
        private OutputStream open;
        private long bytes;

        Lane(String endpoint, String model) {
            this.endpoint = endpoint;
            this.model = model;
        }
    }

    /** @param target the file when one is enough; otherwise its name with the model and a number before the ending */
    public RequestFiles(Path target, Limits limits) {
        this.target = target.toAbsolutePath();
        this.limits = limits;
        refuseTaken(this.target);
        if (Files.isRegularFile(this.target.getParent())) {
            throw new DataException(this.target.getParent(), "is a file, not a folder", "name another place");
        }
    }

    private static void refuseTaken(Path file) {
        if (Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
            throw new DataException(
                    file,
                    Files.isDirectory(file) ? "is a folder" : "is there already, and may have been sent",
                    "name another file; nothing was written");
        }
    }

    /** The endpoint behind which requests are written down; those that need no network are answered as ever. */
    public Connection before(Connection connection) {
        return connection.answering(request -> {
            if (!connection.remote()) {
                return connection.attempt(request);
            }
            write(request, connection.key(request.identity()).digest(), connection.body(request));
            return Attempt.failed(Fate.FINAL, Outcome.CANCELLED, "written to a file")
                    .free();
        });
    }

    private synchronized void write(ChatRequest request, String digest, String body) {
        if (!written.add(digest)) {
            return;
        }
        Lane lane = lanes.computeIfAbsent(
                request.endpoint() + "\n" + request.model(), key -> new Lane(request.endpoint(), request.model()));
        byte[] line = line(digest, body);
        if (line.length > limits.bytes()) {
            throw new DataException(
                    target,
                    "one request of " + request.model() + " takes " + line.length + " bytes, more than a file may hold",
                    "allow larger files: --most-megabytes");
        }
        try {
            add(lane, line);
        } catch (IOException e) {
            throw FileFault.writing(target, e);
        }
    }

    private void add(Lane lane, byte[] line) throws IOException {
        int last = lane.parts.size() - 1;
        boolean full =
                last < 0 || lane.requests.get(last) >= limits.requests() || lane.bytes + line.length > limits.bytes();
        if (full) {
            if (lane.open != null) {
                lane.open.close();
            }
            Files.createDirectories(target.getParent());
            Path part = Files.createTempFile(target.getParent(), ".requests", ".part");
            lane.parts.add(part);
            lane.requests.add(0);
            lane.open = new BufferedOutputStream(Files.newOutputStream(part));
            lane.bytes = 0;
            last++;
        }
        lane.open.write(line);
        lane.bytes += line.length;
        lane.requests.set(last, lane.requests.get(last) + 1);
    }

    /** {@code stream} is left out: whoever works through a file streams nothing, and some refuse the word. */
    static byte[] line(String digest, String body) {
        JsonNode request = Json.tree(body, "request");
        if (request instanceof ObjectNode object) {
            object.remove("stream");
        }
        Map<String, Object> line =
                new TreeMap<>(Map.of("custom_id", digest, "method", "POST", "url", URL, "body", request));
        return (Json.line(line) + "\n").getBytes(StandardCharsets.UTF_8);
    }

    /**
     * Gives the files their names.
     *
     * @return what was written, by endpoint and model; empty when nothing is missing
     * @throws DataException when a name is taken; nothing was written then
     */
    public synchronized List<WrittenFile> finish() {
        List<WrittenFile> files = new ArrayList<>();
        List<Path> parts = new ArrayList<>();
        boolean alone =
                lanes.size() == 1 && lanes.values().iterator().next().parts.size() == 1;
        try {
            for (Lane lane : lanes.values()) {
                lane.open.close();
                for (int part = 0; part < lane.parts.size(); part++) {
                    Path name = alone ? target : name(lane, part);
                    refuseTaken(name);
                    parts.add(lane.parts.get(part));
                    files.add(new WrittenFile(
                            name.toString(),
                            lane.endpoint,
                            lane.model,
                            lane.requests.get(part),
                            Files.size(lane.parts.get(part))));
                }
            }
            for (int i = 0; i < files.size(); i++) {
                Files.move(parts.get(i), Path.of(files.get(i).file()), StandardCopyOption.ATOMIC_MOVE);
            }
        } catch (IOException e) {
            throw FileFault.writing(target, e);
        }
        return files;
    }

    private Path name(Lane lane, int part) {
        String file = target.getFileName().toString();
        int dot = file.lastIndexOf('.');
        String stem = dot > 0 ? file.substring(0, dot) : file;
        String ending = dot > 0 ? file.substring(dot) : "";
        List<String> words = lanes.values().stream().map(RequestFiles::words).toList();
        boolean alike = words.stream().filter(words(lane)::equals).count() > 1;
        String number = alike ? "-" + (List.copyOf(lanes.values()).indexOf(lane) + 1) : "";
        return target.resolveSibling(stem + "." + words(lane) + number + (part == 0 ? "" : "." + (part + 1)) + ending);
    }

    private static String words(Lane lane) {
        return (lane.endpoint + "-" + lane.model).toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
    }

    /** Removes what was not given a name. */
    @Override
    public synchronized void close() {
        for (Lane lane : lanes.values()) {
            try {
                if (lane.open != null) {
                    lane.open.close();
                }
                for (Path part : lane.parts) {
                    Files.deleteIfExists(part);
                }
            } catch (IOException e) {
                throw FileFault.writing(target, e);
            }
        }
    }
}
