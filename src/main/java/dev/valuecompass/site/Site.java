package dev.valuecompass.site;

import dev.valuecompass.io.DataException;
import dev.valuecompass.io.DataFolder;
import dev.valuecompass.io.Json;
import dev.valuecompass.language.Language;
import dev.valuecompass.language.Languages;
import dev.valuecompass.recognition.RecognizerCard;
import dev.valuecompass.site.board.BadgeWriter;
import dev.valuecompass.site.card.CardWriter;
import dev.valuecompass.site.culture.CultureMapFile;
import dev.valuecompass.site.data.Announcements;
import dev.valuecompass.site.data.Downloads;
import dev.valuecompass.site.edition.Edition;
import dev.valuecompass.site.edition.History;
import dev.valuecompass.site.edition.PageAddresses;
import dev.valuecompass.site.edition.PeriodSource;
import dev.valuecompass.site.finding.PeriodLink;
import dev.valuecompass.site.methodology.ArticleBuilder;
import dev.valuecompass.site.methodology.ArticleTranslations;
import dev.valuecompass.site.methodology.RecogniserTables;
import dev.valuecompass.site.methodology.ValidationTable;
import dev.valuecompass.site.text.HostileText;
import dev.valuecompass.site.text.SiteIdentity;
import dev.valuecompass.site.text.SiteTexts;
import dev.valuecompass.site.write.Assets;
import dev.valuecompass.site.write.OutputTree;
import dev.valuecompass.site.write.PageWriter;
import dev.valuecompass.snapshot.PeriodRecord;
import dev.valuecompass.snapshot.Snapshot;
import dev.valuecompass.snapshot.check.Withdrawal;
import dev.valuecompass.snapshot.store.PeriodStore;
import dev.valuecompass.value.Theory;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * Renders a static site from frozen periods. The same periods give the same bytes; only files that changed are
 * written, and those that an earlier rendering left are removed. Every link is relative, so the site works under any
 * path and from a disk. Not thread-safe.
 */
public final class Site {
    private final DataFolder data;
    private final Reference reference;
    private final Optional<URI> base;
    private final SiteTexts texts;
    private final Language english;
    private final List<Language> languages;

    /** A site in English alone. */
    public Site(DataFolder data, Optional<URI> base) {
        this(data, base, List.of(Language.REFERENCE));
    }

    /**
     * @param data for the cultures and weights that visitors choose from, commentaries on periods, names of places, and
     *     languages
     * @param base where the site will be published; empty when that is not known, which leaves out canonical links
     * @param languages tags of at least one; pages of the first lie at the root
     * @throws DataException with every mistake in these files
     */
    public Site(DataFolder data, Optional<URI> base, List<String> languages) {
        this(data, base, languages, SiteTexts.NONE);
    }

    /** @param texts what the leaderboard says of itself today */
    public Site(DataFolder data, Optional<URI> base, List<String> languages, SiteTexts texts) {
        this.texts = texts;
        this.data = data;
        this.reference = Reference.read(data);
        this.base = base.map(Site::asFolder);
        this.english = Languages.english(data);
        this.languages = Languages.load(data, languages);
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
            throw new DataException("periods", "there is no period to show", "run an evaluation or import one");
        }
        List<PageAddresses> places = new ArrayList<>();
        List<Snapshot> oldestFirst = new ArrayList<>();
        Map<String, Withdrawal> withdrawn = new HashMap<>();
        List<PeriodSource> standing = new ArrayList<>();
        List<PeriodSource> fallen = new ArrayList<>();
        String newest = "";
        String oldest = "";
        for (PeriodSource period : periods) {
            Snapshot snapshot = period.snapshot();
            places.add(PageAddresses.of(snapshot));
            oldestFirst.add(0, snapshot);
            Optional<Withdrawal> mark = period.withdrawal();
            mark.ifPresent(why -> withdrawn.put(snapshot.period(), why));
            (mark.isEmpty() ? standing : fallen).add(period);
            if (!snapshot.origin().imported()) {
                newest = newest.isEmpty() ? snapshot.title() : newest;
                oldest = snapshot.title();
            }
        }
        SiteIdentity publication = new SiteIdentity(
                texts.orTitle(newest).orTitle("Value Compass Leaderboard"), HostileText.line(oldest), base);
        History history = History.of(oldestFirst, withdrawn);
        oldestFirst.clear();
        List<FrameBuilder> frames = languages.stream()
                .map(language -> new FrameBuilder(publication, places, history, new SiteLanguages(languages, language)))
                .toList();
        try (OutputTree tree = new OutputTree(out)) {
            Assets.copy(tree, languages);
            languages.forEach(language -> LaterPeriods.write(tree, language, places, history));
            Rendering rendering = new Rendering(
                    publication, tree, new LinkChains(source -> before(source, periods, standing), PeriodLink::of));
            rendering.cards.icons();
            PeriodRecord next = null;
            for (PeriodSource source : standing) {
                next = period(
                        edition(source, next, history), source, before(source, periods, standing), frames, rendering);
            }
            // Last, so that the front page and the badges tell of a period that stands where there is one.
            for (PeriodSource source : fallen) {
                period(edition(source, null, history), source, before(source, periods, standing), frames, rendering);
            }
            rendering.announcements.write(tree);
            OutputTree.WriteCounts written = tree.finish();
            return new SiteReport(written.files(), written.changed(), written.removed());
        }
    }

    /** @param read the period, or null where it was not read yet */
    private Edition edition(PeriodSource source, PeriodRecord read, History history) {
        return new Edition(read == null ? source.read() : read, history, english);
    }

    /** The newest period before another that stands; null when there is none. */
    private static PeriodSource before(
            PeriodSource source, List<PeriodSource> newestFirst, List<PeriodSource> standing) {
        return newestFirst.stream()
                .skip(newestFirst.indexOf(source) + 1L)
                .filter(standing::contains)
                .findFirst()
                .orElse(null);
    }

    /** What goes on from period to period. */
    private static final class Rendering {
        private final SiteIdentity publication;
        private final OutputTree tree;
        private final PageWriter writer;
        private final CardWriter cards;
        private final BadgeWriter badges;
        private final Announcements announcements;
        private final LinkChains chains;
        private boolean first = true;

        Rendering(SiteIdentity publication, OutputTree tree, LinkChains chains) {
            this.publication = publication;
            this.tree = tree;
            this.writer = new PageWriter(tree);
            this.cards = new CardWriter(publication, tree);
            this.badges = new BadgeWriter(publication);
            this.announcements = new Announcements(publication);
            this.chains = chains;
        }

        /** Everything of a period that is no page. */
        void others(Edition edition, PeriodSource source) {
            cards.boards(edition);
            cards.models(edition);
            badges.write(edition, tree);
            announcements.add(edition, source);
        }
    }

    /** @param earlier the period before, or null. @return that period, or null */
    private PeriodRecord period(
            Edition edition,
            PeriodSource source,
            PeriodSource earlier,
            List<FrameBuilder> frames,
            Rendering rendering) {
        Downloads downloads = new Downloads(edition, source, rendering.publication);
        Optional<PeriodRecord> before;
        try (ParallelWork<Optional<PeriodRecord>> reading =
                ParallelWork.start(() -> Optional.ofNullable(earlier).map(PeriodSource::read))) {
            downloads.publish(rendering.tree);
            before = reading.result();
        }
        PeriodComputations reckoning = PeriodComputations.of(
                edition,
                before,
                rendering.chains.of(source, edition.record(), before.orElse(null)),
                reference,
                data.own());
        try (ParallelWork<Void> others = ParallelWork.run(() -> rendering.others(edition, source))) {
            figures(edition, reckoning, rendering.tree);
            for (FrameBuilder frame : frames) {
                Edition own = frame.own(edition, reference.theory());
                PeriodPages pages = new PeriodPages(own, reckoning, reference, frame, rendering.writer);
                pages.write(downloads, rendering.badges);
                if (rendering.first) {
                    pages.writeFront();
                    new FrontPages(own, frame, rendering.writer, articles(own)).write(base);
                }
            }
            others.result();
        }
        rendering.first = false;
        return before.orElse(null);
    }

    private ArticleBuilder articles(Edition edition) {
        Theory theory = reference.theory();
        UnaryOperator<String> systemName = id -> theory.systemIds().contains(id)
                ? theory.translated(theory.system(id), edition.language().code())
                        .name()
                : id;
        RecogniserTables cards = new RecogniserTables(edition.words(), systemName);
        List<RecognizerCard> recognizers = edition.snapshot().recognizers();
        return new ArticleBuilder(
                edition.places()::page,
                Map.of(
                        "validation",
                        new ValidationTable(
                                        data,
                                        edition.words(),
                                        systemName,
                                        recognizers.stream()
                                                .map(RecognizerCard::version)
                                                .toList())
                                .markdown(),
                        "recogniser",
                        cards.markdown(recognizers)),
                cards.drawings(recognizers),
                new ArticleTranslations(data, edition.language()));
    }

    /** Figures for programs, which are the same in every language. */
    private static void figures(Edition edition, PeriodComputations reckoning, OutputTree tree) {
        tree.write(edition.places().findingsFile(), reckoning.findings().json());
        tree.write(edition.places().validityFile(), Json.pretty(reckoning.validity()));
        reckoning
                .evidence()
                .instruments()
                .ifPresent(told -> tree.write(edition.places().instrumentsFile(), Json.pretty(told)));
        reckoning
                .evidence()
                .primes()
                .ifPresent(told -> tree.write(edition.places().primesFile(), Json.pretty(told)));
        reckoning
                .evidence()
                .conditions()
                .ifPresent(told -> tree.write(edition.places().conditionsFile(), Json.pretty(told)));
        reckoning
                .evidence()
                .references()
                .ifPresent(told -> tree.write(edition.places().referencesFile(), Json.pretty(told)));
        reckoning
                .cultures()
                .series()
                .forEach(series -> CultureMapFile.json(edition, series)
                        .ifPresent(map -> tree.write(edition.places().cultureMap(series.id()), map)));
    }

    private static URI asFolder(URI uri) {
        return uri.getPath() != null && uri.getPath().endsWith("/") ? uri : URI.create(uri + "/");
    }
}
