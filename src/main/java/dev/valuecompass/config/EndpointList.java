package dev.valuecompass.config;

import dev.valuecompass.io.DataFolder;
import dev.valuecompass.io.NearestName;
import dev.valuecompass.io.Range;
import dev.valuecompass.io.yaml.YamlMap;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** Reads the section {@code endpoints}. */
final class EndpointList {
    private static final Pattern VARIABLE = Pattern.compile("[A-Z_][A-Z0-9_]{0,99}");
    private static final String YML = ".yml";

    private final DataFolder folder;

    /** @param folder holds the profiles of providers and the files that endpoints name */
    public EndpointList(DataFolder folder) {
        this.folder = folder;
    }

    /** In the order of the file; what is wrong with one, or an id used twice, is reported at its line. */
    List<Endpoint> read(List<YamlMap> maps) {
        Set<String> seen = new HashSet<>();
        List<Endpoint> endpoints = new ArrayList<>();
        for (YamlMap map : maps) {
            Endpoint endpoint = endpoint(map);
            if (!endpoint.id().isEmpty() && !seen.add(endpoint.id())) {
                map.report("id", "two endpoints have the id '" + endpoint.id() + "'", "rename one");
            }
            map.done();
            endpoints.add(endpoint);
        }
        return List.copyOf(endpoints);
    }

    private Endpoint endpoint(YamlMap map) {
        String id = map.id("id");
        Endpoint.Kind kind = map.choice("kind", Endpoint.Kind.class).orElse(null);
        boolean remote = kind == Endpoint.Kind.OPENAI;
        String keyEnv = keyEnv(map);
        return EndpointFields.builder()
                .id(id)
                .kind(kind)
                .baseUrl(remote ? address(map, !keyEnv.isEmpty()) : unused(map, kind, "base-url"))
                .keyEnv(remote || kind == null ? keyEnv : unused(map, kind, "key-env"))
                .file(remote || kind == null ? unused(map, kind, "file") : new LocalFile(folder).required(map, "file"))
                .profile(remote || kind == null ? profile(map) : unused(map, kind, "profile"))
                .concurrency(map.whole("concurrency", Range.of(1L, 1024L), 4))
                .timeout(Duration.ofSeconds(map.whole("timeout-seconds", Range.of(1L, 3600L), 120)))
                .retries(map.whole("retries", Range.of(0L, 20L), 4))
                .limits(map.has("limits") ? limits(map.section("limits")) : RateLimits.NONE)
                .batch(
                        remote || kind == null
                                ? map.flag("batch", false)
                                : !unused(map, kind, "batch").isEmpty())
                .build();
    }

    /** A service whose address has no path answers 404 as often as not. */
    private static String address(YamlMap map, boolean carriesKey) {
        String address = WebAddress.base(map, "base-url", carriesKey);
        if (address.matches("https?://[^/?]+")) {
            map.warn("base-url", "'base-url' has no path; most services want their version", "try " + address + "/v1");
        }
        return address;
    }

    private static RateLimits limits(YamlMap map) {
        RateLimits limits = new RateLimits(
                most(map, "requests-per-minute"),
                most(map, "tokens-per-minute"),
                most(map, "requests-per-day"),
                zone(map));
        map.done();
        return limits;
    }

    private static Integer most(YamlMap map, String key) {
        return map.has(key) ? Integer.valueOf(map.whole(key, Range.of(1L, 1_000_000_000L), 1)) : null;
    }

    private static ZoneId zone(YamlMap map) {
        String name = map.text("day-begins-in", "");
        try {
            return name.isEmpty() ? ZoneOffset.UTC : ZoneId.of(name);
        } catch (DateTimeException e) {
            map.report(
                    "day-begins-in",
                    "unknown time zone '" + name + "'",
                    NearestName.remedy(name, List.copyOf(new TreeSet<>(ZoneId.getAvailableZoneIds()))));
            return ZoneOffset.UTC;
        }
    }

    /** A key that means nothing for this kind of endpoint, so that nobody relies on it. */
    private static String unused(YamlMap map, Endpoint.Kind kind, String key) {
        if (map.has(key) && kind != null) {
            String word = kind.name().toLowerCase(Locale.ROOT);
            map.report(key, "'" + key + "' has no meaning for an endpoint of kind '" + word + "'", "remove it");
        }
        return "";
    }

    private static String keyEnv(YamlMap map) {
        String name = map.text("key-env", "");
        if (!name.isEmpty() && !VARIABLE.matcher(name).matches()) {
            // It may be the key itself, so it is not repeated.
            map.report(
                    "key-env",
                    "'key-env' is not the name of an environment variable",
                    "write a name such as EXAMPLE_API_KEY and set that variable to the key; keys never stand in files");
            return "";
        }
        return name;
    }

    private String profile(YamlMap map) {
        String profile = map.text("profile", "");
        List<String> known = folder.list("providers", YML).stream()
                .map(Path::getFileName)
                .map(file -> file.toString().substring(0, file.toString().length() - YML.length()))
                .toList();
        if (!profile.isEmpty() && !known.contains(profile)) {
            map.report("profile", "unknown provider profile '" + profile + "'", NearestName.remedy(profile, known));
        }
        return profile;
    }
}
