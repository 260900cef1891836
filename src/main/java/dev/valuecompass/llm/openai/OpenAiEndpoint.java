package dev.valuecompass.llm.openai;

import dev.valuecompass.config.ConfigException;
import dev.valuecompass.config.Endpoint;
import dev.valuecompass.io.DataFolder;
import dev.valuecompass.io.Defect;
import dev.valuecompass.llm.Attempt;
import dev.valuecompass.llm.Attempt.Fate;
import dev.valuecompass.llm.CallKey;
import dev.valuecompass.llm.ChatRequest;
import dev.valuecompass.llm.ChatResult;
import dev.valuecompass.llm.Connection;
import dev.valuecompass.llm.Outcome;
import dev.valuecompass.llm.Usage;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import okhttp3.HttpUrl;
import okhttp3.MediaType;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;

/**
 * An endpoint that speaks the OpenAI chat-completions API. One call is one exchange: no redirect is followed, nothing is
 * repeated, and the deadline covers the exchange to its last byte. The key is looked up when the first request is sent,
 * so a run that is served from the store needs none.
 */
public final class OpenAiEndpoint implements Connection {
    private static final Pattern VERSION = Pattern.compile("/v\\d|/openai|/deployments/");
    private static final MediaType JSON = MediaType.get("application/json");

    /** What stands in between gave up waiting; the model may have answered all the same. */
    private static final Set<Integer> MAY_BE_BILLED = Set.of(408, 504, 524);

    private final Endpoint endpoint;
    private final String source;

    /** What all requests have in common. */
    private final Request blank;

    private final ProviderProfile profile;
    private final EndingTable endings;
    private final Map<String, String> environment;
    private final InstantSource clock;
    private final HttpClients clients;
    private volatile Secret secret;
    private volatile boolean stopped;

    private OpenAiEndpoint(
            Endpoint endpoint,
            HttpUrl url,
            ProviderProfile profile,
            EndingTable endings,
            Map<String, String> environment,
            InstantSource clock) {
        this.endpoint = endpoint;
        this.source = ChatUrl.withoutSecrets(url);
        this.profile = profile;
        this.endings = endings;
        this.environment = environment;
        this.clock = clock;
        this.clients = new HttpClients(endpoint, url);
        this.blank = new Request.Builder()
                .url(url)
                .header("Accept", "application/json")
                .header("User-Agent", "value-compass")
                .build();
    }

    /**
     * @param environment where the key is looked up, by the endpoint's {@code keyEnv}
     * @throws dev.valuecompass.config.ConfigException when the address is wrong or would leak a key
     */
    public static OpenAiEndpoint open(
            Endpoint endpoint, DataFolder data, Map<String, String> environment, InstantSource clock) {
        ProviderProfile profile = ProviderProfile.read(data, endpoint.profile());
        if (endpoint.batch() && profile.batches().none()) {
            throw new ConfigException(List.of(new Defect(
                    "leaderboard.yml",
                    "endpoint '" + endpoint.id() + "' has 'batch: true', and its profile '"
                            + (endpoint.profile().isEmpty() ? "generic" : endpoint.profile()) + "' knows no batches",
                    "remove 'batch', or choose a profile that has them, such as openai, mistral, anthropic or gemini"
                            + " (docs/batch.md)")));
        }
        return new OpenAiEndpoint(
                endpoint, ChatUrl.of(endpoint), profile, EndingTable.read(data), Map.copyOf(environment), clock);
    }

    @Override
    public CallKey key(ChatRequest request) {
        Map<String, Object> parameters = profile.parameters(request);
        if (!profile.systemRole().equals("system")) {
            parameters.put("system_role", profile.systemRole());
        }
        return new CallKey(
                CallKey.SCHEMA, "openai", source, request.model(), request.messages(), parameters, request.sample());
    }

    @Override
    public Attempt attempt(ChatRequest request) {
        return attempt(request, UUID.randomUUID().toString());
    }

    /** The id goes with the request, so that a provider that knows the header bills a repeated attempt once. */
    @Override
    public Attempt attempt(ChatRequest request, String call) {
        Secret secret = secret();
        return clean(exchange(request, call, secret), secret);
    }

    @Override
    public boolean remote() {
        return true;
    }

    @Override
    public String body(ChatRequest request) {
        return new String(profile.body(request), StandardCharsets.UTF_8);
    }

    /** Where the environment has no key there is none to take out. */
    @Override
    public Attempt reply(ChatRequest request, int status, String body) {
        boolean known = !environment.getOrDefault(endpoint.keyEnv(), "").isBlank();
        Secret secret = known ? secret() : Secret.none();
        Attempt attempt = status >= 200 && status < 300
                ? reader(request, secret).read(body)
                : new ErrorPolicy(endings)
                        .classify(status, ApiError.read(body, secret::removeFrom), null, null)
                        .free();
        return clean(attempt, secret);
    }

    private ReplyReader reader(ChatRequest request, Secret secret) {
        return new ReplyReader(request, endings, profile.outputIsTheRest(), waits(), secret::removeFrom);
    }

    /** Looked up once: the environment was copied, and what a key may look like in a text takes time to work out. */
    Secret secret() {
        Secret known = secret;
        if (known == null) {
            known = Secret.of(endpoint, environment);
            secret = known;
        }
        return known;
    }

    private Attempt exchange(ChatRequest request, String call, Secret secret) {
        if (stopped) {
            return cancelled();
        }
        try (Response response = clients.call(httpRequest(request, call)).execute()) {
            BodyText body = BodyText.read(response.body());
            if (!body.complete()) {
                return Attempt.failed(
                        Fate.FINAL,
                        Outcome.PROVIDER_ERROR,
                        "the response is larger than " + (BodyText.MOST_BYTES >> 20) + " MiB");
            }
            return response.isSuccessful() ? reply(request, response, body, secret) : refusal(response, body);
        } catch (InterruptedIOException e) {
            return interrupted();
        } catch (IOException e) {
            return stopped ? cancelled() : Loss.of(e, blank.url(), secret);
        }
    }

    private Request httpRequest(ChatRequest request, String call) {
        Request.Builder builder = blank.newBuilder()
                .header("Idempotency-Key", call)
                .post(RequestBody.create(profile.body(request), JSON));
        keyHeader("").forEach(builder::header);
        return builder.build();
    }

    /** The key as a header. @param name of the header; empty for what the profile says */
    Map<String, String> keyHeader(String name) {
        Secret key = secret();
        if (key.isEmpty()) {
            return Map.of();
        }
        return name.isEmpty() && !profile.keyHeader()
                ? Map.of("Authorization", "Bearer " + key.value())
                : Map.of(name.isEmpty() ? "api-key" : name, key.value());
    }

    /** What the same service does beside chat completions. */
    public ServiceCalls service() {
        return service(path -> path, "", Map.of());
    }

    /**
     * What the service does by an API of its own.
     *
     * @param path of that, from the path of the base URL
     * @param key the header that carries the key there
     * @param headers that it wants beside
     */
    public ServiceCalls service(UnaryOperator<String> path, String key, Map<String, String> headers) {
        String base = blank.url().encodedPath().replaceAll("/chat/completions$", "");
        return new ServiceCalls(
                this, blank.url().newBuilder().encodedPath(path.apply(base)).build(), clients.patient(), key, headers);
    }

    /** What the provider's batches are like. */
    public BatchTerms batches() {
        return profile.batches();
    }

    private Attempt reply(ChatRequest request, Response response, BodyText body, Secret secret) {
        Attempt attempt = reader(request, secret).read(body.text());
        Usage used = attempt.result().usage();
        long tokens = used.prompt() == null || used.completion() == null ? 0 : used.prompt() + used.completion();
        Attempt paced = attempt.pausing(ServerDelay.usedUp(response::header, tokens, clock.instant()));
        return body.sound() ? paced : paced.with(paced.result().noting("the response was not valid UTF-8"));
    }

    /** What an answer of another status than 2xx means. */
    Attempt refusal(Response response, BodyText body) {
        Secret secret = secret();
        if (Loss.wantsHttps(blank.url(), response.code(), body.text())) {
            return Loss.wantsHttps(blank.url());
        }
        ApiError error = ApiError.read(body.text(), secret::removeFrom);
        Duration fromHeaders = ServerDelay.of(
                name -> response.header(name.equals("retry-after") ? HttpClients.KEPT_DELAY : name), clock.instant());
        Duration delay = waits().of(response.code(), error, fromHeaders);
        String retry = response.header("x-should-retry");
        String location = response.header("Location");
        Attempt attempt = new ErrorPolicy(endings).classify(response.code(), error, delay, retry);
        attempt = attempt.with(ChatResult.failed(
                attempt.result().outcome(), attempt.result().detail() + hint(response.code(), error)));
        if (!MAY_BE_BILLED.contains(response.code())) {
            attempt = attempt.free();
        }
        return location == null || !response.isRedirect()
                ? attempt
                : Attempt.failed(
                        Fate.HOPELESS,
                        Outcome.PROVIDER_ERROR,
                        "HTTP " + response.code() + ": the server points elsewhere, and a key goes nowhere but to the"
                                + " configured address; set the base URL to where the server points");
    }

    /** What to do about a refusal that the address or the key explains; empty for others. */
    private String hint(int code, ApiError error) {
        boolean versioned = VERSION.matcher(blank.url().encodedPath()).find();
        if ((code == 404 || code == 405)
                && !versioned
                && !error.describe(code).toLowerCase(Locale.ROOT).contains("model")) {
            return " (the base URL has no version in its path; try "
                    + endpoint.baseUrl().replaceAll("/+$", "") + "/v1)";
        }
        if (code == 401 && endpoint.keyEnv().isEmpty()) {
            return " (name the variable that holds the key in 'key-env')";
        }
        return code == 401 ? " (see whether " + endpoint.keyEnv() + " holds the right key)" : "";
    }

    private Waits waits() {
        return new Waits(profile.day(), clock.instant());
    }

    private Attempt interrupted() {
        if (stopped || Thread.currentThread().isInterrupted()) {
            return cancelled();
        }
        return Attempt.failed(
                Fate.TRANSIENT,
                Outcome.TRANSPORT_ERROR,
                "no complete response within " + endpoint.timeout().toMillis() / 1000.0
                        + " s; the provider may bill it all the same");
    }

    private static Attempt cancelled() {
        return Attempt.failed(Fate.FINAL, Outcome.CANCELLED, "stopped; the provider may bill it all the same");
    }

    /** What comes from outside leaves here without the key and without halves of characters. */
    private static Attempt clean(Attempt attempt, Secret secret) {
        ChatResult result = attempt.result();
        return attempt.with(new ChatResult(
                result.outcome(),
                clean(result.text(), secret),
                clean(result.reasoning(), secret),
                clean(result.modelReported(), secret),
                result.usage(),
                result.attemptErrors(),
                clean(result.detail(), secret),
                false));
    }

    private static String clean(String text, Secret secret) {
        boolean halves = false;
        for (int i = 0; i < text.length() && !halves; i++) {
            halves = Character.isSurrogate(text.charAt(i));
        }
        // Writing and reading it again puts U+FFFD in the place of a half that has no other half.
        String whole = halves ? new String(text.getBytes(StandardCharsets.UTF_16BE), StandardCharsets.UTF_16BE) : text;
        return secret.removeFrom(whole);
    }

    /** What is wrong with the endpoint's key, so that a run can say so before it starts; empty when nothing is. */
    public static List<Defect> keyDefects(Endpoint endpoint, Map<String, String> environment) {
        try {
            Secret.of(endpoint, environment);
            return List.of();
        } catch (ConfigException e) {
            return e.defects();
        }
    }

    @Override
    public void abort() {
        stopped = true;
        clients.abort();
    }
}
