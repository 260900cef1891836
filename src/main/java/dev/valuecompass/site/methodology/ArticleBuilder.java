package dev.valuecompass.site.methodology;

import dev.valuecompass.io.Resource;
import dev.valuecompass.language.Language;
import dev.valuecompass.site.text.Address;
import dev.valuecompass.site.text.Article;
import dev.valuecompass.site.text.Link;
import dev.valuecompass.site.text.Slugs;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.commonmark.Extension;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Code;
import org.commonmark.node.Heading;
import org.commonmark.node.Node;
import org.commonmark.node.Text;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;

/** The methodology pages, from the Markdown that ships with the program. */
public final class ArticleBuilder {
    /** Pages in reading order; each is a file of that name in {@code templates/methodology}. */
    public static final List<String> NAMES = List.of(
            "index",
            "scores",
            "recognition",
            "uncertainty",
            "validity",
            "cultures",
            "simulated",
            "validation",
            "limits");

    public static final String INDEX = path("index");

    /** The format of the published files; not one of the methodology pages. */
    public static final String DICTIONARY = "snapshot-format";

    static final List<Extension> TABLES = List.of(TablesExtension.create());

    private final Parser parser = Parser.builder().extensions(TABLES).build();
    private final HtmlRenderer renderer = HtmlRenderer.builder()
            .extensions(TABLES)
            .escapeHtml(true)
            .sanitizeUrls(true)
            .attributeProviderFactory(context -> (node, tag, attributes) -> anchor(node, attributes))
            .build();

    private final UnaryOperator<String> pages;
    private final Map<String, String> parts;
    private final Map<String, String> drawings;
    private final ArticleTranslations translations;

    /**
     * @param pages where a page of the site lies in the language of the articles
     * @param parts Markdown that stands for a line with its name in braces, such as a table of figures
     * @param drawings HTML made by the program that stands for a paragraph with its name in braces
     * @param translations into that language
     */
    public ArticleBuilder(
            UnaryOperator<String> pages,
            Map<String, String> parts,
            Map<String, String> drawings,
            ArticleTranslations translations) {
        this.pages = pages;
        this.parts = parts;
        this.drawings = drawings;
        this.translations = translations;
    }

    /** Where the page of an article lies, below the first folder of its language. */
    public static String path(String name) {
        return "methodology/" + name + ".html";
    }

    /** The first heading is the page's; the rest is its text. */
    public Article page(String name, Address from) {
        String text = source(name);
        for (Map.Entry<String, String> part : parts.entrySet()) {
            text = text.replace("\n{" + part.getKey() + "}\n", "\n" + part.getValue() + "\n");
        }
        Node document = parser.parse(text);
        String heading = heading(document);
        return new Article(
                heading,
                drawn(renderer.render(document)),
                NAMES.stream()
                        .map(other -> new Link(from.to(pages.apply(path(other))), title(other), other.equals(name)))
                        .toList(),
                translations.has(name) ? null : Language.REFERENCE);
    }

    private String drawn(String html) {
        String drawn = html;
        for (Map.Entry<String, String> drawing : drawings.entrySet()) {
            drawn = drawn.replace(
                    "<p>{" + drawing.getKey() + "}</p>", drawing.getValue().strip());
        }
        return drawn;
    }

    String title(String name) {
        return heading(parser.parse(source(name)));
    }

    private static String heading(Node document) {
        Node first = document.getFirstChild();
        if (!(first instanceof Heading heading) || heading.getLevel() != 1) {
            throw new IllegalStateException("a methodology page starts with its heading");
        }
        String text = text(heading);
        heading.unlink();
        return text;
    }

    private static void anchor(Node node, Map<String, String> attributes) {
        if (node instanceof Heading heading) {
            String text = text(heading).toLowerCase(Locale.ROOT);
            // Letters of other scripts have no slug, and are allowed in an id.
            attributes.put(
                    "id",
                    text.chars().anyMatch(c -> c > 0x2FF && Character.isLetter(c))
                            ? text.replaceAll("[^\\p{L}\\p{N}]+", "-")
                            : Slugs.of(text));
        }
    }

    private static String text(Node node) {
        StringBuilder text = new StringBuilder();
        node.accept(new AbstractVisitor() {
            @Override
            public void visit(Text piece) {
                text.append(piece.getLiteral());
            }

            @Override
            public void visit(Code code) {
                text.append(code.getLiteral());
            }
        });
        return text.toString();
    }

    private String source(String name) {
        return translations.text(name).orElseGet(() -> Resource.text("/methodology/" + name + ".md"));
    }
}
