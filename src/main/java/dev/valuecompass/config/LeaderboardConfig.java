package dev.valuecompass.config;

import dev.valuecompass.io.ByName;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a person wrote in {@code leaderboard.yml}: the whole specification of an evaluation.
 *
 * @param conditions under which some questions are asked once more; null for none
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
        ConditionPlan conditions,
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
            Evaluation evaluation) {
        this(title, endpoints, examinees, roles, systems, sampling, evaluation, null, List.of(), SiteSettings.USUAL);
    }

    /** Stands for what decides figures, and not for names, prices, limits, the site or comments. */
    public String digest() {
        return SettingsDigest.of(this);
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

    /** The endpoints that the recogniser asks; none when it works on this machine. */
    public List<Endpoint> readingEndpoints() {
        return roles.recognizer().readers().stream()
                .flatMap(reader -> examinee(roles.reader(reader.role())).stream())
                .flatMap(model -> endpoint(model.endpoint()).stream())
                .distinct()
                .toList();
    }

    /** Whether its answers are asked of a service, which may charge for them. */
    public boolean paid(Examinee examinee) {
        return endpoint(examinee.endpoint()).orElseThrow().kind() == Endpoint.Kind.OPENAI;
    }

    /** Whether any examinee is simulated: what comes of a mixture is synthetic too. */
    public boolean synthetic() {
        return kinds().anyMatch(kind -> kind == Endpoint.Kind.SIMULATED);
    }

    /** Whether every examinee is. */
    public boolean simulated() {
        return kinds().allMatch(kind -> kind == Endpoint.Kind.SIMULATED);
    }

    private Stream<Endpoint.Kind> kinds() {
        return examinees.stream().map(e -> endpoint(e.endpoint()).orElseThrow().kind());
    }
}
