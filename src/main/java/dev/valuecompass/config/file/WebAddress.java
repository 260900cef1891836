package dev.valuecompass.config.file;

import dev.valuecompass.io.yaml.YamlMap;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Checks the addresses that a leaderboard names. What might be a secret is never repeated in a message. */
final class WebAddress {
    private static final Pattern SECRET_PARAMETER =
            Pattern.compile("(?i).*(key|token|secret|sig|signature|password|passwd|pwd|auth|credential).*");
    private static final Pattern LOOPBACK =
            Pattern.compile("localhost|.+\\.localhost|127(\\.\\d{1,3}){3}|\\[::1]|\\[0:0:0:0:0:0:0:1]");

    private WebAddress() {}

    /** The address of a page that readers may follow; empty when the key is missing. */
    static String page(YamlMap map, String key) {
        String address = map.text(key, "");
        if (!address.isEmpty()) {
            parse(map, key, address);
        }
        return address;
    }

    /** The address of an endpoint, without a slash at its end. */
    static String base(YamlMap map, String key, boolean carriesKey) {
        String address = map.text(key);
        Optional<URI> uri = address.isEmpty() ? Optional.empty() : parse(map, key, address);
        uri.filter(u -> carriesKey && u.getScheme().equalsIgnoreCase("http") && !loopback(u))
                .ifPresent(u -> map.report(
                        key,
                        "the key would travel unencrypted to " + u.getHost(),
                        "use https://, or remove 'key-env' if the endpoint needs no key"));
        return address.endsWith("/") ? address.substring(0, address.length() - 1) : address;
    }

    private static Optional<URI> parse(YamlMap map, String key, String address) {
        URI uri;
        try {
            uri = new URI(address);
        } catch (URISyntaxException e) {
            map.report(key, "'" + key + "' is not a web address: " + e.getReason(), "write https://host/path");
            return Optional.empty();
        }
        String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
        if (uri.getRawUserInfo() != null
                || uri.getRawAuthority() != null && uri.getRawAuthority().contains("@")) {
            map.report(key, "'" + key + "' contains a user name or password", "remove what stands before the '@'");
        } else if (!scheme.equals("https") && !scheme.equals("http") || uri.getHost() == null) {
            map.report(key, "'" + key + "' is not a web address: '" + bare(address) + "'", "write https://host/path");
        } else if (secretInQuery(uri)) {
            map.report(key, "'" + key + "' contains a key", "remove it and name a variable with 'key-env'");
        } else if (uri.getRawFragment() != null) {
            map.report(key, "'" + key + "' has a part after '#'", "remove it");
        } else {
            return Optional.of(uri);
        }
        return Optional.empty();
    }

    private static boolean secretInQuery(URI uri) {
        return uri.getRawQuery() != null
                && Arrays.stream(uri.getRawQuery().split("&"))
                        .map(parameter -> parameter.split("=", 2)[0])
                        .anyMatch(name -> SECRET_PARAMETER.matcher(name).matches());
    }

    private static boolean loopback(URI uri) {
        return LOOPBACK.matcher(uri.getHost().toLowerCase(Locale.ROOT)).matches();
    }

    /** What can be shown of an address: nothing after a question mark. */
    private static String bare(String address) {
        int query = address.indexOf('?');
        return query < 0 ? address : address.substring(0, query) + "?…";
    }
}
