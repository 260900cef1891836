package dev.valuecompass.site;

import dev.valuecompass.language.PageTexts;
import dev.valuecompass.site.card.CardPlaces;
import dev.valuecompass.site.edition.Edition;
import dev.valuecompass.site.edition.History;
import dev.valuecompass.site.edition.PageAddresses;
import dev.valuecompass.site.methodology.ArticleBuilder;
import dev.valuecompass.site.text.Address;
import dev.valuecompass.site.text.Frame;
import dev.valuecompass.site.text.HostileText;
import dev.valuecompass.site.text.Link;
import dev.valuecompass.site.text.SiteIdentity;
import dev.valuecompass.site.text.SiteTexts;
import dev.valuecompass.snapshot.RunProvenance;
import dev.valuecompass.snapshot.Snapshot;
import dev.valuecompass.snapshot.Snapshot.Origin;
import dev.valuecompass.value.Theory;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Builds what stands around the content: head, masthead, banners, colophon. */
final class FrameBuilder {
    private final SiteIdentity publication;
    private final List<PageAddresses> periods;
    private final History history;
    private final SiteLanguages languages;

    /**
     * @param publication what the site is called and where it will be
     * @param periods newest first, at least one
     * @param history says what is new in each
     * @param languages of the site, seen from the one of these pages
     */
    FrameBuilder(SiteIdentity publication, List<PageAddresses> periods, History history, SiteLanguages languages) {
        this.history = history;
        this.languages = languages;
        this.publication = publication;
        this.periods =
                periods.stream().map(places -> places.in(languages.folder())).toList();
    }

    /** A period as these pages tell it. */
    Edition own(Edition edition, Theory theory) {
        String code = languages.own().code();
        return edition.in(languages.own(), languages.folder(), system -> theory.translated(system, code));
    }

    /** Whether these are the pages at the root of the site. */
    boolean first() {
        return languages.folder().isEmpty();
    }

    /** The parts of the site, in the order of the navigation. */
    enum Section {
        LEADERBOARD("section.leaderboard", PageAddresses::home),
        MODELS("section.models", PageAddresses::modelList),
        COMPARE("section.compare", PageAddresses::compare),
        CULTURES("section.cultures", PageAddresses::cultures),
        FINDINGS("section.findings", PageAddresses::findings),
        ITEMS("section.items", PageAddresses::itemList),
        METHODOLOGY("section.methodology", places -> places.page(ArticleBuilder.INDEX)),
        DATA("section.data", PageAddresses::dataPage);

        private final String key;
        private final Function<PageAddresses, String> place;

        Section(String key, Function<PageAddresses, String> place) {
            this.key = key;
            this.place = place;
        }
    }

    /**
     * What a page tells its frame.
     *
     * @param section the part of the site that it belongs to; null for none
     * @param sibling the page most like it in another period, or null there
     */
    record Page(
            Address address,
            Section section,
            String title,
            String description,
            Function<PageAddresses, String> sibling) {}

    /** @param edition the page's period, or the latest one on a page that belongs to none */
    Frame of(Page page, Edition edition) {
        Address here = page.address();
        return new Frame(
                new Frame.HtmlHead(
                        here.root(),
                        page.title() + " \u00b7 " + publication.title(),
                        page.description(),
                        published(here.path()),
                        publication.absolute(CardPlaces.of(languages.first(here.path()), edition))),
                new Frame.Masthead(
                        publication.title(),
                        here.to(edition.places().page("index.html")),
                        navigation(page, edition),
                        edition.month(),
                        periods(page, edition)),
                banners(here, edition),
                colophon(here, edition),
                page.section() == null || page.section() == Section.METHODOLOGY
                        ? null
                        : here.to(edition.places().file("")),
                here.path().equals(edition.places().dataPage()),
                languages.of(here, publication));
    }

    /** What the site is called. */
    String site() {
        return publication.title();
    }

    /** Every period, newest first, in the language of these pages. */
    List<PageAddresses> periods() {
        return periods;
    }

    /** The newest earlier period of the same leaderboard that stands; null when there is none. */
    PageAddresses before(PageAddresses now) {
        return periods.stream()
                .filter(other -> other.period().compareTo(now.period()) < 0 && other.continues(now))
                .filter(other -> history.withdrawal(other.period()).isEmpty())
                .findFirst()
                .orElse(null);
    }

    /** The absolute address of a page; null when it is not known where the site will be published. */
    String published(String path) {
        return publication.absolute(path);
    }

    private static List<Link> navigation(Page page, Edition edition) {
        List<Link> links = new ArrayList<>();
        for (Section section : Section.values()) {
            links.add(new Link(
                    page.address().to(section.place.apply(edition.places())),
                    edition.words().get(section.key),
                    section == page.section()));
        }
        return links;
    }

    private Frame.Periods periods(Page page, Edition edition) {
        PageAddresses own = edition.places();
        Address here = page.address();
        List<Link> links = periods.stream()
                .filter(places -> places.period().compareTo(own.period()) <= 0)
                .map(places -> new Link(
                        here.to(sibling(page, places)),
                        history.label(places.period(), edition.words()),
                        places.period().equals(own.period())))
                .toList();
        return new Frame.Periods(
                own.period(),
                own.within(sibling(page, own)),
                links,
                new Link(here.to(own.page("index.html")), edition.words().get("layout.newest")),
                new Link(
                        here.to(own.page(PeriodsPageBuilder.PAGE)),
                        edition.words().get("layout.all-periods")),
                LaterPeriods.script(languages.own()));
    }

    private static String sibling(Page page, PageAddresses places) {
        String sibling = page.sibling().apply(places);
        return sibling == null ? places.home() : sibling;
    }

    private static List<Frame.Banner> banners(Address here, Edition edition) {
        List<Frame.Banner> banners = new ArrayList<>();
        Snapshot snapshot = edition.snapshot();
        PageTexts words = edition.words();
        edition.withdrawal()
                .ifPresent(mark -> banners.add(new Frame.Banner(
                        "withdrawn",
                        words.get("banner.withdrawn.heading"),
                        words.text("banner.withdrawn.text")
                                .with("date", mark.date())
                                .with("reason", HostileText.line(mark.reason()))
                                .get(),
                        new Link(
                                here.to(edition.places().page(PeriodsPageBuilder.PAGE)),
                                words.get("layout.all-periods")))));
        if (snapshot.synthetic()) {
            banners.add(new Frame.Banner(
                    "synthetic",
                    words.get("banner.synthetic.heading"),
                    words.get("banner.synthetic.text", "month", edition.month()),
                    null));
        }
        if (edition.imported()) {
            banners.add(new Frame.Banner(
                    "imported", words.get("banner.imported.heading"), attribution(snapshot.origin(), words), null));
        }
        long errata = snapshot.errata().stream()
                .filter(Snapshot.Erratum::changesFigure)
                .count();
        if (errata > 0) {
            banners.add(new Frame.Banner(
                    "errata",
                    words.get("banner.errata.heading", "n", errata),
                    words.get("banner.errata.text", "revision", snapshot.revision()),
                    new Link(here.to(edition.places().dataPage()) + "#errata", words.get("banner.errata.more"))));
        }
        return banners;
    }

    private static String attribution(Origin origin, PageTexts words) {
        String source = HostileText.line(origin.source());
        String licence = HostileText.line(origin.licence());
        return words.sentences(
                words.get(
                        "banner.imported.text",
                        "source",
                        source.isEmpty() ? words.get("banner.imported.nobody") : source),
                licence.isEmpty() ? "" : words.get("banner.imported.terms", "licence", licence));
    }

    private Frame.Colophon colophon(Address here, Edition edition) {
        Snapshot snapshot = edition.snapshot();
        List<String> facts = new ArrayList<>();
        PageTexts words = edition.words();
        SiteTexts texts = publication.texts();
        if (!texts.tagline().isEmpty()) {
            facts.add(publication.title() + ": " + texts.tagline());
        }
        if (!texts.publisher().isEmpty()) {
            facts.add(words.get("colophon.publisher", "publisher", texts.publisher()));
        }
        if (!texts.basedOn().isEmpty()) {
            facts.add(words.get("colophon.based-on", "origin", texts.basedOn()));
        }
        facts.add(words.get("colophon.period", "period", edition.period(), "revision", snapshot.revision()));
        RunProvenance run = snapshot.run();
        if (run != null) {
            facts.add(words.text("colophon.run")
                    .with("program", HostileText.line(run.program()))
                    .with("seed", Long.toString(run.seed()))
                    .get());
        }
        String licence = HostileText.line(snapshot.origin().licence());
        if (!licence.isEmpty()) {
            facts.add(words.get("colophon.licence", "licence", licence));
        }
        facts.add(words.get("colophon.privacy"));
        List<Link> links = new ArrayList<>(List.of(
                new Link(here.to(edition.places().page(ArticleBuilder.INDEX)), words.get("colophon.methodology")),
                new Link(here.to(edition.places().validity()), words.get("validity.title")),
                new Link(here.to(edition.places().dataPage()), words.get("colophon.data")),
                new Link(here.to(edition.places().notEvaluated()), words.get("colophon.absent"))));
        if (!texts.contact().isEmpty()) {
            links.add(new Link(texts.contactLink(), words.get("colophon.contact")));
        }
        return new Frame.Colophon(facts, links);
    }
}
