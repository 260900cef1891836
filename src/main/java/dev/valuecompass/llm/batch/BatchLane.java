package dev.valuecompass.llm.batch;

import dev.valuecompass.config.Endpoint;
import dev.valuecompass.config.Examinee;
import dev.valuecompass.config.LeaderboardConfig;
import dev.valuecompass.config.Price;
import dev.valuecompass.io.DataFolder;
import dev.valuecompass.io.Json;
import dev.valuecompass.llm.Attempt;
import dev.valuecompass.llm.ChatRequest;
import dev.valuecompass.llm.Cost;
import dev.valuecompass.llm.openai.BatchTerms;
import dev.valuecompass.llm.openai.OpenAiEndpoint;
import dev.valuecompass.llm.openai.ServiceTrouble;
import dev.valuecompass.llm.store.BatchBook.BatchedCall;
import java.math.BigDecimal;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;

/**
 * An endpoint that is asked by batches.
 *
 * @param endpoint knows what is sent, and reads what comes back
 * @param service gives, asks after and fetches batches
 * @param retries further batches for a call after the first
 * @param board has the prices of its models
 */
record BatchLane(OpenAiEndpoint endpoint, BatchService service, int retries, LeaderboardConfig board, String id) {
    /** Empty when there is no such endpoint any more, or it is not asked by batches. */
    static Optional<BatchLane> of(
            String id, LeaderboardConfig board, DataFolder data, Map<String, String> environment, InstantSource clock) {
        return board.endpoint(id).filter(Endpoint::batch).map(endpoint -> {
            OpenAiEndpoint reached = OpenAiEndpoint.open(endpoint, data, environment, clock);
            return new BatchLane(reached, BatchService.of(reached), endpoint.retries(), board, id);
        });
    }

    /** Why the batches of an endpoint cannot be used, as its provider says; empty when they can. */
    static Optional<String> trouble(
            Endpoint endpoint, DataFolder data, Map<String, String> environment, InstantSource clock) {
        try {
            BatchService.of(OpenAiEndpoint.open(endpoint, data, environment, clock))
                    .greet();
            return Optional.empty();
        } catch (ServiceTrouble e) {
            return Optional.of(e.getMessage());
        }
    }

    static ChatRequest request(BatchedCall call) {
        return Json.parse(call.request(), ChatRequest.class, "batched request");
    }

    BatchTerms terms() {
        return endpoint.batches();
    }

    /** The most dollars that the request can cost in a batch; 0 where its price is unknown. */
    BigDecimal most(ChatRequest request) {
        return price(request.model())
                .map(price -> Cost.most(price, request).multiply(terms().price()))
                .orElse(BigDecimal.ZERO);
    }

    /** What it did cost, the most where a count is missing. */
    BigDecimal cost(ChatRequest request, Attempt attempt, BigDecimal most) {
        BigDecimal known = price(request.model())
                .map(price -> Cost.of(price, attempt.result().usage()))
                .orElse(null);
        return known != null ? known.multiply(terms().price()) : attempt.unbilled() ? BigDecimal.ZERO : most;
    }

    private Optional<Price> price(String model) {
        return board.examinees().stream()
                .filter(examinee ->
                        examinee.endpoint().equals(id) && examinee.model().equals(model))
                .map(Examinee::price)
                .filter(price -> price != null)
                .findFirst();
    }
}
