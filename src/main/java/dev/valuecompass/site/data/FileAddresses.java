package dev.valuecompass.site.data;

import dev.valuecompass.site.edition.Edition;
import dev.valuecompass.site.text.SiteIdentity;

/**
 * Where a period's files are: absolute where the site knows its address, otherwise relative to the file that names
 * them, which readers of JSON-LD resolve by themselves.
 */
record FileAddresses(Edition edition, SiteIdentity publication) {
    String of(String name) {
        String absolute = publication.absolute(edition.places().file(name));
        return absolute == null ? name : absolute;
    }
}
