package dev.valuecompass.site.data;

import dev.valuecompass.io.ByName;
import java.util.List;

/**
 * A period's data as microdata of {@code schema.org/Dataset}: what search engines read, which do not follow links to
 * JSON-LD.
 *
 * @param licence address of the licence; null when it is not one that is known by a page
 * @param address of the page; null when it is not known where the site will be
 * @param metadata the same facts as a file of JSON-LD
 */
@ByName
public record DatasetMarkup(
        String name,
        String description,
        String creator,
        String version,
        String period,
        String licence,
        String address,
        String metadata,
        List<File> files) {

    /** @param href relative to the page @param type media type */
    public record File(String href, String type) {}
}
