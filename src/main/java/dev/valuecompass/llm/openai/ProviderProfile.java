package dev.valuecompass.llm.openai;

import dev.valuecompass.io.DataException;
import dev.valuecompass.io.DataFolder;
import dev.valuecompass.io.Defects;
import dev.valuecompass.io.Json;
import dev.valuecompass.io.Range;
import dev.valuecompass.io.yaml.Yaml;
import dev.valuecompass.io.yaml.YamlMap;
import dev.valuecompass.llm.ChatRequest;
import dev.valuecompass.llm.Message;
import dev.valuecompass.llm.Sampling;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * A provider's habits, from {@code data/providers/<name>.yml}.
 *
 * @param takes which parameters it takes
 * @param systemRole what the role of a system message is called
 * @param keyHeader whether the key goes into an {@code api-key} header instead of a bearer token
 * @param outputIsTheRest whether tokens of the total that are not prompt are output, though not counted as such
 * @param day where the day of its daily quotas begins
 * @param batches what its batches are like
 */
record ProviderProfile(
        Parameters takes,
        String systemRole,
        boolean keyHeader,
        boolean outputIsTheRest,
        ZoneId day,
        BatchTerms batches) {
    /**
     * Which parameters are sent, and how.
     *
     * @param tokenLimit the name of the parameter that bounds the output
     * @param temperature whether the provider takes one; if not, it is not sent
     * @param highestTemperature a higher one is sent as this
     * @param topP whether the provider takes it
     * @param unsampled names of models that take neither
     */
    record Parameters(
            String tokenLimit, boolean temperature, double highestTemperature, boolean topP, List<Pattern> unsampled) {
        boolean sampled(String model) {
            return unsampled.isEmpty()
                    || unsampled.stream().noneMatch(name -> name.matcher(model).matches());
        }
    }

    /** In a name {@code *} stands for anything. */
    private static Pattern names(String name) {
        return Pattern.compile(Pattern.quote(name).replace("*", "\\E.*\\Q"));
    }

    /** @param name empty for the plain form of the API */
    static ProviderProfile read(DataFolder data, String name) {
        Defects defects = new Defects();
        YamlMap file = Yaml.read(data.file("providers/" + (name.isBlank() ? "generic" : name) + ".yml"), defects);
        ProviderProfile profile = new ProviderProfile(
                new Parameters(
                        oneOf(file, ProfileKey.TOKEN_LIMIT),
                        file.flag(ProfileKey.TEMPERATURE.id(), true),
                        file.number(ProfileKey.HIGHEST_TEMPERATURE.id(), Range.of(0L, 2L), 2),
                        file.flag(ProfileKey.TOP_P.id(), true),
                        file.texts(ProfileKey.UNSAMPLED_MODELS.id()).stream()
                                .map(ProviderProfile::names)
                                .toList()),
                oneOf(file, ProfileKey.SYSTEM_ROLE),
                oneOf(file, ProfileKey.AUTHORIZATION).equals("api-key"),
                oneOf(file, ProfileKey.OUTPUT_TOKENS).equals("rest-of-total"),
                zone(file),
                batches(file));
        file.done();
        defects.refuse(DataException::new);
        return profile;
    }

    private static String oneOf(YamlMap file, ProfileKey key) {
        return file.oneOf(key.id(), key.allowed());
    }

    private static BatchTerms batches(YamlMap file) {
        return new BatchTerms(
                oneOf(file, ProfileKey.BATCH),
                BigDecimal.valueOf(file.number(ProfileKey.BATCH_PRICE.id(), Range.of(0L, 1L), 0.5)),
                file.whole(ProfileKey.BATCH_HOURS.id(), Range.of(1L, 1_000L), 24),
                file.whole(ProfileKey.BATCH_REQUESTS.id(), Range.of(1L, 10_000_000L), 50_000),
                1_000_000L * file.whole(ProfileKey.BATCH_MEGABYTES.id(), Range.of(1L, 10_000L), 200));
    }

    private static ZoneId zone(YamlMap file) {
        String name = file.text(ProfileKey.DAY_BEGINS_IN.id(), "UTC");
        try {
            return ZoneId.of(name);
        } catch (DateTimeException e) {
            file.report(
                    ProfileKey.DAY_BEGINS_IN.id(),
                    "unknown time zone '" + name + "'",
                    "write one such as America/Los_Angeles");
            return ZoneOffset.UTC;
        }
    }

    /** The sampling parameters with the names and values that are sent. */
    Map<String, Object> parameters(ChatRequest request) {
        Sampling sampling = request.sampling();
        Map<String, Object> parameters = sampling.sent();
        parameters.put(takes.tokenLimit(), sampling.maxTokens());
        if (takes.sampled(request.model())) {
            if (takes.temperature() && sampling.temperature() != null) {
                parameters.put("temperature", Math.min(sampling.temperature(), takes.highestTemperature()));
            }
            if (takes.topP() && sampling.topP() != null) {
                parameters.put("top_p", sampling.topP());
            }
        }
        return parameters;
    }

    /**
     * The JSON body of a request, in UTF-8. Half of a surrogate pair, which an item may hold, is sent as a question mark.
     */
    byte[] body(ChatRequest request) {
        Map<String, Object> body = new TreeMap<>(parameters(request));
        body.put("model", request.model());
        body.put("stream", false);
        body.put(
                "messages",
                request.messages().stream()
                        .map(message -> Map.of("role", role(message), "content", message.content()))
                        .toList());
        return Json.line(body).getBytes(StandardCharsets.UTF_8);
    }

    private String role(Message message) {
        return message.role() == Message.Role.SYSTEM
                ? systemRole
                : message.role().name().toLowerCase(Locale.ROOT);
    }
}
