package dev.valuecompass.config;

import dev.valuecompass.io.yaml.YamlMap;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Checks the addresses that a leaderboard names. What might be a secret is never repeated in a message. */
public final class WebAddress {
    private static final String FORM = "write https://host/path";
    private static final int LAST_PORT = 65_535;
    private static final Pattern SECRET_PARAMETER =
            Pattern.compile("(?i).*(key|token|secret|sig|signature|password|passwd|pwd|auth|credential).*");
    private static final Pattern LOOPBACK =
            Pattern.compile("localhost|.+\\.localhost|127(\\.\\d{1,3}){3}|\\[::1]|\\[0:0:0:0:0:0:0:1]");

    private WebAddress() {}

    /** What is wrong with an address, and what to do about it. */
    public record Fault(String what, String fix) {}

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
        Optional<Fault> fault = fault("'" + key + "'", address);
        fault.ifPresent(found -> map.report(key, found.what(), found.fix()));
        return fault.isPresent() ? Optional.empty() : Optional.of(URI.create(address));
    }

    /**
     * What is wrong with an address that somebody named; empty when it is a web address without secrets.
     *
     * @param name of the setting or option, as it is to stand in the message
     */
    public static Optional<Fault> fault(String name, String address) {
        URI uri;
        try {
            uri = new URI(address);
        } catch (URISyntaxException e) {
            return Optional.of(new Fault(name + " is not a web address: " + e.getReason(), FORM));
        }
        String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
        Fault fault = null;
        if (uri.getRawUserInfo() != null
                || uri.getRawAuthority() != null && uri.getRawAuthority().contains("@")) {
            fault = new Fault(name + " contains a user name or password", "remove what stands before the '@'");
        } else if (!scheme.equals("https") && !scheme.equals("http") || uri.getHost() == null) {
            fault = new Fault(name + " is not a web address: '" + bare(address) + "'", FORM);
        } else if (uri.getPort() == 0 || uri.getPort() > LAST_PORT) {
            fault = new Fault(
                    name + " has the port " + uri.getPort() + ", which no server has",
                    "write one from 1 to " + LAST_PORT);
        } else if (secretInQuery(uri)) {
            fault = new Fault(name + " contains a key", "remove it and name a variable with 'key-env'");
        } else if (uri.getRawFragment() != null) {
            fault = new Fault(name + " has a part after '#'", "remove it");
        }
        return Optional.ofNullable(fault);
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
