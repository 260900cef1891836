package dev.valuecompass.site;

import dev.valuecompass.site.card.CardPlaces;
import dev.valuecompass.site.edition.Edition;
import dev.valuecompass.site.edition.History;
import dev.valuecompass.site.edition.Places;
import dev.valuecompass.site.text.Address;
import dev.valuecompass.site.text.Articles;
import dev.valuecompass.site.text.Figures;
import dev.valuecompass.site.text.HostileText;
import dev.valuecompass.site.text.Publication;
import dev.valuecompass.site.view.Frame;
import dev.valuecompass.site.view.Link;
import dev.valuecompass.snapshot.RunProvenance;
import dev.valuecompass.snapshot.Snapshot;
import dev.valuecompass.snapshot.Snapshot.Origin;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Builds what stands around the content: head, masthead, banners, colophon. */
final class Frames {
    private final Publication publication;
    private final List<Places> periods;
    private final CardPlaces cards;
    private final History history;

    /**
     * @param publication what the site is called and where it will be
     * @param periods newest first, at least one
     * @param history says what is new in each
     */
    Frames(Publication publication, List<Places> periods, History history) {
        this.history = history;
        this.publication = publication;
        this.periods = List.copyOf(periods);
        this.cards = new CardPlaces(periods.get(0).period());
    }

    /** The parts of the site, in the order of the navigation. */
    enum Section {
        LEADERBOARD("Leaderboard", Places::home),
        MODELS("Models", Places::modelList),
        COMPARE("Compare", Places::compare),
        CULTURES("Cultures", Places::cultures),
        FINDINGS("Findings", Places::findings),
        ITEMS("Items", Places::itemList),
        METHODOLOGY("Methodology", places -> Articles.INDEX),
        DATA("Data", Places::dataPage);

        private final String label;
        private final Function<Places, String> place;

        Section(String label, Function<Places, String> place) {
            this.label = label;
            this.place = place;
        }
    }

    /**
     * What a page tells its frame.
     *
     * @param section the part of the site that it belongs to; null for none
     * @param sibling the page most like it in another period, or null there
     */
    record Page(Address address, Section section, String title, String description, Function<Places, String> sibling) {}

    /** @param edition the page's period, or the latest one on a page that belongs to none */
    Frame of(Page page, Edition edition) {
        Address here = page.address();
        return new Frame(
                new Frame.Head(
                        here.root(),
                        page.title() + " \u00b7 " + publication.title(),
                        page.description(),
                        published(here.path()),
                        publication.absolute(cards.of(here.path(), edition))),
                new Frame.Masthead(
                        publication.title(),
                        here.to("index.html"),
                        navigation(page, edition),
                        edition.month(),
                        periods(page, edition)),
                banners(here, edition),
                colophon(here, edition),
                page.section() == null || page.section() == Section.METHODOLOGY
                        ? null
                        : here.to(edition.places().file("")),
                here.path().equals(edition.places().dataPage()));
    }

    /** The newest earlier period of the same leaderboard; null when there is none. */
    Places before(Places now) {
        return periods.stream()
                .filter(other -> other.period().compareTo(now.period()) < 0 && other.continues(now))
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
                    section.label,
                    section == page.section()));
        }
        return links;
    }

    private List<Link> periods(Page page, Edition edition) {
        return periods.stream()
                .map(places -> {
                    String sibling = page.sibling().apply(places);
                    return new Link(
                            page.address().to(sibling == null ? places.home() : sibling),
                            label(places.period()),
                            places.period().equals(edition.period()));
                })
                .toList();
    }

    private String label(String period) {
        String news = history.news(period);
        return Figures.month(period) + (news.isEmpty() ? "" : " \u00b7 " + news);
    }

    private static List<Frame.Banner> banners(Address here, Edition edition) {
        List<Frame.Banner> banners = new ArrayList<>();
        Snapshot snapshot = edition.snapshot();
        if (snapshot.synthetic()) {
            banners.add(new Frame.Banner(
                    "synthetic",
                    "Simulated models, synthetic figures.",
                    "The models of " + edition.month() + " are fictional and come with the program. Their answers and"
                            + " every score are made up to show how the leaderboard works; they say nothing about any"
                            + " real model.",
                    null));
        }
        if (edition.imported()) {
            banners.add(new Frame.Banner("imported", "Imported figures.", attribution(snapshot.origin()), null));
        }
        int errata = snapshot.errata().size();
        if (errata > 0) {
            banners.add(new Frame.Banner(
                    "errata",
                    Figures.count(errata, "correction.", "corrections."),
                    "Revision " + snapshot.revision() + " of this period differs from what was first published.",
                    new Link(here.to(edition.places().dataPage()) + "#errata", "What was corrected, and why")));
        }
        return banners;
    }

    private static String attribution(Origin origin) {
        String source = HostileText.line(origin.source());
        String licence = HostileText.line(origin.licence());
        return "The scores and cases of this period were published by "
                + (source.isEmpty() ? "another platform" : source)
                + "; they were neither measured nor checked here."
                + (licence.isEmpty() ? "" : " Terms: " + licence + ".");
    }

    private static Frame.Colophon colophon(Address here, Edition edition) {
        Snapshot snapshot = edition.snapshot();
        List<String> facts = new ArrayList<>();
        facts.add("Period " + edition.period() + ", revision " + snapshot.revision() + ".");
        RunProvenance run = snapshot.run();
        if (run != null) {
            facts.add(
                    "Evaluated by Value Compass " + HostileText.line(run.program()) + " with seed " + run.seed() + ".");
        }
        String licence = HostileText.line(snapshot.origin().licence());
        if (!licence.isEmpty()) {
            facts.add("Figures: " + licence + ".");
        }
        facts.add("No cookies, no tracking, nothing loaded from elsewhere.");
        return new Frame.Colophon(
                facts,
                List.of(
                        new Link(here.to(Articles.INDEX), "How the figures are made"),
                        new Link(here.to(edition.places().dataPage()), "Download and cite"),
                        new Link(here.to(edition.places().notEvaluated()), "Not evaluated")));
    }
}
