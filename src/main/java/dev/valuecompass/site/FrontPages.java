package dev.valuecompass.site;

import dev.valuecompass.io.Resource;
import dev.valuecompass.language.PageTexts;
import dev.valuecompass.site.FrameBuilder.Section;
import dev.valuecompass.site.data.Downloads;
import dev.valuecompass.site.edition.Edition;
import dev.valuecompass.site.edition.PageAddresses;
import dev.valuecompass.site.methodology.ArticleBuilder;
import dev.valuecompass.site.text.Address;
import dev.valuecompass.site.text.Article;
import dev.valuecompass.site.text.Link;
import dev.valuecompass.site.text.PlainPage;
import dev.valuecompass.site.write.PageWriter;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The pages that belong to no period. */
final class FrontPages {
    private final Edition latest;
    private final PageTexts words;
    private final FrameBuilder frames;
    private final PageWriter writer;
    private final ArticleBuilder articles;

    FrontPages(Edition latest, FrameBuilder frames, PageWriter writer, ArticleBuilder articles) {
        this.latest = latest;
        this.words = latest.words();
        this.frames = frames;
        this.writer = writer;
        this.articles = articles;
    }

    /** @param base where the site will be published */
    void write(Optional<URI> base) {
        for (String name : ArticleBuilder.NAMES) {
            Address here = new Address(latest.places().page(ArticleBuilder.path(name)));
            Article article = articles.page(name, here);
            String about = words.get("methodology.about", "heading", article.heading());
            write(here, Section.METHODOLOGY, article.heading(), about, "article.jte", article);
        }
        Address here = new Address(latest.places().page(Downloads.DICTIONARY));
        Article dictionary = articles.page(ArticleBuilder.DICTIONARY, here);
        write(
                here,
                Section.DATA,
                words.get("dictionary.title"),
                words.get("dictionary.about"),
                "article.jte",
                dictionary);
        periods();
        if (frames.first()) {
            notFound(base);
            once();
        }
    }

    private void once() {
        writer.tree().write(Downloads.SCHEMA, Resource.bytes("/" + Downloads.SCHEMA));
        writer.tree().write(".nojekyll", "");
    }

    private void periods() {
        Address here = new Address(latest.places().page(PeriodsPageBuilder.PAGE));
        PeriodsPageBuilder table = new PeriodsPageBuilder(frames.periods(), latest.history(), words);
        write(here, null, words.get("periods.title"), words.get("periods.about"), "periods.jte", table.page(here));
    }

    private void notFound(Optional<URI> base) {
        Address here = new Address("404.html", base.map(URI::getPath).orElse(null));
        PlainPage page = new PlainPage(
                "404",
                words.get("absent-page.heading"),
                words.get("absent-page.lead"),
                List.of(
                        new Link(here.to(latest.places().page("index.html")), words.get("absent-page.front")),
                        new Link(here.to(latest.places().modelList()), words.get("absent-page.models")),
                        new Link(
                                here.to(latest.places().page(ArticleBuilder.INDEX)),
                                words.get("section.methodology"))));
        write(here, null, words.get("absent-page.title"), words.get("absent-page.about"), "plain.jte", page);
    }

    private void write(Address here, Section section, String title, String about, String template, Object content) {
        FrameBuilder.Page page = new FrameBuilder.Page(here, section, title, about, PageAddresses::home);
        writer.write(here, template, Map.of("frame", frames.of(page, latest), "page", content, "words", words));
    }
}
