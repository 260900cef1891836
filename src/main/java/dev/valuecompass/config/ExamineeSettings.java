package dev.valuecompass.config;

import dev.valuecompass.io.DataException;
import dev.valuecompass.io.DataFolder;
import dev.valuecompass.io.TextFile;
import dev.valuecompass.io.yaml.YamlMap;
import dev.valuecompass.io.yaml.YamlValue;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads {@code parameters} and {@code system-prompt} of an examinee. */
final class ExamineeSettings {
    private static final int LONGEST_PARAMETERS = 4_000;
    private static final int LONGEST_PROMPT = 20_000;

    private static final String FOR_ALL = "holds for all models: set it under 'sampling'";
    private static final String PROGRAM = "is set by the program: remove it";

    /** Members of a request that are not an examinee's to set, and why; in small letters with underscores. */
    private static final Map<String, List<String>> REFUSED = Map.of(
            PROGRAM,
            List.of("messages", "prompt", "input", "system", "stream", "stream_options", "n", "best_of", "stop"),
            "would let another model answer: use 'model' of the examinee, one examinee for each",
            List.of("model", "models", "fallbacks", "route"),
            FOR_ALL,
            List.of(
                    "temperature",
                    "top_p",
                    "max_tokens",
                    "max_completion_tokens",
                    "max_output_tokens",
                    "max_new_tokens",
                    "num_predict"),
            "changes what an answer is: values are read in plain text; remove it",
            List.of(
                    "tools",
                    "tool_choice",
                    "functions",
                    "function_call",
                    "response_format",
                    "modalities",
                    "audio",
                    "plugins",
                    "web_search_options"));

    /** What names a key, at any depth: keys stand in the environment, and parameters are published. */
    private static final Pattern KEY = Pattern.compile(
            "(?:.*[_.])?(?:api_?key|authorization|bearer|secret|password|passphrase|credentials?|access_?token|auth_?token)");

    private static final Pattern KEY_VALUE =
            Pattern.compile("(?i)(?:bearer\\s.*|(?:sk|pk|rk|gsk|xai|hf|key)[-_]\\S{16,})");

    private final DataFolder folder;
    private final LocalFile files;

    ExamineeSettings(DataFolder folder) {
        this.folder = folder;
        this.files = new LocalFile(folder);
    }

    Examinee.Settings read(YamlMap map) {
        Map<String, Object> parameters = map.value("parameters")
                .flatMap(YamlValue::json)
                .map(json -> parameters(map, json))
                .orElse(Map.of());
        return new Examinee.Settings(parameters, prompt(map));
    }

    private static Map<String, Object> parameters(YamlMap map, Map<String, Object> json) {
        json.keySet().forEach(name -> refuse(map, name));
        secrets(map, "", json);
        int length = new Examinee.Settings(json, "").json().length();
        if (length > LONGEST_PARAMETERS) {
            map.report(
                    "parameters",
                    "'parameters' are " + length + " characters of JSON",
                    "keep at most " + LONGEST_PARAMETERS);
        }
        return json;
    }

    private static void refuse(YamlMap map, String name) {
        REFUSED.forEach((why, names) -> {
            if (names.contains(folded(name))) {
                map.report("parameters", "parameter '" + name + "' is refused", name + " " + why);
            }
        });
    }

    /** The value is not repeated: it may be a key. */
    private static void secrets(YamlMap map, String name, Object value) {
        if (KEY.matcher(folded(name)).matches()
                || value instanceof String text
                        && KEY_VALUE.matcher(text.strip()).matches()) {
            map.report(
                    "parameters",
                    "parameter '" + name + "' looks like a key",
                    "remove it; name the variable that holds the key in 'key-env' of the endpoint");
        } else if (value instanceof Map<?, ?> members) {
            members.forEach((key, member) -> secrets(map, key.toString(), member));
        } else if (value instanceof List<?> entries) {
            entries.forEach(entry -> secrets(map, name, entry));
        }
    }

    private static String folded(String name) {
        return name.strip().toLowerCase(Locale.ROOT).replace('-', '_');
    }

    /** The text under {@code system-prompt}, or of the file named there; empty where there is none. */
    String prompt(YamlMap map) {
        Optional<YamlValue> value = map.value("system-prompt");
        if (value.isEmpty()) {
            return "";
        }
        String text = value.get().isMap() ? file(map) : map.text("system-prompt", "");
        if (text.length() > LONGEST_PROMPT) {
            map.report(
                    "system-prompt",
                    "'system-prompt' has " + text.length() + " characters",
                    "write at most " + LONGEST_PROMPT + ": it is published with the period");
        }
        return text;
    }

    private String file(YamlMap map) {
        YamlMap section = map.section("system-prompt");
        String name = files.required(section, "file");
        section.done();
        if (name.isEmpty() || folder.find(name).isEmpty()) {
            return "";
        }
        try {
            String text = TextFile.read(folder.file(name)).strip();
            if (text.isEmpty()) {
                section.report("file", "'" + name + "' is blank", "write the prompt into it");
            }
            return text;
        } catch (DataException e) {
            section.report(
                    "file",
                    e.defects().get(0).what() + ": '" + name + "'",
                    e.defects().get(0).fix());
            return "";
        }
    }
}
