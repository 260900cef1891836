package dev.valuecompass.llm.batch;

import dev.valuecompass.llm.openai.OpenAiEndpoint;
import dev.valuecompass.llm.openai.ServiceCalls;
import dev.valuecompass.llm.openai.ServiceTrouble;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;

/**
 * Gemini's batches: jobs in OpenAI's form, as its compatibility layer takes them, and files and the list of jobs by its own API, since that
 * layer has none. The file of requests is named after the marker, by which the list tells a job; where the list names no files, one of
 * the same size that was made since may be it, and is known by its results.
 */
final class GeminiBatches implements BatchService {
    private static final String KEY = "x-goog-api-key";
    private static final int PAGE = 100;
    private static final int MOST_PAGES = 50;

    /** Clocks differ. */
    private static final Duration SKEW = Duration.ofMinutes(5);

    private final FileBatches jobs;
    private final ServiceCalls own;
    private final ServiceCalls uploads;
    private final ServiceCalls downloads;

    GeminiBatches(OpenAiEndpoint endpoint) {
        this.jobs = new FileBatches(endpoint, FileBatches.OPENAI);
        this.own = endpoint.service(GeminiBatches::own, KEY, Map.of());
        this.uploads = endpoint.service(path -> "/upload" + own(path), KEY, Map.of());
        this.downloads = endpoint.service(path -> "/download" + own(path), KEY, Map.of());
    }

    private static String own(String path) {
        return path.replaceAll("/openai/?$", "");
    }

    @Override
    public byte[] line(String digest, String body) {
        return jobs.line(digest, body);
    }

    @Override
    public String submit(String marker, String model, Path lines) {
        try {
            uploads.uploadInSteps("files", Map.of("file", Map.of("name", file(marker))), lines);
        } catch (ServiceTrouble e) {
            // An earlier attempt brought it, and its end was lost.
            if (!e.taken()) {
                throw e;
            }
        }
        return jobs.begin(file(marker), marker, model);
    }

    private static String file(String marker) {
        return "files/" + marker;
    }

    @Override
    public Optional<String> find(LostBatch lost) {
        String token = "";
        for (int page = 0; page < MOST_PAGES; page++) {
            JsonNode list = list(PAGE, token);
            for (JsonNode batch : list.path("operations")) {
                if (isThat(batch.path("metadata"), Ids.of(batch.path("name")), lost)) {
                    return Optional.of(Ids.of(batch.path("name")));
                }
            }
            token = list.path("nextPageToken").asString("");
            if (token.isEmpty()) {
                return Optional.empty();
            }
        }
        return Optional.empty();
    }

    private static boolean isThat(JsonNode batch, String id, LostBatch lost) {
        String file = batch.path("inputConfig").path("fileName").asString("");
        return file.isEmpty()
                ? !lost.known().contains(id)
                        && batch.path("batchStats").path("requestCount").asLong(0) == lost.requests()
                        && !made(batch).isBefore(lost.made().minus(SKEW))
                : file.equals(file(lost.marker()));
    }

    private static Instant made(JsonNode batch) {
        try {
            return Instant.parse(batch.path("createTime").asString(""));
        } catch (DateTimeException e) {
            return Instant.MAX;
        }
    }

    private JsonNode list(int size, String token) {
        Map<String, String> query = new TreeMap<>(Map.of("pageSize", Integer.toString(size)));
        if (!token.isEmpty()) {
            query.put("pageToken", token);
        }
        return own.get("batches", query);
    }

    @Override
    public Standing look(String id) {
        return jobs.look(id);
    }

    @Override
    public void fetch(String file, Path into) {
        downloads.download(file + ":download", Map.of("alt", "media"), into);
    }

    @Override
    public void greet() {
        list(1, "");
    }
}
