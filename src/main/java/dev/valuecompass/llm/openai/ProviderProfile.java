package dev.valuecompass.llm.openai;

import dev.valuecompass.io.DataException;
import dev.valuecompass.io.DataFolder;
import dev.valuecompass.io.Defects;
import dev.valuecompass.io.Yaml;
import dev.valuecompass.io.YamlMap;
import dev.valuecompass.llm.ChatRequest;
import dev.valuecompass.llm.Sampling;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A provider's habits, from {@code data/providers/<name>.yml}.
 *
 * @param tokenLimit the name of the parameter that bounds the output
 * @param temperature whether the provider takes one; if not, it is not sent
 * @param topP likewise
 * @param systemRole what the role of a system message is called
 * @param keyHeader whether the key goes into an {@code api-key} header instead of a bearer token
 */
record ProviderProfile(String tokenLimit, boolean temperature, boolean topP, String systemRole, boolean keyHeader) {

    /** @param name empty for the plain form of the API */
    static ProviderProfile read(DataFolder data, String name) {
        Defects defects = new Defects();
        YamlMap file = Yaml.read(data.file("providers/" + (name.isBlank() ? "generic" : name) + ".yml"), defects);
        ProviderProfile profile = new ProviderProfile(
                file.oneOf("token-limit", List.of("max_tokens", "max_completion_tokens")),
                file.flag("temperature", true),
                file.flag("top-p", true),
                file.oneOf("system-role", List.of("system", "developer", "user")),
                file.oneOf("authorization", List.of("bearer", "api-key")).equals("api-key"));
        file.done();
        defects.refuse(DataException::new);
        return profile;
    }

    /** The sampling parameters with the names and values that are sent. */
    Map<String, Object> parameters(ChatRequest request) {
        Sampling sampling = request.sampling();
        Map<String, Object> parameters = new TreeMap<>();
        parameters.put(tokenLimit, sampling.maxTokens());
        if (temperature && sampling.temperature() != null) {
            parameters.put("temperature", sampling.temperature());
        }
        if (topP && sampling.topP() != null) {
            parameters.put("top_p", sampling.topP());
        }
        return parameters;
    }
}
