package dev.valuecompass.value;

import dev.valuecompass.io.NearestName;
import dev.valuecompass.io.yaml.YamlMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The systems that other files of the theory refer to. */
final class KnownSystems {
    private final Map<String, ValueSystem> byId = new LinkedHashMap<>();

    KnownSystems(List<ValueSystem> systems) {
        systems.forEach(system -> byId.put(system.id(), system));
    }

    /** The system named by the key {@code system}; an unknown one is reported. */
    Optional<ValueSystem> of(YamlMap map) {
        String id = map.text("system");
        if (!id.isEmpty() && !byId.containsKey(id)) {
            map.report("system", "unknown value system '" + id + "'", NearestName.remedy(id, byId.keySet()));
        }
        return Optional.ofNullable(byId.get(id));
    }
}
