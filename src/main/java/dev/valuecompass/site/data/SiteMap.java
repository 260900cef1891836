package dev.valuecompass.site.data;

import dev.valuecompass.site.text.SiteIdentity;
import dev.valuecompass.site.text.XmlText;
import dev.valuecompass.site.write.OutputTree;
import java.util.ArrayList;
import java.util.List;

/**
 * The list of pages for crawlers (sitemaps.org 0.9). It may name absolute addresses only, so without a base there is
 * none. No dates of change: the site has no clock.
 */
final class SiteMap {
    static final String FILE = "sitemap.xml";

    private static final String NAMESPACE = "http://www.sitemaps.org/schemas/sitemap/0.9";
    /** The protocol allows 50,000. */
    private static final int MOST = 50_000;

    private final SiteIdentity publication;

    SiteMap(SiteIdentity publication) {
        this.publication = publication;
    }

    void write(OutputTree tree) {
        if (publication.base().isEmpty()) {
            return;
        }
        List<String> pages = tree.paths().stream()
                .filter(path -> path.endsWith(".html") && !path.equals("404.html") && !path.startsWith("badges/"))
                .map(publication::absolute)
                .toList();
        if (pages.size() <= MOST) {
            tree.write(FILE, list("urlset", "url", pages));
            return;
        }
        List<String> parts = new ArrayList<>();
        for (int from = 0; from < pages.size(); from += MOST) {
            String part = "sitemap-" + (parts.size() + 1) + ".xml";
            tree.write(part, list("urlset", "url", pages.subList(from, Math.min(from + MOST, pages.size()))));
            parts.add(publication.absolute(part));
        }
        tree.write(FILE, list("sitemapindex", "sitemap", parts));
    }

    private static String list(String root, String entry, List<String> addresses) {
        XmlText xml = new XmlText(root, NAMESPACE);
        addresses.forEach(address -> xml.open(entry).element("loc", address).close());
        return xml.finish();
    }
}
