package dev.valuecompass.site.data;

import dev.valuecompass.site.text.SiteIdentity;
import dev.valuecompass.site.text.XmlText;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * The feed (RFC 4287): an entry for each revision of each period and for each withdrawal, newest first.
 *
 * <p>A site carries no clock, so that the same data gives the same bytes: an entry is dated to the first instant of its
 * period, a revision a second after the one before, which keeps the order right. A withdrawal is dated to its
 * day. Only what lies ahead is dated to the day of rendering. Ids come from the name at first, period and revision alone, so that they stay when the site moves
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
        List<FeedEntry> entries = periods.stream()
                .flatMap(this::entries)
                .sorted(Comparator.comparing(FeedEntry::updated).reversed())
                .toList();
        XmlText xml = new XmlText("feed", "http://www.w3.org/2005/Atom", "xml:lang", "en");
        xml.element("id", id("feed"));
        xml.element("title", publication.title());
        xml.element(
                "subtitle",
                publication.texts().tagline().isEmpty()
                        ? "Which values language models show: every period and every correction"
                        : publication.texts().tagline());
        xml.element("updated", entries.get(0).updated().toString());
        xml.open("author").element("name", publication.publisher()).close();
        xml.open("link", "rel", "alternate", "type", "text/html", "href", publication.best("index.html"))
                .close();
        xml.open("link", "rel", "self", "type", "application/atom+xml", "href", publication.best(FILE))
                .close();
        entries.stream().limit(LONGEST).forEach(entry -> entry(xml, entry));
        return xml.finish();
    }

    /** @param revision null for the withdrawal */
    private record FeedEntry(PeriodNotice period, PeriodNotice.Revision revision, Instant updated) {}

    private Stream<FeedEntry> entries(PeriodNotice period) {
        Stream<FeedEntry> revisions = newestFirst(period.revisions())
                .map(revision -> new FeedEntry(period, revision, instant(period, revision.number())));
        return period.withdrawal() == null
                ? revisions
                : Stream.concat(Stream.of(new FeedEntry(period, null, withdrawn(period))), revisions);
    }

    private Instant withdrawn(PeriodNotice period) {
        return notLater(
                LocalDate.parse(period.withdrawal().date()).atStartOfDay().toInstant(ZoneOffset.UTC));
    }

    private static Stream<PeriodNotice.Revision> newestFirst(List<PeriodNotice.Revision> revisions) {
        int n = revisions.size();
        return Stream.iterate(n - 1, i -> i - 1).limit(n).map(revisions::get);
    }

    private void entry(XmlText xml, FeedEntry entry) {
        PeriodNotice period = entry.period();
        if (entry.revision() == null) {
            withdrawal(xml, entry);
            return;
        }
        int number = entry.revision().number();
        boolean first = number == 1;
        xml.open("entry");
        xml.element("id", id(period.period() + " r" + number));
        xml.element("title", period.month() + (first ? "" : ", revision " + number + ": a correction"));
        xml.element("updated", entry.updated().toString());
        xml.element("published", instant(period, 1).toString());
        link(xml, first ? period.home() : period.dataPage());
        String news = first ? summary(period) : correction(entry.revision());
        xml.element("summary", news + digest(entry.revision()), "type", "text");
        xml.close();
    }

    private void withdrawal(XmlText xml, FeedEntry entry) {
        PeriodNotice period = entry.period();
        xml.open("entry");
        xml.element(
                "id", id(period.period() + " withdrawn " + period.withdrawal().date()));
        xml.element("title", period.month() + ": withdrawn");
        xml.element("updated", entry.updated().toString());
        link(xml, period.home());
        xml.element("summary", period.caution(), "type", "text");
        xml.close();
    }

    private void link(XmlText xml, String path) {
        xml.open("link", "rel", "alternate", "type", "text/html", "href", publication.best(path))
                .close();
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

    private Instant notLater(Instant told) {
        return told.isAfter(today) ? today : told;
    }

    private Instant instant(PeriodNotice period, int revision) {
        try {
            return notLater(YearMonth.parse(period.period())
                    .atDay(1)
                    .atStartOfDay()
                    .plusSeconds(revision - 1L)
                    .toInstant(ZoneOffset.UTC));
        } catch (DateTimeException notAMonth) {
            return Instant.EPOCH.plusSeconds(revision - 1L);
        }
    }
}
