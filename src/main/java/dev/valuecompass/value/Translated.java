package dev.valuecompass.value;

import dev.valuecompass.io.yaml.YamlMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiFunction;

/**
 * Something with its texts in several languages.
 *
 * @param own in the language that is being read
 * @param english as the file has it
 * @param versions by tag of the language; those that are missing are read in English
 */
record Translated<T>(T own, T english, Map<String, T> versions) {

    /** @param map of the file, with {@code translations} by tag @param version one of them */
    static <T> Translated<T> read(YamlMap map, T english, BiFunction<String, YamlMap, T> version) {
        Map<String, T> versions = new TreeMap<>();
        YamlMap languages = map.section("translations");
        languages.keys().forEach(code -> {
            YamlMap texts = languages.section(code);
            versions.put(code, version.apply(code, texts));
            texts.done();
        });
        return new Translated<>(english, english, versions);
    }

    Translated<T> in(String language) {
        return new Translated<>(versions.getOrDefault(language, english), english, versions);
    }
}
