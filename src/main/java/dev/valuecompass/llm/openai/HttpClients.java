package dev.valuecompass.llm.openai;

import dev.valuecompass.config.Endpoint;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import okhttp3.Call;
import okhttp3.ConnectionPool;
import okhttp3.Dispatcher;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;
import okhttp3.Request;
import okhttp3.Response;

/**
 * The HTTP clients of one endpoint. A client looks through all of its connections to find a free one and again to tidy up,
 * so for plain HTTP, where each request under way needs a connection, a few threads share a client and the others have
 * their own. HTTP/2 puts many requests on one connection, and there one client serves all.
 */
final class HttpClients {
    /** Where the server's delay is kept, out of the client's sight. */
    static final String KEPT_DELAY = "x-kept-retry-after";

    private static final Duration LONGEST_CONNECT = Duration.ofSeconds(20);
    private static final Duration LONGEST_FILE = Duration.ofHours(2);
    private static final Duration LONGEST_SILENCE = Duration.ofMinutes(2);
    private static final int CONNECTIONS = 8;

    /** Kept open for the next request; the models of an endpoint share its clients. */
    private static final int LEAST_IDLE = 64;

    private final List<OkHttpClient> clients = new ArrayList<>();

    HttpClients(Endpoint endpoint, HttpUrl url) {
        int number = url.isHttps() ? 1 : (endpoint.concurrency() + CONNECTIONS - 1) / CONNECTIONS;
        int idle = Math.max(LEAST_IDLE, endpoint.concurrency());
        OkHttpClient client = client(endpoint, url);
        for (int i = 0; i < number; i++) {
            clients.add(client.newBuilder()
                    .connectionPool(new ConnectionPool(idle, 5, TimeUnit.MINUTES))
                    .dispatcher(new Dispatcher())
                    .build());
        }
    }

    private static OkHttpClient client(Endpoint endpoint, HttpUrl url) {
        Duration connect = endpoint.timeout().compareTo(LONGEST_CONNECT) < 0 ? endpoint.timeout() : LONGEST_CONNECT;
        AnswerSockets sockets = new AnswerSockets();
        return new OkHttpClient.Builder()
                .socketFactory(sockets)
                .connectTimeout(connect)
                .readTimeout(Duration.ZERO)
                .writeTimeout(Duration.ZERO)
                .callTimeout(endpoint.timeout())
                .retryOnConnectionFailure(false)
                .followRedirects(false)
                .followSslRedirects(false)
                .protocols(url.isHttps() ? List.of(Protocol.HTTP_2, Protocol.HTTP_1_1) : List.of(Protocol.HTTP_1_1))
                .addInterceptor(OneAnswerEach::onCleanConnection)
                .addNetworkInterceptor(new OneAnswerEach(sockets))
                .addNetworkInterceptor(chain -> hideDelay(chain.proceed(chain.request())))
                .build();
    }

    /** OkHttp repeats a 503 that says "Retry-After: 0" on its own account, so it does not get to see the header. */
    private static Response hideDelay(Response response) {
        String delay = response.header("Retry-After");
        if (delay == null && response.header(KEPT_DELAY) == null) {
            return response;
        }
        Response.Builder hidden = response.newBuilder().removeHeader(KEPT_DELAY).removeHeader("Retry-After");
        return (delay == null ? hidden : hidden.header(KEPT_DELAY, delay)).build();
    }

    /** A call by the client of this thread: threads that were made one after the other are spread evenly. */
    Call call(Request request) {
        int mine = (int) (Thread.currentThread().getId() % clients.size());
        return clients.get(mine).newCall(request);
    }

    /** One for files, which takes as long as they are large while they move. */
    OkHttpClient patient() {
        return clients.get(0)
                .newBuilder()
                .callTimeout(LONGEST_FILE)
                .readTimeout(LONGEST_SILENCE)
                .writeTimeout(LONGEST_SILENCE)
                .build();
    }

    /** Ends the calls under way. */
    void abort() {
        clients.forEach(client -> client.dispatcher().cancelAll());
    }
}
