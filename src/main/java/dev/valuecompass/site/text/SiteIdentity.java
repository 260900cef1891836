package dev.valuecompass.site.text;

import java.net.URI;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What the site is called and where it will be published.
 *
 * @param texts what it says of itself; the title is never empty
 * @param origin the name under which its first period was frozen, which stays when it is renamed
 * @param base ends with a slash; empty when it is not known, and then nothing on the site names an absolute address
 */
public record SiteIdentity(SiteTexts texts, String origin, Optional<URI> base) {
    private static final Pattern FOLDER_PAGE = Pattern.compile("(^|/)index\\.html$");

    /** On one line, as shown. */
    public String title() {
        return texts.title();
    }

    /** Who answers for figures that were measured here. */
    public String publisher() {
        return texts.publisher().isEmpty() ? title() : texts.publisher();
    }

    /** The absolute address of a file of the site, of its folder for an index page; null when it is not known. */
    public String absolute(String path) {
        return base.map(uri -> uri.resolve(folder(path)).toASCIIString()).orElse(null);
    }

    /** The absolute address where it is known, and the path from the site's first folder where not. */
    public String best(String path) {
        String absolute = absolute(path);
        return absolute == null ? path : absolute;
    }

    private static String folder(String path) {
        return FOLDER_PAGE.matcher(path).replaceAll("$1");
    }
}
