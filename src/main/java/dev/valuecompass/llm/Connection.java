package dev.valuecompass.llm;

import java.util.function.Function;

/**
 * The far end of the chain: sends a request once. Implementations are safe for use by many threads and turn whatever
 * goes wrong into an {@link Attempt}.
 */
public interface Connection {
    /** What decides the answer, and nothing else. Needs neither key nor network. */
    CallKey key(ChatRequest request);

    Attempt attempt(ChatRequest request);

    /**
     * The same, for ends that can tell a repeated attempt from a new call (R40).
     *
     * @param call an id that all attempts of one call share and no other call has
     */
    default Attempt attempt(ChatRequest request, String call) {
        return attempt(request);
    }

    /** Whether requests go over a network, so that they can be written to files instead. */
    default boolean remote() {
        return false;
    }

    /** What is sent, as JSON. For remote ones. */
    default String body(ChatRequest request) {
        throw new IllegalStateException("nothing is sent");
    }

    /**
     * A reply that was fetched by somebody else. For remote ones.
     *
     * @param status of HTTP
     */
    default Attempt reply(ChatRequest request, int status, String body) {
        throw new IllegalStateException("nothing is sent");
    }

    /** Ends the exchanges that are under way, so that a stopped run need not wait for them. */
    default void abort() {}

    /** The same end with the same keys, whose requests are answered in another way. */
    default Connection answering(Function<ChatRequest, Attempt> way) {
        Connection end = this;
        return new Connection() {
            @Override
            public CallKey key(ChatRequest request) {
                return end.key(request);
            }

            @Override
            public Attempt attempt(ChatRequest request) {
                return way.apply(request);
            }

            @Override
            public void abort() {
                end.abort();
            }
        };
    }
}
