package dev.valuecompass.llm.openai;

import dev.valuecompass.io.DataException;
import dev.valuecompass.io.FileFault;
import dev.valuecompass.io.Json;
import dev.valuecompass.llm.Attempt;
import dev.valuecompass.llm.Attempt.Fate;
import dev.valuecompass.llm.Outcome;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import okhttp3.HttpUrl;
import okhttp3.MediaType;
import okhttp3.MultipartBody;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import okio.BufferedSource;
import tools.jackson.databind.JsonNode;

/**
 * Calls of an endpoint's service beside chat completions: JSON, and files both ways. Nothing is repeated here, and the key
 * goes nowhere but to the configured address.
 */
public final class ServiceCalls {
    private static final MediaType JSON = MediaType.get("application/json");
    private static final MediaType TEXT = MediaType.get("text/plain");
    private static final MediaType LINES = MediaType.get("application/jsonl");

    /** Far above what the largest batch answers. */
    private static final long LONGEST_FILE = 8L << 30;

    private static final int PIECE = 64 << 10;

    private final OpenAiEndpoint endpoint;
    private final HttpUrl base;
    private final OkHttpClient client;
    private final String key;
    private final Map<String, String> headers;

    /**
     * @param key the header that carries the key; empty for what the profile says
     * @param headers beside the key
     */
    ServiceCalls(OpenAiEndpoint endpoint, HttpUrl base, OkHttpClient client, String key, Map<String, String> headers) {
        this.endpoint = endpoint;
        this.base = base;
        this.client = client;
        this.key = key;
        this.headers = headers;
    }

    /** @param path below the base URL, whose parts need no escaping @throws ServiceTrouble when it gives no JSON */
    public JsonNode get(String path, Map<String, String> query) {
        return json(request(path, query).get().build());
    }

    /** Sends JSON. @throws ServiceTrouble when it is refused, or nobody knows */
    public JsonNode post(String path, Map<String, Object> body) {
        return json(request(path, Map.of())
                .post(RequestBody.create(Json.line(body), JSON))
                .build());
    }

    /** Sends a file that holds JSON. @throws ServiceTrouble when it is refused, or nobody knows */
    public JsonNode post(String path, Path body) {
        return json(request(path, Map.of())
                .post(RequestBody.create(body.toFile(), JSON))
                .build());
    }

    /** Uploads a file of lines. @throws ServiceTrouble when it is refused, or nobody knows */
    public JsonNode upload(String path, Map<String, String> fields, String name, Path file) {
        MultipartBody.Builder form = new MultipartBody.Builder().setType(MultipartBody.FORM);
        fields.forEach(form::addFormDataPart);
        form.addFormDataPart("file", name, RequestBody.create(file.toFile(), LINES));
        return json(request(path, Map.of()).post(form.build()).build());
    }

    /**
     * Uploads a file in the two steps of Google's services: a place is asked for, then the file goes there, without the key.
     *
     * @param about what is said of the file
     * @throws ServiceTrouble when it is refused, or nobody knows
     */
    public JsonNode uploadInSteps(String path, Map<String, Object> about, Path file) {
        RequestBody lines = RequestBody.create(file.toFile(), TEXT);
        Request begin = request(path, Map.of())
                .header("X-Goog-Upload-Protocol", "resumable")
                .header("X-Goog-Upload-Command", "start")
                .header(
                        "X-Goog-Upload-Header-Content-Length",
                        Long.toString(file.toFile().length()))
                .header("X-Goog-Upload-Header-Content-Type", TEXT.toString())
                .post(RequestBody.create(Json.line(about), JSON))
                .build();
        HttpUrl place;
        try (Response response = client.newCall(begin).execute()) {
            if (!response.isSuccessful()) {
                throw refusal(response);
            }
            place = HttpUrl.parse(response.header("X-Goog-Upload-URL", ""));
        } catch (IOException e) {
            throw new ServiceTrouble(0, Loss.of(e, base, endpoint.secret()));
        }
        if (place == null
                || !place.scheme().equals(base.scheme())
                || !place.host().equals(base.host())) {
            throw new ServiceTrouble(
                    0,
                    Attempt.failed(
                            Fate.HOPELESS,
                            Outcome.PROVIDER_ERROR,
                            "the service names no place of its own to upload to"));
        }
        return json(new Request.Builder()
                .url(place)
                .header("X-Goog-Upload-Offset", "0")
                .header("X-Goog-Upload-Command", "upload, finalize")
                .post(lines)
                .build());
    }

    /** Adds what is there to the end of a file. @throws ServiceTrouble when it does not come whole */
    public void download(String path, Map<String, String> query, Path into) {
        Request request = request(path, query).get().build();
        try (Response response = client.newCall(request).execute()) {
            if (!response.isSuccessful()) {
                throw refusal(response);
            }
            try (OutputStream out = Files.newOutputStream(into, StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
                copy(response.body().source(), out, into);
            }
        } catch (IOException e) {
            throw new ServiceTrouble(0, Loss.of(e, base, endpoint.secret()));
        }
    }

    private static void copy(BufferedSource source, OutputStream out, Path into) throws IOException {
        byte[] piece = new byte[PIECE];
        long taken = 0;
        for (int read = source.read(piece); read >= 0; read = source.read(piece)) {
            taken += read;
            if (taken > LONGEST_FILE) {
                throw new DataException(into, "what the provider sends has no end", "ask the provider");
            }
            write(out, piece, read, into);
        }
        write(out, new byte[] {'\n'}, 1, into);
    }

    /** A full disk is no fault of the provider. */
    private static void write(OutputStream out, byte[] piece, int length, Path into) {
        try {
            out.write(piece, 0, length);
        } catch (IOException e) {
            throw FileFault.writing(into, e);
        }
    }

    private Request.Builder request(String path, Map<String, String> query) {
        HttpUrl.Builder url = base.newBuilder().addPathSegments(path);
        query.forEach(url::addQueryParameter);
        Request.Builder request =
                new Request.Builder().url(url.build()).header("Accept", "*/*").header("User-Agent", "value-compass");
        headers.forEach(request::header);
        endpoint.keyHeader(key).forEach(request::header);
        return request;
    }

    private JsonNode json(Request request) {
        try (Response response = client.newCall(request).execute()) {
            if (!response.isSuccessful()) {
                throw refusal(response);
            }
            BodyText body = BodyText.read(response.body());
            try {
                return Json.tree(body.text(), "response");
            } catch (DataException e) {
                throw new ServiceTrouble(
                        response.code(),
                        Attempt.failed(
                                Fate.TRANSIENT,
                                Outcome.PROVIDER_ERROR,
                                "HTTP " + response.code() + ": the response is no JSON"));
            }
        } catch (IOException e) {
            throw new ServiceTrouble(0, Loss.of(e, base, endpoint.secret()));
        }
    }

    private ServiceTrouble refusal(Response response) throws IOException {
        return new ServiceTrouble(response.code(), endpoint.refusal(response, BodyText.read(response.body())));
    }
}
