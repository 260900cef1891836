package dev.valuecompass.llm.chain;

import dev.valuecompass.config.Endpoint;
import dev.valuecompass.llm.Connection;
import java.time.Instant;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * Who stands before the endpoints of a run in the place of the network: he writes requests down, or has what came back for
 * them.
 *
 * @param before stands before each endpoint that goes this way
 * @param all whether all endpoints do, or only those whose provider is asked by batches
 * @param since when the run began of which this is a pass; empty when it begins with it
 */
public record Detour(UnaryOperator<Connection> before, boolean all, Optional<Instant> since) {
    /** All requests are written to files, or answered by them. */
    public static Detour files(UnaryOperator<Connection> before) {
        return new Detour(before, true, Optional.empty());
    }

    /** Requests of endpoints with {@code batch: true} are gathered; the others are sent. */
    public static Detour batches(UnaryOperator<Connection> before, Instant since) {
        return new Detour(before, false, Optional.of(since));
    }

    boolean takes(Endpoint endpoint) {
        return all || endpoint.batch();
    }
}
