package dev.valuecompass.config;

import dev.valuecompass.io.ByName;
import java.time.Duration;

/**
 * Somewhere to send a request.
 *
 * @param baseUrl for {@link Kind#OPENAI}: ends in the API version, such as {@code https://api.example.com/v1}
 * @param keyEnv the environment variable that holds the key; empty when the endpoint needs none
 * @param file for {@link Kind#RECORDED} the answers (JSON lines), for {@link Kind#SIMULATED} the panel's profiles;
 *     relative to the data folder
 * @param profile the provider's habits: a file name in {@code providers/} without ending
 * @param concurrency most requests under way at once for each model
 * @param timeout for one attempt, body included
 * @param retries further attempts after the first
 * @param limits how fast it may be asked
 * @param batch whether runs ask it by its provider's batches
 */
@ByName
public record Endpoint(
        String id,
        Kind kind,
        String baseUrl,
        String keyEnv,
        String file,
        String profile,
        int concurrency,
        Duration timeout,
        int retries,
        RateLimits limits,
        boolean batch) {
    /** The three ways to get an answer. */
    public enum Kind {
        OPENAI,
        RECORDED,
        SIMULATED
    }
}
