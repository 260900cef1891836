package dev.valuecompass.value;

import dev.valuecompass.io.Range;
import dev.valuecompass.io.yaml.YamlMap;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads one file of {@code weights/}: named weights over the values of one system. */
final class WeightFile {
    private static final Range WEIGHTS = Range.of(0L, 1000L);

    private final YamlMap root;
    private final KnownSystems systems;

    WeightFile(YamlMap root, KnownSystems systems) {
        this.root = root;
        this.systems = systems;
    }

    List<Translated<WeightProfile>> read() {
        Optional<ValueSystem> system = systems.of(root);
        List<Translated<WeightProfile>> profiles = new ArrayList<>();
        for (YamlMap map : root.maps("profiles")) {
            WeightProfile profile = new WeightProfile(
                    map.id("id"),
                    map.text("name"),
                    system.map(ValueSystem::id).orElse(""),
                    map.text("author"),
                    map.text("reason"),
                    weights(map, system));
            if (profile.id().equals(WeightProfile.EQUAL)) {
                map.report("id", "the id 'equal' is taken by equal weights, which are always there", "rename it");
            }
            profiles.add(Translated.read(map, profile, (code, texts) -> translation(texts, profile)));
            map.done();
        }
        root.done();
        return List.copyOf(profiles);
    }

    private static WeightProfile translation(YamlMap map, WeightProfile profile) {
        return new WeightProfile(
                profile.id(),
                map.text("name"),
                profile.system(),
                profile.author(),
                map.text("reason"),
                profile.weights());
    }

    private static Map<String, Double> weights(YamlMap profile, Optional<ValueSystem> system) {
        boolean given = profile.required("weights").isPresent();
        if (system.isEmpty() || !given) {
            return Map.of();
        }
        Map<String, Double> weights =
                profile.section("weights").numbers(system.get().dimensionIds(), WEIGHTS);
        if (weights.values().stream().allMatch(weight -> weight == 0)) {
            profile.report("weights", "no value has a weight above 0", "give at least one a weight");
        }
        return Collections.unmodifiableMap(weights);
    }
}
