package dev.valuecompass.site.data;

import dev.valuecompass.site.text.SiteIdentity;
import dev.valuecompass.site.text.XmlText;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * The feed (RFC 4287): an entry for each revision of each period, newest first.
 *
 * <p>A site carries no clock, so that the same data gives the same bytes: an entry is dated to the first instant of its
 * period, a revision a second after the one before, which keeps the order right. Only a period that lies ahead is dated to
 * the day of rendering. Ids come from the name at first, period and revision alone, so that they stay when the site moves
 * or is renamed.
 */
final class AtomFeed {
    static final String FILE = "feed.xml";

    private static final int LONGEST = 60;

    private final SiteIdentity publication;
    private final Instant today;

    /** @param today no entry is dated later */
    AtomFeed(SiteIdentity publication, Instant today) {
        this.publication = publication;
        this.today = today;
    }

    /** @param periods newest first, at least one */
    String write(List<PeriodNotice> periods) {
        XmlText xml = new XmlText("feed", "http://www.w3.org/2005/Atom", "xml:lang", "en");
        PeriodNotice newest = periods.get(0);
        xml.element("id", id("feed"));
        xml.element("title", publication.title());
        xml.element(
                "subtitle",
                publication.texts().tagline().isEmpty()
                        ? "Which values language models show: every period and every correction"
                        : publication.texts().tagline());
        xml.element("updated", instant(newest, newest.revisions().size()));
        xml.open("author").element("name", publication.publisher()).close();
        xml.open("link", "rel", "alternate", "type", "text/html", "href", publication.best("index.html"))
                .close();
        xml.open("link", "rel", "self", "type", "application/atom+xml", "href", publication.best(FILE))
                .close();
        periods.stream()
                .flatMap(period -> newestFirst(period.revisions()).map(revision -> new FeedEntry(period, revision)))
                .limit(LONGEST)
                .forEach(entry -> entry(xml, entry));
        return xml.finish();
    }

    private record FeedEntry(PeriodNotice period, PeriodNotice.Revision revision) {}

    private static Stream<PeriodNotice.Revision> newestFirst(List<PeriodNotice.Revision> revisions) {
        int n = revisions.size();
        return Stream.iterate(n - 1, i -> i - 1).limit(n).map(revisions::get);
    }

    private void entry(XmlText xml, FeedEntry entry) {
        PeriodNotice period = entry.period();
        int number = entry.revision().number();
        boolean first = number == 1;
        xml.open("entry");
        xml.element("id", id(period.period() + " r" + number));
        xml.element("title", period.month() + (first ? "" : ", revision " + number + ": a correction"));
        xml.element("updated", instant(period, number));
        xml.element("published", instant(period, 1));
        xml.open(
                        "link",
                        "rel",
                        "alternate",
                        "type",
                        "text/html",
                        "href",
                        publication.best(first ? period.home() : period.dataPage()))
                .close();
        String news = first ? summary(period) : correction(entry.revision());
        xml.element("summary", news + digest(entry.revision()), "type", "text");
        xml.close();
    }

    private static String correction(PeriodNotice.Revision revision) {
        return revision.reason().isEmpty()
                ? "The figures were corrected. The errata list what changed."
                : "The figures were corrected: " + revision.reason();
    }

    /** Whoever keeps the feed can tell whether a period is still what it was. */
    private static String digest(PeriodNotice.Revision revision) {
        return revision.digest().isEmpty() ? "" : " SHA-256 of its SHA256SUMS: " + revision.digest() + ".";
    }

    private static String summary(PeriodNotice period) {
        StringBuilder text = new StringBuilder();
        if (!period.caution().isEmpty()) {
            text.append(period.caution()).append(' ');
        }
        text.append(period.size()).append('.');
        period.boards()
                .forEach(board ->
                        text.append(' ').append(board.name()).append(": ").append(board.verdict()));
        return text.toString();
    }

    private String id(String what) {
        String name = "value-compass feed\n" + publication.origin() + "\n" + what;
        return "urn:uuid:" + UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
    }

    private String instant(PeriodNotice period, int revision) {
        try {
            Instant told = YearMonth.parse(period.period())
                    .atDay(1)
                    .atStartOfDay()
                    .plusSeconds(revision - 1L)
                    .toInstant(ZoneOffset.UTC);
            return (told.isAfter(today) ? today : told).toString();
        } catch (DateTimeException notAMonth) {
            return Instant.EPOCH.plusSeconds(revision - 1L).toString();
        }
    }
}
