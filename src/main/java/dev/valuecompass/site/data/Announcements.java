package dev.valuecompass.site.data;

import dev.valuecompass.site.edition.Edition;
import dev.valuecompass.site.edition.PeriodSource;
import dev.valuecompass.site.text.SiteIdentity;
import dev.valuecompass.site.write.OutputTree;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/** Tells programs what the site has: feed, list of pages, and texts for crawlers. Not thread-safe. */
public final class Announcements {
    private final SiteIdentity publication;
    private final List<PeriodNotice> periods = new ArrayList<>();

    /** @param publication decides whether links are absolute */
    public Announcements(SiteIdentity publication) {
        this.publication = publication;
    }

    /** Periods come newest first, those that were withdrawn last. */
    public void add(Edition edition, PeriodSource source) {
        periods.add(PeriodNotice.of(edition, source));
    }

    /** @param tree with every page written */
    public void write(OutputTree tree) {
        Instant today = Instant.now().truncatedTo(ChronoUnit.DAYS);
        tree.write(AtomFeed.FILE, new AtomFeed(publication, today).write(periods));
        tree.write(LlmsText.FILE, new LlmsText(publication).write(periods));
        new SiteMap(publication).write(tree);
        String map = publication.absolute(SiteMap.FILE);
        tree.write("robots.txt", "User-agent: *\nAllow: /\n" + (map == null ? "" : "Sitemap: " + map + "\n"));
    }
}
