package dev.valuecompass.config;

import dev.valuecompass.io.Digest;
import dev.valuecompass.io.Json;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Stands for what in a leaderboard file decides figures and is written down nowhere else in a period: who answers under
 * each id, who reads, and which items are chosen. Names, prices, limits, the site, comments and order are not in it. An SHA-256.
 */
final class SettingsDigest {
    private SettingsDigest() {}

    static String of(LeaderboardConfig board) {
        Map<String, Object> all = new TreeMap<>();
        all.put(
                "examinees",
                board.examinees().stream().map(one -> source(board, one)).toList());
        Roles roles = board.roles();
        all.put(
                "roles",
                List.of(roles.recognizer().toString(), roles.judge(), roles.conceptExtractor(), roles.generator()));
        all.put("panels", List.of(roles.explorers(), roles.scorers()));
        all.put(
                "systems",
                board.systems().stream()
                        .map(plan -> List.of(plan.system(), plan.pool(), plan.items(), evolution(plan.evolve())))
                        .toList());
        all.put("seed", board.evaluation().seed());
        return Digest.sha256(Json.line(all));
    }

    /** Named one by one, so that a setting that comes later leaves older digests as they are. */
    private static List<Number> evolution(Evolution way) {
        return way == null
                ? List.of()
                : List.of(
                        way.budget(),
                        way.topics(),
                        way.explore(),
                        way.shots(),
                        way.similarity(),
                        way.nearest(),
                        way.gain(),
                        way.depth(),
                        way.beta(),
                        way.opinions(),
                        way.temperature(),
                        way.topP(),
                        way.mostPerTopic());
    }

    private static List<String> source(LeaderboardConfig board, Examinee one) {
        Endpoint endpoint = board.endpoint(one.endpoint()).orElseThrow();
        return List.of(one.id(), endpoint.kind().toString(), one.model(), endpoint.file());
    }
}
