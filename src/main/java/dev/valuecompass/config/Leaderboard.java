package dev.valuecompass.config;

import java.util.List;
import java.util.Optional;

/**
 * What a person wrote in {@code leaderboard.yml}: the whole specification of an evaluation.
 *
 * @param digest SHA-256 of the file's bytes
 */
public record Leaderboard(
        Title title,
        List<Endpoint> endpoints,
        List<Examinee> examinees,
        Roles roles,
        List<SystemPlan> systems,
        AnswerSampling sampling,
        Evaluation evaluation,
        String digest) {

    public Optional<Endpoint> endpoint(String id) {
        return endpoints.stream().filter(e -> e.id().equals(id)).findFirst();
    }

    /** Every examinee is simulated, so whatever comes out is synthetic. A mixture is synthetic too. */
    public boolean synthetic() {
        return examinees.stream()
                .map(e -> endpoint(e.endpoint()).orElseThrow())
                .anyMatch(e -> e.kind() == Endpoint.Kind.SIMULATED);
    }
}
