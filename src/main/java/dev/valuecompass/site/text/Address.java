package dev.valuecompass.site.text;

import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * The place of a page in the site, from which every other place is named.
 *
 * @param site the absolute path of the site, for a page that servers show in any folder; null for all others, which
 *     name places relatively and so work under any sub-path and from a disk
 */
public record Address(String path, String site) {
    public Address(String path) {
        this(path, null);
    }

    /** What leads from the page to the site's first folder: {@code ../} for each folder of its path. */
    public String root() {
        return site != null
                ? site
                : "../".repeat((int) path.chars().filter(c -> c == '/').count());
    }

    /** The reference from this page to another file of the site. */
    public String to(String target) {
        if (site != null) {
            return site + target;
        }
        int common = 0;
        for (int i = 0; i < Math.min(path.length(), target.length()) && path.charAt(i) == target.charAt(i); i++) {
            if (path.charAt(i) == '/') {
                common = i + 1;
            }
        }
        return new Address(path.substring(common)).root() + target.substring(common);
    }

    /** A text as a value in the query of an address. */
    public static String query(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /** An address that someone else wrote, when it is a web address; null otherwise, so that no link is made of it. */
    public static String external(String address) {
        try {
            URI uri = new URI(address.strip());
            String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
            boolean web = (scheme.equals("https") || scheme.equals("http")) && uri.getHost() != null;
            return web ? uri.toASCIIString() : null;
        } catch (URISyntaxException e) {
            return null;
        }
    }
}
