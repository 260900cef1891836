package dev.valuecompass.config;

import dev.valuecompass.io.ByName;
import java.util.List;
import java.util.Optional;

/**
 * What a person wrote in {@code leaderboard.yml}: the whole specification of an evaluation.
 *
 * @param digest SHA-256 of the file's bytes
 * @param notEvaluated models that are not tested though readers may look for them
 */
@ByName
public record LeaderboardConfig(
        Title title,
        List<Endpoint> endpoints,
        List<Examinee> examinees,
        Roles roles,
        List<SystemPlan> systems,
        AnswerSampling sampling,
        Evaluation evaluation,
        String digest,
        List<Absence> notEvaluated,
        SiteSettings site) {

    /** A leaderboard that explains no absence, in English. */
    public LeaderboardConfig(
            Title title,
            List<Endpoint> endpoints,
            List<Examinee> examinees,
            Roles roles,
            List<SystemPlan> systems,
            AnswerSampling sampling,
            Evaluation evaluation,
            String digest) {
        this(title, endpoints, examinees, roles, systems, sampling, evaluation, digest, List.of(), SiteSettings.USUAL);
    }

    /** The same, reached by these endpoints. */
    public LeaderboardConfig withEndpoints(List<Endpoint> changed) {
        return LeaderboardConfigFields.copy(this).endpoints(changed).build();
    }

    /** The same with these models under test. */
    public LeaderboardConfig withExaminees(List<Examinee> changed) {
        return LeaderboardConfigFields.copy(this).examinees(changed).build();
    }

    /** The same under these rules. */
    public LeaderboardConfig withEvaluation(Evaluation changed) {
        return LeaderboardConfigFields.copy(this).evaluation(changed).build();
    }

    /** Empty when no endpoint has this id, as for the empty one of a role that nobody fills. */
    public Optional<Endpoint> endpoint(String id) {
        return endpoints.stream().filter(e -> e.id().equals(id)).findFirst();
    }

    /** Empty when no examinee has this id, as for the empty one of a role that nobody fills. */
    public Optional<Examinee> examinee(String id) {
        return examinees.stream().filter(e -> e.id().equals(id)).findFirst();
    }

    /** The endpoints that serve an examinee, in the order of the file; the others are never sent to. */
    public List<Endpoint> usedEndpoints() {
        return endpoints.stream()
                .filter(endpoint ->
                        examinees.stream().anyMatch(e -> e.endpoint().equals(endpoint.id())))
                .toList();
    }

    /** Every examinee is simulated, so whatever comes out is synthetic. A mixture is synthetic too. */
    public boolean synthetic() {
        return examinees.stream()
                .map(e -> endpoint(e.endpoint()).orElseThrow())
                .anyMatch(e -> e.kind() == Endpoint.Kind.SIMULATED);
    }
}
