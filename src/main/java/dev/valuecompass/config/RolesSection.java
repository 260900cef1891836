package dev.valuecompass.config;

import dev.valuecompass.io.NearestName;
import dev.valuecompass.io.Range;
import dev.valuecompass.io.yaml.YamlMap;
import dev.valuecompass.io.yaml.YamlValue;
import java.util.ArrayList;
import java.util.List;

/** Reads the section {@code roles}. */
final class RolesSection {
    private static final Range LIMIT = Range.of(16L, 1_000_000L);

    private final YamlMap map;
    private final List<String> examinees;

    private RolesSection(YamlMap map, List<Examinee> examinees) {
        this.map = map;
        this.examinees = examinees.stream().map(Examinee::id).toList();
    }

    static Roles read(YamlMap map, List<Examinee> examinees) {
        return new RolesSection(map, examinees).read();
    }

    private Roles read() {
        RecognizerKind recognizer = RecognizerKind.named(map.oneOf("recognizer", RecognizerKind.ids()))
                .orElse(RecognizerKind.EMBEDDED);
        Roles roles = new Roles(
                recognizer,
                model("judge", recognizer),
                model("concept-extractor", recognizer),
                models("explorers"),
                models("scorers"),
                model("generator", recognizer),
                map.whole("judge-max-tokens", LIMIT, Roles.JUDGE_MAX_TOKENS),
                map.whole("generator-max-tokens", LIMIT, Roles.GENERATOR_MAX_TOKENS));
        map.done();
        return roles;
    }

    private String model(String key, RecognizerKind recognizer) {
        if (recognizer.needs(key) && !map.has(key)) {
            map.report(
                    "recognizer",
                    "the recognizer '" + recognizer.id() + "' needs '" + key + "'",
                    "add '" + key + ":' with the id of an examinee");
        }
        map.value(key).ifPresent(this::check);
        return map.text(key, "");
    }

    private List<String> models(String key) {
        List<String> ids = new ArrayList<>();
        for (YamlValue value : map.list(key)) {
            check(value);
            value.text().ifPresent(id -> {
                if (ids.contains(id)) {
                    value.report("'" + id + "' is twice in '" + key + "'", "keep one");
                }
                ids.add(id);
            });
        }
        return List.copyOf(ids);
    }

    private void check(YamlValue value) {
        value.text()
                .filter(id -> !examinees.contains(id))
                .ifPresent(id ->
                        value.report("unknown examinee '" + id + "' in 'roles'", NearestName.remedy(id, examinees)));
    }
}
