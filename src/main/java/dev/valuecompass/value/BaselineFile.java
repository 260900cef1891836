package dev.valuecompass.value;

import dev.valuecompass.io.NearestName;
import dev.valuecompass.io.yaml.YamlMap;
import dev.valuecompass.io.yaml.YamlValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads one file of {@code baselines/}: an order of all values of a system. */
final class BaselineFile {
    private final YamlMap root;
    private final KnownSystems systems;

    BaselineFile(YamlMap root, KnownSystems systems) {
        this.root = root;
        this.systems = systems;
    }

    Translated<RankProfile> read() {
        Optional<ValueSystem> system = systems.of(root);
        RankProfile profile = new RankProfile(
                root.id("id"),
                root.text("name"),
                system.map(ValueSystem::id).orElse(""),
                order(system.map(ValueSystem::dimensionIds)),
                root.text("source"));
        Translated<RankProfile> translated = Translated.read(
                root,
                profile,
                (code, map) -> new RankProfile(
                        profile.id(), map.text("name"), profile.system(), profile.order(), profile.source()));
        root.done();
        return translated;
    }

    private List<String> order(Optional<List<String>> dimensions) {
        List<String> order = new ArrayList<>();
        for (YamlValue value : root.required("order").flatMap(YamlValue::list).orElse(List.of())) {
            String id = value.text().orElse("");
            if (dimensions.isPresent() && !id.isEmpty() && !dimensions.get().contains(id)) {
                value.report("unknown dimension '" + id + "'", NearestName.remedy(id, dimensions.get()));
            } else if (order.contains(id)) {
                value.report("dimension '" + id + "' is twice in the order", "keep one");
            } else {
                order.add(id);
            }
        }
        dimensions.orElse(List.of()).stream()
                .filter(id -> !order.contains(id))
                .forEach(id -> root.report("order", "dimension '" + id + "' is missing in the order", "add it"));
        return List.copyOf(order);
    }
}
