package dev.valuecompass.site;

import dev.valuecompass.io.DataException;
import dev.valuecompass.io.DataFolder;
import dev.valuecompass.site.badge.Badges;
import dev.valuecompass.site.card.Cards;
import dev.valuecompass.site.download.Downloads;
import dev.valuecompass.site.edition.Edition;
import dev.valuecompass.site.edition.History;
import dev.valuecompass.site.edition.PeriodSource;
import dev.valuecompass.site.edition.Places;
import dev.valuecompass.site.feed.Announcements;
import dev.valuecompass.site.finding.Insights;
import dev.valuecompass.site.text.Publication;
import dev.valuecompass.site.write.Assets;
import dev.valuecompass.site.write.OutputTree;
import dev.valuecompass.site.write.PageWriter;
import dev.valuecompass.snapshot.PeriodRecord;
import dev.valuecompass.snapshot.Snapshot;
import dev.valuecompass.snapshot.store.PeriodStore;
import dev.valuecompass.value.Theory;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Renders a static site from frozen periods. The same periods give the same bytes; only files that changed are
 * written, and those that an earlier rendering left are removed. Every link is relative, so the site works under any
 * path and from a disk. Not thread-safe.
 */
public final class Site {
    private final Theory theory;
    private final Insights insights;
    private final Optional<URI> base;

    /**
     * @param data for the cultures and weights that visitors choose from, and commentaries on periods
     * @param base where the site will be published; empty when that is not known, which leaves out canonical links
     */
    public Site(DataFolder data, Optional<URI> base) {
        this.theory = Theory.load(data);
        this.insights = new Insights(data);
        this.base = base.map(Site::asFolder);
    }

    /**
     * Renders every period of the store.
     *
     * @param out the site's folder; files in it that are not of an earlier rendering are left alone unless a page has
     *     the same path
     * @throws DataException when there is no period, or one cannot be read
     */
    public SiteReport render(PeriodStore store, Path out) {
        return render(PeriodSource.all(store), out);
    }

    /** @param periods newest first */
    SiteReport render(List<PeriodSource> periods, Path out) {
        if (periods.isEmpty()) {
            throw new DataException("periods", 0, "there is no period to show", "run an evaluation or import one");
        }
        List<Places> places = new ArrayList<>();
        List<Snapshot> oldestFirst = new ArrayList<>();
        String title = null;
        for (PeriodSource period : periods) {
            PeriodRecord record = period.read();
            places.add(Places.of(record.snapshot()));
            oldestFirst.add(0, record.snapshot());
            title = title == null && !record.snapshot().origin().kind().equals("imported")
                    ? record.snapshot().title()
                    : title;
        }
        Publication publication = new Publication(title == null ? "Value Compass Leaderboard" : title, base);
        History history = History.of(oldestFirst);
        Frames frames = new Frames(publication, places, history);
        Announcements announcements = new Announcements(publication);
        try (OutputTree tree = new OutputTree(out)) {
            Assets.copy(tree);
            PageWriter writer = new PageWriter(tree);
            Cards cards = new Cards(publication, tree);
            cards.icons();
            Badges badges = new Badges(publication);
            PeriodRecord next = periods.get(0).read();
            for (int i = 0; i < periods.size(); i++) {
                PeriodSource period = periods.get(i);
                Edition edition = new Edition(next, history);
                Optional<PeriodRecord> before =
                        periods.stream().skip(i + 1L).findFirst().map(PeriodSource::read);
                next = before.orElse(null);
                PeriodPages pages = new PeriodPages(edition, before, theory, insights, frames, writer);
                pages.write(new Downloads(edition, period, publication), badges);
                cards.boards(edition);
                badges.write(edition, tree);
                announcements.add(edition);
                if (i == 0) {
                    pages.writeFront();
                    cards.models(edition);
                    new FrontPages(edition, frames, writer).write(base);
                }
            }
            announcements.write(tree);
            OutputTree.Written written = tree.finish();
            return new SiteReport(written.files(), written.changed(), written.removed());
        }
    }

    private static URI asFolder(URI uri) {
        return uri.getPath() != null && uri.getPath().endsWith("/") ? uri : URI.create(uri + "/");
    }
}
