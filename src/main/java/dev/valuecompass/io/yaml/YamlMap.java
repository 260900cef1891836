package dev.valuecompass.io.yaml;

import dev.valuecompass.io.Defects;
import dev.valuecompass.io.NearestName;
import dev.valuecompass.io.Place;
import dev.valuecompass.io.Range;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/**
 * A YAML mapping. A reader asks for every key it knows and calls {@link #done} last, which reports the others. A wrong
 * value is reported and replaced by an empty one, so what was read is only to be used when there are no defects.
 */
public final class YamlMap {
    private final Map<String, YamlValue> values = new LinkedHashMap<>();
    private final Map<String, Place> keyPlaces = new LinkedHashMap<>();
    private final Set<String> asked = new LinkedHashSet<>();
    private final Place place;
    private final String name;
    private final Defects defects;

    YamlMap(MappingNode mapping, Place place, String name, Defects defects) {
        this.place = place;
        this.name = name;
        this.defects = defects;
        mapping.getValue().forEach(this::add);
    }

    /** A mapping that is not there: every key is missing. */
    private YamlMap(Place place, String name, Defects defects) {
        this.place = place;
        this.name = name;
        this.defects = defects;
    }

    private void add(NodeTuple tuple) {
        Node keyNode = tuple.getKeyNode();
        Place keyPlace = new Place(place.file(), YamlValue.line(keyNode));
        if (!(keyNode instanceof ScalarNode scalar)) {
            defects.add(keyPlace, "a key of " + name + " is not a text", "write plain keys");
            return;
        }
        String key = scalar.getValue();
        if (keyPlaces.containsKey(key)) {
            String first = "line " + keyPlaces.get(key).line();
            defects.add(keyPlace, "'" + key + "' is given twice in " + name, "keep this or the one in " + first);
            return;
        }
        keyPlaces.put(key, keyPlace);
        // A key without a value is the same as no key: 'temperature:' leaves the choice open.
        boolean given = !tuple.getValueNode().getTag().equals(Tag.NULL)
                && !(tuple.getValueNode() instanceof ScalarNode value
                        && value.getValue().isEmpty());
        if (given) {
            Place at = new Place(place.file(), YamlValue.line(tuple.getValueNode()));
            values.put(key, new YamlValue(key, tuple.getValueNode(), at, defects));
        }
    }

    /** The place of the key's value, or of the mapping when the key is missing. */
    Place placeOf(String key) {
        return values.containsKey(key) ? values.get(key).place() : keyPlaces.getOrDefault(key, place);
    }

    /** Every key that has a value, in the order of the file. */
    public List<String> keys() {
        return List.copyOf(values.keySet());
    }

    /** Whether the key has a value, right or wrong. */
    public boolean has(String key) {
        return value(key).isPresent();
    }

    /** Empty when the key is missing or has no value. */
    public Optional<YamlValue> value(String key) {
        asked.add(key);
        return Optional.ofNullable(values.get(key));
    }

    /** Reports a missing key. */
    public Optional<YamlValue> required(String key) {
        Optional<YamlValue> value = value(key);
        if (value.isEmpty()) {
            Place at = keyPlaces.getOrDefault(key, place);
            defects.add(at, "'" + key + "' is missing in " + name, "add '" + key + ": …'");
        }
        return value;
    }

    /** A text that must be there; empty when it is not. */
    public String text(String key) {
        return required(key).flatMap(YamlValue::text).orElse("");
    }

    /** A text that may be missing; a value that is no text is reported. So with the other readers that have a fallback. */
    public String text(String key, String fallback) {
        return value(key).flatMap(YamlValue::text).orElse(fallback);
    }

    /** An id that must be there and fit for file names; empty when it is not. */
    public String id(String key) {
        return required(key).flatMap(YamlValue::id).orElse("");
    }

    public boolean flag(String key, boolean fallback) {
        return value(key).flatMap(YamlValue::flag).orElse(fallback);
    }

    public int whole(String key, Range range, int fallback) {
        return value(key).flatMap(v -> v.whole(range)).map(Long::intValue).orElse(fallback);
    }

    public double number(String key, Range range, double fallback) {
        return value(key)
                .flatMap(v -> v.decimal(range))
                .map(BigDecimal::doubleValue)
                .orElse(fallback);
    }

    /** Null when the key is missing or wrong. */
    public Double number(String key, Range range) {
        return decimal(key, range).map(BigDecimal::doubleValue).orElse(null);
    }

    /** Numbers of the keys that are there, in the order asked; all other keys of this mapping are reported as unknown. */
    public Map<String, Double> numbers(List<String> keys, Range range) {
        Map<String, Double> numbers = new LinkedHashMap<>();
        for (String key : keys) {
            decimal(key, range).ifPresent(number -> numbers.put(key, number.doubleValue()));
        }
        done();
        return numbers;
    }

    public Optional<BigDecimal> decimal(String key, Range range) {
        return value(key).flatMap(v -> v.decimal(range));
    }

    public Optional<LocalDate> date(String key) {
        return value(key).flatMap(YamlValue::date);
    }

    /** One of an enum's constants, written in lower case with hyphens, that must be there. */
    public <E extends Enum<E>> Optional<E> choice(String key, Class<E> type) {
        return required(key).flatMap(v -> v.choice(type));
    }

    /** One of the allowed words; the first is meant when the key is missing. */
    public String oneOf(String key, List<String> allowed) {
        return value(key).flatMap(v -> v.oneOf(allowed)).orElse(allowed.get(0));
    }

    /** A list of mappings that must be there and not be empty. */
    public List<YamlMap> maps(String key) {
        List<YamlValue> list = required(key).flatMap(YamlValue::list).orElse(List.of());
        if (has(key) && list.isEmpty() && values.get(key).isList()) {
            defects.add(placeOf(key), "'" + key + "' is empty", "list at least one");
        }
        return list.stream().flatMap(v -> v.map().stream()).toList();
    }

    /** A list of mappings; empty when the key is missing. */
    public List<YamlMap> optionalMaps(String key) {
        return has(key) ? maps(key) : List.of();
    }

    /** A list of single values; empty when the key is missing. */
    public List<YamlValue> list(String key) {
        return value(key).flatMap(YamlValue::list).orElse(List.of());
    }

    /** A list of texts; empty when the key is missing. */
    public List<String> texts(String key) {
        return list(key).stream().flatMap(v -> v.text().stream()).toList();
    }

    /** A mapping inside this one. When it is missing, the result stands for an empty one at the same place. */
    public YamlMap section(String key) {
        return value(key).flatMap(YamlValue::map).orElseGet(() -> new YamlMap(placeOf(key), "'" + key + "'", defects));
    }

    /** Reports a mistake at the place of the key's value. */
    public void report(String key, String what, String fix) {
        defects.add(placeOf(key), what, fix);
    }

    /** Warns of what stands at the place of the key's value, and refuses nothing. */
    public void warn(String key, String what, String fix) {
        defects.warn(placeOf(key), what, fix);
    }

    /** Reports every key that was not asked for. */
    public void done() {
        List<String> known = new ArrayList<>(asked);
        keyPlaces.forEach((key, at) -> {
            if (!asked.contains(key)) {
                defects.add(at, "unknown key '" + key + "' in " + name, NearestName.remedy(key, known));
            }
        });
    }
}
